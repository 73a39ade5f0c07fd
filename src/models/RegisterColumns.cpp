// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RegisterColumns.h"

#include "models/Format.h"

#include <QSet>

namespace bincard {

namespace {

JsonColumn figure(const Resource &resource, const QString &id, const QString &title, bool isSummed)
{
    JsonColumn column{id, title, JsonColumn::Kind::Number, resource.scale};
    column.isSummed = isSummed;
    return column;
}

JsonColumn::Kind kindOf(DimensionType type)
{
    switch (type) {
    case DimensionType::Date: return JsonColumn::Kind::Period;
    case DimensionType::Bool: return JsonColumn::Kind::Bool;
    default: return JsonColumn::Kind::Text;
    }
}

/// The analytics of a ledger are an object; people read "item=WDG-A1, partner=ACME".
QJsonValue readable(const QJsonValue &value)
{
    if (!value.isObject())
        return value;
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        parts << it.key() + u'=' + it.value().toString();
    return QJsonValue(parts.join(QStringLiteral(", ")));
}

/// What people call it; the recorder itself is in the tool tip.
JsonColumn recorderColumn(const std::function<QString(const QString &)> &shown)
{
    JsonColumn column{QStringLiteral("recorder"), RegisterColumns::tr("Recorder")};
    if (shown) {
        column.tip = [](const QJsonObject &row) { return row.value(QLatin1String("recorder")).toString(); };
        column.value = [shown, recorder = column.tip](
                           const QJsonObject &row) { return QJsonValue(shown(recorder(row))); };
    }
    return column;
}

QStringList ownDimensions(const RegisterDefinition &definition)
{
    QStringList names;
    for (const Dimension &dimension : definition.dimensions())
        names << dimension.name;
    return names;
}

} // namespace

QStringList dimensionNames(const RegisterDefinition &definition)
{
    QStringList names;
    if (definition.isLedger()) // what the documents post with; others can be asked for on the command line
        names << QStringLiteral("account") << QStringLiteral("analytics.item") << QStringLiteral("analytics.partner")
              << QStringLiteral("analytics.warehouse");
    for (const Dimension &dimension : definition.dimensions())
        names << dimension.name;
    return names;
}

QString fieldTitle(const RegisterDefinition &definition, const QString &name)
{
    static const QSet<QString> standard{QStringLiteral("inventory"), QStringLiteral("sales"), QStringLiteral("ledger")};
    static constexpr const char *fields[] = {QT_TRANSLATE_NOOP("RegisterColumns", "warehouse"),
        QT_TRANSLATE_NOOP("RegisterColumns", "item"), QT_TRANSLATE_NOOP("RegisterColumns", "partner"),
        QT_TRANSLATE_NOOP("RegisterColumns", "quantity"), QT_TRANSLATE_NOOP("RegisterColumns", "amount"),
        QT_TRANSLATE_NOOP("RegisterColumns", "revenue"), QT_TRANSLATE_NOOP("RegisterColumns", "cost")};
    if (standard.contains(definition.name())) {
        for (const char *field : fields) {
            if (name == QLatin1String(field))
                return RegisterColumns::tr(field);
        }
    }
    return name;
}

QString dimensionTitle(const RegisterDefinition &definition, const QString &name)
{
    if (definition.dimensionIndex(name) >= 0)
        return fieldTitle(definition, name);
    if (name == u"account")
        return RegisterColumns::tr("Account");
    const QString about = name.section(u'.', 1);
    if (about == u"item")
        return RegisterColumns::tr("Item");
    if (about == u"partner")
        return RegisterColumns::tr("Partner");
    if (about == u"warehouse")
        return RegisterColumns::tr("Warehouse");
    return about.isEmpty() ? name : about;
}

QList<JsonColumn> RegisterColumns::dimensions(
    const RegisterDefinition &definition, const QStringList &names, bool withNames, const QString &path)
{
    QList<JsonColumn> columns;
    for (const QString &name : names) {
        const int index = definition.dimensionIndex(name);
        const auto value = [path, name](const QJsonObject &row) {
            return readable(path.isEmpty() ? row.value(name) : row.value(path).toObject().value(name));
        };
        JsonColumn column{name, fieldTitle(definition, name)};
        column.toolTip = column.title == name ? QString() : name;
        column.value = value;
        if (index >= 0) {
            column.kind = kindOf(definition.dimensions().at(index).type);
            column.table = definition.dimensions().at(index).refTable;
        }
        columns << column;
        if (index < 0 || !withNames || definition.dimensions().at(index).type != DimensionType::Ref)
            continue;
        JsonColumn named{name + QStringLiteral(".name"), tr("Name"), JsonColumn::Kind::Name};
        named.table = definition.dimensions().at(index).refTable;
        named.value = value;
        columns << named;
    }
    return columns;
}

QList<JsonColumn> RegisterColumns::balance(const RegisterDefinition &definition, const QStringList &groupBy)
{
    QList<JsonColumn> columns = dimensions(definition, groupBy, true);
    for (const Resource &resource : definition.resources()) {
        const QString title = fieldTitle(definition, resource.name);
        if (definition.isLedger())
            columns << figure(
                resource, resource.name + QStringLiteral("_debit"), title + u'\n' + tr("Debit"), !groupBy.isEmpty())
                    << figure(resource, resource.name + QStringLiteral("_credit"), title + u'\n' + tr("Credit"),
                           !groupBy.isEmpty());
        columns << figure(resource, resource.name, title, !groupBy.isEmpty());
    }
    return columns;
}

QList<JsonColumn> RegisterColumns::turnover(
    const RegisterDefinition &definition, const QStringList &groupBy, const QString &by)
{
    QList<JsonColumn> columns = dimensions(definition, groupBy, false);
    if (!by.isEmpty())
        columns << JsonColumn{QStringLiteral("period"), tr("Period")};
    struct Side
    {
        const char *suffix;
        QString title;
        bool isSummed, isBalance;
    };
    // Balances of several periods of one thing cannot be added up.
    QList<Side> sides{{"_opening", tr("Opening\nbalance"), by.isEmpty(), true},
        {definition.isLedger() ? "_debit" : "_receipts", definition.isLedger() ? tr("Debit") : tr("Receipts"), true,
            false},
        {definition.isLedger() ? "_credit" : "_issues", definition.isLedger() ? tr("Credit") : tr("Issues"), true,
            false},
        {"_closing", tr("Closing\nbalance"), by.isEmpty(), true}};
    if (!definition.hasBalances()) // where two balances stand side by side they say it
        sides << Side{"_net", tr("Net"), true, false};
    const bool isOnly = groupBy.isEmpty() && by.isEmpty();
    for (const Resource &resource : definition.resources()) {
        for (const Side &side : sides) {
            if (side.isBalance && !definition.hasBalances())
                continue;
            columns << figure(resource, resource.name + QLatin1String(side.suffix),
                fieldTitle(definition, resource.name) + u'\n' + side.title, side.isSummed && !isOnly);
        }
    }
    return columns;
}

QList<JsonColumn> RegisterColumns::journal(
    const RegisterDefinition &definition, bool history, const std::function<QString(const QString &)> &shown)
{
    QList<JsonColumn> columns{{QStringLiteral("id"), tr("No."), JsonColumn::Kind::Count},
        {QStringLiteral("period"), tr("Period"), JsonColumn::Kind::Period}};
    if (!history)
        columns << recorderColumn(shown);
    const auto analytics = [](const QString &field, const QString &title) {
        JsonColumn column{field, title};
        column.value = [field](const QJsonObject &row) { return readable(row.value(field)); };
        return column;
    };
    if (definition.isLedger())
        columns << JsonColumn{QStringLiteral("account_dr"), tr("Debit")}
                << analytics(QStringLiteral("analytics_dr"), tr("Debit analytics"))
                << JsonColumn{QStringLiteral("account_cr"), tr("Credit")}
                << analytics(QStringLiteral("analytics_cr"), tr("Credit analytics"));
    columns += dimensions(definition, ownDimensions(definition), false);
    for (const Resource &resource : definition.resources())
        columns << figure(resource, resource.name, fieldTitle(definition, resource.name), true);
    JsonColumn state{QStringLiteral("state"), tr("State")};
    state.value = [history](const QJsonObject &row) {
        if (const qint64 of = row.value(QLatin1String("reversal_of")).toInteger(); of > 0)
            return QJsonValue(tr("Reverses %1").arg(of));
        if (!row.value(QLatin1String("reversed")).toBool())
            return QJsonValue(tr("Active"));
        return QJsonValue(
            history ? tr("Reversed by %1").arg(row.value(QLatin1String("reversed_by")).toInteger()) : tr("Reversed"));
    };
    columns << state << JsonColumn{QStringLiteral("recorded_at"), tr("Recorded"), JsonColumn::Kind::Instant}
            << JsonColumn{QStringLiteral("recorded_by"), tr("By")};
    if (history)
        columns << JsonColumn{QStringLiteral("cause"), tr("Because of")};
    return columns;
}

QList<JsonColumn> RegisterColumns::effect(const RegisterDefinition &definition)
{
    QStringList names = ownDimensions(definition);
    if (definition.isLedger())
        names = QStringList{QStringLiteral("account"), QStringLiteral("analytics")} + names;
    QList<JsonColumn> columns = dimensions(definition, names, true, QStringLiteral("key"));
    const auto part = [](const char *side, const QString &resource) {
        return [side = QString::fromLatin1(side), resource](
                   const QJsonObject &row) { return row.value(side).toObject().value(resource); };
    };
    for (const Resource &resource : definition.resources()) {
        const QString title = fieldTitle(definition, resource.name);
        JsonColumn before =
            figure(resource, resource.name + QStringLiteral(".before"), title + u'\n' + tr("Before"), false);
        before.value = part("before", resource.name);
        JsonColumn after =
            figure(resource, resource.name + QStringLiteral(".after"), title + u'\n' + tr("After"), false);
        after.value = part("after", resource.name);
        columns << before << after;
    }
    const int judged = definition.forbiddenResource();
    const Resource &resource = definition.resources().at(judged < 0 ? 0 : judged);
    const auto refusal = [name = fieldTitle(definition, resource.name), scale = resource.scale](
                             const QJsonObject &row) {
        if (!row.value(QLatin1String("refused")).toBool())
            return QString();
        const auto day = Period::parse(row.value(QLatin1String("lowest_date")).toString());
        const auto left = Decimal::parse(row.value(QLatin1String("lowest")).toString(), scale);
        return tr("Refused: %1 would fall to %2 on %3.")
            .arg(
                name, left.ok() ? format::number(*left, 0) : QString(), day.ok() ? format::date(day->date) : QString());
    };
    JsonColumn lowest = figure(resource, QStringLiteral("lowest"),
        tr("Lowest %1\nfrom then on").arg(fieldTitle(definition, resource.name)), false);
    lowest.problem = refusal;
    columns << lowest;
    JsonColumn on{QStringLiteral("lowest_date"), tr("On"), JsonColumn::Kind::Period};
    JsonColumn outcome{QStringLiteral("outcome"), tr("Outcome")};
    outcome.value = [refusal](const QJsonObject &row) {
        const QString text = refusal(row);
        return QJsonValue(text.isEmpty() ? tr("Possible") : tr("Refused"));
    };
    outcome.problem = refusal;
    return columns << on << outcome;
}

QList<JsonColumn> RegisterColumns::movements(
    const RegisterDefinition &definition, const std::function<QString(const QString &)> &shownRecorder)
{
    return journal(definition, false, shownRecorder);
}

QList<JsonColumn> RegisterColumns::history(const RegisterDefinition &definition)
{
    return journal(definition, true, {});
}

} // namespace bincard
