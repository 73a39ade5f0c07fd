// SPDX-License-Identifier: GPL-3.0-or-later
// What the import page does: rehearsing, importing, telling the result.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/ImportPage.h"
#include "gui/import/ColumnsBox.h"
#include "gui/import/FormatBox.h"
#include "gui/import/MovementsBox.h"
#include "gui/import/OptionsBox.h"
#include "models/DocumentText.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace bincard {

MovementImportRequest ImportPage::movementRequest() const
{
    MovementImportRequest request;
    request.registerName = m_register->currentText();
    request.file = m_file;
    if (!m_preview.isJson) {
        request.format = m_format->format();
        request.columns = m_columns->columns();
        for (const QString &field : m_columns->fields()) {
            if (!request.columns.contains(field))
                request.columns.insert(field, QString()); // and not whichever is called like it
        }
    }
    m_movements->apply(request);
    return request;
}

std::optional<ImportRequest> ImportPage::otherRequest()
{
    ImportRequest request = m_preview.request();
    request.format = m_format->format();
    request.columns = m_columns->columns();
    if (request.kind != ImportKind::Documents)
        return request;
    if (const auto applied = m_options->apply(request); !applied.ok()) {
        m_banner->showError(applied.error());
        return std::nullopt;
    }
    if (request.columns.contains(QStringLiteral("warehouse")))
        request.constants.remove(QStringLiteral("warehouse")); // each row says it itself
    return request;
}

void ImportPage::run(bool dryRun)
{
    if (m_running || m_reading || m_preview.header.isEmpty())
        return;
    const bool movements = isMovements();
    MovementImportRequest ofMovements = movements ? movementRequest() : MovementImportRequest();
    ofMovements.dryRun = dryRun;
    std::optional<ImportRequest> other = movements ? ImportRequest() : otherRequest();
    if (!other)
        return;
    other->dryRun = dryRun;
    m_banner->clear();
    setRunning(true);
    auto job = std::make_shared<JobControl>();
    m_job = job;
    auto step = std::make_shared<std::atomic<int>>(0);
    job->receiver = this;
    job->onProgress = [this, step](qint64 done, qint64 total) {
        showProgress(static_cast<ImportProgress::Step>(step->load()), done, total);
    };
    context().client.request<ImportReport>(
        this,
        [=, request = *other](OpenBook &book) {
            const auto progress = [&](const ImportProgress &now) {
                step->store(static_cast<int>(now.step));
                return job->report(now.done, now.total);
            };
            return movements ? book.movementImport().run(ofMovements, progress) : book.imports().run(request, progress);
        },
        [this](const Result<ImportReport> &report) {
            setRunning(false);
            if (report.ok())
                showReport(*report);
            else
                m_banner->showError(report.error());
        },
        Lane::Background);
}

void ImportPage::showProgress(ImportProgress::Step step, qint64 done, qint64 total)
{
    switch (step) {
    case ImportProgress::Step::Reading:
        m_progressText->setText(tr("Reading the file: %1 of %2")
                                    .arg(QLocale().formattedDataSize(done), QLocale().formattedDataSize(total)));
        break;
    case ImportProgress::Step::Checking: m_progressText->setText(tr("Working out the opening stock")); break;
    case ImportProgress::Step::Writing:
        m_progressText->setText(isMovements()
                ? tr("Writing the balances")
                : tr("Documents: %1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
        break;
    }
    m_progress->setMaximum(1000);
    m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
}

QStringList ImportPage::counts(const ImportReport &report) const
{
    QStringList lines;
    if (isMovements()) {
        lines += (report.dryRun ? tr("%Ln movement(s) to post", nullptr, report.rowsTaken)
                                : tr("%Ln movement(s) posted", nullptr, report.rowsTaken))
            + QStringLiteral(", ") + tr("%Ln row(s) read.", nullptr, report.rowsRead);
    } else if (kind() == ImportKind::Documents) {
        QStringList kinds;
        for (auto it = report.documentsByKind.cbegin(); it != report.documentsByKind.cend(); ++it)
            if (const auto known = documentKind(it.key()); known.ok())
                kinds += tr("%1: %2").arg(text::kind(*known), QLocale().toString(it.value()));
        lines += tr("%Ln document(s) from %1 of %2 rows.", nullptr, report.documents)
                     .arg(QLocale().toString(report.rowsTaken), QLocale().toString(report.rowsRead));
        if (!kinds.isEmpty())
            lines += kinds.join(QStringLiteral(", "));
        if (report.itemsCreated > 0)
            lines += tr("%Ln new item(s).", nullptr, report.itemsCreated);
        if (report.partnersCreated > 0)
            lines += tr("%Ln new partner(s).", nullptr, report.partnersCreated);
        if (report.rowsWithoutPartner > 0)
            lines +=
                tr("%Ln row(s) without a partner went to the walk-in partner.", nullptr, report.rowsWithoutPartner);
        if (report.alreadyImported > 0)
            lines += tr("%Ln document(s) came with an earlier import.", nullptr, report.alreadyImported);
    } else {
        lines += tr("%Ln row(s) written", nullptr, report.catalogRows) + QStringLiteral(", ")
            + tr("%Ln row(s) read.", nullptr, report.rowsRead);
    }
    return lines;
}

QString ImportPage::outcome(const ImportReport &report) const
{
    if (report.dryRun)
        return report.cancelled ? tr("The check was cancelled.") : tr("Checked; nothing was written.");
    if (isMovements() && report.cancelled)
        return tr("Cancelled; nothing was written.");
    if (isMovements() && !report.problems.isEmpty())
        return tr("Nothing was posted: movements go in all together or not at all.");
    return report.cancelled ? tr("Cancelled. What was written stays; importing again goes on with the rest.")
                            : tr("Imported.");
}

void ImportPage::showReport(const ImportReport &report)
{
    // Causes first: the rows that merely share a document with them would bury them.
    QList<ImportProblem> problems = report.problems;
    std::stable_partition(
        problems.begin(), problems.end(), [](const ImportProblem &problem) { return problem.because == 0; });
    m_problemModel.set(problems);
    markProblems(problems);
    const QString outcome = this->outcome(report);
    QStringList lines{outcome};
    lines += counts(report);
    if (report.documentsLeftOut > 0)
        lines += tr("%Ln document(s) left out.", nullptr, report.documentsLeftOut);
    if (report.problemsBeyond > 0)
        lines += tr("%Ln further problem(s) are not listed.", nullptr, static_cast<int>(report.problemsBeyond));
    m_summary->setText(lines.join(u'\n'));
    m_problemTable->setEmptyText(tr("Nothing was left out."), QString());
    m_tabs->setCurrentIndex(1);
    m_tabs->setTabText(
        1, problems.isEmpty() ? tr("Res&ult") : tr("Res&ult (%L1)").arg(problems.size() + report.problemsBeyond));
    if (report.dryRun)
        return;
    context().tell(outcome);
    context().client.announceCatalog();
    context().client.announceDocuments();
}

/// It was about something else.
void ImportPage::forgetReport()
{
    m_problemModel.set({});
    m_problemTable->setEmptyText(tr("Nothing has been checked or imported yet."), QString());
    m_summary->clear();
    m_tabs->setTabText(1, tr("Res&ult"));
}

void ImportPage::setRunning(bool running)
{
    m_running = running;
    m_progressRow->setVisible(running);
    m_progress->setMaximum(0);
    m_progressText->setText(tr("Waiting for its turn"));
    m_cancel->setEnabled(running);
    if (!running)
        m_job.reset();
    updateState();
}

void ImportPage::updateState()
{
    const bool ready = !m_preview.header.isEmpty() && isSettled();
    m_check->setEnabled(ready);
    m_import->setEnabled(ready);
    m_kind->setEnabled(!m_running);
    const bool movements = isMovements(), documents = !movements && kind() == ImportKind::Documents;
    m_register->setEnabled(!m_running);
    m_register->setVisible(movements);
    m_movements->setEnabled(!m_running);
    m_movements->setVisible(movements);
    m_format->setVisible(!m_preview.isJson);
    m_columns->setVisible(!m_preview.isJson);
    m_cancel->setToolTip(movements
            ? tr("Stop; nothing is written")
            : tr("Stop; whole documents that are written stay, and a second run goes on with the others"));
    m_format->setEnabled(!m_running);
    m_columns->setEnabled(!m_running);
    m_options->setEnabled(!m_running);
    m_options->setVisible(documents);
    m_detailsRow->setVisible(documents);
    m_clearDetails->setVisible(!m_detailsFile.isEmpty());
}

} // namespace bincard
