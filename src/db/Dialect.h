// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Period.h"

#include <QSqlError>
#include <QString>
#include <QUuid>
#include <QVariant>

class QSqlDatabase;

namespace bincard::db {

enum class Engine { SQLite, PostgreSQL };

/// Whether a whole unit of work that met this may be done again at once (rule E20): a lock, a deadlock, a
/// serialization. Not where the server stopped a statement (details.stopped_by_server): it would be as long again.
[[nodiscard]] bool mayReplay(const Error &error);

/// The few things in which the two engines differ. Stateless; any thread.
class Dialect
{
public:
    explicit Dialect(Engine engine) : m_engine(engine) {}
    /// By the driver's name: QSQLITE or QPSQL.
    [[nodiscard]] static Result<Dialect> of(const QSqlDatabase &database);

    [[nodiscard]] Engine engine() const { return m_engine; }
    [[nodiscard]] bool isSqlite() const { return m_engine == Engine::SQLite; }
    [[nodiscard]] bool isPostgres() const { return m_engine == Engine::PostgreSQL; }
    [[nodiscard]] QString name() const { return isSqlite() ? QStringLiteral("sqlite") : QStringLiteral("postgresql"); }

    /// "name", doubled quotes inside. Identifiers come from a whitelist or a validated definition all the same.
    [[nodiscard]] static QString quoted(const QString &identifier);
    /// The column of a decimal: SQLite stores scaled integers and says so (quantity_e4), PostgreSQL NUMERIC.
    [[nodiscard]] QString decimalColumn(const QString &name, int scale) const;

    /// Fills the tokens that let one SQL file serve both engines:
    ///   list_price$4   -> list_price_e4 | list_price      (the column of a decimal; also behind an alias:
    ///   i.list_price$4) $decimal(4)    -> INTEGER | NUMERIC(18,4)          $identity -> INTEGER PRIMARY KEY
    ///   AUTOINCREMENT | BIGINT identity $bigint $bool $date $period $instant $uuid $text   -> column types ($text
    ///   compares by bytes on both: E1) $now           -> the present instant in UTC, in the form of an $instant column
    ///   $true $false
    [[nodiscard]] QString expand(const QString &sql) const;

    /// What the engine said, as a typed error; errors raised by our own triggers (SQLSTATE BCxxx, or RAISE texts
    /// "bincard:<code>") become their ErrorCode with the trigger's JSON in details.raised.
    [[nodiscard]] Error error(const QSqlError &error) const;

private:
    Engine m_engine;
};

/// A value to bind. Implicit on purpose, so that a statement reads as {document.date, line.quantity, 5}.
/// Decimals travel as scaled integers to SQLite and as text to PostgreSQL; never as a double.
class Value
{
public:
    Value(std::nullptr_t) {}
    Value(int value) : m_value(value) {}
    Value(qint64 value) : m_value(value) {}
    Value(bool value) : m_value(value) {}
    Value(const QString &value) : m_value(value.isNull() ? QStringLiteral("") : value) {}
    Value(const char *) = delete;
    Value(double) = delete;
    Value(const QByteArray &value) : m_value(value) {}
    Value(Decimal value) : m_value(QVariant::fromValue(value)) {}
    Value(QDate value) : m_value(value.isValid() ? QVariant(value.toString(Qt::ISODate)) : QVariant()) {}
    Value(const Period &value)
        : m_value(QVariant(value.date.toString(Qt::ISODate) + u' ' + value.time.toString(u"HH:mm:ss")))
    {}
    Value(const QUuid &value) : m_value(value.isNull() ? QVariant() : QVariant(value.toString(QUuid::WithoutBraces))) {}

    [[nodiscard]] QVariant bound(const Dialect &dialect) const;

private:
    QVariant m_value;
};

using Values = QList<Value>;

/// An id that is NULL where it is 0.
[[nodiscard]] Value orNull(qint64 id);
[[nodiscard]] Value orNull(const QString &text);

} // namespace bincard::db
