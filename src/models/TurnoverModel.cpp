// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TurnoverModel.h"

#include "models/Format.h"

namespace bincard {

namespace {

constexpr int figuresPerSide = 4;

QStringList figureTitles()
{
    return {TurnoverModel::tr("Opening"), TurnoverModel::tr("Receipts"), TurnoverModel::tr("Issues"),
        TurnoverModel::tr("Closing")};
}

QList<Decimal> figuresOf(const TurnoverSheetRow &row)
{
    const Figures &q = row.quantity, &v = row.value;
    return {q.opening, q.receipts, q.issues, q.closing, v.opening, v.receipts, v.issues, v.closing};
}

QList<ReportModel::Column> turnoverColumns()
{
    QList<ReportModel::Column> columns{
        {QStringLiteral("code"), TurnoverModel::tr("Code"), [](const ReportNode &node) { return node.code(); }},
        {QStringLiteral("name"), TurnoverModel::tr("Name"), [](const ReportNode &node) { return node.name(); }},
        {QStringLiteral("category"), TurnoverModel::tr("Category"),
            [](const ReportNode &node) { return node.isLeaf() ? node.group.categoryName : QString(); }},
        {QStringLiteral("warehouse"), TurnoverModel::tr("Warehouse"),
            [](const ReportNode &node) { return node.isLeaf() ? node.group.warehouseName : QString(); }},
        {QStringLiteral("unit"), TurnoverModel::tr("Unit"),
            [](const ReportNode &node) {
                return node.unit.isEmpty() ? TurnoverModel::tr("mixed", "units") : node.unit;
            },
            {}, {}, {}, true}};
    for (int i = 0; i < 2 * figuresPerSide; ++i) {
        const bool isQuantity = i < figuresPerSide;
        columns.append({QStringLiteral("figure%1").arg(i), QString(),
            [i, isQuantity](const ReportNode &node) {
                return isQuantity ? format::quantity(node.figures.at(i), node.unitDecimals)
                                  : format::amount(node.figures.at(i));
            },
            {}, [i](const ReportNode &node) { return QVariant::fromValue(node.figures.at(i)); }});
    }
    return columns;
}

} // namespace

TurnoverModel::TurnoverModel(const QString &currency, QObject *parent) : ReportModel(turnoverColumns(), parent)
{
    setUnits({}, currency);
}

void TurnoverModel::setUnits(const QString &unit, const QString &currency)
{
    // Two lines: the figure, and what it counts. A unit says that it is a quantity, and leaves the names more room.
    const QString value = currency.isEmpty() ? tr("value") : tr("value, %1").arg(currency);
    const QString quantity = unit.isEmpty() ? tr("quantity") : unit;
    const QStringList titles = figureTitles();
    for (int i = 0; i < figuresPerSide; ++i) {
        setTitle(QuantityOpening + i, titles.at(i) + QLatin1Char('\n') + quantity);
        setTitle(ValueOpening + i, titles.at(i) + QLatin1Char('\n') + value);
    }
}

Result<void> TurnoverModel::show(
    const TurnoverSheet &sheet, const QList<Grouping> &groupBy, const ReportCatalog &catalog)
{
    QList<ReportLine> lines;
    for (const TurnoverSheetRow &row : sheet.rows)
        lines.append({row.group, figuresOf(row)});
    BINCARD_ASSIGN(nodes, reportTree(lines, groupBy, catalog));
    m_totals.clear();
    if (!nodes.isEmpty()) {
        QSet<QString> units;
        int decimals = 0;
        for (const ReportNode &node : nodes) {
            units.insert(node.unit);
            decimals = qMax(decimals, node.unitDecimals);
        }
        const bool oneUnit = units.size() == 1 && !units.contains(QString());
        m_totals = QStringList(ColumnCount);
        m_totals[Code] = tr("Total of what is shown");
        m_totals[Unit] = oneUnit ? *units.cbegin() : tr("mixed", "units");
        const QList<Decimal> sums = figuresOf({{}, sheet.quantity, sheet.value});
        for (int i = 0; i < sums.size(); ++i)
            m_totals[QuantityOpening + i] =
                i < figuresPerSide ? format::quantity(sums.at(i), decimals) : format::amount(sums.at(i));
    }
    set(std::move(nodes));
    return {};
}

} // namespace bincard
