// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Posting.h"

#include "accumulator/Analytics.h"
#include "accumulator/Chart.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/PostgresAppend.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace bincard::accumulator {

namespace {

std::optional<Message> recorderProblem(const QString &recorder)
{
    if (recorder.trimmed().isEmpty())
        return Message{QT_TRANSLATE_NOOP("Error", "The document that makes the movement is not named."), {}};
    return textProblem(recorder);
}

std::optional<Message> periodProblem(const Period &period)
{
    if (!period.isValid() || period.date.year() < 1 || period.date.year() > 9999)
        return Message{QT_TRANSLATE_NOOP("Error", "A movement needs a date of the years 1 to 9999."), {}};
    if (period.time.msec() != 0)
        return Message{QT_TRANSLATE_NOOP("Error", "A period is exact to the second."), {}};
    return {};
}

NewRow reversalOf(const Layout &layout, const JournalRow &row)
{
    NewRow reversal{row.recorder, row.line, row.period, row.id, row.cause,
        enteredValues(layout, row.debit, row.credit, row.dimensions), {}};
    for (const Decimal value : row.resources)
        reversal.resources.append(-value);
    return reversal;
}

/// What a movement says, whoever said it and in which line: rule E5 matches by this.
QString content(const Period &period, const QList<QVariant> &entered, const QList<Decimal> &resources)
{
    QStringList parts{period.toString()};
    for (const QVariant &dimension : entered)
        parts << dimension.toString();
    for (const Decimal value : resources)
        parts << QString::number(value.units());
    return parts.join(QChar(0)); // no text of a movement holds it
}

} // namespace

/// Account and analytics of both sides, as they go into the journal before the dimensions.
QList<QVariant> Posting::validatedSides(const Movement &movement, int line, QList<Problem> &problems) const
{
    const auto problem = [&](const char *field, const char *side, const std::optional<Message> &message) {
        if (message)
            problems.append({QLatin1String(field) + QLatin1String(side), line, *message});
    };
    const bool isLedger = m_context.definition().isLedger();
    if (!isLedger && (movement.debit != LedgerSide{} || movement.credit != LedgerSide{}))
        problem("account", "_dr",
            Message{QT_TRANSLATE_NOOP("Error", "%1 is no ledger register; its movements name no accounts."),
                {m_context.definition().name()}});
    if (!isLedger)
        return {};
    for (const auto &[side, name] : {std::pair(&movement.debit, "_dr"), std::pair(&movement.credit, "_cr")}) {
        problem("account", name, Chart::codeProblem(side->account));
        problem("analytics", name, analyticsProblem(side->analytics));
    }
    return enteredValues(m_context.layout, movement.debit, movement.credit, {});
}

NewRow Posting::validated(const Movement &movement, int line, QList<Problem> &problems) const
{
    const RegisterDefinition &definition = m_context.definition();
    const auto problem = [&](const QString &field, const std::optional<Message> &message) {
        if (message)
            problems.append({field, line, *message});
    };
    NewRow row{movement.recorder, line, movement.period, 0, movement.cause, {}, {}};
    if (row.cause.isNull())
        row.cause = QLatin1String("");
    problem(QStringLiteral("recorder"), recorderProblem(movement.recorder));
    problem(QStringLiteral("period"), periodProblem(movement.period));
    problem(QStringLiteral("cause"), textProblem(movement.cause));
    row.dimensions = validatedSides(movement, line, problems);
    if (movement.dimensions.size() != definition.dimensions().size())
        problem(QStringLiteral("dimensions"),
            Message{QT_TRANSLATE_NOOP("Error", "The register has %1 dimensions; the movement has %2."),
                {QString::number(definition.dimensions().size()), QString::number(movement.dimensions.size())}});
    for (qsizetype i = 0; i < std::min(movement.dimensions.size(), definition.dimensions().size()); ++i) {
        const Dimension &dimension = definition.dimensions().at(i);
        if (movement.dimensions.at(i).isValid()) {
            auto value = canonicalDimension(dimension, movement.dimensions.at(i), line);
            if (value.ok())
                row.dimensions.append(*value);
            else
                problems += value.error().problems();
        } else if (m_context.defaults.at(i).isValid()) {
            row.dimensions.append(m_context.defaults.at(i));
        } else {
            problem(dimension.name, Message{QT_TRANSLATE_NOOP("Error", "%1 is missing."), {dimension.name}});
        }
    }
    if (movement.resources.size() != definition.resources().size())
        problem(QStringLiteral("resources"),
            Message{QT_TRANSLATE_NOOP("Error", "The register has %1 resources; the movement has %2."),
                {QString::number(definition.resources().size()), QString::number(movement.resources.size())}});
    for (qsizetype i = 0; i < std::min(movement.resources.size(), definition.resources().size()); ++i) {
        const Resource &resource = definition.resources().at(i);
        const Decimal value = movement.resources.at(i);
        const auto rescaled = value.rescaled(resource.scale);
        if (rescaled.ok() && *rescaled == value)
            row.resources.append(*rescaled);
        else
            problem(resource.name,
                Message{QT_TRANSLATE_NOOP("Error", "%1 takes at most 18 digits, %2 of them decimals; %3 does not fit."),
                    {resource.name, QString::number(resource.scale), value.toString()}});
    }
    return row;
}

Result<QList<NewRow>> Posting::validated(const QList<Movement> &movements, const QString &recorder) const
{
    QList<Problem> problems;
    QList<NewRow> rows;
    rows.reserve(movements.size());
    QHash<QString, int> lines;
    for (qsizetype i = 0; i < movements.size(); ++i) {
        Movement movement = movements.at(i);
        const int line = static_cast<int>(i) + 1;
        if (!recorder.isNull() && movement.recorder.isEmpty())
            movement.recorder = recorder;
        else if (!recorder.isNull() && movement.recorder != recorder)
            problems.append({QStringLiteral("recorder"), line,
                {QT_TRANSLATE_NOOP("Error",
                     "The movement names another document than the one that is posted "
                     "again."),
                    {}}});
        NewRow row = validated(movement, line, problems);
        row.line = ++lines[row.recorder];
        rows.append(std::move(row));
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return rows;
}

Result<PostResult> Posting::post(const QList<Movement> &movements, bool append)
{
    BINCARD_ASSIGN(rows, validated(movements, {}));
    if (rows.isEmpty())
        return PostResult{};
    QStringList recorders;
    for (const NewRow &row : rows) {
        if (row.line == 1) // the first of its recorder
            recorders << row.recorder;
    }
    const auto work = [&]() -> Result<PostResult> {
        Journal journal(m_context);
        if (inStatements()) {
            BINCARD_TRY(journal.append(rows, append ? PostgresAppend::anything() : PostgresAppend::nothingActive()));
            return PostResult{static_cast<int>(rows.size())};
        }
        BINCARD_TRY(journal.lock(recorders));
        if (!append) {
            BINCARD_ASSIGN(active, journal.active(recorders));
            if (!active.isEmpty())
                return journal.alreadyPosted(active);
        }
        BINCARD_TRY(journal.append(rows));
        return PostResult{static_cast<int>(rows.size())};
    };
    if (m_context.isSqlite() && rows.size() == 1 && !append) {
        const auto done = Journal(m_context).appendOne(rows.constFirst());
        if (done.ok() && *done)
            return PostResult{1};
        // After a full disk SQLite may have ended the caller's transaction: what comes now would not be part of it.
        if (!done.ok() && done.error().code() == ErrorCode::Storage)
            return done.error();
    }
    return run<PostResult>(work);
}

Result<UnpostResult> Posting::unpost(const QString &recorder)
{
    if (const auto problem = recorderProblem(recorder))
        return Error::validation(QStringLiteral("recorder"), *problem);
    const auto work = [&]() -> Result<UnpostResult> {
        RepostResult done;
        if (inStatements()) {
            BINCARD_TRY(lockForCaller(recorder));
            BINCARD_ASSIGN(reversed, Journal(m_context).reverse(recorder));
            done.reversed = reversed;
        } else {
            BINCARD_ASSIGN(replaced, replace(recorder, {}));
            done = replaced;
        }
        if (done.reversed == 0)
            return Error(ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "%1 has no active movements."), {recorder}},
                {{QStringLiteral("register"), m_context.definition().name()}, {QStringLiteral("recorder"), recorder}});
        return UnpostResult{done.reversed};
    };
    return run<UnpostResult>(work);
}

Result<RepostResult> Posting::repost(const QString &recorder, const QList<Movement> &movements)
{
    if (const auto problem = recorderProblem(recorder))
        return Error::validation(QStringLiteral("recorder"), *problem);
    BINCARD_ASSIGN(rows, validated(movements, recorder));
    return run<RepostResult>([&] { return replace(recorder, rows); });
}

Result<Plan> Posting::planned(const QString &recorder, const QList<Movement> &movements, bool append) const
{
    if (const auto problem = recorderProblem(recorder))
        return Error::validation(QStringLiteral("recorder"), *problem);
    BINCARD_ASSIGN(rows, validated(movements, recorder));
    if (append)
        return Plan{rows, {0, static_cast<int>(rows.size()), 0}};
    return replacing(recorder, rows);
}

Result<Plan> Posting::replacing(const QString &recorder, QList<NewRow> rows) const
{
    BINCARD_ASSIGN(active, Journal(m_context).activeRows(recorder));
    QHash<QString, QList<qsizetype>> wanted;
    for (qsizetype i = 0; i < rows.size(); ++i)
        wanted[content(rows.at(i).period, rows.at(i).dimensions, rows.at(i).resources)].append(i);
    QList<bool> stands(rows.size(), false);
    Plan plan;
    for (const JournalRow &row : active) {
        auto &matches = wanted[content(
            row.period, enteredValues(m_context.layout, row.debit, row.credit, row.dimensions), row.resources)];
        if (matches.isEmpty())
            plan.changes.append(reversalOf(m_context.layout, row));
        else
            stands[matches.takeFirst()] = true;
    }
    plan.result.reversed = static_cast<int>(plan.changes.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!stands.at(i))
            plan.changes.append(rows.at(i));
    }
    plan.result.posted = static_cast<int>(plan.changes.size()) - plan.result.reversed;
    plan.result.unchanged = static_cast<int>(rows.size()) - plan.result.posted;
    return plan;
}

// Unposting is replacing by nothing: reversals and new movements go into the journal in one statement, so that only the
// state after both counts.
Result<RepostResult> Posting::replace(const QString &recorder, QList<NewRow> rows)
{
    Journal journal(m_context);
    QString expected = PostgresAppend::anything();
    if (inStatements()) {
        BINCARD_TRY(lockForCaller(recorder));
        BINCARD_ASSIGN(known, journal.operations(recorder)); // before the look at what is active
        expected = PostgresAppend::operations(known);
    } else {
        BINCARD_TRY(journal.lock({recorder}));
    }
    BINCARD_ASSIGN(plan, replacing(recorder, std::move(rows)));
    BINCARD_TRY(journal.append(std::move(plan.changes), expected));
    return plan.result;
}

bool Posting::inStatements() const { return !m_context.isSqlite() && !m_context.layout.isPartitioned(); }

Result<void> Posting::lockForCaller(const QString &recorder) const
{
    if (!m_context.session->inTransaction() && !isInForeignTransaction(*m_context.session))
        return {};
    return Journal(m_context).lock({recorder});
}

} // namespace bincard::accumulator
