// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ReportService.h"

#include "db/Session.h"
#include "service/StockSelection.h"

#include <QMap>

namespace bincard {

namespace {

TurnoverQuery registerQuery(const StockSelection &selection, const TurnoverSheetQuery &query)
{
    TurnoverQuery request;
    if (query.from.isValid())
        request.from = Period(query.from);
    if (query.to.isValid())
        request.to = Until(query.to);
    request.filter = selection.registerFilter();
    request.groupBy = selection.registerGroups();
    return request;
}

QDate startOf(QDate date, TimeStep step)
{
    switch (step) {
    case TimeStep::Month: return {date.year(), date.month(), 1};
    case TimeStep::Year: return {date.year(), 1, 1};
    default: return date;
    }
}

QDate next(QDate date, TimeStep step)
{
    switch (step) {
    case TimeStep::Month: return date.addMonths(1);
    case TimeStep::Year: return date.addYears(1);
    default: return date.addDays(1);
    }
}

QString bucketOf(QDate date, TimeStep step)
{
    const QString text = date.toString(Qt::ISODate);
    return step == TimeStep::Month ? text.left(7) : (step == TimeStep::Year ? text.left(4) : text);
}

Granularity granularity(TimeStep step)
{
    switch (step) {
    case TimeStep::Month: return Granularity::Month;
    case TimeStep::Year: return Granularity::Year;
    default: return Granularity::Day;
    }
}

struct BothFigures
{
    Figures quantity = noFigures(quantityScale), value = noFigures(amountScale);
};

Result<void> add(BothFigures &sum, const TurnoverRow &row)
{
    BINCARD_TRY(add(sum.quantity, figuresOf(row, standard::Quantity)));
    return add(sum.value, figuresOf(row, standard::Amount));
}

/// Moves a point's opening to where the last one closed, and its closing with it.
Result<void> chain(Figures &point, Decimal opening)
{
    point.opening = opening;
    BINCARD_ASSIGN(risen, opening.plus(point.receipts));
    BINCARD_ASSIGN(closing, risen.minus(point.issues));
    point.closing = closing;
    return {};
}

} // namespace

Result<StockBalances> ReportService::balances(const BalanceQuery &query)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    return balancesIn(query);
}

Result<StockBalances> ReportService::balancesIn(const BalanceQuery &query)
{
    BINCARD_ASSIGN(selection, StockSelection::make(m_session, query.filter, query.groupBy));
    BINCARD_ASSIGN(inventory, m_accumulator.use(standard::inventory));
    StockBalances result;
    if (selection.isEmpty())
        return result;
    const auto at = query.at ? std::optional(Until(*query.at)) : std::nullopt;
    BINCARD_ASSIGN(rows, inventory.balance(selection.registerFilter(), selection.registerGroups(), at));
    QMap<QStringList, StockBalanceRow> groups;
    for (const BalanceRow &row : rows) {
        if (!selection.passes(row.group))
            continue;
        const StockGroup group = selection.groupOf(row.group);
        StockBalanceRow &sum = groups[selection.sortKey(group)];
        sum.group = group;
        for (Decimal *quantity : {&sum.quantity, &result.quantity})
            BINCARD_TRY(add(*quantity, row.resources.at(standard::Quantity)));
        for (Decimal *value : {&sum.value, &result.value})
            BINCARD_TRY(add(*value, row.resources.at(standard::Amount)));
    }
    for (const StockBalanceRow &sum : std::as_const(groups)) {
        if (!sum.quantity.isZero() || !sum.value.isZero())
            result.rows << sum;
    }
    MovementsQuery later;
    later.from = Period(query.at.value_or(QDate::currentDate()).addDays(1));
    later.filter = selection.registerFilter();
    later.activeOnly = true;
    later.limit = 1;
    BINCARD_ASSIGN(page, inventory.movements(later));
    result.futureMovements = !page.rows.isEmpty();
    return result;
}

Result<TurnoverSheet> ReportService::turnoverSheet(const TurnoverSheetQuery &query)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(selection, StockSelection::make(m_session, query.filter, query.groupBy));
    BINCARD_ASSIGN(inventory, m_accumulator.use(standard::inventory));
    TurnoverSheet sheet{{}, noFigures(quantityScale), noFigures(amountScale)};
    if (selection.isEmpty())
        return sheet;
    BINCARD_ASSIGN(rows, inventory.turnover(registerQuery(selection, query)));
    QMap<QStringList, TurnoverSheetRow> groups;
    for (const TurnoverRow &row : rows) {
        if (!selection.passes(row.group))
            continue;
        const StockGroup group = selection.groupOf(row.group);
        const QStringList key = selection.sortKey(group);
        if (!groups.contains(key))
            groups.insert(key, {group, noFigures(quantityScale), noFigures(amountScale)});
        for (Figures *sum : {&groups[key].quantity, &sheet.quantity})
            BINCARD_TRY(add(*sum, figuresOf(row, standard::Quantity)));
        for (Figures *sum : {&groups[key].value, &sheet.value})
            BINCARD_TRY(add(*sum, figuresOf(row, standard::Amount)));
    }
    sheet.rows = groups.values();
    return sheet;
}

Result<QList<TurnoverSeriesPoint>> ReportService::turnoverSeries(const TurnoverSheetQuery &query, TimeStep step)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    return seriesIn(query, step);
}

Result<QList<TurnoverSeriesPoint>> ReportService::seriesIn(const TurnoverSheetQuery &query, TimeStep step)
{
    QList<TurnoverSeriesPoint> points;
    if (!query.from.isValid() || !query.to.isValid() || query.from > query.to || step == TimeStep::None)
        return points;
    BINCARD_ASSIGN(selection, StockSelection::make(m_session, query.filter, {}));
    BINCARD_ASSIGN(inventory, m_accumulator.use(standard::inventory));
    BothFigures whole;
    QMap<QString, BothFigures> buckets;
    if (!selection.isEmpty()) {
        TurnoverQuery request = registerQuery(selection, query);
        BINCARD_ASSIGN(totals, inventory.turnover(request));
        for (const TurnoverRow &row : totals) {
            if (selection.passes(row.group))
                BINCARD_TRY(add(whole, row));
        }
        request.by = granularity(step);
        BINCARD_ASSIGN(rows, inventory.turnover(request));
        for (const TurnoverRow &row : rows) {
            if (selection.passes(row.group))
                BINCARD_TRY(add(buckets[row.bucket], row));
        }
    }
    Decimal quantity = whole.quantity.opening;
    Decimal value = whole.value.opening;
    for (QDate start = startOf(query.from, step); start <= query.to; start = next(start, step)) {
        const QString bucket = bucketOf(start, step);
        const BothFigures figures = buckets.value(bucket);
        TurnoverSeriesPoint point{bucket, start, figures.quantity, figures.value};
        BINCARD_TRY(chain(point.quantity, quantity));
        BINCARD_TRY(chain(point.value, value));
        quantity = point.quantity.closing;
        value = point.value.closing;
        points << point;
    }
    return points;
}

Result<QPair<QDate, QDate>> ReportService::postedRange()
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(inventory, m_accumulator.use(standard::inventory));
    MovementsQuery query;
    query.activeOnly = true;
    query.limit = 1;
    BINCARD_ASSIGN(first, inventory.movements(query));
    query.newestFirst = true;
    BINCARD_ASSIGN(last, inventory.movements(query));
    if (first.rows.isEmpty() || last.rows.isEmpty())
        return QPair<QDate, QDate>();
    return QPair(first.rows.constFirst().period.date, last.rows.constFirst().period.date);
}

} // namespace bincard
