// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Period.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace bincard::db {

/// A parameter of a PostgreSQL statement in the server's binary form: the values of one column, as an array or, of a
/// single value, by itself. The server reads it without parsing a text. A value only; any thread.
class BinaryColumn
{
public:
    enum class Type { Bool, Int, BigInt, Text, Date, Timestamp, Numeric, Uuid };

    explicit BinaryColumn(Type type) : m_type(type) {}

    void append(bool value);
    void append(qint32 value);
    void append(qint64 value);
    void append(const QString &value);
    void append(QDate value);
    void append(const Period &value);
    void append(Decimal value);
    void append(const QUuid &value);
    void appendNull();

    [[nodiscard]] int size() const { return m_count; }
    [[nodiscard]] unsigned elementType() const; ///< the server's number of it
    [[nodiscard]] unsigned arrayType() const;
    [[nodiscard]] QByteArray array() const;
    /// The rows that columns of one size make, as COPY ... (FORMAT binary) takes them.
    [[nodiscard]] static QByteArray copied(const QList<BinaryColumn> &columns);
    /// Of exactly one value: its bytes. A null one is a null QByteArray.
    [[nodiscard]] QByteArray single() const;

private:
    Type m_type;
    QByteArray m_elements; ///< each with its length before it
    int m_count = 0;
    bool m_hasNull = false;
};

} // namespace bincard::db
