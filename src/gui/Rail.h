// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace bincard {

/// The rail of pages at the left: an icon and a word each.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void setCurrent(const QString &page); ///< lights the entry that the page belongs to

signals:
    void chosen(const QString &page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHash<QString, QAbstractButton *> m_buttons;
};

} // namespace bincard
