// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/EntryTableModel.h"

#include <functional>

namespace bincard {

/// What is typed into a cell of a TextGridModel, and how.
struct GridCell
{
    enum class Kind {
        Text,
        Number,    ///< right-aligned; read by the locale's rules
        Day,       ///< kept as 2026-04-18, typed and seen as the locale has it
        Period,    ///< a day, or a day and a time: kept as 2026-04-18 or 2026-04-18T09:30:00
        Choice,    ///< one of `choices`: what is kept is the code, what is seen the name
        Reference, ///< a row of the catalog table `table`: what is kept is the code, what is seen code and name
    };
    Kind kind = Kind::Text;
    QList<CatalogChoice> choices = {};
    QString table = {};
    QString placeholder = {}; ///< shown dimmed in the empty row and in the editor
};

struct GridColumn
{
    QString id;    ///< the field of the contract that it fills ("period", "dimensions.name")
    QString title; ///< translated
    GridCell cell = {};
    QString toolTip = {};
};

/// A grid of texts as typed, with one empty row at the end to go on in. Choices and references are understood as soon as
/// they are typed (a name, a few letters); what they cannot mean stays and is marked. Everything else is judged by
/// whoever reads rows(), who marks what is wrong with setProblems(). All changes go over the undo stack. GUI thread.
class TextGridModel : public EntryTableModel<QStringList>
{
    Q_OBJECT
public:
    struct CellProblem
    {
        int row = 0, column = 0;
        QString text;
    };
    /// For grids in which a cell depends on the rest of its row.
    using CellOf = std::function<GridCell(const QStringList &row, int column)>;
    using IsLocked = std::function<bool(int row, int column)>;

    using EntryTableModel::EntryTableModel;

    void setColumns(const QList<GridColumn> &columns); ///< takes all rows away
    [[nodiscard]] const QList<GridColumn> &columns() const { return m_columns; }
    void setCellOf(CellOf cellOf) { m_cellOf = std::move(cellOf); }
    void setLocked(IsLocked locked);

    /// The rows that say something. Undo forgets.
    void setRows(const QList<QStringList> &rows);
    [[nodiscard]] QList<QStringList> rows() const { return filledRows(); }
    [[nodiscard]] GridCell cell(int row, int column) const;
    [[nodiscard]] int columnOf(const QString &id) const; ///< -1 if there is none
    [[nodiscard]] QList<CatalogChoice> choices(const GridCell &cell, const QString &text) const;

    void removeRows(QList<int> rows);
    int repeatRow(int row);        ///< row of the copy, or -1
    bool moveRow(int row, int by); ///< not past a locked row
    /// Tab-separated lines as spreadsheets copy them, from this cell on. A first line that repeats titles or ids of the
    /// columns is left out. Returns the number of lines taken.
    int paste(int row, int column, const QString &text);
    [[nodiscard]] QString copied(QList<int> rows) const;

    void setProblems(const QList<CellProblem> &problems);
    [[nodiscard]] const QList<CellProblem> &problems() const { return m_problems; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Qt::EditRole takes the text as typed; always true for an editable cell.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    void edited(); ///< rows() has changed, by a person or by undo
    void touched(int row, int column);

protected:
    [[nodiscard]] bool isEmpty(const QStringList &row) const override;
    [[nodiscard]] QStringList emptyRow() const override { return QStringList(m_columns.size()); }
    [[nodiscard]] bool isSame(const QStringList &left, const QStringList &right) const override
    {
        return left == right;
    }
    void replaced() override;
    void tellTouched(int row, int column) override { emit touched(row, column); }

private:
    [[nodiscard]] QString understood(const GridCell &cell, const QString &typed) const;
    [[nodiscard]] QString display(const GridCell &cell, const QString &text) const;
    [[nodiscard]] QString problem(int row, int column) const;
    [[nodiscard]] bool isLocked(int row, int column) const;

    QList<GridColumn> m_columns;
    CellOf m_cellOf;
    IsLocked m_locked;
    QList<CellProblem> m_problems;
};

} // namespace bincard
