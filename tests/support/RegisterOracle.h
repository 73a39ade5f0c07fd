// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bincard::test {

/// What a register must answer, worked out the long way: it keeps the active movements in a list and adds them up for
/// every question. A reversal lowers the side of what it reverses, so turnovers are those of the active movements alone.
class RegisterOracle
{
public:
    explicit RegisterOracle(RegisterDefinition definition) : m_definition(std::move(definition)) {}

    /// What an operation must end in: empty and the state is taken over, or the error's code and its shortages.
    struct Outcome
    {
        QString error;
        QJsonArray shortages;
        QJsonObject result;
    };

    [[nodiscard]] Outcome post(const QList<Movement> &movements, bool append);
    [[nodiscard]] Outcome unpost(const QString &recorder);
    [[nodiscard]] Outcome repost(const QString &recorder, QList<Movement> movements);

    [[nodiscard]] QList<BalanceRow> balance(
        const Filter &filter, const QStringList &groupBy, const std::optional<Until> &at) const;
    [[nodiscard]] QList<TurnoverRow> turnover(const TurnoverQuery &query) const;
    [[nodiscard]] LowestBalance lowest(const QList<QVariant> &key, QDate from, const QString &exceptRecorder) const;
    /// "recorder period reversal? dimensions resources" of the rows in the journal, sorted; with `activeOnly` of those.
    [[nodiscard]] QStringList journal(const Filter &filter, const QString &recorder, const std::optional<Period> &from,
        const std::optional<Until> &to, bool activeOnly) const;
    [[nodiscard]] static QString line(const JournalRow &row);

    [[nodiscard]] QStringList activeRecorders() const;
    [[nodiscard]] QList<Movement> active(const QString &recorder) const;

private:
    [[nodiscard]] Outcome changed(const QList<Movement> &after);
    [[nodiscard]] QJsonArray shortages(const QList<Movement> &after) const;
    [[nodiscard]] bool passes(const Movement &movement, const Filter &filter) const;
    [[nodiscard]] QList<QVariant> group(const Movement &movement, const QStringList &groupBy) const;
    [[nodiscard]] Movement completed(Movement movement, const QString &recorder) const;

    RegisterDefinition m_definition;
    QList<Movement> m_active;
    QList<std::pair<Movement, bool>> m_journal; ///< in the order written; true: a reversal
};

/// Orders dimension values as both engines must: numbers by size, false before true, texts by their bytes.
[[nodiscard]] bool comesBefore(const QList<QVariant> &left, const QList<QVariant> &right);

} // namespace bincard::test
