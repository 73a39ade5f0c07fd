// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/query/QueryAnswer.h"
#include "models/JsonTableModel.h"

#include <QSaveFile>
#include <QWidget>

class QLabel;
class QPushButton;

namespace bincard {

class AppContext;

/// Saves a journal of which a table shows only the first rows: reads it page by page in the background and writes each
/// page as it comes, so that a million movements take no more memory than a thousand. The file is there whole, or as it
/// was before. Shown while it runs: how far it is, and the way out.
class JournalExport : public QWidget
{
    Q_OBJECT
public:
    explicit JournalExport(AppContext &context, QWidget *parent = nullptr);

    /// All movements that the question asks for, however many it takes at a time. `columns` are those of
    /// RegisterColumns::movements(), in the order wanted. One at a time.
    void start(const RegisterQuestion &question, const QList<int> &columns, const QString &path);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_file != nullptr; }

signals:
    void failed(const bincard::Error &error); ///< nothing has been saved

private:
    void readOn();
    void write(const QueryAnswer &answer);
    void refuse(const Error &error);
    void sayProgress();
    void end();

    AppContext &m_context;
    QLabel *m_progress;
    QPushButton *m_cancel;
    std::unique_ptr<QSaveFile> m_file; ///< while it runs
    RegisterQuestion m_question;       ///< for the next page
    JsonTableModel m_page;             ///< makes texts of the rows
    QHash<QString, QString> m_documentNumbers;
    QList<int> m_columns;
    Generation m_generation;
    qint64 m_rows = 0; ///< written
};

} // namespace bincard
