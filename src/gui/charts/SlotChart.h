// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/ChartColors.h"
#include "gui/charts/NiceTicks.h"
#include "models/ChartData.h"

#include <QtCharts/QChartView>

class QCategoryAxis;
class QLabel;

namespace bincard {

/// A chart of slots along one axis and values along the other. The whole slot answers to the pointer, not the few pixels
/// of a bar: hover shows its exact values, a click or Enter picks it, the arrow keys walk through the slots.
/// Axis labels are our own texts from exact numbers; Qt's would come from doubles and ignore the locale's rules.
class SlotChart : public QChartView
{
    Q_OBJECT
public:
    void setData(const ChartData &data);
    [[nodiscard]] const ChartData &data() const { return m_data; }
    [[nodiscard]] int currentSlot() const { return m_current; }
    void setCurrentSlot(int slot); ///< -1: none; shows its hover text
    [[nodiscard]] QString hoverText() const;
    /// What an axis says, for tests.
    [[nodiscard]] QStringList valueLabels() const;
    [[nodiscard]] QStringList slotLabels() const;

    QSize sizeHint() const override { return {320, 220}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

signals:
    void slotPicked(int slot);

protected:
    enum class Along { X, Y }; ///< the axis of the slots

    SlotChart(Along along, QWidget *parent);

    /// Makes the series of data() and attaches them. Slot i stands at position(i).
    virtual void addSeries() = 0;
    /// The ends of the value axis, before they are made round.
    [[nodiscard]] virtual std::pair<Decimal, Decimal> valueEnds() const = 0;
    /// Called when the plot's size or the data changed: axes may depend on both.
    virtual void layOutAxes();
    virtual void drawMarks(QPainter &painter);

    [[nodiscard]] ChartColors colors() const { return chartColors(); }
    [[nodiscard]] QCategoryAxis *slotAxis() const { return m_slotAxis; }
    [[nodiscard]] QCategoryAxis *valueAxis() const { return m_valueAxis; }
    [[nodiscard]] qreal position(int slot) const;               ///< on the slot axis
    [[nodiscard]] QPointF place(int slot, Decimal value) const; ///< in the view
    [[nodiscard]] QRectF slotRect(int slot) const;
    [[nodiscard]] int slotCount() const { return static_cast<int>(m_data.slotCount()); }
    void attach(QAbstractSeries *series);
    void setValueRange(Decimal low, Decimal high);
    void setSlotLabels(int every);
    /// Room for more slots than there are, so that few of them do not spread over the whole chart (along Y only).
    void setShownSlots(qreal count);

    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void rebuild();
    void layOut();
    void placeHover();
    [[nodiscard]] int slotAt(const QPointF &position) const;

    Along m_along;
    ChartData m_data;
    QCategoryAxis *m_slotAxis;
    QCategoryAxis *m_valueAxis;
    QLabel *m_hover;
    qreal m_shownSlots = 1;
    int m_current = -1;
    int m_pressed = -1;
};

} // namespace bincard
