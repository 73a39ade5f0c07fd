// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "models/JsonTableModel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace bincard {

class AppContext;
class DataTable;
class ErrorBanner;

/// Verify and rebuild, in the background: progress and cancel, and afterwards a table of what is wrong.
class VerifyPanel : public QWidget
{
    Q_OBJECT
public:
    explicit VerifyPanel(AppContext &context, QWidget *parent = nullptr);

    void setRegister(const QString &name); ///< the one that is chosen
    void verify(const QString &name);      ///< "" = all
    void rebuild(const QString &name);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const JsonTableModel &model() const { return m_model; }
    void focusFirst();

signals:
    /// `name` empty: all. `wrong` by register in `rows`.
    void verified(const QString &name, qint64 checked, const QJsonArray &rows);
    void runningChanged();

private:
    void start(const QString &what);
    void finish();
    void say(const QString &text, bool isBad);
    void updateState();

    AppContext &m_context;
    JsonTableModel m_model;
    QString m_name, m_summaryText;
    std::shared_ptr<JobControl> m_job;
    QPushButton *m_verify, *m_verifyAll, *m_rebuild, *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_summary;
    ErrorBanner *m_banner;
    DataTable *m_table;
};

} // namespace bincard
