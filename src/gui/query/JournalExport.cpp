// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/JournalExport.h"

#include "gui/Page.h"
#include "gui/TableExporter.h"
#include "gui/Theme.h"
#include "gui/query/QueryAnswer.h"
#include "models/CatalogCache.h"
#include "models/DocumentText.h"
#include "models/JsonTableModel.h"
#include "models/RegisterColumns.h"
#include "models/TableExport.h"
#include "service/OneState.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace bincard {

namespace {

constexpr int rowsAtOnce = 1000;

struct Order
{
    RegisterQuestion question;
    QList<int> columns;
    QString path;
    std::shared_ptr<const CatalogIndex> catalog;
};

/// In the worker's thread.
Result<JournalFile> writeJournal(OpenBook &book, const Order &order, JobControl &job)
{
    JournalFile written{std::make_shared<QSaveFile>(order.path)};
    QSaveFile &file = *written.file;
    if (!file.open(QIODevice::WriteOnly))
        return TableExporter::couldNotWrite(file);
    QHash<QString, QString> documentNumbers;
    JsonTableModel page; // makes texts of the rows
    page.setCatalog(order.catalog);
    page.setColumns(RegisterColumns::movements(order.question.definition, [&documentNumbers](const QString &recorder) {
        return text::recorder(recorder, documentNumbers.value(recorder));
    }));
    bool fits = file.write(toCsv(exportTable(page, order.columns))) >= 0;
    RegisterQuestion question = order.question;
    question.query.insert(QStringLiteral("limit"), rowsAtOnce);
    const auto read = [&]() -> Result<void> {
        for (bool more = true; more && fits;) {
            BINCARD_ASSIGN(answer, readAnswer(book, question));
            documentNumbers = answer.documentNumbers;
            page.setRows(answer.json.value(QLatin1String("rows")).toArray());
            fits = file.write(csvLines(exportTable(page, order.columns).rows)) >= 0;
            written.rows += page.rowCount();
            const QString next = answer.json.value(QLatin1String("next")).toString();
            question.query.insert(QStringLiteral("after"), next);
            more = !next.isEmpty();
            if (!job.report(written.rows, 0)) {
                written.file.reset();
                return {};
            }
        }
        return {};
    };
    BINCARD_TRY(inOneState(book, read));
    if (!fits)
        return TableExporter::couldNotWrite(file);
    return written;
}

} // namespace

JournalExport::JournalExport(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_progress(new QLabel)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_cancel->setObjectName(QStringLiteral("query.cancelExport"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_cancel);
    setFocusProxy(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &JournalExport::cancel);
    hide();
}

void JournalExport::start(const RegisterQuestion &question, const QList<int> &columns, const QString &path)
{
    if (isRunning())
        return;
    m_name = QFileInfo(path).fileName();
    m_job = std::make_shared<JobControl>();
    m_job->receiver = this;
    const int token = m_generation.next();
    m_job->onProgress = [this, token](qint64 rows, qint64) {
        if (m_generation.isCurrent(token))
            sayProgress(rows);
    };
    sayProgress(0);
    show();
    const Order order{question, columns, path, std::make_shared<const CatalogIndex>(m_context.catalog.snapshot())};
    m_context.client.request<JournalFile>(
        this, [order, job = m_job](OpenBook &book) { return writeJournal(book, order, *job); },
        [this, token](const Result<JournalFile> &written) {
            if (m_generation.isCurrent(token))
                save(written);
        },
        Lane::Background);
}

void JournalExport::save(const Result<JournalFile> &written)
{
    end();
    if (!written.ok()) {
        emit failed(written.error());
        return;
    }
    QSaveFile *file = written->file.get();
    if (!file)
        return; // the book is being closed
    if (!file->commit()) {
        emit failed(TableExporter::couldNotWrite(*file));
        return;
    }
    m_context.tell(tr("Saved %Ln row(s) as %1.", nullptr, static_cast<int>(written->rows))
                       .arg(QDir::toNativeSeparators(file->fileName())));
}

void JournalExport::cancel()
{
    if (!isRunning())
        return;
    m_context.tell(tr("Cancelled; nothing has been saved."));
    end();
}

void JournalExport::end()
{
    m_generation.next(); // what is still being written is not waited for: nobody commits it
    m_job->cancel();
    m_job.reset();
    hide();
}

void JournalExport::sayProgress(qint64 rows)
{
    m_progress->setText(tr("Saving as %1: %Ln row(s) so far", nullptr, static_cast<int>(rows)).arg(m_name));
}

} // namespace bincard
