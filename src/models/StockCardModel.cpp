// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/StockCardModel.h"

#include "models/DocumentText.h"
#include "models/Format.h"

#include <QCoreApplication>

namespace bincard {

namespace {

struct StockCardText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::StockCardModel)
};

using Line = StockCardLine;
using Column = ValueTableModel<Line>::Column;

QString kindText(const Line &line)
{
    if (line.opening)
        return {};
    if (line.row.document.isNull())
        return StockCardText::tr("Posted by hand");
    return text::kind(line.row.kind);
}

/// A quantity that is shown only where there is one: an empty cell reads quicker than a zero.
Column quantityColumn(const QString &id, const QString &title, Decimal StockCardRow::*member)
{
    const auto present = [member](const Line &line) { return !line.opening && !(line.row.*member).isZero(); };
    return {id, title,
        [present, member](const Line &line) {
            return present(line) ? format::quantity(line.row.*member, line.unitDecimals) : QString();
        },
        {},
        [present, member](
            const Line &line) { return present(line) ? QVariant::fromValue(line.row.*member) : QVariant(); }};
}

QList<Column> stockCardColumns()
{
    return {
        {QStringLiteral("date"), StockCardText::tr("Date"), [](const Line &line) { return format::date(line.date); },
            [](const Line &line) { return QVariant(line.date); }},
        {QStringLiteral("document"), StockCardText::tr("Document"),
            [](const Line &line) {
                return line.opening ? StockCardText::tr("Opening balance") : line.row.documentLabel;
            }},
        {QStringLiteral("kind"), StockCardText::tr("Kind"), kindText},
        {QStringLiteral("partner"), StockCardText::tr("Partner"),
            [](const Line &line) { return line.row.partnerName; }},
        {QStringLiteral("warehouse"), StockCardText::tr("Warehouse"),
            [](const Line &line) { return line.row.warehouse; }},
        quantityColumn(QStringLiteral("receipt"), StockCardText::tr("Receipt"), &StockCardRow::receipt),
        quantityColumn(QStringLiteral("issue"), StockCardText::tr("Issue"), &StockCardRow::issue),
        {QStringLiteral("balance"), StockCardText::tr("Balance"),
            [](const Line &line) { return format::quantity(line.row.balance, line.unitDecimals); }, {},
            [](const Line &line) { return QVariant::fromValue(line.row.balance); }},
        {QStringLiteral("cost"), StockCardText::tr("Change of value"),
            [](const Line &line) { return line.opening ? QString() : format::amount(line.row.valueChange); }, {},
            [](const Line &line) { return line.opening ? QVariant() : QVariant::fromValue(line.row.valueChange); },
            StockCardText::tr("What this movement added to or took from the value of the stock, at cost")},
        {QStringLiteral("value"), StockCardText::tr("Value"),
            [](const Line &line) { return format::amount(line.row.value); }, {},
            [](const Line &line) { return QVariant::fromValue(line.row.value); }},
    };
}

} // namespace

StockCardModel::StockCardModel(QObject *parent)
    : ValueTableModel<Line>(
        stockCardColumns(), [](const Line &line) { return QVariant(line.opening ? qint64(0) : line.row.movement); },
        parent)
{}

void StockCardModel::show(const StockCard &card, QDate from)
{
    QList<Line> lines;
    lines.reserve(card.rows.size() + 1);
    StockCardRow opening;
    opening.balance = card.quantity.opening;
    opening.value = card.value.opening;
    lines.append({true, from, card.unitDecimals, opening});
    for (const StockCardRow &row : card.rows)
        lines.append({false, row.period.date, card.unitDecimals, row});
    m_totals = QStringList(ColumnCount);
    m_totals[Document] = StockCardText::tr("Closing balance");
    m_totals[Receipt] = format::quantity(card.quantity.receipts, card.unitDecimals);
    m_totals[Issue] = format::quantity(card.quantity.issues, card.unitDecimals);
    m_totals[Balance] = format::quantity(card.quantity.closing, card.unitDecimals);
    m_totals[Value] = format::amount(card.value.closing);
    set(std::move(lines));
}

} // namespace bincard
