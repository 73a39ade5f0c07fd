// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Period.h"

#include <QJsonObject>
#include <QStringList>

namespace bincard {

/// Reads the fields of one JSON object by the rules of the command line (design section 4) and collects every problem:
/// decimals are strings or whole numbers (a fractional number is refused), unknown fields are refused. A field that is
/// not there leaves its target alone.
class JsonReader
{
public:
    /// `prefix` stands before field names in problems ("lines."), `line` beside them.
    JsonReader(const QJsonObject &object, QList<Problem> &problems, const QString &prefix = {}, int line = 0)
        : m_object(object)
        , m_problems(problems)
        , m_prefix(prefix)
        , m_line(line)
    {}

    [[nodiscard]] bool has(const QString &field) const { return m_object.contains(field); }
    void text(const QString &field, QString &target, int maximumLength = 200);
    void boolean(const QString &field, bool &target);
    void integer(const QString &field, int &target);
    void decimal(const QString &field, Decimal &target); ///< to the scale that the target has
    void date(const QString &field, QDate &target);
    void ignore(const QString &field) { m_known << field; }
    void problem(const QString &field, Message message);
    /// Reports the fields nobody asked for.
    void finish();

private:
    [[nodiscard]] QJsonValue take(const QString &field);

    const QJsonObject &m_object;
    QList<Problem> &m_problems;
    QString m_prefix;
    int m_line;
    QStringList m_known;
};

/// A JSON decimal: a string, or a number without fraction and exponent.
[[nodiscard]] Result<Decimal> decimalFromJson(const QJsonValue &value, int scale);

} // namespace bincard
