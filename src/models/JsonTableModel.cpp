// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/JsonTableModel.h"

#include "models/Format.h"
#include "models/ValueTableModel.h"

#include <QDateTime>

#include <optional>

namespace bincard {

namespace {

std::optional<Decimal> decimalOf(const JsonColumn &column, const QJsonValue &value)
{
    if (column.kind == JsonColumn::Kind::Count && value.isDouble())
        return Decimal(value.toInteger(), 0);
    if (column.kind != JsonColumn::Kind::Number || !value.isString())
        return std::nullopt;
    const auto parsed = Decimal::parse(value.toString(), column.scale);
    return parsed.ok() ? std::optional(*parsed) : std::nullopt;
}

/// Amounts always show their two decimals, all else those that say something.
int fewestDecimals(const JsonColumn &column) { return column.scale == amountScale ? amountScale : 0; }

bool isNumeric(const JsonColumn &column)
{
    return column.kind == JsonColumn::Kind::Number || column.kind == JsonColumn::Kind::Count;
}

} // namespace

void JsonTableModel::setColumns(const QList<JsonColumn> &columns, KeyOf keyOf)
{
    beginResetModel();
    m_columns = columns;
    m_keyOf = std::move(keyOf);
    m_rows.clear();
    m_hasMore = false;
    endResetModel();
}

void JsonTableModel::setCatalog(std::shared_ptr<const CatalogIndex> catalog)
{
    m_catalog = std::move(catalog);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant JsonTableModel::keyOf(int row) const { return m_keyOf ? m_keyOf(m_rows.at(row)) : QVariant(row); }

void JsonTableModel::setRows(const QJsonArray &rows)
{
    QList<QJsonObject> fresh;
    fresh.reserve(rows.size());
    for (const QJsonValue &row : rows)
        fresh << row.toObject();
    m_hasMore = false;
    bool same = m_keyOf && fresh.size() == m_rows.size() && !fresh.isEmpty();
    for (int i = 0; same && i < fresh.size(); ++i)
        same = m_keyOf(fresh.at(i)) == keyOf(i);
    if (same) {
        m_rows = fresh;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = fresh;
    endResetModel();
}

void JsonTableModel::appendRows(const QJsonArray &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    for (const QJsonValue &row : rows)
        m_rows << row.toObject();
    endInsertRows();
}

void JsonTableModel::setMore(bool hasMore, std::function<void()> askForMore)
{
    m_hasMore = hasMore;
    m_askForMore = std::move(askForMore);
}

bool JsonTableModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_hasMore; }

void JsonTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_hasMore = false; // one page at a time; the answer says whether there is another
    if (const auto ask = m_askForMore)
        ask();
}

QStringList JsonTableModel::totals(const QString &label) const
{
    QStringList texts;
    bool any = false;
    for (const JsonColumn &column : m_columns) {
        std::optional<Decimal> sum;
        if (column.isSummed && isNumeric(column))
            sum = Decimal(0, column.scale);
        for (const QJsonObject &row : m_rows) {
            const auto value = sum ? decimalOf(column, valueOf(column, row)) : std::nullopt;
            if (!value)
                continue;
            const auto next = sum->plus(*value);
            sum = next.ok() ? std::optional(*next) : std::nullopt;
        }
        any = any || sum;
        texts << (sum ? format::number(*sum, fewestDecimals(column)) : QString());
    }
    if (!any || texts.isEmpty())
        return {};
    if (texts.constFirst().isEmpty())
        texts.first() = label;
    return texts;
}

// --- the table --------------------------------------------------------------------------------------------------------

int JsonTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JsonTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QJsonValue JsonTableModel::valueOf(const JsonColumn &column, const QJsonObject &row) const
{
    return column.value ? column.value(row) : row.value(column.id);
}

QString JsonTableModel::display(const JsonColumn &column, const QJsonValue &value) const
{
    switch (column.kind) {
    case JsonColumn::Kind::Number:
    case JsonColumn::Kind::Count: {
        const auto number = decimalOf(column, value);
        return number ? format::number(*number, fewestDecimals(column)) : QString();
    }
    case JsonColumn::Kind::Period: {
        const auto period = Period::parse(value.toString());
        return period.ok() ? format::period(*period) : value.toString();
    }
    case JsonColumn::Kind::Instant: {
        const QDateTime instant = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
        if (!instant.isValid())
            return value.toString();
        const QDateTime local = instant.toLocalTime();
        return format::period(
            Period(local.date(), QTime(local.time().hour(), local.time().minute(), local.time().second())));
    }
    case JsonColumn::Kind::Bool: return value.isBool() ? (value.toBool() ? tr("Yes") : tr("No")) : QString();
    case JsonColumn::Kind::Name: {
        const auto found = m_catalog->find(column.table, value.toString());
        return found ? found->name : QString();
    }
    case JsonColumn::Kind::Text: break;
    }
    return value.toVariant().toString();
}

QVariant JsonTableModel::sorted(const JsonColumn &column, const QJsonValue &value) const
{
    if (isNumeric(column)) {
        const auto number = decimalOf(column, value);
        return number ? QVariant(static_cast<qlonglong>(number->units())) : QVariant();
    }
    if (column.kind == JsonColumn::Kind::Name)
        return display(column, value);
    return value.toVariant();
}

QVariant JsonTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const JsonColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case role::Key: return column.id;
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default: return {};
    }
}

QVariant JsonTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JsonColumn &column = m_columns.at(index.column());
    const QJsonObject &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(column, valueOf(column, row));
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case role::Sort: return sorted(column, valueOf(column, row));
    case role::Units: {
        const auto number = decimalOf(column, valueOf(column, row));
        return number ? QVariant::fromValue(*number) : QVariant();
    }
    case role::Plain: {
        const bool isMoment = column.kind == JsonColumn::Kind::Period || column.kind == JsonColumn::Kind::Instant;
        return isMoment ? valueOf(column, row).toVariant() : QVariant(); // the contract writes them in ISO form
    }
    case role::Key: return keyOf(index.row());
    case role::Dimmed: return column.kind == JsonColumn::Kind::Name || (m_isDimmed && m_isDimmed(row));
    case role::Problem: return column.problem ? column.problem(row) : QString();
    case Qt::ToolTipRole: {
        QString tip = column.problem ? column.problem(row) : QString();
        if (tip.isEmpty() && column.tip)
            tip = column.tip(row);
        if (tip.isEmpty() && !column.table.isEmpty()) {
            const auto found = m_catalog->find(column.table, valueOf(column, row).toString());
            tip = found ? found->name : QString();
        }
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    default: return {};
    }
}

} // namespace bincard
