// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

#include <QHash>
#include <QJsonArray>

#include <compare>
#include <optional>

namespace bincard {

namespace db {
class Session;
}

/// All analytics of a side of a ledger, as the one text that the register keeps of equal ones.
[[nodiscard]] QByteArray analyticsText(const QJsonObject &analytics);

/// What can be filtered and grouped by: a dimension; of a ledger register "account", "analytics" and "analytics.<key>"
/// too, which are texts.
[[nodiscard]] std::optional<Dimension> keyDimension(const RegisterDefinition &definition, const QString &name);

/// Between the JSON of the command line's contract and the values of the accumulator. References travel as catalog
/// codes outside and as ids inside; what was looked up is kept for the life of the object (one call of a service).
class RegisterJson
{
public:
    RegisterJson(db::Session &session, const RegisterDefinition &definition)
        : m_session(session)
        , m_definition(definition)
    {}

    /// Every problem of every movement, with its number as the line. `recorder` stands in for movements without one.
    [[nodiscard]] Result<QList<Movement>> movements(const QJsonArray &array, const QString &recorder = {});
    /// {dim: value | [values]}; a code that the catalog does not know is a problem.
    [[nodiscard]] Result<Filter> filter(const QJsonValue &where, QList<Problem> &problems);

    [[nodiscard]] Result<QJsonValue> dimension(const Dimension &dimension, const QVariant &value);
    [[nodiscard]] Result<void> addGroup(QJsonObject &row, const QStringList &groupBy, const QList<QVariant> &group);
    /// Whether a group holds references: the registers order those by id, and a limit would cut in the wrong place.
    [[nodiscard]] bool isOrderedByIds(const QStringList &groupBy) const;
    /// Such rows by what readers see, the codes, and then cut (limit 0: all). What ties keeps its order; other rows are
    /// as they should be.
    [[nodiscard]] QJsonArray sorted(
        const QJsonArray &rows, const QStringList &groupBy, const QList<OrderBy> &order = {}, int limit = 0) const;
    void addResources(QJsonObject &row, const QString &suffix, const QList<Decimal> &values) const;
    [[nodiscard]] Result<QJsonObject> journalRow(const JournalRow &row);
    /// Puts codes in place of ids in details.shortages of an InsufficientStock error.
    [[nodiscard]] Error withCodes(const Error &error);

private:
    [[nodiscard]] std::strong_ordering compared(
        const QString &column, const QJsonValue &left, const QJsonValue &right) const;
    [[nodiscard]] Result<QVariant> value(
        const Dimension &dimension, const QJsonValue &json, const QString &field, int line, QList<Problem> &problems);
    [[nodiscard]] Result<QVariant> idOf(
        const Dimension &dimension, const QString &code, const QString &field, int line, QList<Problem> &problems);
    [[nodiscard]] Result<QString> codeOf(const QString &table, qint64 id);
    void readSides(const QJsonObject &object, Movement &movement, int line, QList<Problem> &problems) const;
    void readResources(const QJsonObject &object, Movement &movement, int line, QList<Problem> &problems) const;
    void refuseUnknown(const QJsonObject &object, int line, QList<Problem> &problems) const;

    db::Session &m_session;
    const RegisterDefinition &m_definition;
    QHash<QString, QHash<QString, qint64>> m_ids;
    QHash<QString, QHash<qint64, QString>> m_codes;
};

} // namespace bincard
