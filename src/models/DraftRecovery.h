// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/EditedLine.h"

#include <QDateTime>
#include <QLockFile>

#include <memory>
#include <optional>

namespace bincard {

/// A document as it stood in the editor, unreadable texts included.
struct DocumentDraft
{
    Document header;  ///< without lines
    QString dateText; ///< what stands in the date field while it is no date
    QList<EditedLine> lines;
    QDateTime at; ///< when it was kept
};

/// What was typed survives a crash: the unsaved document of one editor, kept in a file of its own until it has been
/// saved or discarded. Whoever edits holds a lock beside the file, so that a second window does not offer what the
/// first one is still working on; the lock of a program that died counts for nothing. GUI thread; writes a few
/// kilobytes.
class DraftRecovery
{
public:
    /// `book` tells books apart (BookLocation::toString()).
    DraftRecovery(const QString &folder, const QString &book);
    ~DraftRecovery();
    DraftRecovery(const DraftRecovery &) = delete;
    DraftRecovery &operator=(const DraftRecovery &) = delete;

    /// The folder of the application's data.
    [[nodiscard]] static QString standardFolder();

    /// Written whole or not at all. An error is Storage; the one kept before stays then.
    [[nodiscard]] Result<void> keep(const DocumentDraft &draft);
    /// The document was saved or discarded.
    void forget();

    /// What editors that did not end well left for this book, newest first. Files that cannot be read are left alone.
    [[nodiscard]] QList<DocumentDraft> leftOver() const;
    /// Removes what was left over of a document, once it is in an editor again or the person does not want it.
    void forgetLeftOver(const QUuid &document);

private:
    [[nodiscard]] QString pathOf(const QUuid &document) const;

    QString m_folder, m_prefix, m_book;
    QUuid m_document; ///< whose file is held
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace bincard
