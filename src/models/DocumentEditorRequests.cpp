// SPDX-License-Identifier: GPL-3.0-or-later
// What DocumentEditor asks of the book and does with the answers.
#include "models/DocumentEditor.h"

#include "service/OpenBook.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

void DocumentEditor::setRunning(Action action)
{
    if (m_running == action)
        return;
    m_running = action;
    m_lines.setReadOnly(action != Action::None);
    emit runningChanged();
}

bool DocumentEditor::isSettled() const
{
    return m_running == Action::None && !m_availabilityTimer.isActive() && !m_availabilityRunning
        && !m_suggestionRunning;
}

void DocumentEditor::load(const QUuid &id)
{
    const int generation = m_loads.next();
    setRunning(Action::Load);
    m_client.request<Document>(
        this, [id](OpenBook &book) { return book.documents().load(id); },
        [this, generation](Result<Document> result) {
            if (!m_loads.isCurrent(generation))
                return;
            setRunning(Action::None);
            if (!result) {
                emit loadFailed(result.error());
                return;
            }
            m_saved = *result;
            show(*result);
        });
}

// --- saving
// -----------------------------------------------------------------------------------------------------------

/// What cannot be sent because it means nothing; the book finds the rest.
QList<Problem> DocumentEditor::unreadable() const
{
    QList<Problem> problems;
    const auto add = [&problems](const char *field, Message message) {
        problems.append({QString::fromLatin1(field), 0, std::move(message)});
    };
    if (!m_dateText.isEmpty())
        add("date", {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date."), {m_dateText}});
    if (!m_header.partner.isEmpty() && !catalog().partner(m_header.partner))
        add("partner", {QT_TRANSLATE_NOOP("Error", "No partner has the code or name \"%1\"."), {m_header.partner}});
    if (!m_header.warehouse.isEmpty() && !catalog().warehouse(m_header.warehouse))
        add("warehouse",
            {QT_TRANSLATE_NOOP("Error", "No warehouse has the code or name \"%1\"."), {m_header.warehouse}});
    if (!m_header.warehouseTo.isEmpty() && !catalog().warehouse(m_header.warehouseTo))
        add("warehouse_to",
            {QT_TRANSLATE_NOOP("Error", "No warehouse has the code or name \"%1\"."), {m_header.warehouseTo}});
    if (m_lines.hasUnreadableCells())
        add("lines", {QT_TRANSLATE_NOOP("Error", "Some cells cannot be read; they are marked."), {}});
    return problems;
}

void DocumentEditor::save() { run(m_header.state == DocumentState::Posted ? Action::Post : Action::Save); }

void DocumentEditor::post() { run(Action::Post); }

void DocumentEditor::unpost() { run(Action::Unpost); }

void DocumentEditor::run(Action action)
{
    if (m_running != Action::None)
        return;
    m_lines.clearProblems();
    // Unposting takes back what the book has; what is typed beside it stays typed.
    if (action == Action::Save || action == Action::Post) {
        if (const QList<Problem> problems = unreadable(); !problems.isEmpty()) {
            emit refused(Error::validation(problems));
            return;
        }
    }
    m_conflict.reset();
    keepForRecovery(); // before anything can go wrong
    setRunning(action);
    const Document document = this->document();
    send(action, document, requestIdFor(action, document));
}

QUuid DocumentEditor::requestIdFor(Action action, const Document &document)
{
    const bool same = m_unanswered.action == action && m_unanswered.document.id == document.id
        && m_unanswered.document.version == document.version && sameContent(m_unanswered.document, document);
    if (!same)
        m_unanswered = {QUuid::createUuid(), action, document};
    return m_unanswered.id;
}

void DocumentEditor::send(Action action, const Document &document, const QUuid &requestId)
{
    const auto job = [action, document, requestId](OpenBook &book) -> Result<Reply> {
        DocumentService &documents = book.documents();
        const auto saved = [&]() -> Result<Document> {
            switch (action) {
            case Action::Post: return documents.saveAndPost(document, requestId);
            case Action::Unpost: return documents.unpost(document.id, document.version, requestId);
            default: return documents.saveDraft(document, requestId);
            }
        }();
        Reply reply;
        if (saved) {
            reply.document = *saved;
            return reply;
        }
        reply.error = saved.error();
        // Also a first save whose answer was lost, repeated with other content.
        if (saved.error().code() == ErrorCode::Conflict
            || (saved.error().code() == ErrorCode::Duplicate
                && saved.error().details().contains(QLatin1String("theirs")))) {
            // Both versions are shown side by side, so theirs is read at once, with who made it.
            if (const Result<Document> theirs = documents.load(document.id))
                reply.theirs = *theirs;
            if (const Result<QList<HistoryEntry>> history = documents.history(document.id);
                history && !history->isEmpty()) {
                const HistoryEntry &last = *std::max_element(history->begin(), history->end(),
                    [](const HistoryEntry &a, const HistoryEntry &b) { return a.version < b.version; });
                reply.by = last.by;
                reply.at = last.at;
            }
        }
        return reply;
    };
    m_client.request<Reply>(this, job, [this, action](Result<Reply> result) {
        // A worker that lost its connection answers for the job.
        Reply reply;
        if (result)
            reply = std::move(*result);
        else
            reply.error = result.error();
        take(action, std::move(reply));
    });
}

void DocumentEditor::take(Action action, Reply reply)
{
    if (!reply.error || reply.error->code() != ErrorCode::ConnectionLost)
        m_unanswered = {}; // the outcome is known: the next press is a new action
    setRunning(Action::None);
    if (reply.theirs) {
        m_conflict = Conflict{action, *reply.theirs, reply.by, reply.at};
        emit conflictFound();
        return;
    }
    if (reply.error) {
        emit refused(*reply.error);
        return;
    }
    const bool keepsTyping = action == Action::Unpost && isModified();
    m_saved = *reply.document;
    if (keepsTyping) {
        m_header.version = m_saved.version;
        m_header.state = m_saved.state;
        m_header.number = m_saved.number;
        keepForRecovery();
        emit headerChanged();
    } else {
        show(*reply.document);
        dropChanges();
    }
    emit succeeded(action);
    m_client.announceDocuments();
}

void DocumentEditor::discard()
{
    if (m_running != Action::None)
        return;
    if (isNew()) {
        dropChanges();
        emit discarded();
        return;
    }
    setRunning(Action::Discard);
    const QUuid id = m_header.id;
    const int version = m_header.version;
    m_client.request<bool>(
        this,
        [id, version](OpenBook &book) -> Result<bool> {
            BINCARD_TRY(book.documents().discard(id, version));
            return true;
        },
        [this](Result<bool> result) {
            setRunning(Action::None);
            if (!result) {
                emit refused(result.error());
                return;
            }
            dropChanges();
            emit discarded();
            m_client.announceDocuments();
        });
}

// --- two people
// -------------------------------------------------------------------------------------------------------

void DocumentEditor::takeTheirs()
{
    if (!m_conflict)
        return;
    const Document theirs = m_conflict->theirs;
    m_saved = theirs;
    show(theirs);
    dropChanges();
}

void DocumentEditor::keepMine()
{
    if (!m_conflict || m_running != Action::None)
        return;
    const Conflict conflict = *m_conflict;
    m_header.version = conflict.theirs.version;
    m_header.state = conflict.theirs.state;
    m_saved = conflict.theirs;
    emit headerChanged();
    // A draft that somebody posted meanwhile cannot be saved as a draft any more.
    if (conflict.action == Action::Save && conflict.theirs.state == DocumentState::Posted)
        run(Action::Post);
    else
        run(conflict.action);
}

// --- what the screen may promise
// --------------------------------------------------------------------------------------

void DocumentEditor::refreshAvailability()
{
    m_availabilityTimer.stop();
    const int generation = m_availabilities.next();
    const QStringList items = m_lines.items();
    const bool known = m_dateText.isEmpty() && m_header.date.isValid() && catalog().warehouse(m_header.warehouse);
    m_availabilityRunning = known && !items.isEmpty();
    if (!m_availabilityRunning) {
        m_lines.clearAvailability();
        return;
    }
    m_client.request<QList<Availability>>(
        this,
        [warehouse = m_header.warehouse, items, date = m_header.date, id = m_header.id](
            OpenBook &book) { return book.documents().availability(warehouse, items, date, id); },
        [this, generation](Result<QList<Availability>> result) {
            if (!m_availabilities.isCurrent(generation))
                return;
            m_availabilityRunning = false;
            // Without an answer nothing is promised.
            m_lines.setAvailability(result ? *result : QList<Availability>());
        });
}

void DocumentEditor::requestSuggestion()
{
    const int year = m_header.date.isValid() ? m_header.date.year() : 0;
    if (!isNew() || year == 0 || year == m_suggestedYear)
        return;
    m_suggestedYear = year;
    m_suggestionRunning = true;
    const int generation = m_suggestions.next();
    m_client.request<QString>(
        this, [kind = m_header.kind, year](OpenBook &book) { return book.documents().nextNumber(kind, year); },
        [this, generation](Result<QString> result) {
            if (!m_suggestions.isCurrent(generation))
                return;
            m_suggestionRunning = false;
            m_suggestedNumber = result ? *result : QString();
            emit suggestionChanged();
        });
}

} // namespace bincard
