// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RegisterOracle.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace bincard::test {

namespace {

struct KeyOrder
{
    bool operator()(const QList<QVariant> &left, const QList<QVariant> &right) const
    {
        return comesBefore(left, right);
    }
};

QString textOf(const QList<QVariant> &dimensions, const QList<Decimal> &resources)
{
    QStringList parts;
    for (const QVariant &value : dimensions)
        parts << value.toString();
    for (const Decimal value : resources)
        parts << value.toString();
    return parts.join(u'|');
}

QString content(const Movement &movement)
{
    return movement.period.toString() + u'|' + textOf(movement.dimensions, movement.resources);
}

bool isUpTo(const Period &period, const std::optional<Until> &until)
{
    if (!until)
        return true;
    return until->wholeDay ? period.date <= until->period.date : period <= until->period;
}

void add(Decimal &sum, Decimal value) { sum = Decimal(sum.units() + value.units(), sum.scale()); }

} // namespace

bool comesBefore(const QList<QVariant> &left, const QList<QVariant> &right)
{
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (left.at(i) == right.at(i))
            continue;
        if (left.at(i).typeId() == QMetaType::QString)
            return left.at(i).toString().toUtf8() < right.at(i).toString().toUtf8();
        return left.at(i).toLongLong() < right.at(i).toLongLong();
    }
    return false;
}

Movement RegisterOracle::completed(Movement movement, const QString &recorder) const
{
    if (!recorder.isEmpty())
        movement.recorder = recorder;
    for (qsizetype i = 0; i < movement.dimensions.size(); ++i) {
        if (!movement.dimensions.at(i).isValid())
            movement.dimensions[i] = *m_definition.dimensions().at(i).defaultValue;
    }
    return movement;
}

QStringList RegisterOracle::activeRecorders() const
{
    QStringList recorders;
    for (const Movement &movement : m_active)
        recorders << movement.recorder;
    recorders.removeDuplicates();
    return recorders;
}

QList<Movement> RegisterOracle::active(const QString &recorder) const
{
    QList<Movement> found;
    for (const Movement &movement : m_active) {
        if (movement.recorder == recorder)
            found.append(movement);
    }
    return found;
}

RegisterOracle::Outcome RegisterOracle::changed(const QList<Movement> &after)
{
    Outcome outcome;
    outcome.shortages = shortages(after);
    if (!outcome.shortages.isEmpty())
        outcome.error = QStringLiteral("insufficient_stock");
    else
        m_active = after;
    return outcome;
}

RegisterOracle::Outcome RegisterOracle::post(const QList<Movement> &movements, bool append)
{
    QList<Movement> after = m_active;
    QList<std::pair<Movement, bool>> rows;
    for (const Movement &given : movements) {
        const Movement movement = completed(given, {});
        if (!append && !active(movement.recorder).isEmpty())
            return {QStringLiteral("already_posted"), {}, {}};
        after.append(movement);
        rows.append({movement, false});
    }
    Outcome outcome = changed(after);
    if (outcome.error.isEmpty()) {
        outcome.result.insert(QStringLiteral("posted"), movements.size());
        m_journal += rows;
    }
    return outcome;
}

RegisterOracle::Outcome RegisterOracle::unpost(const QString &recorder)
{
    if (active(recorder).isEmpty())
        return {QStringLiteral("not_found"), {}, {}};
    Outcome outcome = repost(recorder, {});
    if (outcome.error.isEmpty())
        outcome.result = {{QStringLiteral("reversed"), outcome.result.value(QStringLiteral("reversed"))}};
    return outcome;
}

RegisterOracle::Outcome RegisterOracle::repost(const QString &recorder, QList<Movement> movements)
{
    QList<Movement> after;
    QList<std::pair<Movement, bool>> rows;
    int unchanged = 0;
    for (Movement &movement : movements)
        movement = completed(movement, recorder);
    for (const Movement &movement : m_active) {
        const auto same =
            std::ranges::find_if(movements, [&](const Movement &m) { return content(m) == content(movement); });
        if (movement.recorder != recorder) {
            after.append(movement);
        } else if (same != movements.end()) {
            after.append(movement);
            movements.erase(same);
            ++unchanged;
        } else {
            Movement reversal = movement;
            for (Decimal &value : reversal.resources)
                value = -value;
            rows.append({reversal, true});
        }
    }
    const qsizetype reversed = rows.size();
    for (const Movement &movement : movements)
        rows.append({movement, false});
    Outcome outcome = changed(after + movements);
    if (outcome.error.isEmpty()) {
        outcome.result = {{QStringLiteral("reversed"), reversed}, {QStringLiteral("posted"), movements.size()},
            {QStringLiteral("unchanged"), unchanged}};
        m_journal += rows;
    }
    return outcome;
}

// Key by key and day by day over both states, as the rule is written.
QJsonArray RegisterOracle::shortages(const QList<Movement> &after) const
{
    const int resource = m_definition.forbiddenResource();
    if (resource < 0)
        return {};
    struct Change
    {
        qint64 before = 0, after = 0;
    };
    std::map<QList<QVariant>, std::map<QDate, Change>, KeyOrder> keys;
    for (const Movement &movement : m_active)
        keys[movement.dimensions][movement.period.date].before += movement.resources.at(resource).units();
    for (const Movement &movement : after)
        keys[movement.dimensions][movement.period.date].after += movement.resources.at(resource).units();
    QJsonArray found;
    for (const auto &[key, days] : keys) {
        Change sum;
        for (const auto &[day, change] : days) {
            sum.before += change.before;
            sum.after += change.after;
            if (sum.after >= 0)
                continue;
            QJsonObject named;
            for (qsizetype i = 0; i < key.size(); ++i)
                named.insert(m_definition.dimensions().at(i).name, QJsonValue::fromVariant(key.at(i)));
            const int scale = m_definition.resources().at(resource).scale;
            found.append(QJsonObject{{QStringLiteral("register"), m_definition.name()}, {QStringLiteral("key"), named},
                {QStringLiteral("resource"), m_definition.resources().at(resource).name},
                {QStringLiteral("available"), Decimal(sum.before, scale).toString()},
                {QStringLiteral("required"), Decimal(sum.before - sum.after, scale).toString()},
                {QStringLiteral("date"), day.toString(Qt::ISODate)}});
            break;
        }
    }
    return found;
}

bool RegisterOracle::passes(const Movement &movement, const Filter &filter) const
{
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        if (!it.value().contains(movement.dimensions.at(m_definition.dimensionIndex(it.key()))))
            return false;
    }
    return true;
}

QList<QVariant> RegisterOracle::group(const Movement &movement, const QStringList &groupBy) const
{
    QList<QVariant> values;
    for (const QString &name : groupBy)
        values.append(movement.dimensions.at(m_definition.dimensionIndex(name)));
    return values;
}

QList<BalanceRow> RegisterOracle::balance(
    const Filter &filter, const QStringList &groupBy, const std::optional<Until> &until) const
{
    QList<Decimal> zeros;
    for (const Resource &resource : m_definition.resources())
        zeros.append(Decimal(0, resource.scale));
    std::map<QList<QVariant>, QList<Decimal>, KeyOrder> sums;
    if (groupBy.isEmpty())
        sums[{}] = zeros;
    for (const Movement &movement : m_active) {
        if (!passes(movement, filter) || !isUpTo(movement.period, until))
            continue;
        auto &sum = sums.try_emplace(group(movement, groupBy), zeros).first->second;
        for (qsizetype i = 0; i < sum.size(); ++i)
            add(sum[i], movement.resources.at(i));
    }
    QList<BalanceRow> rows;
    for (const auto &[key, figures] : sums) {
        if (groupBy.isEmpty() || !std::ranges::all_of(figures, &Decimal::isZero))
            rows.append({key, figures});
    }
    return rows;
}

QList<TurnoverRow> RegisterOracle::turnover(const TurnoverQuery &query) const
{
    static const char *const forms[] = {"", "yyyy-MM-dd", "yyyy-MM", "yyyy"};
    const QString form = QLatin1String(forms[static_cast<int>(query.by)]);
    TurnoverRow empty;
    for (const Resource &resource : m_definition.resources()) {
        const Decimal zero(0, resource.scale);
        empty.opening.append(zero);
        empty.receipts.append(zero);
        empty.issues.append(zero);
    }
    std::map<QList<QVariant>, TurnoverRow, KeyOrder> rows; // by group and bucket; the empty bucket holds the opening
    if (query.groupBy.isEmpty() && form.isEmpty())
        rows[{QString()}] = empty;
    for (const Movement &movement : m_active) {
        if (!passes(movement, query.filter) || !isUpTo(movement.period, query.to))
            continue;
        // `to` before `from` is an empty interval, but its opening is still the one before `from`.
        const bool before = query.from && movement.period < *query.from;
        const QString bucket = before || form.isEmpty() ? QString() : movement.period.date.toString(form);
        TurnoverRow &row = rows.try_emplace(group(movement, query.groupBy) << bucket, empty).first->second;
        for (qsizetype i = 0; i < empty.opening.size(); ++i) {
            const Decimal value = movement.resources.at(i);
            if (before && m_definition.hasBalances())
                add(row.opening[i], value);
            else if (!before)
                add(value.isNegative() ? row.issues[i] : row.receipts[i], value.absolute());
        }
    }
    QList<TurnoverRow> answer;
    QList<QVariant> lastGroup;
    QList<Decimal> running;
    for (auto &[key, row] : rows) {
        row.group = key.first(key.size() - 1);
        row.bucket = key.constLast().toString();
        if (!form.isEmpty() && (row.group != lastGroup || running.isEmpty()))
            running = empty.opening;
        lastGroup = row.group;
        bool hasTurnover = false, hasOpening = false;
        for (qsizetype i = 0; i < empty.opening.size(); ++i) {
            if (!form.isEmpty() && !row.bucket.isEmpty())
                row.opening[i] = running.at(i);
            Decimal closing = row.opening.at(i);
            add(closing, row.receipts.at(i));
            add(closing, -row.issues.at(i));
            row.closing.append(closing);
            hasOpening = hasOpening || !row.opening.at(i).isZero();
            hasTurnover = hasTurnover || !row.receipts.at(i).isZero() || !row.issues.at(i).isZero();
        }
        running = row.closing;
        const bool shows = form.isEmpty() ? hasTurnover || hasOpening || query.groupBy.isEmpty()
                                          : hasTurnover && !row.bucket.isEmpty();
        if (shows)
            answer.append(row);
    }
    return answer;
}

LowestBalance RegisterOracle::lowest(const QList<QVariant> &key, QDate from, const QString &exceptRecorder) const
{
    const int resource = std::max(m_definition.forbiddenResource(), 0);
    const int scale = m_definition.resources().at(resource).scale;
    std::map<QDate, qint64> days{{from, 0}};
    for (const Movement &movement : m_active) {
        if (movement.dimensions == key && (exceptRecorder.isEmpty() || movement.recorder != exceptRecorder))
            days[std::max(movement.period.date, from)] += movement.resources.at(resource).units();
    }
    LowestBalance lowest{Decimal(0, scale), {}};
    qint64 sum = 0;
    for (const auto &[day, net] : days) {
        sum += net;
        if (lowest.date.isNull() || sum < lowest.lowest.units())
            lowest = {Decimal(sum, scale), day};
    }
    return lowest;
}

QString RegisterOracle::line(const JournalRow &row)
{
    return row.period.toString() + u'|' + row.recorder + u'|' + (row.reversalOf != 0 ? u'R' : u'-') + u'|'
        + textOf(row.dimensions, row.resources);
}

QStringList RegisterOracle::journal(const Filter &filter, const QString &recorder, const std::optional<Period> &from,
    const std::optional<Until> &to, bool activeOnly) const
{
    QStringList lines;
    const auto take = [&](const Movement &movement, bool reversal) {
        if (!passes(movement, filter) || (!recorder.isEmpty() && movement.recorder != recorder)
            || (from && movement.period < *from) || !isUpTo(movement.period, to))
            return;
        JournalRow row;
        row.recorder = movement.recorder;
        row.period = movement.period;
        row.reversalOf = reversal ? 1 : 0;
        row.dimensions = movement.dimensions;
        row.resources = movement.resources;
        lines << line(row);
    };
    if (activeOnly) {
        for (const Movement &movement : m_active)
            take(movement, false);
    } else {
        for (const auto &[movement, reversal] : m_journal)
            take(movement, reversal);
    }
    lines.sort();
    return lines;
}

} // namespace bincard::test
