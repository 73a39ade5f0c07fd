// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RequestStore.h"

#include "db/SqlCatalog.h"

#include <QJsonDocument>

namespace bincard {

namespace {

QString keyOf(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }

QString textOf(const QJsonObject &kept)
{
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace

Result<std::optional<QJsonObject>> RequestStore::find(const QUuid &id, const QString &given)
{
    const QString key = keyOf(id);
    BINCARD_ASSIGN(rows,
        m_session.query(
            db::sql(m_session.dialect(), QStringLiteral("request_get")), {key, given.isEmpty() ? key : given}));
    std::optional<QJsonObject> kept;
    if (rows.next())
        kept = QJsonDocument::fromJson(rows.text(0).toUtf8()).object();
    BINCARD_TRY(rows.finished());
    return kept;
}

Result<bool> RequestStore::take(const QUuid &id, const QJsonObject &kept)
{
    BINCARD_ASSIGN(entered,
        m_session.execute(db::sql(m_session.dialect(), QStringLiteral("request_take")), {keyOf(id), textOf(kept)}));
    return entered > 0;
}

Result<void> RequestStore::keep(const QUuid &id, const QJsonObject &kept)
{
    BINCARD_TRY(
        m_session.execute(db::sql(m_session.dialect(), QStringLiteral("request_answer")), {textOf(kept), keyOf(id)}));
    return {};
}

} // namespace bincard
