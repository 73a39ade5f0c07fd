// SPDX-License-Identifier: GPL-3.0-or-later
// The import page before an import: what is imported, from which file, and how the file is read.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/ImportPage.h"
#include "gui/import/ColumnsBox.h"
#include "gui/import/FormatBox.h"
#include "gui/import/MovementsBox.h"
#include "gui/import/OptionsBox.h"
#include "service/KnownRegisters.h"
#include "service/RegisterService.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QStackedLayout>
#include <QTabWidget>

#include <algorithm>
#include <utility>

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
    m_wantedRegister = arguments.value(QStringLiteral("register")).toString();
    askRegisters();
    updateState();
    if (!m_readKind.isEmpty() && m_readKind != m_kind->currentData().toString())
        readPreview(Reading::New);
    const QString file = arguments.value(QStringLiteral("file")).toString();
    const QString details = arguments.value(QStringLiteral("details")).toString();
    if (file.isEmpty() || m_running || (file == m_file && details == m_detailsFile))
        return;
    m_detailsFile = details;
    setFile(file);
}

void ImportPage::askRegisters()
{
    const int token = m_listGeneration.next();
    ++m_listing;
    context().client.request<QList<RegisterDefinition>>(
        this, [](OpenBook &book) { return book.registers().list(); },
        [this, token](const Result<QList<RegisterDefinition>> &found) {
            --m_listing;
            if (!m_listGeneration.isCurrent(token))
                return;
            if (found.ok())
                fillRegisters(*found);
            else
                m_banner->showError(found.error());
            updateState();
        });
}

void ImportPage::fillRegisters(const QList<RegisterDefinition> &definitions)
{
    const QString before = m_register->currentText();
    if (!m_wantedRegister.isEmpty()) {
        const bool isThere =
            std::ranges::find(definitions, m_wantedRegister, &RegisterDefinition::name) != definitions.end();
        m_missing = isThere ? QString() : m_wantedRegister;
        if (!isThere)
            m_banner->showError(noSuchRegister(m_missing));
    }
    const QString wanted = m_wantedRegister.isEmpty() ? before : std::exchange(m_wantedRegister, {});
    m_register->clear();
    for (const RegisterDefinition &definition : definitions) {
        if (!definition.isLedger()) // entries of a ledger are posted one by one
            m_register->addItem(definition.name());
    }
    m_register->setCurrentIndex(qMax(0, m_register->findText(wanted)));
    if (isMovements() && !m_running && (m_register->count() == 0 || m_register->currentText() != before))
        readPreview(Reading::New);
}

void ImportPage::refresh()
{
    askRegisters();
    if (!m_reading)
        readPreview(Reading::Refreshed);
}

QVariantMap ImportPage::place() const
{
    return {{QStringLiteral("kind"), m_kind->currentData()}, {QStringLiteral("register"), m_register->currentText()},
        {QStringLiteral("file"), m_file}, {QStringLiteral("details"), m_detailsFile}};
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

bool ImportPage::isMovements() const { return m_kind->currentData().toString() == u"movements"; }

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
        isMovements() ? tr("Flat files and JSON (*.csv *.txt *.tsv *.json *.jsonl);;All files (*)")
                      : tr("Flat files (*.csv *.txt *.tsv);;All files (*)"));
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
    readPreview(Reading::New);
}

void ImportPage::setDetailsFile(const QString &path)
{
    if (m_running)
        return;
    m_detailsFile = path;
    readPreview(Reading::New);
}

void ImportPage::readPreview(Reading reading)
{
    if (m_file.isEmpty() || m_running)
        return;
    const bool movements = isMovements();
    if (movements && m_register->count() == 0) {
        m_generation.next();
        if (m_listing == 0) // else as soon as they are known
            takePreview(reading,
                Error(ErrorCode::NotFound,
                    {QT_TRANSLATE_NOOP("Error", "The book has no register that movements can be imported into."), {}}));
        return;
    }
    const bool documents = !movements && kind() == ImportKind::Documents;
    const QString file = m_file, details = documents ? m_detailsFile : QString();
    const auto format = reading == Reading::New ? std::optional<CsvFormat>() : m_format->format();
    MovementImportRequest wanted;
    if (movements) {
        wanted = movementRequest();
        wanted.format = format;
        if (reading == Reading::New || reading == Reading::NewColumns)
            wanted.columns.clear();
    }
    m_path->setText(QDir::toNativeSeparators(file));
    m_detailsPath->setText(QDir::toNativeSeparators(details));
    m_readKind = m_kind->currentData().toString();
    m_reading = true;
    updateState();
    m_previewTable->setBusy(true);
    const int generation = m_generation.next();
    context().client.request<ImportPreview>(
        this,
        [=, kind = kind()](OpenBook &book) {
            return movements ? book.movementImport().preview(wanted)
                             : ImportService::preview(file, kind, format, details);
        },
        [this, generation, reading](const Result<ImportPreview> &preview) {
            if (m_generation.isCurrent(generation))
                takePreview(reading, preview);
        },
        Lane::Background);
}

void ImportPage::takePreview(Reading reading, const Result<ImportPreview> &preview)
{
    m_reading = false;
    m_previewTable->setBusy(false);
    m_stack->setCurrentIndex(1);
    if (reading != Reading::Refreshed)
        m_tabs->setCurrentIndex(0);
    if (reading == Reading::New)
        forgetReport();
    if (preview.ok()) {
        // Which of other columns hold what was not judged by these: the request named the old ones.
        const bool others = isMovements() && preview->header != m_preview.header
            && (reading == Reading::Edited || reading == Reading::Refreshed);
        if (m_missing.isEmpty())
            m_banner->clear();
        else
            m_banner->showError(noSuchRegister(m_missing));
        showPreview(*preview, reading == Reading::Edited || reading == Reading::Refreshed);
        if (reading == Reading::New)
            m_options->setDiscountIsFraction(preview->discountIsFraction);
        if (reading == Reading::Refreshed && !isMovements())
            markProblems(m_problemModel.rows()); // the file is the same
        if (others)
            readPreview(Reading::NewColumns);
    } else {
        m_preview = ImportPreview();
        m_previewModel.clear();
        m_banner->showError(preview.error());
    }
    updateState();
}

void ImportPage::showPreview(const ImportPreview &preview, bool keepColumns)
{
    const bool sameColumns = preview.header == m_preview.header && preview.detailsHeader == m_preview.detailsHeader;
    const QMap<QString, QString> columns = keepColumns && sameColumns ? m_columns->columns() : preview.columns;
    m_preview = preview;
    m_format->setFormat(preview.format);
    m_columns->setColumns(preview.fields, preview.header, preview.detailsHeader, columns);
    // Of two files the lines are what has to be looked at.
    const bool details = !preview.detailsHeader.isEmpty();
    const QStringList &header = details ? preview.detailsHeader : preview.header;
    m_previewModel.set(header, details ? preview.detailsRows : preview.rows, m_columns->meanings(header, details));
    m_movements->setHasColumn(preview.isJson || !columns.value(QStringLiteral("recorder")).isEmpty());
    markProblems(preview.problems);
    QStringList notes;
    for (const Message &note : preview.notes)
        notes += note.translated();
    if (!notes.isEmpty())
        m_banner->showNotice(notes.join(u' '));
}

void ImportPage::columnsEdited()
{
    if (isMovements())
        readPreview(Reading::Edited); // what is wrong with the rows has changed, too
    else
        showMeanings();
}

/// In the first rows, where these are among them.
void ImportPage::markProblems(const QList<ImportProblem> &problems)
{
    const bool details = !m_preview.detailsHeader.isEmpty();
    const QMap<QString, QString> columns = m_columns->columns();
    QMap<std::pair<int, int>, QString> marks;
    for (const ImportProblem &problem : problems) {
        const qsizetype row = details ? -1 : m_preview.lines.indexOf(problem.line);
        if (row < 0)
            continue;
        const QString column = columns.value(problem.field);
        int place = -1;
        for (int i = 0; place < 0 && !column.isEmpty() && i < m_preview.header.size(); ++i)
            place = m_preview.header.at(i).trimmed() == column ? i : -1;
        QString &mark = marks[{static_cast<int>(row), place}];
        mark += (mark.isEmpty() ? QString() : QStringLiteral("\n")) + problem.reason.translated();
    }
    m_previewModel.setProblems(marks);
}

void ImportPage::showMeanings()
{
    const bool details = !m_preview.detailsHeader.isEmpty();
    m_previewModel.setMeanings(m_columns->meanings(details ? m_preview.detailsHeader : m_preview.header, details));
}

} // namespace bincard
