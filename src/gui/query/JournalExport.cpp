// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/JournalExport.h"

#include "gui/Page.h"
#include "gui/TableExporter.h"
#include "gui/Theme.h"
#include "models/CatalogCache.h"
#include "models/DocumentText.h"
#include "models/RegisterColumns.h"
#include "models/TableExport.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace bincard {

namespace {

constexpr int rowsAtOnce = 1000;

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
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        emit failed(TableExporter::couldNotWrite(*file));
        return;
    }
    m_file = std::move(file);
    m_question = question;
    m_question.query.insert(QStringLiteral("limit"), rowsAtOnce);
    m_columns = columns;
    m_rows = 0;
    m_page.setCatalog(std::make_shared<const CatalogIndex>(m_context.catalog.snapshot()));
    m_page.setColumns(RegisterColumns::movements(question.definition,
        [this](const QString &recorder) { return text::recorder(recorder, m_documentNumbers.value(recorder)); }));
    m_file->write(toCsv(exportTable(m_page, m_columns)));
    sayProgress();
    show();
    readOn();
}

void JournalExport::readOn()
{
    const int token = m_generation.next();
    m_context.client.request<QueryAnswer>(
        this, [question = m_question](OpenBook &book) { return readAnswer(book, question); },
        [this, token](const Result<QueryAnswer> &answer) {
            if (!m_generation.isCurrent(token))
                return;
            if (answer.ok())
                write(*answer);
            else
                refuse(answer.error());
        },
        Lane::Background);
}

void JournalExport::write(const QueryAnswer &answer)
{
    m_documentNumbers = answer.documentNumbers;
    m_page.setRows(answer.json.value(QLatin1String("rows")).toArray());
    m_rows += m_page.rowCount();
    if (m_file->write(csvLines(exportTable(m_page, m_columns).rows)) < 0) {
        refuse(TableExporter::couldNotWrite(*m_file));
        return;
    }
    if (const QString next = answer.json.value(QLatin1String("next")).toString(); !next.isEmpty()) {
        m_question.query.insert(QStringLiteral("after"), next);
        sayProgress();
        readOn();
        return;
    }
    if (!m_file->commit()) {
        refuse(TableExporter::couldNotWrite(*m_file));
        return;
    }
    m_context.tell(tr("Saved %Ln row(s) as %1.", nullptr, static_cast<int>(m_rows))
                       .arg(QDir::toNativeSeparators(m_file->fileName())));
    end();
}

void JournalExport::cancel()
{
    if (!isRunning())
        return;
    m_context.tell(tr("Cancelled; nothing has been saved."));
    end();
}

void JournalExport::refuse(const Error &error)
{
    end();
    emit failed(error);
}

void JournalExport::end()
{
    m_generation.next(); // what is still being read is not waited for
    m_file.reset();      // without a commit the file is as it was
    m_page.setRows({});
    m_documentNumbers.clear();
    hide();
}

void JournalExport::sayProgress()
{
    m_progress->setText(tr("Saving as %1: %Ln row(s) so far", nullptr, static_cast<int>(m_rows))
                            .arg(QFileInfo(m_file->fileName()).fileName()));
}

} // namespace bincard
