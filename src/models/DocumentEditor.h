// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "models/DocumentLinesModel.h"
#include "models/DraftRecovery.h"

#include <QTimer>

#include <optional>

namespace bincard {

/// A document in work: what stands in the editor, what the book has of it, and the requests under way. Everything on
/// values; the book is reached through BookClient. What was typed stays whatever a request answers. GUI thread.
class DocumentEditor : public QObject
{
    Q_OBJECT
public:
    enum class Action { None, Load, Save, Post, Unpost, Discard };
    Q_ENUM(Action)

    /// Somebody else saved the document meanwhile.
    struct Conflict
    {
        Action action = Action::None; ///< what this person wanted
        Document theirs;
        QString by, at; ///< who saved it and when (UTC, ISO); may be empty
    };

    explicit DocumentEditor(BookClient &client, QObject *parent = nullptr);
    ~DocumentEditor() override;

    [[nodiscard]] DocumentLinesModel &lines() { return m_lines; }
    [[nodiscard]] const DocumentLinesModel &lines() const { return m_lines; }
    void setCatalog(std::shared_ptr<const CatalogIndex> catalog);
    [[nodiscard]] const CatalogIndex &catalog() const { return m_lines.catalog(); }

    // What is in work
    void startNew(DocumentKind kind, QDate date, const QString &warehouse);
    void load(const QUuid &id);
    /// The same again as a new draft, dated `date`.
    void duplicate(QDate date);
    void restore(const DocumentDraft &draft);

    [[nodiscard]] const Document &header() const { return m_header; } ///< without the lines
    [[nodiscard]] Document document() const;                          ///< with lines, amounts and total
    [[nodiscard]] QString dateText() const { return m_dateText; }
    [[nodiscard]] bool isNew() const { return m_header.version == 0; }
    [[nodiscard]] bool isModified() const;
    /// The number that it will get unless one is typed; empty while it is not known.
    [[nodiscard]] QString suggestedNumber() const { return m_suggestedNumber; }

    // The header as it is typed. A partner or warehouse that means nothing is kept as text and refused on saving.
    void setNumber(const QString &number);
    void setDateText(const QString &text, QDate today);
    void setPartner(const QString &text);
    void setWarehouse(const QString &text);
    void setWarehouseTo(const QString &text);
    void setNote(const QString &note);

    // Requests; one at a time, further ones are ignored while one is under way
    void save();
    void post(); ///< or repost, if it is posted
    void unpost();
    void discard(); ///< in the book, if it is a draft there; then discarded()
    [[nodiscard]] Action running() const { return m_running; }
    /// Whether what is seen is what there is: nothing under way or about to be.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] const std::optional<Conflict> &conflict() const { return m_conflict; }
    void takeTheirs();
    void keepMine(); ///< and save over theirs
    void leaveConflict() { m_conflict.reset(); }

    void refreshAvailability();
    void setRecovery(std::unique_ptr<DraftRecovery> recovery);
    [[nodiscard]] DraftRecovery *recovery() const { return m_recovery.get(); }
    void keepForRecovery(); ///< at once
    void dropChanges();     ///< nothing of what is unsaved is worth keeping

signals:
    void shown(); ///< another document, or another version of it
    void headerChanged();
    void changed(); ///< something a person would save
    void runningChanged();
    void succeeded(bincard::DocumentEditor::Action action);
    void refused(const bincard::Error &error); ///< what was typed stays
    void conflictFound();
    void discarded();
    void loadFailed(const bincard::Error &error);
    void suggestionChanged();
    void recoveryFailed(const bincard::Error &error);

private:
    struct Reply
    {
        std::optional<Document> document;
        std::optional<Error> error;
        std::optional<Document> theirs;
        QString by, at;
    };

    void show(const Document &document, const QString &dateText = {});
    void showLines(const QList<EditedLine> &lines);
    void noteChange();
    void run(Action action);
    void send(Action action, const Document &document, const QUuid &requestId);
    void take(Action action, Reply reply);
    void setRunning(Action action);
    [[nodiscard]] QList<Problem> unreadable() const;
    [[nodiscard]] QUuid requestIdFor(Action action, const Document &document);
    void requestSuggestion();
    [[nodiscard]] DocumentDraft draft() const;

    BookClient &m_client;
    DocumentLinesModel m_lines;
    Document m_header;
    QString m_dateText;
    bool m_restored = false; ///< came from a recovery file and has not been saved since
    Document m_saved;        ///< as the book has it, or as a new one began
    QString m_suggestedNumber;
    int m_suggestedYear = 0;
    Action m_running = Action::None;
    std::optional<Conflict> m_conflict;
    Generation m_loads, m_availabilities, m_suggestions;
    bool m_availabilityRunning = false, m_suggestionRunning = false;
    QTimer m_availabilityTimer, m_recoveryTimer;
    std::unique_ptr<DraftRecovery> m_recovery;

    /// The last action whose outcome is not known (the connection was lost): repeated, it keeps its id.
    struct
    {
        QUuid id;
        Action action = Action::None;
        Document document;
    } m_unanswered;
};

} // namespace bincard
