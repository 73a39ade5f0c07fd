// SPDX-License-Identifier: GPL-3.0-or-later
// What the import page does: reading the preview, rehearsing, importing, telling the result.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/ImportPage.h"
#include "gui/import/ColumnsBox.h"
#include "gui/import/FormatBox.h"
#include "gui/import/OptionsBox.h"
#include "models/DocumentText.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace bincard {

namespace {

const QString folderKey = QStringLiteral("import/folder");

QString droppedFile(const QMimeData *data)
{
    return data->hasUrls() && data->urls().size() == 1 ? data->urls().constFirst().toLocalFile() : QString();
}

} // namespace

// --- the page ---------------------------------------------------------------------------------------------------------

void ImportPage::activate(const QVariantMap &arguments)
{
    const QString kind = arguments.value(QStringLiteral("kind")).toString();
    if (const int index = m_kind->findData(kind); index >= 0 && !m_running)
        m_kind->setCurrentIndex(index);
    const QString file = arguments.value(QStringLiteral("file")).toString();
    const QString details = arguments.value(QStringLiteral("details")).toString();
    if (file.isEmpty() || m_running || (file == m_file && details == m_detailsFile))
        return;
    m_detailsFile = details;
    setFile(file);
}

void ImportPage::refresh()
{
    if (!m_file.isEmpty() && isSettled())
        readPreview(false);
}

QVariantMap ImportPage::place() const
{
    return {{QStringLiteral("kind"), code(kind())}, {QStringLiteral("file"), m_file},
        {QStringLiteral("details"), m_detailsFile}};
}

void ImportPage::focusFilter()
{
    if (m_tabs->currentIndex() == 1)
        m_problemTable->view()->setFocus();
    else
        m_previewTable->view()->setFocus();
}

bool ImportPage::mayLeave()
{
    if (!m_running)
        return true;
    m_banner->showNotice(tr("An import is under way. Cancel it, or wait for it to end."));
    return false;
}

QString ImportPage::summary() const { return m_summary->text(); }

ImportKind ImportPage::kind() const
{
    const auto known = importKind(m_kind->currentData().toString());
    return known.ok() ? *known : ImportKind::Documents;
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_running && !droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_detailsFile.clear();
    setFile(droppedFile(event->mimeData()));
}

// --- the file ---------------------------------------------------------------------------------------------------------

void ImportPage::chooseFile(bool details)
{
    QSettings settings;
    const QString folder = settings.value(folderKey, QDir::homePath()).toString();
    // Not QFileDialog::getOpenFileName(): that would spin an event loop of its own.
    auto *dialog = new QFileDialog(this, details ? tr("The file with the lines") : tr("Import a file"), folder,
        tr("Flat files (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, details](const QString &path) {
        QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
        if (details)
            setDetailsFile(path);
        else
            setFile(path);
    });
    dialog->open();
}

void ImportPage::setFile(const QString &path)
{
    if (m_running)
        return;
    m_file = path;
    m_options->setDefaults();
    readPreview(true);
}

void ImportPage::setDetailsFile(const QString &path)
{
    if (m_running)
        return;
    m_detailsFile = path;
    readPreview(true);
}

void ImportPage::readPreview(bool detect)
{
    if (m_file.isEmpty() || m_running)
        return;
    const bool documents = kind() == ImportKind::Documents;
    const QString file = m_file, details = documents ? m_detailsFile : QString();
    const auto format = detect ? std::optional<CsvFormat>() : m_format->format();
    m_path->setText(QDir::toNativeSeparators(file));
    m_detailsPath->setText(QDir::toNativeSeparators(details));
    m_reading = true;
    updateState();
    m_previewTable->setBusy(true);
    const int generation = m_generation.next();
    context().client.request<ImportPreview>(
        this, [=, wanted = kind()](OpenBook &) { return ImportService::preview(file, wanted, format, details); },
        [this, generation, detect](const Result<ImportPreview> &preview) {
            if (!m_generation.isCurrent(generation))
                return;
            m_reading = false;
            m_previewTable->setBusy(false);
            m_stack->setCurrentIndex(1);
            m_tabs->setCurrentIndex(0);
            if (preview.ok()) {
                m_banner->clear();
                showPreview(*preview, !detect);
                if (detect)
                    m_options->setDiscountIsFraction(preview->discountIsFraction);
            } else {
                m_preview = ImportPreview();
                m_previewModel.clear();
                m_banner->showError(preview.error());
            }
            updateState();
        },
        Lane::Background);
}

void ImportPage::showPreview(const ImportPreview &preview, bool keepColumns)
{
    const bool sameColumns = preview.header == m_preview.header && preview.detailsHeader == m_preview.detailsHeader;
    const QMap<QString, QString> columns = keepColumns && sameColumns ? m_columns->columns() : preview.columns;
    m_preview = preview;
    m_format->setFormat(preview.format);
    m_columns->setColumns(preview.kind, preview.header, preview.detailsHeader, columns);
    // As wide as its fields, and never wider: the table beside it needs the room.
    m_settings->setMinimumWidth(
        m_settings->widget()->minimumSizeHint().width() + m_settings->verticalScrollBar()->sizeHint().width());
    // Of two files the lines are what has to be looked at.
    const bool details = !preview.detailsHeader.isEmpty();
    const QStringList &header = details ? preview.detailsHeader : preview.header;
    m_previewModel.set(header, details ? preview.detailsRows : preview.rows, m_columns->meanings(header, details));
    QStringList notes;
    for (const Message &note : preview.notes)
        notes += note.translated();
    if (!notes.isEmpty())
        m_banner->showNotice(notes.join(u' '));
}

void ImportPage::showMeanings()
{
    const bool details = !m_preview.detailsHeader.isEmpty();
    m_previewModel.setMeanings(m_columns->meanings(details ? m_preview.detailsHeader : m_preview.header, details));
}

// --- the import -------------------------------------------------------------------------------------------------------

void ImportPage::run(bool dryRun)
{
    if (m_running || m_reading || m_preview.header.isEmpty())
        return;
    ImportRequest request = m_preview.request();
    request.format = m_format->format();
    request.columns = m_columns->columns();
    request.dryRun = dryRun;
    if (request.kind == ImportKind::Documents) {
        if (const auto applied = m_options->apply(request); !applied.ok()) {
            m_banner->showError(applied.error());
            return;
        }
        if (request.columns.contains(QStringLiteral("warehouse")))
            request.constants.remove(QStringLiteral("warehouse")); // each row says it itself
    }
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
        [request, job, step](OpenBook &book) {
            return book.imports().run(request, [&](const ImportProgress &progress) {
                step->store(static_cast<int>(progress.step));
                return job->report(progress.done, progress.total);
            });
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
        m_progressText->setText(tr("Documents: %1 of %2").arg(QLocale().toString(done), QLocale().toString(total)));
        break;
    }
    m_progress->setMaximum(1000);
    m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
}

QStringList ImportPage::counts(const ImportReport &report) const
{
    QStringList lines;
    if (kind() == ImportKind::Documents) {
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

void ImportPage::showReport(const ImportReport &report)
{
    // Causes first: the rows that merely share a document with them would bury them.
    QList<ImportProblem> problems = report.problems;
    std::stable_partition(
        problems.begin(), problems.end(), [](const ImportProblem &problem) { return problem.because == 0; });
    m_problemModel.set(problems);
    QString outcome;
    if (report.dryRun)
        outcome = report.cancelled ? tr("The check was cancelled.") : tr("Checked; nothing was written.");
    else
        outcome = report.cancelled ? tr("Cancelled. What was written stays; importing again goes on with the rest.")
                                   : tr("Imported.");
    QStringList lines{outcome};
    lines += counts(report);
    if (report.documentsLeftOut > 0)
        lines += tr("%Ln document(s) left out.", nullptr, report.documentsLeftOut);
    m_summary->setText(lines.join(u'\n'));
    m_tabs->setCurrentIndex(1);
    m_tabs->setTabText(1, problems.isEmpty() ? tr("Res&ult") : tr("Res&ult (%L1)").arg(problems.size()));
    if (report.dryRun)
        return;
    context().tell(outcome);
    context().client.announceCatalog();
    context().client.announceDocuments();
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
    m_format->setEnabled(!m_running);
    m_columns->setEnabled(!m_running);
    m_options->setEnabled(!m_running);
    m_options->setVisible(kind() == ImportKind::Documents);
    m_detailsRow->setVisible(kind() == ImportKind::Documents);
    m_clearDetails->setVisible(!m_detailsFile.isEmpty());
}

} // namespace bincard
