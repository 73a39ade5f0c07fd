// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentEditor.h"

#include "models/Format.h"

#include <algorithm>
#include <chrono>

namespace bincard {

using namespace std::chrono_literals;

namespace {

/// A new document, whose number is left to the book, is the same whatever number the book gave it.
bool sameAsSaved(const Document &document, Document saved)
{
    if (document.number.isEmpty())
        saved.number.clear();
    return sameContent(document, saved);
}

} // namespace

DocumentEditor::DocumentEditor(BookClient &client, QObject *parent) : QObject(parent), m_client(client)
{
    qRegisterMetaType<Action>();
    connect(&m_lines, &DocumentLinesModel::edited, this, &DocumentEditor::noteChange);
    connect(&m_lines, &DocumentLinesModel::itemsChanged, this, [this] { m_availabilityTimer.start(); });
    connect(&client, &BookClient::documentsChanged, this, [this] { m_availabilityTimer.start(); });
    m_availabilityTimer.setSingleShot(true);
    m_availabilityTimer.setInterval(80ms);
    connect(&m_availabilityTimer, &QTimer::timeout, this, &DocumentEditor::refreshAvailability);
    m_recoveryTimer.setSingleShot(true);
    m_recoveryTimer.setInterval(500ms);
    connect(&m_recoveryTimer, &QTimer::timeout, this, &DocumentEditor::keepForRecovery);
}

DocumentEditor::~DocumentEditor() = default;

void DocumentEditor::setCatalog(std::shared_ptr<const CatalogIndex> catalog)
{
    m_lines.setCatalog(std::move(catalog));
    emit headerChanged();
}

// --- what is in work
// --------------------------------------------------------------------------------------------------

void DocumentEditor::startNew(DocumentKind kind, QDate date, const QString &warehouse)
{
    m_loads.next();
    Document document;
    document.id = QUuid::createUuid();
    document.kind = kind;
    document.date = date;
    document.warehouse = warehouse;
    m_saved = document;
    show(document);
}

void DocumentEditor::duplicate(QDate date)
{
    Document copy = document();
    QList<EditedLine> lines = m_lines.editedLines();
    for (EditedLine &line : lines)
        line.problems.clear();
    startNew(copy.kind, date, copy.warehouse);
    copy.id = m_header.id;
    copy.number.clear();
    copy.date = date;
    copy.state = DocumentState::Draft;
    copy.version = 0;
    copy.lines.clear();
    show(copy);
    showLines(lines);
    noteChange();
}

void DocumentEditor::restore(const DocumentDraft &draft)
{
    m_loads.next();
    m_saved = draft.header;
    m_saved.lines.clear();
    show(draft.header, draft.dateText);
    showLines(draft.lines);
    m_restored = true; // whatever the book has of it, this much is not saved
    if (m_recovery)
        m_recovery->forgetLeftOver(draft.header.id);
    noteChange();
    keepForRecovery();
}

void DocumentEditor::show(const Document &document, const QString &dateText)
{
    const bool sameLines = document.id == m_header.id && document.kind == m_header.kind
        && document.lines.size() == m_lines.lineCount() && !m_lines.hasUnreadableCells() && [&] {
               const QList<DocumentLine> now = m_lines.lines();
               return std::equal(now.begin(), now.end(), document.lines.begin(),
                   [](const DocumentLine &left, const DocumentLine &right) { return sameContent(left, right); });
           }();
    const bool another = document.id != m_header.id || document.kind != m_header.kind || document.date != m_header.date;
    m_header = document;
    m_header.lines.clear();
    m_dateText = dateText;
    m_restored = false;
    m_conflict.reset();
    if (sameLines)
        m_lines.clearProblems(); // the cursor and what can be undone stay
    else
        m_lines.setLines(document.kind, document.lines);
    if (another) {
        m_suggestedYear = 0;
        m_suggestedNumber.clear();
    }
    requestSuggestion();
    m_availabilityTimer.start();
    emit shown();
    emit headerChanged();
}

void DocumentEditor::showLines(const QList<EditedLine> &lines)
{
    m_lines.setLines(m_header.kind, lines);
    m_availabilityTimer.start();
}

Document DocumentEditor::document() const
{
    Document document = m_header;
    document.lines = m_lines.lines();
    document.total = m_lines.total();
    return document;
}

bool DocumentEditor::isModified() const
{
    return m_restored || !m_dateText.isEmpty() || m_lines.hasUnreadableCells() || !sameAsSaved(document(), m_saved);
}

void DocumentEditor::noteChange()
{
    if (m_running == Action::None || m_running == Action::Load)
        m_recoveryTimer.start();
    emit changed();
}

// --- header
// -----------------------------------------------------------------------------------------------------------

void DocumentEditor::setNumber(const QString &number)
{
    if (m_header.number == number.trimmed())
        return;
    m_header.number = number.trimmed();
    noteChange();
}

void DocumentEditor::setDateText(const QString &text, QDate today)
{
    const Result<QDate> date = format::parseDate(text, today);
    const QString kept = date ? QString() : text;
    if (date && *date == m_header.date && m_dateText.isEmpty())
        return;
    m_dateText = kept;
    if (date)
        m_header.date = *date;
    requestSuggestion();
    m_availabilityTimer.start();
    noteChange();
    emit headerChanged();
}

void DocumentEditor::setPartner(const QString &text)
{
    const Partner *partner = catalog().resolvePartner(text);
    const QString kept = partner ? partner->code : text.trimmed();
    if (kept == m_header.partner)
        return;
    m_header.partner = kept;
    m_header.partnerName = partner ? partner->name : QString();
    noteChange();
    emit headerChanged();
}

void DocumentEditor::setWarehouse(const QString &text)
{
    const Warehouse *warehouse = catalog().resolveWarehouse(text);
    const QString kept = warehouse ? warehouse->code : text.trimmed();
    if (kept == m_header.warehouse)
        return;
    m_header.warehouse = kept;
    m_header.warehouseName = warehouse ? warehouse->name : QString();
    m_lines.clearAvailability(); // it was another warehouse's
    m_availabilityTimer.start();
    noteChange();
    emit headerChanged();
}

void DocumentEditor::setWarehouseTo(const QString &text)
{
    const Warehouse *warehouse = catalog().resolveWarehouse(text);
    const QString kept = warehouse ? warehouse->code : text.trimmed();
    if (kept == m_header.warehouseTo)
        return;
    m_header.warehouseTo = kept;
    m_header.warehouseToName = warehouse ? warehouse->name : QString();
    noteChange();
    emit headerChanged();
}

void DocumentEditor::setNote(const QString &note)
{
    if (m_header.note == note)
        return;
    m_header.note = note;
    noteChange();
}

// --- recovery
// ---------------------------------------------------------------------------------------------------------

void DocumentEditor::setRecovery(std::unique_ptr<DraftRecovery> recovery) { m_recovery = std::move(recovery); }

DocumentDraft DocumentEditor::draft() const
{
    return {m_header, m_dateText, m_lines.editedLines(), QDateTime::currentDateTimeUtc()};
}

void DocumentEditor::keepForRecovery()
{
    m_recoveryTimer.stop();
    if (!m_recovery)
        return;
    if (!isModified()) {
        m_recovery->forget();
        return;
    }
    if (const Result<void> kept = m_recovery->keep(draft()); !kept)
        emit recoveryFailed(kept.error());
}

void DocumentEditor::dropChanges()
{
    m_recoveryTimer.stop();
    if (m_recovery)
        m_recovery->forget();
}

} // namespace bincard
