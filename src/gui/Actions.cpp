// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Actions.h"

#include "gui/Icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QToolButton>
#include <QWidget>

namespace bincard {

QAction *newAction(QWidget *owner, const QString &name, const QString &iconName, const QString &text,
    const QList<QKeySequence> &keys, std::function<void()> triggered)
{
    QAction *action = newKey(owner, keys, std::move(triggered));
    action->setObjectName(name);
    action->setText(text);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    if (!keys.isEmpty())
        setHint(action, text);
    return action;
}

QAction *newKey(QWidget *owner, const QList<QKeySequence> &keys, std::function<void()> triggered)
{
    auto *action = new QAction(owner);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(action, &QAction::triggered, owner, std::move(triggered));
    owner->addAction(action);
    return action;
}

void setHint(QAction *action, const QString &hint)
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    //: What a button does, its key
    const QString both = QCoreApplication::translate("Actions", "%1 (%2)");
    action->setToolTip(key.isEmpty() ? hint : both.arg(hint, key));
}

QToolButton *newButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QList<QKeySequence> postKeys()
{
    return {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)};
}

} // namespace bincard
