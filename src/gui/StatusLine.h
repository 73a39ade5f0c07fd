// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace bincard {

class BookClient;
class BusyLine;

/// The status bar: the book and its engine, the last quiet success with its time, the sum of the selection, what runs,
/// and who works.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(BookClient &client, QWidget *parent = nullptr);

    void tell(const QString &text); ///< stays until the next; with the time of day
    void setSelection(const QString &text);
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString selection() const;

private:
    void bookChanged();

    BookClient &m_client;
    QLabel *m_book, *m_message, *m_selection, *m_running, *m_user;
    QTimer m_runningDelay; ///< quick answers are not worth a word
};

} // namespace bincard
