// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QStringList>

namespace bincard {

/// One item against its reorder point. `part` is what there is of what there should be, in percent, 0..100 or more.
struct BulletRow
{
    QString name;
    QString figures; ///< "12 of 40 pcs"
    QString hover;
    int part = 0;
};

/// A list of short bars, each against the same mark: how far an item is below its reorder point. Drawn by hand, because
/// names, bars and figures must stand in columns, which Qt Charts cannot do. Arrow keys walk, Enter or a click picks.
class BulletList : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit BulletList(QWidget *parent = nullptr);

    void setRows(const QList<BulletRow> &rows);
    [[nodiscard]] const QList<BulletRow> &rows() const { return m_rows; }
    [[nodiscard]] int currentRow() const { return m_current; }
    void setCurrentRow(int row);

    QSize sizeHint() const override { return {320, 220}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

signals:
    void rowPicked(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int rowAt(const QPoint &position) const;
    void updateScrollBar();

    QList<BulletRow> m_rows;
    int m_current = -1;
};

} // namespace bincard
