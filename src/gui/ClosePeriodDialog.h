// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QRadioButton;

namespace bincard {

class DateEdit;
class ErrorBanner;

/// Closes the book up to a date, or reopens it (rule E12). Says what that means before it is done.
class ClosePeriodDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ClosePeriodDialog(BookClient &client, QWidget *parent = nullptr);
    ~ClosePeriodDialog() override;

signals:
    void changed(QDate closedUntil); ///< invalid: everything is open

private:
    void ask();
    void apply();
    void answered(const Result<QDate> &until);
    void updateState();

    BookClient &m_client;
    QLabel *m_now, *m_meaning;
    QRadioButton *m_close, *m_reopen, *m_openAll;
    DateEdit *m_date;
    ErrorBanner *m_banner;
    QPushButton *m_ok;
    QDate m_closedUntil;
    bool m_known = false, m_working = false;
};

} // namespace bincard
