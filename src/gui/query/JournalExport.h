// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "service/QueryCode.h"

#include <QSaveFile>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace bincard {

class AppContext;

/// All rows are written; the file takes its place when it is committed, and is gone when it is dropped.
struct JournalFile
{
    std::shared_ptr<QSaveFile> file; ///< none: cancelled
    qint64 rows = 0;
};

/// Saves a journal of which a table shows only the first rows: the background lane reads it page by page, all of one
/// state of the book whoever posts meanwhile, and writes each page as it comes, so that a million movements take no more
/// memory than a thousand. The file is there whole, or as it was before. Shown while it runs: how far it is, and the way
/// out.
class JournalExport : public QWidget
{
    Q_OBJECT
public:
    explicit JournalExport(AppContext &context, QWidget *parent = nullptr);

    /// All movements that the question asks for, however many it takes at a time. `columns` are those of
    /// RegisterColumns::movements(), in the order wanted. One at a time.
    void start(const RegisterQuestion &question, const QList<int> &columns, const QString &path);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

signals:
    void failed(const bincard::Error &error); ///< nothing has been saved

private:
    void save(const Result<JournalFile> &written);
    void sayProgress(qint64 rows);
    void end();

    AppContext &m_context;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QString m_name;                    ///< of the file, as the progress calls it
    std::shared_ptr<JobControl> m_job; ///< while it runs
    Generation m_generation;
};

} // namespace bincard
