// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

class QTableView;

namespace bincard {

/// What a person made of a table's columns (order, widths, which are shown, how it is sorted), remembered by the
/// columns' ids, so that a column added by a later version does not shift the others. Also the header's context menu.
class TableState : public QObject
{
    Q_OBJECT
public:
    TableState(QTableView *view, const QString &settingsKey);

    void restore(); ///< once the model with its columns is set; without anything remembered columns fit their contents
    void save() const;
    /// Id of the column that takes the room left over; unless told the one called name, item or note, else the widest text.
    void setStretchColumn(const QString &id) { m_stretchId = id; }
    /// Ids of columns that a person can do without where there is no room for them, the first to go first. As long as
    /// nobody has laid hand on the columns, a table does not scroll sideways: the arrows' room is given up first, then
    /// texts are cut short, then these go; before the names of a row are cut to some letters, too.
    void setSpareColumns(const QStringList &ids) { m_spareIds = ids; }
    /// Hides a column that says nothing here, or shows it again if there is room. Pages use this, not the view's own: what
    /// has gone for want of room would come back.
    void setShown(int column, bool shown);
    /// What stands below the columns: one of figures is never narrower than its sum.
    void setTotals(const QStringList &texts);
    /// The model has other columns now, or other figures: they arrange themselves anew, whatever was chosen for the old.
    void refit();
    /// The same unless a person has laid hand on the columns.
    void refitUnlessChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMenu(const QPoint &position);
    [[nodiscard]] QString columnId(int column) const;
    void fitColumns();
    void arrange();
    struct Widths
    {
        int natural = 0; ///< all of the contents, and the title with the arrow of sorting
        int tight = 0;   ///< the same without room for the arrow
        int least = 0;   ///< figures, and codes and numbers in the first column, as they are; of a text some words
    };
    [[nodiscard]] Widths measured(int column) const;
    [[nodiscard]] bool hasFigures(int column) const;
    [[nodiscard]] int totalWidth(int column) const;
    /// One column of texts takes the room that is left at the right, so that the table ends where the page ends.
    void stretch();
    [[nodiscard]] int stretchColumn() const;

    QTableView *m_view;
    QString m_key, m_stretchId;
    QStringList m_spareIds;
    QStringList m_totals;
    QHash<int, Widths> m_widths; ///< by column, while the columns arrange themselves
    QList<int> m_spared;         ///< columns that have gone for want of room
    int m_stretchBase = 0;       ///< its width without the room left over
    bool m_fitted = false, m_restoring = false;
    bool m_remembered = false; ///< there is something to remember: an order, a sorting, or
    bool m_own = false;        ///< widths and columns that a person has chosen; until then they arrange themselves
};

} // namespace bincard
