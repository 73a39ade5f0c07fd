// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentLinesModel.h"

#include <algorithm>

namespace bincard {

void DocumentLinesModel::setLines(DocumentKind kind, const QList<EditedLine> &lines)
{
    beginResetModel();
    m_kind = kind;
    resetRows(lines);
    m_availability.clear();
    m_items = items();
    endResetModel();
    emit itemsChanged();
}

void DocumentLinesModel::setLines(DocumentKind kind, const QList<DocumentLine> &lines)
{
    QList<EditedLine> edited;
    edited.reserve(lines.size());
    for (const DocumentLine &line : lines)
        edited.append({line, {}, {}});
    setLines(kind, edited);
}

QList<DocumentLine> DocumentLinesModel::lines() const
{
    QList<DocumentLine> result;
    for (const EditedLine &edited : m_rows) {
        if (!edited.isEmpty())
            result.append(edited.line);
    }
    return result;
}

int DocumentLinesModel::lineCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const EditedLine &edited) { return !edited.isEmpty(); }));
}

Decimal DocumentLinesModel::total() const
{
    Decimal sum(0, amountScale);
    for (const EditedLine &edited : m_rows) {
        if (const Result<Decimal> next = sum.plus(edited.line.amount))
            sum = *next;
    }
    return sum;
}

bool DocumentLinesModel::hasColumn(LineColumn column) const
{
    switch (column) {
    case LineColumn::Price:
    case LineColumn::Discount:
    case LineColumn::Amount: return traits(m_kind).hasPrices;
    default: return true;
    }
}

// --- changes ---------------------------------------------------------------------------------------------------------

void DocumentLinesModel::replaced()
{
    // What is left of an item concerns all its lines.
    const int after = static_cast<int>(LineColumn::After);
    emit dataChanged(index(0, after), index(rowCount() - 1, after));
    emit edited();
    if (const QStringList now = items(); now != m_items) {
        m_items = now;
        emit itemsChanged();
    }
}

void DocumentLinesModel::setItem(int row, const Item &item)
{
    if (row >= 0 && row < rowCount())
        change(tr("Choose item"), row, 1, {withItem(m_rows.at(row), item)}, LineColumn::Item);
}

void DocumentLinesModel::removeLines(QList<int> rows)
{
    rows.removeIf([this](int row) { return row < 0 || row >= rowCount() - 1; });
    rows = ordered(rows);
    takeAway(tr("Remove %n line(s)", nullptr, static_cast<int>(rows.size())), rows);
}

int DocumentLinesModel::repeatLine(int row)
{
    if (row < 0 || row >= rowCount() || m_rows.at(row).isEmpty())
        return -1;
    EditedLine copy = m_rows.at(row);
    copy.problems.clear();
    change(tr("Repeat line"), row + 1, 0, {copy}, LineColumn::Item);
    return row + 1;
}

int DocumentLinesModel::addScanned(const Item &item)
{
    const Decimal one = Decimal::whole(1, quantityScale);
    for (int row = rowCount() - 1; row >= 0; --row) {
        EditedLine edited = m_rows.at(row);
        if (edited.line.item.compare(item.code, Qt::CaseInsensitive) != 0 || edited.typed.contains(LineColumn::Item))
            continue;
        const Result<Decimal> more = edited.line.quantity.plus(one);
        if (!more)
            continue;
        edited.line.quantity = *more;
        edited.typed.remove(LineColumn::Quantity);
        edited.problems.remove(LineColumn::Quantity);
        change(tr("Scan %1").arg(item.code), row, 1, {edited}, LineColumn::Quantity);
        return row;
    }
    EditedLine edited = withItem({}, item);
    edited.line.quantity = one;
    const int row = rowCount() - 1;
    change(tr("Scan %1").arg(item.code), row, 1, {edited}, LineColumn::Quantity);
    return row;
}

int DocumentLinesModel::addUnknown(const QString &code)
{
    EditedLine edited;
    edited.typed.insert(LineColumn::Item, code);
    edited.line.quantity = Decimal::whole(1, quantityScale);
    const int row = rowCount() - 1;
    change(tr("Scan %1").arg(code), row, 1, {edited}, LineColumn::Item);
    return row;
}

// --- problems and figures --------------------------------------------------------------------------------------------

void DocumentLinesModel::setProblem(int row, LineColumn column, const QString &text)
{
    if (row < 0 || row >= rowCount())
        return;
    m_rows[row].problems.insert(column, text);
    const QModelIndex cell = index(row, static_cast<int>(column));
    emit dataChanged(cell, cell);
}

void DocumentLinesModel::clearProblems()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).problems.isEmpty())
            continue;
        m_rows[row].problems.clear();
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

QList<DocumentLinesModel::CellProblem> DocumentLinesModel::problems() const
{
    QList<CellProblem> result;
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < static_cast<int>(LineColumn::After); ++column) {
            const QString text = problem(row, static_cast<LineColumn>(column));
            if (!text.isEmpty())
                result.append({row, static_cast<LineColumn>(column), text});
        }
    }
    return result;
}

bool DocumentLinesModel::hasUnreadableCells() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const EditedLine &edited) { return !edited.typed.isEmpty(); });
}

QStringList DocumentLinesModel::items() const
{
    QStringList codes;
    for (const EditedLine &edited : m_rows) {
        if (!edited.line.item.isEmpty() && !codes.contains(edited.line.item, Qt::CaseInsensitive))
            codes.append(edited.line.item);
    }
    return codes;
}

void DocumentLinesModel::setAvailability(const QList<Availability> &figures)
{
    m_availability.clear();
    for (const Availability &figure : figures)
        m_availability.insert(figure.item.toCaseFolded(), figure);
    const int first = static_cast<int>(LineColumn::Available);
    emit dataChanged(index(0, first), index(rowCount() - 1, static_cast<int>(LineColumn::After)));
}

const Availability *DocumentLinesModel::availability(int row) const
{
    const auto found = m_availability.constFind(m_rows.at(row).line.item.toCaseFolded());
    return found == m_availability.cend() ? nullptr : &*found;
}

Decimal DocumentLinesModel::quantityOfItem(const QString &code) const
{
    Decimal sum(0, quantityScale);
    for (const EditedLine &edited : m_rows) {
        if (edited.line.item.compare(code, Qt::CaseInsensitive) != 0)
            continue;
        if (const Result<Decimal> next = sum.plus(edited.line.quantity))
            sum = *next;
    }
    return sum;
}

std::optional<Decimal> DocumentLinesModel::after(int row) const
{
    const Availability *figure = availability(row);
    if (!figure || figure->service)
        return std::nullopt;
    const Decimal quantity = quantityOfItem(m_rows.at(row).line.item);
    const Result<Decimal> left = figure->available.plus(traits(m_kind).issuesStock ? -quantity : quantity);
    return left ? std::optional(*left) : std::nullopt;
}

bool DocumentLinesModel::isShort(int row) const
{
    return traits(m_kind).issuesStock && after(row).value_or(Decimal(0, quantityScale)).isNegative();
}

// --- the table -------------------------------------------------------------------------------------------------------

int DocumentLinesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : lineColumnCount; }

Qt::ItemFlags DocumentLinesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_readOnly)
        return flags;
    switch (static_cast<LineColumn>(index.column())) {
    case LineColumn::Item:
    case LineColumn::Quantity: return flags | Qt::ItemIsEditable;
    case LineColumn::Price:
    case LineColumn::Discount: return traits(m_kind).hasPrices ? flags | Qt::ItemIsEditable : flags;
    case LineColumn::Amount: return traits(m_kind).valuesStock ? flags | Qt::ItemIsEditable : flags;
    default: return flags;
    }
}

bool DocumentLinesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const auto column = static_cast<LineColumn>(index.column());
    const QString text = value.toString().trimmed();
    const EditedLine &before = m_rows.at(index.row());
    // An editor that was only looked at must not turn a derived price into a typed one.
    if (!before.typed.contains(column) && text == editText(before, column))
        return true;
    change(tr("Change line"), index.row(), 1, {withTyped(before, column, text)}, column);
    return true;
}

} // namespace bincard
