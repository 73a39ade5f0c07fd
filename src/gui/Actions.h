// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QAction;
class QToolButton;
class QWidget;

namespace bincard {

/// An action that `owner` has and owns: its keys work wherever in `owner` the focus is, its tool tip names the first of
/// them. `iconName` may be empty.
QAction *newAction(QWidget *owner, const QString &name, const QString &iconName, const QString &text,
    const QList<QKeySequence> &keys, std::function<void()> triggered);
/// The same for a key alone, which no menu shows.
QAction *newKey(QWidget *owner, const QList<QKeySequence> &keys, std::function<void()> triggered);
/// Says more about an action than its text; the key stands behind it.
void setHint(QAction *action, const QString &hint);
/// Icon and text of an action.
[[nodiscard]] QToolButton *newButton(QAction *action);

/// Ctrl with either Enter: post, create, apply.
[[nodiscard]] QList<QKeySequence> postKeys();

} // namespace bincard
