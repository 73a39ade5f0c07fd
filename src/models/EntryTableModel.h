// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/CatalogIndex.h"

#include <QAbstractTableModel>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <memory>

namespace bincard {

/// What every grid that one types into has in common: rows, of which the last one is empty, to go on in, and changes,
/// each some rows in place of some others, that go over the undo stack. GUI thread.
template <typename Row>
class EntryTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setCatalog(std::shared_ptr<const CatalogIndex> catalog)
    {
        m_catalog = std::move(catalog);
        tellAll();
    }
    [[nodiscard]] const CatalogIndex &catalog() const { return *m_catalog; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

    [[nodiscard]] bool isEntryRow(int row) const { return row == rowCount() - 1; }
    [[nodiscard]] bool isEmptyRow(int row) const { return isEmpty(m_rows.at(row)); }
    /// Row of a row that says something, counted from 1 as errors count them; -1 if there is none.
    [[nodiscard]] int rowOfLine(int line) const
    {
        int count = 0;
        for (int row = 0; row < rowCount(); ++row) {
            if (!isEmptyRow(row) && ++count == line)
                return row;
        }
        return -1;
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    [[nodiscard]] virtual bool isEmpty(const Row &row) const = 0;
    [[nodiscard]] virtual Row emptyRow() const { return Row{}; }
    [[nodiscard]] virtual bool isSame(const Row &left, const Row &right) const = 0; ///< as a person sees it
    virtual void complete(Row &row) const { Q_UNUSED(row) } ///< fills in what follows from the rest of it
    virtual void replaced() = 0;                            ///< rows have changed
    virtual void tellTouched(int row, int column) = 0;      ///< undo or redo worked there

    /// The rows that say something.
    [[nodiscard]] QList<Row> filledRows() const
    {
        QList<Row> rows = m_rows;
        rows.removeIf([this](const Row &row) { return isEmpty(row); });
        return rows;
    }
    /// To be called within beginResetModel(). Undo forgets.
    void resetRows(QList<Row> rows)
    {
        for (Row &row : rows)
            complete(row);
        m_rows = std::move(rows);
        m_rows.append(emptyRow());
        m_undo.clear();
    }
    /// Puts `rows` in place of `count` rows from `first` on, as one step to undo called `what`, keeping an empty row at
    /// the end.
    void change(const QString &what, int first, int count, QList<Row> rows, int column);
    [[nodiscard]] static QList<int> ordered(QList<int> rows)
    {
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }
    /// One step, too; `rows` as ordered() has them.
    void takeAway(const QString &what, const QList<int> &rows)
    {
        if (rows.isEmpty())
            return;
        const int first = rows.constFirst(), last = rows.constLast();
        QList<Row> kept;
        for (int row = first; row <= last; ++row) {
            if (!rows.contains(row))
                kept << m_rows.at(row);
        }
        change(what, first, last - first + 1, kept, 0);
    }
    void tellAll()
    {
        if (columnCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    QList<Row> m_rows{Row{}}; ///< ends with the empty one
    std::shared_ptr<const CatalogIndex> m_catalog = std::make_shared<CatalogIndex>();

private:
    class Change;

    void replace(int first, int count, const QList<Row> &rows);

    QUndoStack m_undo;
};

template <typename Row>
class EntryTableModel<Row>::Change : public QUndoCommand
{
public:
    Change(EntryTableModel &model, const QString &what, int first, QList<Row> before, QList<Row> after, int column)
        : QUndoCommand(what)
        , m_model(model)
        , m_first(first)
        , m_column(column)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}

    void redo() override
    {
        m_model.replace(m_first, static_cast<int>(m_before.size()), m_after);
        if (m_done)
            m_model.tellTouched(m_first, m_column);
        m_done = true;
    }
    void undo() override
    {
        m_model.replace(m_first, static_cast<int>(m_after.size()), m_before);
        m_model.tellTouched(m_first, m_column);
    }

private:
    EntryTableModel &m_model;
    int m_first, m_column;
    QList<Row> m_before, m_after;
    bool m_done = false; ///< the first redo() is the change itself, whose place the person knows
};

template <typename Row>
void EntryTableModel<Row>::change(const QString &what, int first, int count, QList<Row> rows, int column)
{
    const bool endsEmpty = !rows.isEmpty() && isEmpty(rows.constLast());
    const bool reachesEnd = first + count == rowCount();
    if (!reachesEnd && first + count == rowCount() - 1 && endsEmpty)
        ++count; // the row that became empty takes the place of the empty one
    else if (reachesEnd && !endsEmpty)
        rows.append(emptyRow());
    for (Row &row : rows)
        complete(row);
    const QList<Row> before = m_rows.mid(first, count);
    const bool same = std::equal(before.begin(), before.end(), rows.begin(), rows.end(),
        [this](const Row &left, const Row &right) { return isSame(left, right); });
    if (!same)
        m_undo.push(new Change(*this, what, first, before, rows, column));
}

template <typename Row>
void EntryTableModel<Row>::replace(int first, int count, const QList<Row> &rows)
{
    // What stays in place is changed in place, so that selection and open editors survive.
    const int now = static_cast<int>(rows.size());
    const int common = std::min(count, now);
    for (int i = 0; i < common; ++i)
        m_rows[first + i] = rows.at(i);
    if (common > 0)
        emit dataChanged(index(first, 0), index(first + common - 1, columnCount() - 1));
    if (now > common) {
        beginInsertRows({}, first + common, first + now - 1);
        for (int i = common; i < now; ++i)
            m_rows.insert(first + i, rows.at(i));
        endInsertRows();
    } else if (count > common) {
        beginRemoveRows({}, first + common, first + count - 1);
        m_rows.remove(first + common, count - common);
        endRemoveRows();
    }
    replaced();
}

/// Lines with tabs between the cells, as spreadsheets copy them; lines without any text are left out.
[[nodiscard]] inline QList<QStringList> spreadsheetRows(const QString &text)
{
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    QList<QStringList> rows;
    for (const QString &line : plain.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            rows << line.split(u'\t');
    }
    return rows;
}

} // namespace bincard
