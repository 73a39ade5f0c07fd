// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include <functional>

namespace bincard {

/// What the rows are grouped by: dimensions that are ticked (Space), in an order that can be changed by dragging or with
/// Ctrl+Shift+Up and Ctrl+Shift+Down.
class GroupList : public QListWidget
{
    Q_OBJECT
public:
    explicit GroupList(QWidget *parent = nullptr);

    /// How dimensions are shown; checked() answers their own names.
    void setTitles(std::function<QString(const QString &name)> titleOf) { m_titleOf = std::move(titleOf); }
    void setDimensions(const QStringList &dimensions, const QStringList &checked);
    [[nodiscard]] QStringList checked() const;

signals:
    void edited();

protected:
    void dropEvent(QDropEvent *event) override;

private:
    void move(int by);
    std::function<QString(const QString &)> m_titleOf;
    bool m_filling = false;
};

} // namespace bincard
