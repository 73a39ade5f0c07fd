// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/GroupList.h"

#include "gui/Theme.h"

#include <QAction>

namespace bincard {

namespace {
constexpr int mostRows = 6;
}

GroupList::GroupList(QWidget *parent) : QListWidget(parent)
{
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setUniformItemSizes(true);
    setToolTip(tr("Tick with Space; change the order by dragging or with Ctrl+Shift+Up and Ctrl+Shift+Down."));
    connect(this, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            emit edited();
    });
    for (const int by : {-1, 1}) {
        auto *action = new QAction(by < 0 ? tr("Move up") : tr("Move down"), this);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | (by < 0 ? Qt::Key_Up : Qt::Key_Down)));
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, by] { move(by); });
        addAction(action);
    }
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void GroupList::setDimensions(const QStringList &dimensions, const QStringList &checked)
{
    m_filling = true;
    clear();
    // What is ticked stands first, in its order.
    QStringList names = checked;
    names.removeIf([&dimensions](const QString &name) { return !dimensions.contains(name); });
    const qsizetype ticked = names.size();
    for (const QString &name : dimensions) {
        if (!names.contains(name))
            names << name;
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto *item = new QListWidgetItem(m_titleOf ? m_titleOf(names.at(i)) : names.at(i), this);
        item->setData(Qt::UserRole, names.at(i));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(i < ticked ? Qt::Checked : Qt::Unchecked);
    }
    if (count() > 0)
        setCurrentRow(0);
    m_filling = false;
    const int rows = qBound(1, count(), mostRows);
    setFixedHeight(rows * qMax(sizeHintForRow(0), 2 * Theme::grid) + 2 * frameWidth() + Theme::grid / 2);
}

QStringList GroupList::checked() const
{
    QStringList names;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            names << item(row)->data(Qt::UserRole).toString();
    }
    return names;
}

void GroupList::move(int by)
{
    const int from = currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= count())
        return;
    m_filling = true;
    insertItem(to, takeItem(from));
    setCurrentRow(to);
    m_filling = false;
    emit edited();
}

void GroupList::dropEvent(QDropEvent *event)
{
    QListWidget::dropEvent(event);
    emit edited();
}

} // namespace bincard
