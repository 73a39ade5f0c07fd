// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/TotalsRow.h"

#include "gui/CellDelegate.h"
#include "gui/LeadingColumns.h"
#include "gui/RowsView.h"
#include "gui/Theme.h"
#include "models/ValueTableModel.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>

namespace bincard {

TotalsRow::TotalsRow(RowsView *view) : m_view(view)
{
    setVisible(false);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const auto repaint = [this] { update(); };
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, repaint);
    connect(view->horizontalHeader(), &QHeaderView::sectionMoved, this, repaint);
    connect(view->horizontalHeader(), &QHeaderView::geometriesChanged, this, repaint);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, repaint);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void TotalsRow::setTexts(const QStringList &texts)
{
    m_texts = texts;
    setVisible(!texts.isEmpty());
    setAccessibleName(
        tr("Totals: %1").arg(QStringList(texts).filter(QRegularExpression(QStringLiteral("."))).join(u' ')));
    update();
}

QSize TotalsRow::sizeHint() const { return {0, Theme::instance().rowHeight() + 2}; }

void TotalsRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.window);
    painter.setPen(QPen(colors.dim, 1));
    painter.drawLine(0, 0, width(), 0);
    QFont font = Theme::withTabularFigures(m_view->font());
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);

    const QHeaderView *header = m_view->horizontalHeader();
    const int left = m_view->verticalHeader()->isVisible() ? m_view->verticalHeader()->width() : 0;
    const int margin = m_view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_view) + 1;
    const auto paintCell = [&](int column, int x) {
        const QString text = m_texts.value(column);
        if (text.isEmpty())
            return;
        QRect cell(x, 0, header->sectionSize(column), height());
        const auto alignment = m_view->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        cell.adjust(margin, 1, -margin, 0);
        painter.setPen(text.startsWith(QChar(0x2212)) ? colors.negative : colors.text);
        if (alignment & Qt::AlignRight)
            painter.drawText(cell, alignment, text);
        else // a heading such as "Totals of what is shown" may run on
            painter.drawText(cell.adjusted(0, 0, width(), 0), alignment | Qt::TextDontClip, text);
    };
    for (int column = 0; m_view->model() && column < m_view->model()->columnCount(); ++column) {
        if (!header->isSectionHidden(column))
            paintCell(column, left + header->sectionViewportPosition(column));
    }
    const int covered = m_view->leadingColumns() ? m_view->leadingColumns()->coveredWidth() : 0;
    if (covered == 0)
        return;
    painter.fillRect(0, 1, left + covered, height(), colors.window);
    painter.setClipRect(0, 1, left + covered, height());
    int x = left;
    const QList<int> leading = m_view->leadingColumns()->columns();
    for (const int column : leading) {
        paintCell(column, x);
        x += header->sectionSize(column);
    }
}

} // namespace bincard
