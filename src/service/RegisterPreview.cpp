// SPDX-License-Identifier: GPL-3.0-or-later
// What a posting by hand would do, and what a recorder has done.
#include "db/Session.h"
#include "domain/Document.h"
#include "service/HandRecorder.h"
#include "service/RegisterJson.h"
#include "service/RegisterService.h"

#include <QCoreApplication>

namespace bincard {

namespace {

Error belongsToDocument(const QString &recorder, int line)
{
    return Error::validation(QStringLiteral("recorder"),
        {QT_TRANSLATE_NOOP("Error", "\"%1\" belongs to a document. Post, change or cancel the document instead."),
            {recorder}},
        line);
}

} // namespace

Result<void> mayPostByHand(const QString &registerName, const QString &recorder, int line)
{
    const bool isReserved = RegisterService::isStandard(registerName) ? isDocumentRecorder(recorder.trimmed())
                                                                      : !documentOf(recorder).isNull();
    return isReserved ? Result<void>(belongsToDocument(recorder, line)) : Result<void>();
}

Result<void> refuseDocumentsRecorder(const QString &recorder, int line)
{
    return documentOf(recorder).isNull() ? Result<void>() : Result<void>(belongsToDocument(recorder, line));
}

Result<QJsonObject> RegisterService::preview(
    const QString &name, const QString &recorder, const QJsonArray &movements, bool append)
{
    BINCARD_TRY(mayPostByHand(name, recorder));
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    RegisterJson json(m_session, reg.definition());
    BINCARD_ASSIGN(parsed, json.movements(movements, recorder));
    BINCARD_ASSIGN(effect, reg.preview(recorder, parsed, append));
    QStringList dimensions;
    if (reg.definition().isLedger())
        dimensions = {QStringLiteral("account"), QStringLiteral("analytics")};
    for (const Dimension &dimension : reg.definition().dimensions())
        dimensions << dimension.name;
    QJsonArray keys;
    for (const KeyEffect &each : effect.keys) {
        QJsonObject key, before, after;
        BINCARD_TRY(json.addGroup(key, dimensions, each.key));
        json.addResources(before, {}, each.before);
        json.addResources(after, {}, each.after);
        keys << QJsonObject{{QStringLiteral("key"), key}, {QStringLiteral("before"), before},
            {QStringLiteral("after"), after}, {QStringLiteral("lowest"), each.lowest.toString()},
            {QStringLiteral("lowest_date"), each.lowestDate.toString(Qt::ISODate)},
            {QStringLiteral("refused"), each.refused}};
    }
    return QJsonObject{{QStringLiteral("reversed"), effect.reversed}, {QStringLiteral("posted"), effect.posted},
        {QStringLiteral("unchanged"), effect.unchanged}, {QStringLiteral("keys"), keys}};
}

Result<QJsonObject> RegisterService::history(const QString &name, const QString &recorder)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    RegisterJson json(m_session, reg.definition());
    BINCARD_ASSIGN(entries, reg.history(recorder));
    QJsonArray rows;
    for (const JournalRow &entry : entries) {
        BINCARD_ASSIGN(row, json.journalRow(entry));
        row.insert(QStringLiteral("reversed_by"), entry.reversedBy ? QJsonValue(entry.reversedBy) : QJsonValue());
        rows << row;
    }
    return QJsonObject{{QStringLiteral("rows"), rows}};
}

} // namespace bincard
