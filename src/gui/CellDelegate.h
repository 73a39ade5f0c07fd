// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QStyledItemDelegate>

class QAbstractItemView;

namespace bincard {

/// Draws the cells of our tables: numbers in tabular figures, right-aligned on the decimal point, negative ones red
/// (and with their minus), problems underlined, a corner marked where an edit is not
/// saved yet, cells that changed lit. Delegates with editors derive from
/// it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The tool tip of the cell; where there is none and its text is cut, the whole text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    /// The model changed: the widths of the decimals are measured anew.
    void forgetDecimals() { m_decimals.clear(); }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int decimalsOf(const QModelIndex &index) const;

    mutable QHash<int, int> m_decimals; ///< column -> most characters after the point
};

/// How many characters stand behind the decimal point of a number as shown by `locale`'s rules; 0 without a point.
[[nodiscard]] int shownDecimals(const QString &text, const QString &decimalPoint);

} // namespace bincard
