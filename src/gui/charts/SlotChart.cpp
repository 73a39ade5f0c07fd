// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/SlotChart.h"

#include "gui/charts/PlotValue.h"

#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QSet>

#include <algorithm>

namespace bincard {

namespace {

constexpr int labelGapPixels = 14;
constexpr int valueStepPixels = 38;

/// QCategoryAxis drops a label that it already has; an invisible tail keeps equal texts (two "Ann" of 10) apart.
QString unique(QString label, QSet<QString> &taken)
{
    while (taken.contains(label))
        label += QChar(0x200b);
    taken.insert(label);
    return label;
}

void clearLabels(QCategoryAxis *axis)
{
    const QStringList labels = axis->categoriesLabels();
    for (const QString &label : labels)
        axis->remove(label);
}

} // namespace

SlotChart::SlotChart(Along along, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_along(along)
    , m_slotAxis(new QCategoryAxis)
    , m_valueAxis(new QCategoryAxis)
    , m_hover(new QLabel(this))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({0, 4, 8, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    m_slotAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_valueAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_slotAxis->setGridLineVisible(false);
    chart()->addAxis(m_slotAxis, along == Along::X ? Qt::AlignBottom : Qt::AlignLeft);
    chart()->addAxis(m_valueAxis, along == Along::X ? Qt::AlignLeft : Qt::AlignBottom);

    m_hover->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hover->setFrameShape(QFrame::Box);
    m_hover->setAutoFillBackground(true);
    m_hover->setForegroundRole(QPalette::ToolTipText);
    m_hover->setBackgroundRole(QPalette::ToolTipBase);
    m_hover->setMargin(6);
    m_hover->hide();
    restyle();
}

void SlotChart::setData(const ChartData &data)
{
    m_data = data;
    m_current = -1;
    m_pressed = -1;
    m_hover->hide();
    rebuild();
}

void SlotChart::rebuild()
{
    chart()->removeAllSeries();
    if (slotCount() > 0) {
        setShownSlots(slotCount());
        addSeries();
    }
    layOut();
}

void SlotChart::layOut()
{
    if (slotCount() == 0)
        return;
    layOutAxes();
    // Labels take room from the plot, so the axes are laid out once more with the size that is left.
    chart()->layout()->activate();
    layOutAxes();
    viewport()->update();
}

void SlotChart::layOutAxes()
{
    const auto [low, high] = valueEnds();
    const qreal length = m_along == Along::X ? chart()->plotArea().height() : chart()->plotArea().width();
    const Ticks ticks = niceTicks(low, high, qBound(2, static_cast<int>(length) / valueStepPixels, 6), 0);
    const AxisTexts texts = axisTexts(ticks, m_data.unit);
    clearLabels(m_valueAxis);
    QSet<QString> taken;
    for (qsizetype i = 0; i < ticks.values.size(); ++i)
        m_valueAxis->append(unique(texts.labels.at(i), taken), plotValue(ticks.values.at(i)));
    setValueRange(ticks.values.first(), ticks.values.last());
    m_valueAxis->setTitleText(texts.title);

    const QFontMetrics metrics(m_slotAxis->labelsFont());
    int widest = 1;
    for (const QString &label : std::as_const(m_data.labels))
        widest = qMax(widest, metrics.horizontalAdvance(label));
    const int room = qMax(1, static_cast<int>(chart()->plotArea().width()) / (widest + labelGapPixels));
    setSlotLabels(qMax(1, (slotCount() + room - 1) / room));
}

void SlotChart::setValueRange(Decimal low, Decimal high) { m_valueAxis->setRange(plotValue(low), plotValue(high)); }

/// Labels every n-th slot, but none that would hang over an edge: Qt would cut it off.
void SlotChart::setSlotLabels(int every)
{
    clearLabels(m_slotAxis);
    const QFontMetrics metrics(m_slotAxis->labelsFont());
    const QRectF plot = chart()->plotArea();
    QSet<QString> taken;
    for (int slot = (every - 1) / 2; slot < slotCount(); slot += every) {
        const QString &label = m_data.labels.at(slot);
        const qreal end = slotRect(slot).center().x() + metrics.horizontalAdvance(label) / 2.0;
        if (end <= plot.right() + chart()->margins().right())
            m_slotAxis->append(unique(label, taken), position(slot));
    }
}

void SlotChart::setShownSlots(qreal count)
{
    m_shownSlots = qMax<qreal>(count, slotCount());
    m_slotAxis->setRange(slotCount() - 0.5 - m_shownSlots, slotCount() - 0.5);
}

void SlotChart::attach(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_slotAxis);
    series->attachAxis(m_valueAxis);
}

void SlotChart::restyle()
{
    const ChartColors shades = colors();
    setBackgroundBrush(shades.background);
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QCategoryAxis *axis : {m_slotAxis, m_valueAxis}) {
        axis->setLabelsBrush(shades.quiet);
        axis->setLabelsFont(small);
        axis->setTitleBrush(shades.quiet);
        axis->setTitleFont(small);
        axis->setLinePen(QPen(shades.grid, 1));
        axis->setGridLinePen(QPen(shades.grid, 1));
    }
    m_valueAxis->setLineVisible(false);
}

/// Along Y the first slot is at the top, as one reads; the axis counts from the bottom.
qreal SlotChart::position(int slot) const { return m_along == Along::X ? slot : slotCount() - 1 - slot; }

QPointF SlotChart::place(int slot, Decimal value) const
{
    const qreal along = position(slot), across = plotValue(value);
    const QPointF point = m_along == Along::X ? QPointF(along, across) : QPointF(across, along);
    const QList<QAbstractSeries *> series = chart()->series();
    return series.isEmpty() ? QPointF() : chart()->mapToPosition(point, series.first());
}

QRectF SlotChart::slotRect(int slot) const
{
    const QRectF plot = chart()->plotArea();
    if (slotCount() == 0)
        return {};
    if (m_along == Along::X) {
        const qreal width = plot.width() / slotCount();
        return {plot.left() + slot * width, plot.top(), width, plot.height()};
    }
    const qreal height = plot.height() / m_shownSlots;
    return {plot.left(), plot.top() + slot * height, plot.width(), height};
}

int SlotChart::slotAt(const QPointF &position) const
{
    const QRectF plot = chart()->plotArea();
    if (slotCount() == 0 || plot.isEmpty())
        return -1;
    // The labels beside a slot belong to it too.
    if (m_along == Along::X) {
        if (position.x() < plot.left() || position.x() >= plot.right())
            return -1;
        return qMin(static_cast<int>((position.x() - plot.left()) * slotCount() / plot.width()), slotCount() - 1);
    }
    if (position.y() < plot.top() || position.y() >= plot.bottom())
        return -1;
    const int slot = static_cast<int>((position.y() - plot.top()) * m_shownSlots / plot.height());
    return slot < slotCount() ? slot : -1;
}

QString SlotChart::hoverText() const
{
    return m_current >= 0 && m_current < m_data.hovers.size() ? m_data.hovers.at(m_current) : QString();
}

QStringList SlotChart::valueLabels() const { return m_valueAxis->categoriesLabels(); }

QStringList SlotChart::slotLabels() const { return m_slotAxis->categoriesLabels(); }

void SlotChart::setCurrentSlot(int slot)
{
    if (slot < 0 || slot >= slotCount())
        slot = -1;
    if (slot == m_current)
        return;
    m_current = slot;
    placeHover();
    viewport()->update();
}

void SlotChart::placeHover()
{
    const QString text = hoverText();
    setAccessibleDescription(text);
    m_hover->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    m_hover->setText(text);
    m_hover->adjustSize();
    const QRectF slot = slotRect(m_current);
    QPoint corner;
    if (m_along == Along::X) {
        corner = {static_cast<int>(slot.right()) + 8, static_cast<int>(slot.top()) + 8};
        if (corner.x() + m_hover->width() > width())
            corner.setX(static_cast<int>(slot.left()) - 8 - m_hover->width());
    } else {
        corner = {static_cast<int>(slot.center().x()), static_cast<int>(slot.bottom()) + 4};
        if (corner.y() + m_hover->height() > height())
            corner.setY(static_cast<int>(slot.top()) - 4 - m_hover->height());
    }
    m_hover->move(qBound(0, corner.x(), qMax(0, width() - m_hover->width())),
        qBound(0, corner.y(), qMax(0, height() - m_hover->height())));
    m_hover->raise();
}

void SlotChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_current >= 0)
        painter->fillRect(slotRect(m_current), colors().highlight);
}

void SlotChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    if (slotCount() > 0)
        drawMarks(*painter);
    if (hasFocus() && m_current >= 0) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors().first, 1));
        painter->drawRect(slotRect(m_current).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SlotChart::drawMarks(QPainter &) {}

void SlotChart::mouseMoveEvent(QMouseEvent *event)
{
    setCurrentSlot(slotAt(event->position()));
    setCursor(m_current >= 0 && isSignalConnected(QMetaMethod::fromSignal(&SlotChart::slotPicked))
            ? Qt::PointingHandCursor
            : Qt::ArrowCursor);
    event->accept();
}

void SlotChart::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? slotAt(event->position()) : -1;
    event->accept();
}

void SlotChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int slot = slotAt(event->position());
    if (event->button() == Qt::LeftButton && slot >= 0 && slot == m_pressed) {
        setCurrentSlot(slot);
        emit slotPicked(slot);
    }
    m_pressed = -1;
    event->accept();
}

void SlotChart::leaveEvent(QEvent *event)
{
    setCurrentSlot(-1);
    QChartView::leaveEvent(event);
}

void SlotChart::keyPressEvent(QKeyEvent *event)
{
    const int last = slotCount() - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        if ((event->key() == Qt::Key_Left) != (m_along == Along::X))
            break;
        setCurrentSlot(qMax(0, m_current - 1));
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        if ((event->key() == Qt::Key_Right) != (m_along == Along::X))
            break;
        setCurrentSlot(qMin(last, m_current + 1));
        return;
    case Qt::Key_Home: setCurrentSlot(0); return;
    case Qt::Key_End: setCurrentSlot(last); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (m_current >= 0)
            emit slotPicked(m_current);
        return;
    default: break;
    }
    QWidget::keyPressEvent(event); // Esc, Alt+Left and the rest are the page's
}

void SlotChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrentSlot(m_along == Along::X ? slotCount() - 1 : 0); // the latest month, the largest bar
    viewport()->update();
}

void SlotChart::focusOutEvent(QFocusEvent *event)
{
    setCurrentSlot(-1);
    QChartView::focusOutEvent(event);
}

void SlotChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        rebuild();
    }
}

void SlotChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
    if (m_current >= 0)
        placeHover();
}

} // namespace bincard
