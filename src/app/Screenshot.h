// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace bincard {

class MainWindow;

/// Waits until the window shows what there is, saves a picture of it and ends the program: 0, or 1 with a message on
/// standard error if the book could not be opened, the page did not settle or the file could not be written.
class Screenshot : public QObject
{
    Q_OBJECT
public:
    Screenshot(MainWindow &window, const QString &file, bool errorsAreWelcome);

private:
    void look();
    void fail(const QString &why);

    MainWindow &m_window;
    QString m_file;
    bool m_errorsAreWelcome; ///< the picture is to show how an error looks
    QTimer m_timer;
    QElapsedTimer m_waiting;
    int m_settledLooks = 0;
};

} // namespace bincard
