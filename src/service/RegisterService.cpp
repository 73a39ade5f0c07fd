// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/RegisterService.h"

#include "accumulator/Alteration.h"
#include "db/Session.h"
#include "service/HandRecorder.h"
#include "service/LedgerPosting.h"
#include "service/RegisterJson.h"
#include "service/RegisterQuery.h"
#include "service/RequestKeeper.h"
#include "service/UnitOfWork.h"
#include "store/DocumentStore.h"

#include <QCoreApplication>

namespace bincard {

namespace {

void refuseUnknown(const QJsonObject &query, const QStringList &known, QList<Problem> &problems)
{
    for (auto it = query.begin(); it != query.end(); ++it) {
        if (!known.contains(it.key()))
            problems << Problem{it.key(), 0, {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\"."), {it.key()}}};
    }
}

QStringList groupByOf(const QJsonObject &query, const RegisterDefinition &definition, QList<Problem> &problems)
{
    const QJsonValue json = query.value(QLatin1String("group_by"));
    QStringList names;
    if (json.isString())
        names = json.toString().split(u',', Qt::SkipEmptyParts);
    else
        for (const QJsonValue &name : json.toArray())
            names << name.toString();
    QStringList known;
    for (const QString &given : names) {
        const QString name = given.trimmed();
        if (!keyDimension(definition, name))
            problems << Problem{QStringLiteral("group_by"), 0,
                {QT_TRANSLATE_NOOP("Error", "The register %1 has no dimension \"%2\"."), {definition.name(), name}}};
        else if (known.contains(name))
            problems << Problem{QStringLiteral("group_by"), 0,
                {QT_TRANSLATE_NOOP("Error", "The dimension \"%1\" is named twice."), {name}}};
        else
            known << name;
    }
    return known;
}

template <typename T>
std::optional<T> timeOf(const QJsonObject &query, const QString &field, QList<Problem> &problems)
{
    const QJsonValue json = query.value(field);
    if (json.isUndefined() || json.isNull())
        return std::nullopt;
    auto parsed = T::parse(json.toString());
    if (parsed.ok())
        return *parsed;
    problems << Problem{field, 0, parsed.error().message()};
    return std::nullopt;
}

Granularity granularityOf(const QJsonObject &query, QList<Problem> &problems)
{
    const QString by = query.value(QLatin1String("by")).toString();
    if (by.isEmpty())
        return Granularity::None;
    if (by == u"day")
        return Granularity::Day;
    if (by == u"month")
        return Granularity::Month;
    if (by == u"year")
        return Granularity::Year;
    problems << Problem{
        QStringLiteral("by"), 0, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not day, month or year."), {by}}};
    return Granularity::None;
}

QJsonObject rowsObject(const QJsonArray &rows) { return {{QStringLiteral("rows"), rows}}; }

} // namespace

Result<QList<RegisterDefinition>> RegisterService::list() { return m_accumulator.list(); }

Result<QJsonObject> RegisterService::info(const QString &name)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    BINCARD_ASSIGN(info, reg.info());
    QJsonObject json{{QStringLiteral("definition"), info.definition.toJson()},
        {QStringLiteral("generator"), info.generator}, {QStringLiteral("movements"), info.movements},
        {QStringLiteral("active_movements"), info.activeMovements}, {QStringLiteral("keys"), info.keys},
        {QStringLiteral("day_totals"), info.dayTotals}};
    if (info.firstPeriod)
        json.insert(QStringLiteral("first_period"), info.firstPeriod->toString());
    if (info.lastPeriod)
        json.insert(QStringLiteral("last_period"), info.lastPeriod->toString());
    json.insert(QStringLiteral("bytes"), info.bytes >= 0 ? QJsonValue(info.bytes) : QJsonValue());
    return json;
}

Result<void> RegisterService::create(const QJsonObject &definition)
{
    BINCARD_ASSIGN(parsed, RegisterDefinition::fromJson(definition));
    return inOneTransaction<void>(m_session, [&] { return m_accumulator.create(parsed); });
}

QList<Problem> RegisterService::standardProblems(const RegisterDefinition &before, const RegisterDefinition &after)
{
    if (!isStandard(before.name())
        || (before.dimensions() == after.dimensions() && before.resources().size() == after.resources().size()))
        return {};
    return {{QStringLiteral("register"), 0,
        {QT_TRANSLATE_NOOP(
             "Error", "The documents post to the register %1; only its policy for negative figures can be changed."),
            {before.name()}}}};
}

QList<Problem> RegisterService::alterationProblems(const RegisterDefinition &before, const RegisterDefinition &after)
{
    return standardProblems(before, after) + accumulator::alterationProblems(before, after);
}

Result<void> RegisterService::alter(const QString &name, QJsonObject definition, const Progress &progress)
{
    if (!definition.contains(QLatin1String("name")))
        definition.insert(QStringLiteral("name"), name);
    BINCARD_ASSIGN(parsed, RegisterDefinition::fromJson(definition));
    if (parsed.name() != name)
        return Error::validation(QStringLiteral("name"),
            {QT_TRANSLATE_NOOP("Error", "The definition is that of \"%1\"; a register cannot be renamed."),
                {parsed.name()}});
    const Result<void> done = inOneTransaction<void>(m_session, [&]() -> Result<void> {
        BINCARD_ASSIGN(reg, m_accumulator.use(name));
        if (QList<Problem> problems = standardProblems(reg.definition(), parsed); !problems.isEmpty())
            return Error::validation(std::move(problems));
        return m_accumulator.alter(parsed, progress);
    });
    return done.ok() ? done : withCodes(done.error()).error();
}

Result<void> RegisterService::drop(const QString &name, bool force)
{
    if (isStandard(name))
        return Error::validation(QStringLiteral("register"),
            {QT_TRANSLATE_NOOP("Error", "The documents post to the register %1; it cannot be dropped."), {name}});
    return inOneTransaction<void>(m_session, [&]() -> Result<void> {
        BINCARD_ASSIGN(posting, LedgerStore(m_session).isOn());
        if (posting && name == LedgerPosting::registerName)
            return Error::validation(QStringLiteral("register"),
                {QT_TRANSLATE_NOOP("Error",
                     "Documents post to the register %1. Switch the posting to the ledger off before you drop it."),
                    {name}});
        return m_accumulator.drop(name, force);
    });
}

Result<QJsonObject> RegisterService::verify(const QString &name, const Progress &progress)
{
    BINCARD_ASSIGN(definitions, m_accumulator.list());
    QJsonArray rows;
    qint64 checked = 0;
    bool found = name.isEmpty();
    for (const RegisterDefinition &definition : definitions) {
        if (!name.isEmpty() && definition.name() != name)
            continue;
        found = true;
        BINCARD_ASSIGN(reg, m_accumulator.use(definition.name()));
        BINCARD_ASSIGN(result, reg.verify(progress));
        checked += result.checked;
        for (const VerifyRow &row : result.rows)
            rows << QJsonObject{{QStringLiteral("register"), definition.name()}, {QStringLiteral("check"), row.check},
                {QStringLiteral("key"), row.key}, {QStringLiteral("period"), row.period},
                {QStringLiteral("expected"), row.expected}, {QStringLiteral("actual"), row.actual},
                {QStringLiteral("status"), row.status}};
    }
    if (!found)
        BINCARD_TRY(m_accumulator.use(name));
    return QJsonObject{{QStringLiteral("checked"), checked}, {QStringLiteral("rows"), rows}};
}

Result<void> RegisterService::rebuild(const QString &name, const Progress &progress)
{
    BINCARD_ASSIGN(definitions, m_accumulator.list());
    for (const RegisterDefinition &definition : definitions) {
        if (!name.isEmpty() && definition.name() != name)
            continue;
        BINCARD_ASSIGN(reg, m_accumulator.use(definition.name()));
        BINCARD_TRY(reg.rebuild(progress));
    }
    if (!name.isEmpty())
        BINCARD_TRY(m_accumulator.use(name));
    return {};
}

Result<QJsonObject> RegisterService::post(const QString &name, const QJsonArray &movements, bool append)
{
    return withCodes(inOneTransaction<QJsonObject>(m_session, [&]() -> Result<QJsonObject> {
        BINCARD_ASSIGN(reg, m_accumulator.use(name));
        RegisterJson json(m_session, reg.definition());
        BINCARD_ASSIGN(parsed, json.movements(movements));
        for (qsizetype i = 0; i < parsed.size(); ++i)
            BINCARD_TRY(mayPostByHand(name, parsed.at(i).recorder, static_cast<int>(i) + 1));
        BINCARD_TRY(lockPools(reg, parsed));
        BINCARD_ASSIGN(result, reg.post(parsed, append));
        return QJsonObject{{QStringLiteral("posted"), result.posted}};
    }));
}

Result<QJsonObject> RegisterService::unpost(const QString &name, const QString &recorder)
{
    BINCARD_TRY(refuseDocumentsRecorder(recorder));
    return withCodes(inOneTransaction<QJsonObject>(m_session, [&]() -> Result<QJsonObject> {
        BINCARD_ASSIGN(reg, m_accumulator.use(name));
        BINCARD_TRY(lockPools(reg, {}, recorder));
        BINCARD_ASSIGN(result, reg.unpost(recorder));
        return QJsonObject{{QStringLiteral("reversed"), result.reversed}};
    }));
}

Result<QJsonObject> RegisterService::repost(const QString &name, const QString &recorder, const QJsonArray &movements)
{
    BINCARD_TRY(mayPostByHand(name, recorder));
    return withCodes(inOneTransaction<QJsonObject>(m_session, [&]() -> Result<QJsonObject> {
        BINCARD_ASSIGN(reg, m_accumulator.use(name));
        RegisterJson json(m_session, reg.definition());
        BINCARD_ASSIGN(parsed, json.movements(movements, recorder));
        BINCARD_TRY(lockPools(reg, parsed, recorder));
        BINCARD_ASSIGN(result, reg.repost(recorder, parsed));
        return QJsonObject{{QStringLiteral("reversed"), result.reversed}, {QStringLiteral("posted"), result.posted},
            {QStringLiteral("unchanged"), result.unchanged}};
    }));
}

Result<QJsonObject> RegisterService::balance(const QString &name, const QJsonObject &query)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    RegisterJson json(m_session, reg.definition());
    QList<Problem> problems;
    refuseUnknown(query,
        {QStringLiteral("at"), QStringLiteral("where"), QStringLiteral("group_by"), QStringLiteral("order"),
            QStringLiteral("limit"), QStringLiteral("known_on")},
        problems);
    BalancesQuery request;
    BINCARD_ASSIGN(filter, json.filter(query.value(QLatin1String("where")), problems));
    request.filter = filter;
    request.groupBy = groupByOf(query, reg.definition(), problems);
    request.at = timeOf<Until>(query, QStringLiteral("at"), problems);
    request.order = orderOf(query, problems);
    request.knownOn = knownOnOf(query, problems);
    const int limit = limitOf(query, problems);
    request.limit = json.isOrderedByIds(request.groupBy) ? 0 : limit;
    if (!problems.isEmpty())
        return Error::validation(problems);
    const QStringList groupBy = request.groupBy;
    BINCARD_ASSIGN(balances, reg.balance(request));
    QJsonArray rows;
    for (const BalanceRow &balance : balances) {
        QJsonObject row;
        BINCARD_TRY(json.addGroup(row, groupBy, balance.group));
        json.addResources(row, {}, balance.resources);
        if (reg.definition().isLedger()) {
            json.addResources(row, QStringLiteral("_debit"), balance.debit);
            json.addResources(row, QStringLiteral("_credit"), balance.credit);
        }
        rows << row;
    }
    return rowsObject(json.sorted(rows, groupBy, request.order, limit));
}

Result<QJsonObject> RegisterService::turnover(const QString &name, const QJsonObject &query)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    RegisterJson json(m_session, reg.definition());
    QList<Problem> problems;
    refuseUnknown(query,
        {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("where"), QStringLiteral("group_by"),
            QStringLiteral("by"), QStringLiteral("order"), QStringLiteral("limit"), QStringLiteral("known_on")},
        problems);
    TurnoverQuery request;
    BINCARD_ASSIGN(filter, json.filter(query.value(QLatin1String("where")), problems));
    request.filter = filter;
    request.groupBy = groupByOf(query, reg.definition(), problems);
    request.from = timeOf<Period>(query, QStringLiteral("from"), problems);
    request.to = timeOf<Until>(query, QStringLiteral("to"), problems);
    request.by = granularityOf(query, problems);
    request.order = orderOf(query, problems);
    request.knownOn = knownOnOf(query, problems);
    const int limit = limitOf(query, problems);
    request.limit = json.isOrderedByIds(request.groupBy) ? 0 : limit;
    if (request.from && request.to && request.from->date > request.to->period.date)
        problems << Problem{
            QStringLiteral("to"), 0, {QT_TRANSLATE_NOOP("Error", "The period ends before it begins."), {}}};
    if (!problems.isEmpty())
        return Error::validation(problems);
    BINCARD_ASSIGN(figures, reg.turnover(request));
    QJsonArray rows;
    for (const TurnoverRow &figure : figures) {
        QJsonObject row;
        BINCARD_TRY(json.addGroup(row, request.groupBy, figure.group));
        if (request.by != Granularity::None)
            row.insert(QStringLiteral("period"), figure.bucket);
        QList<Decimal> net;
        for (qsizetype i = 0; i < figure.receipts.size(); ++i) {
            BINCARD_ASSIGN(difference, figure.receipts.at(i).minus(figure.issues.at(i)));
            net << difference;
        }
        const bool isLedger = reg.definition().isLedger();
        json.addResources(row, isLedger ? QStringLiteral("_debit") : QStringLiteral("_receipts"), figure.receipts);
        json.addResources(row, isLedger ? QStringLiteral("_credit") : QStringLiteral("_issues"), figure.issues);
        json.addResources(row, QStringLiteral("_net"), net);
        if (reg.definition().hasBalances()) {
            json.addResources(row, QStringLiteral("_opening"), figure.opening);
            json.addResources(row, QStringLiteral("_closing"), figure.closing);
        }
        rows << row;
    }
    return rowsObject(json.sorted(rows, request.groupBy, request.order, limit));
}

Result<QJsonObject> RegisterService::movements(const QString &name, const QJsonObject &query)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    RegisterJson json(m_session, reg.definition());
    QList<Problem> problems;
    refuseUnknown(query,
        {QStringLiteral("recorder"), QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("where"),
            QStringLiteral("active_only"), QStringLiteral("limit"), QStringLiteral("after"),
            QStringLiteral("known_on")},
        problems);
    MovementsQuery request;
    BINCARD_ASSIGN(filter, json.filter(query.value(QLatin1String("where")), problems));
    request.filter = filter;
    request.recorder = query.value(QLatin1String("recorder")).toString();
    request.from = timeOf<Period>(query, QStringLiteral("from"), problems);
    request.to = timeOf<Until>(query, QStringLiteral("to"), problems);
    request.knownOn = knownOnOf(query, problems);
    request.activeOnly = query.value(QLatin1String("active_only")).toBool();
    request.limit = query.value(QLatin1String("limit")).toInt(request.limit);
    request.after = query.value(QLatin1String("after")).toString();
    if (request.limit < 1 || request.limit > 100'000)
        problems << Problem{
            QStringLiteral("limit"), 0, {QT_TRANSLATE_NOOP("Error", "The limit is from 1 to 100000."), {}}};
    if (!problems.isEmpty())
        return Error::validation(problems);
    BINCARD_ASSIGN(page, reg.movements(request));
    QJsonArray rows;
    for (const JournalRow &entry : page.rows) {
        BINCARD_ASSIGN(row, json.journalRow(entry));
        rows << row;
    }
    QJsonObject result = rowsObject(rows);
    result.insert(QStringLiteral("next"), page.next.isEmpty() ? QJsonValue() : QJsonValue(page.next));
    return result;
}

Result<QJsonObject> RegisterService::once(
    const QString &requestId, const std::function<Result<QJsonObject>()> &work, const QString &fingerprint)
{
    return withCodes(RequestKeeper(m_session).once(requestId, work, fingerprint));
}

Result<void> RegisterService::lockPools(Register &reg, QList<Movement> movements, const QString &recorder)
{
    if (reg.definition().name() != u"inventory" || m_session.dialect().isSqlite())
        return {};
    if (!recorder.isEmpty()) {
        MovementsQuery own;
        own.recorder = recorder;
        own.activeOnly = true;
        own.limit = 100'000;
        BINCARD_ASSIGN(page, reg.movements(own));
        for (const JournalRow &row : page.rows)
            movements << Movement{{}, {}, row.dimensions, {}, {}};
    }
    const int place = reg.definition().dimensionIndex(QStringLiteral("item"));
    QSet<ItemId> items;
    for (const Movement &movement : movements)
        items << ItemId{movement.dimensions.at(place).toLongLong()};
    return DocumentStore(m_session).lockPools(items.values());
}

Result<QJsonObject> RegisterService::withCodes(const Result<QJsonObject> &answer)
{
    if (answer.ok() || m_session.inTransaction())
        return answer;
    const QJsonArray shortages = answer.error().details().value(QLatin1String("shortages")).toArray();
    if (shortages.isEmpty())
        return answer;
    const Result<Register> reg = m_accumulator.use(shortages.at(0)[u"register"].toString());
    if (!reg.ok())
        return answer;
    return RegisterJson(m_session, reg->definition()).withCodes(answer.error());
}

} // namespace bincard
