// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TextGridModel.h"

#include "base/Period.h"
#include "models/Moment.h"
#include "models/ValueTableModel.h"

#include <algorithm>

namespace bincard {

namespace {

constexpr int mostChoices = 50;

} // namespace

void TextGridModel::setColumns(const QList<GridColumn> &columns)
{
    beginResetModel();
    m_columns = columns;
    resetRows({});
    m_problems.clear();
    endResetModel();
}

void TextGridModel::setLocked(IsLocked locked)
{
    m_locked = std::move(locked);
    tellAll();
}

void TextGridModel::setRows(const QList<QStringList> &rows)
{
    QList<QStringList> whole = rows;
    for (QStringList &row : whole)
        row.resize(m_columns.size());
    beginResetModel();
    resetRows(whole);
    m_problems.clear();
    endResetModel();
}

bool TextGridModel::isEmpty(const QStringList &row) const
{
    return std::ranges::all_of(row, [](const QString &text) { return text.isEmpty(); });
}

GridCell TextGridModel::cell(int row, int column) const
{
    return m_cellOf ? m_cellOf(m_rows.at(row), column) : m_columns.at(column).cell;
}

int TextGridModel::columnOf(const QString &id) const
{
    const auto found = std::ranges::find(m_columns, id, &GridColumn::id);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

// --- what is typed ----------------------------------------------------------------------------------------------------

QList<CatalogChoice> TextGridModel::choices(const GridCell &cell, const QString &text) const
{
    if (cell.kind == GridCell::Kind::Reference)
        return m_catalog->match(cell.table, text, mostChoices);
    QList<CatalogChoice> found;
    for (const CatalogChoice &choice : cell.choices) {
        if (choice.code.contains(text.trimmed(), Qt::CaseInsensitive)
            || choice.name.contains(text.trimmed(), Qt::CaseInsensitive))
            found << choice;
    }
    // What begins so stands before what merely contains it.
    std::stable_partition(found.begin(), found.end(), [&text](const CatalogChoice &choice) {
        return choice.code.startsWith(text.trimmed(), Qt::CaseInsensitive)
            || choice.name.startsWith(text.trimmed(), Qt::CaseInsensitive);
    });
    return found;
}

QString TextGridModel::understood(const GridCell &cell, const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (cell.kind == GridCell::Kind::Reference) {
        const auto found = m_catalog->resolve(cell.table, text);
        return found ? found->code : text;
    }
    if (cell.kind == GridCell::Kind::Choice) {
        for (const CatalogChoice &choice : cell.choices) {
            if (choice.code.compare(text, Qt::CaseInsensitive) == 0
                || choice.name.compare(text, Qt::CaseInsensitive) == 0)
                return choice.code;
        }
        const QList<CatalogChoice> found = choices(cell, text);
        return found.size() == 1 ? found.constFirst().code : text;
    }
    if (cell.kind == GridCell::Kind::Day || cell.kind == GridCell::Kind::Period) {
        const QString moment =
            momentFromTyped(text, cell.kind == GridCell::Kind::Period ? MomentUnit::Second : MomentUnit::Day);
        return moment.isEmpty() ? text : moment;
    }
    return text;
}

QString TextGridModel::display(const GridCell &cell, const QString &text) const
{
    if (cell.kind == GridCell::Kind::Reference) {
        const auto found = m_catalog->find(cell.table, text);
        return found ? found->code + QStringLiteral("  ") + found->name : text;
    }
    if (cell.kind == GridCell::Kind::Choice) {
        const auto found = std::ranges::find(cell.choices, text, &CatalogChoice::code);
        return found == cell.choices.end() || found->name.isEmpty() ? text : found->name;
    }
    if (cell.kind == GridCell::Kind::Day || cell.kind == GridCell::Kind::Period)
        return momentToShow(text);
    return text;
}

QString TextGridModel::problem(int row, int column) const
{
    for (const CellProblem &each : m_problems) {
        if (each.row == row && each.column == column)
            return each.text;
    }
    const GridCell as = cell(row, column);
    const QString &text = m_rows.at(row).at(column);
    if (text.isEmpty())
        return {};
    if ((as.kind == GridCell::Kind::Day || as.kind == GridCell::Kind::Period) && !Period::parse(text).ok())
        return tr("\"%1\" is not a date.").arg(text);
    if (as.kind == GridCell::Kind::Choice
        && std::ranges::find(as.choices, text, &CatalogChoice::code) == as.choices.end())
        return tr("\"%1\" is none of the possible values. Alt+Down shows them.").arg(text);
    if (as.kind == GridCell::Kind::Reference && !m_catalog->find(as.table, text)
        && !m_catalog->match(as.table, QString(), 1).isEmpty())
        return tr("There is no \"%1\" in the catalog.").arg(text);
    return {};
}

// --- changing ---------------------------------------------------------------------------------------------------------

bool TextGridModel::isLocked(int row, int column) const { return m_locked && m_locked(row, column); }

void TextGridModel::replaced()
{
    m_problems.clear(); // they told of rows that may have moved; whoever listens to edited() finds them anew
    emit edited();
}

bool TextGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    QStringList row = m_rows.at(index.row());
    const QString text = understood(cell(index.row(), index.column()), value.toString());
    if (row.at(index.column()) == text)
        return true;
    row[index.column()] = text;
    change(tr("Change"), index.row(), 1, {row}, index.column());
    return true;
}

void TextGridModel::removeRows(QList<int> rows)
{
    rows.removeIf([this](int row) { return row < 0 || row >= rowCount() - 1 || isLocked(row, -1); });
    takeAway(tr("Remove rows"), ordered(rows));
}

int TextGridModel::repeatRow(int row)
{
    if (row < 0 || row >= rowCount() || isEmptyRow(row))
        return -1;
    int copy = row + 1;
    while (!isEntryRow(copy) && isLocked(copy, -1))
        ++copy;
    if (isLocked(copy, -1))
        return -1;
    change(tr("Repeat row"), copy, 0, {m_rows.at(row)}, 0);
    return copy;
}

bool TextGridModel::moveRow(int row, int by)
{
    const int other = row + by;
    if (row < 0 || other < 0 || row >= rowCount() - 1 || other >= rowCount() - 1 || isLocked(row, -1)
        || isLocked(other, -1))
        return false;
    const int first = std::min(row, other);
    QList<QStringList> rows = m_rows.mid(first, std::abs(by) + 1);
    rows.move(row - first, other - first);
    change(tr("Move row"), first, static_cast<int>(rows.size()), rows, 0);
    return true;
}

int TextGridModel::paste(int row, int column, const QString &text)
{
    QList<QStringList> lines = spreadsheetRows(text);
    if (lines.isEmpty() || m_columns.isEmpty())
        return 0;
    const bool isTitles = std::ranges::any_of(lines.constFirst(), [this](const QString &word) {
        return std::ranges::any_of(m_columns, [&word](const GridColumn &each) {
            return each.title.compare(word.trimmed(), Qt::CaseInsensitive) == 0
                || each.id.compare(word.trimmed(), Qt::CaseInsensitive) == 0;
        });
    });
    if (isTitles && lines.size() > 1)
        lines.removeFirst();
    column = std::clamp(column, 0, columnCount() - 1);
    row = std::clamp(row, 0, rowCount() - 1);
    QList<QStringList> after;
    const qsizetype replaced = std::min<qsizetype>(lines.size(), rowCount() - row);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int at = row + static_cast<int>(i);
        QStringList cells = at < rowCount() ? m_rows.at(at) : QStringList(m_columns.size());
        const QStringList &given = lines.at(i);
        for (int j = 0; j < given.size() && column + j < columnCount(); ++j) {
            // Choices first: what a cell means may hang on the ones before it.
            const GridCell as = m_cellOf ? m_cellOf(cells, column + j) : m_columns.at(column + j).cell;
            if (!isLocked(at, column + j))
                cells[column + j] = understood(as, given.at(j));
        }
        after << cells;
    }
    change(tr("Paste"), row, static_cast<int>(replaced), after, column);
    return static_cast<int>(lines.size());
}

QString TextGridModel::copied(QList<int> rows) const
{
    QStringList lines;
    for (const int row : ordered(std::move(rows))) {
        if (!isEmptyRow(row))
            lines << m_rows.at(row).join(u'\t');
    }
    return lines.join(u'\n');
}

void TextGridModel::setProblems(const QList<CellProblem> &problems)
{
    m_problems = problems;
    tellAll();
}

// --- the table --------------------------------------------------------------------------------------------------------

int TextGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TextGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section >= 0 && section < rowCount() && !isEntryRow(section)
            ? QVariant(section + 1)
            : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const GridColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case role::Key: return column.id;
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>(
            (column.cell.kind == GridCell::Kind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default: return {};
    }
}

Qt::ItemFlags TextGridModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && !isLocked(index.row(), index.column()) ? flags | Qt::ItemIsEditable : flags;
}

QVariant TextGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GridCell as = cell(index.row(), index.column());
    const QString &text = m_rows.at(index.row()).at(index.column());
    switch (role) {
    case Qt::DisplayRole: return display(as, text);
    case Qt::EditRole:
        return as.kind == GridCell::Kind::Day || as.kind == GridCell::Kind::Period ? display(as, text) : text;
    case Qt::TextAlignmentRole:
        return QVariant(
            static_cast<int>((as.kind == GridCell::Kind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case role::Problem: return problem(index.row(), index.column());
    case role::Dimmed: return isLocked(index.row(), index.column());
    case Qt::ToolTipRole: {
        const QString wrong = problem(index.row(), index.column());
        return wrong.isEmpty() ? QVariant() : QVariant(wrong);
    }
    default: return {};
    }
}

} // namespace bincard
