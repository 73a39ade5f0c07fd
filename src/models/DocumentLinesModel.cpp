// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentLinesModel.h"

#include <QUndoCommand>

#include <algorithm>

namespace bincard {

/// Every change of the grid, as a person means it: some rows in place of some others.
class ReplaceLines : public QUndoCommand
{
public:
    ReplaceLines(DocumentLinesModel &model, const QString &text, int first, QList<EditedLine> before,
        QList<EditedLine> after, LineColumn column)
        : QUndoCommand(text)
        , m_model(model)
        , m_first(first)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_column(column)
    {}

    void redo() override
    {
        m_model.replace(m_first, static_cast<int>(m_before.size()), m_after);
        if (m_done)
            emit m_model.touched(m_first, m_column);
        m_done = true;
    }
    void undo() override
    {
        m_model.replace(m_first, static_cast<int>(m_after.size()), m_before);
        emit m_model.touched(m_first, m_column);
    }

private:
    DocumentLinesModel &m_model;
    int m_first;
    QList<EditedLine> m_before, m_after;
    LineColumn m_column;
    bool m_done = false; ///< the first redo() is the change itself, whose place the person knows
};

DocumentLinesModel::DocumentLinesModel(QObject *parent) : QAbstractTableModel(parent), m_lines{EditedLine{}} {}

void DocumentLinesModel::setCatalog(std::shared_ptr<const CatalogIndex> catalog)
{
    m_catalog = std::move(catalog);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void DocumentLinesModel::setLines(DocumentKind kind, const QList<EditedLine> &lines)
{
    beginResetModel();
    m_kind = kind;
    m_lines = lines;
    for (EditedLine &line : m_lines)
        compute(line);
    m_lines.append(EditedLine{});
    m_availability.clear();
    m_undo.clear();
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
    for (const EditedLine &edited : m_lines) {
        if (!edited.isEmpty())
            result.append(edited.line);
    }
    return result;
}

QList<EditedLine> DocumentLinesModel::editedLines() const
{
    QList<EditedLine> result = m_lines;
    result.removeIf([](const EditedLine &edited) { return edited.isEmpty(); });
    return result;
}

int DocumentLinesModel::rowOfLine(int line) const
{
    int count = 0;
    for (int row = 0; row < m_lines.size(); ++row) {
        if (!m_lines.at(row).isEmpty() && ++count == line)
            return row;
    }
    return -1;
}

int DocumentLinesModel::lineCount() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const EditedLine &edited) { return !edited.isEmpty(); }));
}

Decimal DocumentLinesModel::total() const
{
    Decimal sum(0, amountScale);
    for (const EditedLine &edited : m_lines) {
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

// --- changes
// ----------------------------------------------------------------------------------------------------------

/// Puts `lines` in place of `count` rows from `first` on, as one step to undo, keeping exactly one empty line at the
/// end.
void DocumentLinesModel::change(const QString &text, int first, int count, QList<EditedLine> lines, LineColumn column)
{
    const bool reachesEntryRow = first + count == m_lines.size();
    if (!reachesEntryRow && first + count == m_lines.size() - 1 && !lines.isEmpty() && lines.constLast().isEmpty())
        ++count; // the line that became empty takes the place of the empty line
    else if (reachesEntryRow && (lines.isEmpty() || !lines.constLast().isEmpty()))
        lines.append(EditedLine{});
    for (EditedLine &line : lines)
        compute(line);
    const QList<EditedLine> before = m_lines.mid(first, count);
    const bool same = before.size() == lines.size()
        && std::equal(before.begin(), before.end(), lines.begin(),
            [](const EditedLine &left, const EditedLine &right) { return left.sameContent(right); });
    if (!same)
        m_undo.push(new ReplaceLines(*this, text, first, before, lines, column));
}

void DocumentLinesModel::replace(int first, int count, const QList<EditedLine> &lines)
{
    const QStringList itemsBefore = items();
    const int now = static_cast<int>(lines.size());
    const int common = std::min(count, now);
    for (int i = 0; i < common; ++i)
        m_lines[first + i] = lines.at(i);
    if (common > 0)
        emit dataChanged(index(first, 0), index(first + common - 1, columnCount() - 1));
    if (now > common) {
        beginInsertRows({}, first + common, first + now - 1);
        for (int i = common; i < now; ++i)
            m_lines.insert(first + i, lines.at(i));
        endInsertRows();
    } else if (count > common) {
        beginRemoveRows({}, first + common, first + count - 1);
        m_lines.remove(first + common, count - common);
        endRemoveRows();
    }
    // What is left of an item concerns all its lines.
    const int after = static_cast<int>(LineColumn::After);
    emit dataChanged(index(0, after), index(rowCount() - 1, after));
    emit edited();
    if (items() != itemsBefore)
        emit itemsChanged();
}

void DocumentLinesModel::setItem(int row, const Item &item)
{
    if (row >= 0 && row < rowCount())
        change(tr("Choose item"), row, 1, {withItem(m_lines.at(row), item)}, LineColumn::Item);
}

void DocumentLinesModel::removeLines(QList<int> rows)
{
    rows.removeIf([this](int row) { return row < 0 || row >= rowCount() - 1; });
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    const int first = rows.constFirst();
    const int last = rows.constLast();
    QList<EditedLine> kept;
    for (int row = first; row <= last; ++row) {
        if (!rows.contains(row))
            kept.append(m_lines.at(row));
    }
    const int count = static_cast<int>(rows.size());
    change(tr("Remove %n line(s)", nullptr, count), first, last - first + 1, kept, LineColumn::Item);
}

int DocumentLinesModel::repeatLine(int row)
{
    if (row < 0 || row >= rowCount() || m_lines.at(row).isEmpty())
        return -1;
    EditedLine copy = m_lines.at(row);
    copy.problems.clear();
    change(tr("Repeat line"), row + 1, 0, {copy}, LineColumn::Item);
    return row + 1;
}

int DocumentLinesModel::addScanned(const Item &item)
{
    const Decimal one = Decimal::whole(1, quantityScale);
    for (int row = rowCount() - 1; row >= 0; --row) {
        EditedLine edited = m_lines.at(row);
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

// --- problems and figures
// ---------------------------------------------------------------------------------------------

void DocumentLinesModel::setProblem(int row, LineColumn column, const QString &text)
{
    if (row < 0 || row >= rowCount())
        return;
    m_lines[row].problems.insert(column, text);
    const QModelIndex cell = index(row, static_cast<int>(column));
    emit dataChanged(cell, cell);
}

void DocumentLinesModel::clearProblems()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines.at(row).problems.isEmpty())
            continue;
        m_lines[row].problems.clear();
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
    return std::any_of(
        m_lines.begin(), m_lines.end(), [](const EditedLine &edited) { return !edited.typed.isEmpty(); });
}

QStringList DocumentLinesModel::items() const
{
    QStringList codes;
    for (const EditedLine &edited : m_lines) {
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
    const auto found = m_availability.constFind(m_lines.at(row).line.item.toCaseFolded());
    return found == m_availability.cend() ? nullptr : &*found;
}

Decimal DocumentLinesModel::quantityOfItem(const QString &code) const
{
    Decimal sum(0, quantityScale);
    for (const EditedLine &edited : m_lines) {
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
    const Decimal quantity = quantityOfItem(m_lines.at(row).line.item);
    const Result<Decimal> left = figure->available.plus(traits(m_kind).issuesStock ? -quantity : quantity);
    return left ? std::optional(*left) : std::nullopt;
}

bool DocumentLinesModel::isShort(int row) const
{
    return traits(m_kind).issuesStock && after(row).value_or(Decimal(0, quantityScale)).isNegative();
}

// --- the table
// --------------------------------------------------------------------------------------------------------

int DocumentLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

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
    const EditedLine &before = m_lines.at(index.row());
    // An editor that was only looked at must not turn a derived price into a typed one.
    if (!before.typed.contains(column) && text == editText(before, column))
        return true;
    change(tr("Change line"), index.row(), 1, {withTyped(before, column, text)}, column);
    return true;
}

} // namespace bincard
