// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/BookLocation.h"

#include <QWidget>

class QListWidget;

namespace bincard {

/// What is seen while no book is open: how to get to one.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void refresh(); ///< the recent books
    void setBusy(bool busy);

signals:
    void newBook();
    void openBook();
    void demoBook();
    void connectToServer();
    void recentChosen(const bincard::BookLocation &location);

private:
    void removeCurrent();

    QWidget *m_choices;
    QListWidget *m_recent;
    QWidget *m_recentArea;
};

} // namespace bincard
