// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/QueryCode.h"

#include "service/RegisterService.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bincard {

namespace {

/// As a shell takes it: bare where nothing in it means anything to a shell, else between single quotes.
QString argument(const QString &text)
{
    const bool bare = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.isLetterOrNumber() && c.unicode() < 128) || QStringLiteral("-_./:=,@+%").contains(c);
    });
    return bare ? text : u'\'' + QString(text).replace(QLatin1String("'"), QLatin1String("'\\''")) + u'\'';
}

} // namespace

QString RegisterQuestion::verb() const
{
    switch (kind) {
    case Kind::Balance: return QStringLiteral("balance");
    case Kind::Turnover: return QStringLiteral("turnover");
    case Kind::Movements: break;
    }
    return QStringLiteral("movements");
}

QStringList RegisterQuestion::filterValues(const QString &dimension) const
{
    const QJsonValue given = query.value(QLatin1String("where")).toObject().value(dimension);
    const QJsonArray values = given.isArray() ? given.toArray() : QJsonArray{given};
    QStringList texts;
    const bool analytics = definition.isLedger() && dimension == u"analytics";
    for (const QJsonValue &value : values) {
        if (!analytics) {
            texts << value.toVariant().toString();
            continue;
        }
        const QJsonObject object =
            value.isObject() ? value.toObject() : QJsonDocument::fromJson(value.toString().toUtf8()).object();
        texts << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    return texts;
}

QStringList RegisterQuestion::groupBy() const
{
    const QJsonValue given = query.value(QLatin1String("group_by"));
    if (given.isString())
        return given.toString().split(u',', Qt::SkipEmptyParts);
    QStringList names;
    const QJsonArray array = given.toArray();
    for (const QJsonValue &name : array)
        names << name.toString();
    return names;
}

QString RegisterQuestion::text(const char *field) const { return query.value(QLatin1String(field)).toString(); }

QString commandLineText(const RegisterQuestion &question, const QString &bookUrl)
{
    QStringList words{QStringLiteral("bincardctl"), QStringLiteral("--book"), argument(bookUrl),
        QStringLiteral("--json"), question.verb(), argument(question.definition.name())};
    const auto give = [&words](const char *option, const QString &value) {
        if (!value.isEmpty())
            words << QLatin1String(option) << argument(value);
    };
    give("--recorder", question.text("recorder"));
    give("--at", question.text("at"));
    give("--from", question.text("from"));
    give("--to", question.text("to"));
    give("--known-on", question.text("known_on"));
    const QStringList dimensions = question.query.value(QLatin1String("where")).toObject().keys();
    for (const QString &dimension : dimensions) {
        for (const QString &value : question.filterValues(dimension))
            give("--where", dimension + u'=' + value);
    }
    give("--group-by", question.groupBy().join(u','));
    give("--by", question.text("by"));
    if (question.query.value(QLatin1String("active_only")).toBool())
        words << QStringLiteral("--active-only");
    const QJsonArray order = question.query.value(QLatin1String("order")).toArray();
    for (const QJsonValue &column : order)
        give("--order", column.toString());
    if (const QJsonValue limit = question.query.value(QLatin1String("limit")); limit.isDouble())
        give("--limit", QString::number(limit.toInteger()));
    return words.join(u' ');
}

Result<QJsonObject> RegisterService::answer(const RegisterQuestion &question)
{
    const QString &name = question.definition.name();
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance: return balance(name, question.query);
    case RegisterQuestion::Kind::Turnover: return turnover(name, question.query);
    case RegisterQuestion::Kind::Movements: break;
    }
    return movements(name, question.query);
}

} // namespace bincard
