// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/EditedLine.h"
#include "models/EntryTableModel.h"
#include "service/DocumentService.h"

#include <optional>

namespace bincard {

/// The lines of a document as a grid one types into. There is always one empty line at the end to type the next item
/// in. Every change goes over the undo stack; saving is not its business. Amounts are exact (domain/Document.h). GUI
/// thread; works on values only.
class DocumentLinesModel : public EntryTableModel<EditedLine>
{
    Q_OBJECT
public:
    struct CellProblem
    {
        int row = 0;
        LineColumn column = LineColumn::Item;
        QString text;
    };

    using EntryTableModel::EntryTableModel;

    /// Shows other lines and forgets what could be undone.
    void setLines(DocumentKind kind, const QList<EditedLine> &lines);
    void setLines(DocumentKind kind, const QList<DocumentLine> &lines);
    /// The lines that say something, for saving and for the recovery file.
    [[nodiscard]] QList<DocumentLine> lines() const;
    [[nodiscard]] QList<EditedLine> editedLines() const { return filledRows(); }
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] Decimal total() const; ///< of the amounts; what leaves 18 digits is marked at its line and left out
    [[nodiscard]] bool hasColumn(LineColumn column) const; ///< whether the kind shows it
    [[nodiscard]] const EditedLine &line(int row) const { return m_rows.at(row); }
    /// While a save is under way nothing changes under it.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    void setItem(int row, const Item &item);
    /// Both go over the undo stack as one step. Rows that do not exist and the empty line are left alone.
    void removeLines(QList<int> rows);
    int repeatLine(int row); ///< row of the copy, or -1
    /// Tab-separated lines as spreadsheets copy them: item, quantity[, price[, discount]]. A first line of titles is
    /// left out. Returns the number of lines taken; what cannot be read stands in its cell and is marked there.
    int paste(int row, const QString &text);
    /// What paste() takes, in the locale's numbers without grouping.
    [[nodiscard]] QString copied(QList<int> rows) const;
    /// One more of an item: a new line with quantity 1, or +1 on the last line with that item. Returns the row.
    int addScanned(const Item &item);
    /// A scanned code that no item has: a line that says so, so that it is not lost. Returns the row.
    int addUnknown(const QString &code);

    void setProblem(int row, LineColumn column, const QString &text);
    void clearProblems(); ///< those of setProblem(); what cannot be read stays marked
    /// Everything marked, by row and column: unreadable cells and what saving said.
    [[nodiscard]] QList<CellProblem> problems() const;
    [[nodiscard]] bool hasUnreadableCells() const;

    [[nodiscard]] QStringList items() const; ///< distinct codes, in order of appearance
    void setAvailability(const QList<Availability> &figures);
    void clearAvailability() { setAvailability({}); }
    [[nodiscard]] const Availability *availability(int row) const;
    /// What this document leaves of the line's item, all its lines taken together. None while it is not known.
    [[nodiscard]] std::optional<Decimal> after(int row) const;
    [[nodiscard]] Decimal quantityOfItem(const QString &code) const; ///< over all lines
    [[nodiscard]] bool isShort(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Qt::EditRole takes the text as typed. Always true for an editable cell: what is no value is kept and marked.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    void edited();                                     ///< something a person would save has changed
    void itemsChanged();                               ///< the set of items() has
    void touched(int row, bincard::LineColumn column); ///< where undo or redo worked

protected:
    [[nodiscard]] bool isEmpty(const EditedLine &line) const override { return line.isEmpty(); }
    [[nodiscard]] bool isSame(const EditedLine &left, const EditedLine &right) const override
    {
        return left.sameContent(right);
    }
    void complete(EditedLine &edited) const override; ///< the amount
    void replaced() override;
    void tellTouched(int row, int column) override { emit touched(row, static_cast<LineColumn>(column)); }

private:
    [[nodiscard]] QString display(const EditedLine &edited, LineColumn column, int row) const;
    [[nodiscard]] QString editText(const EditedLine &edited, LineColumn column) const;
    [[nodiscard]] QString problem(int row, LineColumn column) const;
    [[nodiscard]] EditedLine withTyped(EditedLine edited, LineColumn column, const QString &text) const;
    [[nodiscard]] EditedLine withNumber(EditedLine edited, LineColumn column, const QString &text) const;
    [[nodiscard]] EditedLine withItem(EditedLine edited, const Item &item) const;
    [[nodiscard]] EditedLine fromCells(const QStringList &cells) const;
    [[nodiscard]] bool looksLikeTitles(const QStringList &cells) const;
    using EntryTableModel::change;
    void change(const QString &what, int first, int count, QList<EditedLine> lines, LineColumn column)
    {
        change(what, first, count, std::move(lines), static_cast<int>(column));
    }

    DocumentKind m_kind = DocumentKind::SalesOrder;
    QHash<QString, Availability> m_availability; ///< folded code
    QStringList m_items;                         ///< as told by itemsChanged()
    bool m_readOnly = false;
};

} // namespace bincard
