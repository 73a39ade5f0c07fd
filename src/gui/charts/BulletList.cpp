// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/BulletList.h"

#include "gui/charts/ChartColors.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace bincard {

namespace {

constexpr int gapPixels = 12;
constexpr int barPixels = 12;
constexpr int leastBarPixels = 40; ///< names may have the rest
/// Where the mark stands: behind it there is room for what is above its reorder point.
constexpr int markPercent = 80;

} // namespace

BulletList::BulletList(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
}

void BulletList::setRows(const QList<BulletRow> &rows)
{
    m_rows = rows;
    m_current = -1;
    updateScrollBar();
    viewport()->update();
}

void BulletList::setCurrentRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        row = -1;
    if (row == m_current)
        return;
    m_current = row;
    if (row >= 0) {
        setAccessibleDescription(m_rows.at(row).hover);
        const int top = row * rowHeight(), bottom = top + rowHeight();
        if (top < verticalScrollBar()->value())
            verticalScrollBar()->setValue(top);
        else if (bottom > verticalScrollBar()->value() + viewport()->height())
            verticalScrollBar()->setValue(bottom - viewport()->height());
    }
    viewport()->update();
}

int BulletList::rowHeight() const
{
    // Rows share the height there is, as the bars of the charts beside do, within what reads well.
    const int least = fontMetrics().height() + 2;
    const int most = fontMetrics().height() * 2 + 8;
    return m_rows.isEmpty() ? least : qBound(least, viewport()->height() / static_cast<int>(m_rows.size()), most);
}

int BulletList::rowAt(const QPoint &position) const
{
    const int row = (position.y() + verticalScrollBar()->value()) / rowHeight();
    return row >= 0 && row < m_rows.size() ? row : -1;
}

void BulletList::updateScrollBar()
{
    const int whole = rowHeight() * static_cast<int>(m_rows.size());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, qMax(0, whole - viewport()->height()));
}

void BulletList::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const ChartColors shades = chartColors();
    painter.fillRect(viewport()->rect(), shades.background);
    int figures = 0, names = 0;
    for (const BulletRow &row : std::as_const(m_rows)) {
        figures = qMax(figures, fontMetrics().horizontalAdvance(row.figures));
        names = qMax(names, fontMetrics().horizontalAdvance(row.name) + 1); // advances are rounded down
    }
    const int width = viewport()->width(), height = rowHeight();
    names = qMin(names, qMax(width * 2 / 5, width - figures - 2 * gapPixels - leastBarPixels));
    const int left = names + gapPixels, right = width - figures - gapPixels;
    const int mark = left + (right - left) * markPercent / 100;
    for (int i = 0; i < m_rows.size(); ++i) {
        const BulletRow &row = m_rows.at(i);
        const QRect line(0, i * height - verticalScrollBar()->value(), width, height);
        if (i == m_current)
            painter.fillRect(line, shades.highlight);
        painter.setPen(shades.text);
        painter.drawText(QRect(0, line.top(), names, height), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(row.name, Qt::ElideRight, names));
        painter.drawText(
            QRect(right + gapPixels, line.top(), figures, height), Qt::AlignRight | Qt::AlignVCenter, row.figures);
        if (right <= left)
            continue;
        const int top = line.center().y() - barPixels / 2;
        painter.fillRect(QRect(left, top, right - left, barPixels), shades.grid);
        const int length = qBound(0, (mark - left) * qBound(0, row.part, 125) / 100, right - left);
        painter.fillRect(QRect(left, top, length, barPixels), row.part < 100 ? shades.warning : shades.first);
        painter.fillRect(QRect(mark - 1, top - 4, 2, barPixels + 8), shades.text);
        if (i == m_current && hasFocus()) {
            painter.setPen(shades.first);
            painter.drawRect(line.adjusted(0, 0, -1, -1));
        }
    }
}

void BulletList::mouseMoveEvent(QMouseEvent *event)
{
    setCurrentRow(rowAt(event->position().toPoint()));
    viewport()->setCursor(m_current >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void BulletList::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0)
        emit rowPicked(row);
}

void BulletList::leaveEvent(QEvent *event)
{
    setCurrentRow(-1);
    QAbstractScrollArea::leaveEvent(event);
}

void BulletList::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up: setCurrentRow(qMax(0, m_current - 1)); return;
    case Qt::Key_Down: setCurrentRow(qMin(last, m_current + 1)); return;
    case Qt::Key_Home: setCurrentRow(0); return;
    case Qt::Key_End: setCurrentRow(last); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (m_current >= 0)
            emit rowPicked(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void BulletList::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrentRow(0);
    viewport()->update();
}

void BulletList::focusOutEvent(QFocusEvent *event)
{
    setCurrentRow(-1);
    QAbstractScrollArea::focusOutEvent(event);
}

bool BulletList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), m_rows.at(row).hover, viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BulletList::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

} // namespace bincard
