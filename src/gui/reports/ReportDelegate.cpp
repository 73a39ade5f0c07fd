// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/ReportDelegate.h"

#include "gui/Theme.h"
#include "models/ReportModel.h"

#include <QPainter>

namespace bincard {

namespace {

constexpr int stepPixels = 2 * Theme::grid;

} // namespace

int ReportDelegate::indent(const QModelIndex &index)
{
    // A report of one level has no sections and needs no room for triangles.
    const int depth = index.data(role::Depth).toInt();
    const bool section = index.data(role::Section).toBool();
    return depth == 0 && !section ? 0 : (depth + 1) * stepPixels;
}

void ReportDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    const Colors &colors = Theme::instance().colors();
    if (index.data(role::Dimmed).toBool()) {
        option->palette.setColor(QPalette::Text, colors.dim);
        option->palette.setColor(QPalette::HighlightedText, colors.dim);
    }
    // A section's sums are no Units (they would count twice in the sum of a selection), but look like numbers.
    if (index.data(role::Section).toBool() && (option->displayAlignment & Qt::AlignRight)) {
        option->font = Theme::withTabularFigures(option->font);
        if (option->text.startsWith(QChar(0x2212)))
            option->palette.setColor(QPalette::Text, colors.negative);
    }
}

void ReportDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int moved = index.column() == 0 ? indent(index) : 0;
    if (moved == 0) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    // The strip before the text belongs to the row: painted as an empty cell first, so that selection runs through.
    QStyleOptionViewItem strip = option;
    initStyleOption(&strip, index);
    strip.text.clear();
    strip.rect.setWidth(moved);
    strip.state &= ~QStyle::State_HasFocus;
    if (option.widget)
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &strip, painter, option.widget);
    QStyleOptionViewItem cell = option;
    cell.rect.setLeft(option.rect.left() + moved);
    CellDelegate::paint(painter, cell, index);
    if (!index.data(role::Section).toBool())
        return;
    const QPointF center(option.rect.left() + moved - stepPixels / 2.0, option.rect.center().y() + 0.5);
    const qreal size = 4;
    QPolygonF triangle;
    if (index.data(role::Folded).toBool())
        triangle << QPointF(-size / 2, -size) << QPointF(size / 2, 0) << QPointF(-size / 2, size);
    else
        triangle << QPointF(-size, -size / 2) << QPointF(size, -size / 2) << QPointF(0, size / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::instance().colors().dim);
    painter->drawPolygon(triangle.translated(center));
    painter->restore();
}

QSize ReportDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    if (index.column() == 0)
        size.rwidth() += indent(index);
    return size;
}

} // namespace bincard
