// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DraftRecovery.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace bincard {

namespace {

constexpr int format = 1;

QJsonObject toJson(const DocumentDraft &draft, const QString &book)
{
    const Document &header = draft.header;
    QJsonArray lines;
    for (const EditedLine &line : draft.lines)
        lines.append(toRecoveryJson(line));
    return {
        {QStringLiteral("format"), format},
        {QStringLiteral("book"), book},
        {QStringLiteral("at"), draft.at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("id"), header.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("kind"), code(header.kind)},
        {QStringLiteral("state"), code(header.state)},
        {QStringLiteral("version"), header.version},
        {QStringLiteral("number"), header.number},
        {QStringLiteral("date"), header.date.toString(Qt::ISODate)},
        {QStringLiteral("date_text"), draft.dateText},
        {QStringLiteral("partner"), header.partner},
        {QStringLiteral("warehouse"), header.warehouse},
        {QStringLiteral("warehouse_to"), header.warehouseTo},
        {QStringLiteral("note"), header.note},
        {QStringLiteral("lines"), lines},
    };
}

std::optional<DocumentDraft> draftFrom(const QByteArray &text, const QString &book)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto string = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const Result<DocumentKind> kind = documentKind(string("kind"));
    const Result<DocumentState> state = documentState(string("state"));
    DocumentDraft draft;
    draft.header.id = QUuid::fromString(string("id"));
    if (json.value(QLatin1String("format")).toInt() != format || string("book") != book || !kind || !state
        || draft.header.id.isNull())
        return std::nullopt;
    draft.at = QDateTime::fromString(string("at"), Qt::ISODateWithMs);
    draft.header.kind = *kind;
    draft.header.state = *state;
    draft.header.version = json.value(QLatin1String("version")).toInt();
    draft.header.number = string("number");
    draft.header.date = QDate::fromString(string("date"), Qt::ISODate);
    draft.dateText = string("date_text");
    draft.header.partner = string("partner");
    draft.header.warehouse = string("warehouse");
    draft.header.warehouseTo = string("warehouse_to");
    draft.header.note = string("note");
    const QJsonArray lines = json.value(QLatin1String("lines")).toArray();
    for (const QJsonValue &line : lines)
        draft.lines.append(editedLineFromRecovery(line.toObject()));
    return draft;
}

Error cannotKeep(const QString &why)
{
    return Error(ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error", "What you type cannot be kept for the case of a crash. Save the document soon."),
            {}},
        {{QStringLiteral("technical"), why}});
}

} // namespace

DraftRecovery::DraftRecovery(const QString &folder, const QString &book) : m_folder(folder), m_book(book)
{
    m_prefix = QString::fromLatin1(QCryptographicHash::hash(book.toUtf8(), QCryptographicHash::Sha256).toHex().left(16))
        + u'-';
}

DraftRecovery::~DraftRecovery() = default; // releases the lock; what is kept stays

QString DraftRecovery::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

QString DraftRecovery::pathOf(const QUuid &document) const
{
    return m_folder + u'/' + m_prefix + document.toString(QUuid::WithoutBraces) + QStringLiteral(".json");
}

Result<void> DraftRecovery::keep(const DocumentDraft &draft)
{
    if (m_document != draft.header.id)
        forget();
    if (!QDir().mkpath(m_folder))
        return cannotKeep(m_folder);
    const QString path = pathOf(draft.header.id);
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0); // only the death of its owner makes a lock stale, however long one works
        if (!m_lock->tryLock(0)) {
            m_lock.reset();
            return cannotKeep(path);
        }
        m_document = draft.header.id;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QJsonDocument(toJson(draft, m_book)).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        return cannotKeep(file.errorString());
    return {};
}

void DraftRecovery::forget()
{
    if (m_document.isNull())
        return;
    QFile::remove(pathOf(m_document));
    m_lock.reset();
    m_document = {};
}

QList<DocumentDraft> DraftRecovery::leftOver() const
{
    QList<DocumentDraft> drafts;
    const QFileInfoList files = QDir(m_folder).entryInfoList({m_prefix + QStringLiteral("*.json")}, QDir::Files);
    for (const QFileInfo &info : files) {
        QLockFile lock(info.filePath() + QStringLiteral(".lock"));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // somebody is working on it
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const std::optional<DocumentDraft> draft = draftFrom(file.readAll(), m_book))
            drafts.append(*draft);
    }
    std::sort(drafts.begin(), drafts.end(),
        [](const DocumentDraft &left, const DocumentDraft &right) { return left.at > right.at; });
    return drafts;
}

void DraftRecovery::forgetLeftOver(const QUuid &document)
{
    if (document != m_document)
        QFile::remove(pathOf(document));
}

} // namespace bincard
