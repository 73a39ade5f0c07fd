// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace bincard {

/// What the rows are grouped by: dimensions that are ticked (Space), in an order that can be changed by dragging or with
/// Ctrl+Shift+Up and Ctrl+Shift+Down.
class GroupList : public QListWidget
{
    Q_OBJECT
public:
    explicit GroupList(QWidget *parent = nullptr);

    void setDimensions(const QStringList &dimensions, const QStringList &checked);
    [[nodiscard]] QStringList checked() const;

signals:
    void edited();

protected:
    void dropEvent(QDropEvent *event) override;

private:
    void move(int by);
    bool m_filling = false;
};

} // namespace bincard
