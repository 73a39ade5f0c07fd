// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Dialect.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>

namespace bincard::db {

namespace {

/// In the details of an error.
const QString stoppedByServer = QStringLiteral("stopped_by_server");

ErrorCode raisedCode(const QString &name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Cancelled); ++i) {
        if (bincard::code(static_cast<ErrorCode>(i)) == name)
            return static_cast<ErrorCode>(i);
    }
    return ErrorCode::Storage;
}

Message text(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InsufficientStock: return {QT_TRANSLATE_NOOP("Error", "There is not enough in stock."), {}};
    case ErrorCode::PeriodClosed: return {QT_TRANSLATE_NOOP("Error", "The period is closed."), {}};
    case ErrorCode::AlreadyPosted: return {QT_TRANSLATE_NOOP("Error", "It is posted already."), {}};
    case ErrorCode::Duplicate:
        return {QT_TRANSLATE_NOOP("Error", "There is one with the same code or number already."), {}};
    case ErrorCode::Busy:
        return {QT_TRANSLATE_NOOP("Error", "The book is in use by somebody else at this moment. Try again."), {}};
    case ErrorCode::ConnectionLost: return {QT_TRANSLATE_NOOP("Error", "The connection to the book was lost."), {}};
    case ErrorCode::PermissionDenied:
        return {QT_TRANSLATE_NOOP("Error", "You have no right to do that in this book."), {}};
    case ErrorCode::Corrupt: return {QT_TRANSLATE_NOOP("Error", "The file is damaged or is no Bincard book."), {}};
    case ErrorCode::Validation: return {QT_TRANSLATE_NOOP("Error", "The book refused the values."), {}};
    case ErrorCode::Cancelled: return {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}};
    default: return {QT_TRANSLATE_NOOP("Error", "The book could not be read or written."), {}};
    }
}

Error made(ErrorCode code, const QString &technical, const QString &raised = {})
{
    QJsonObject details{{QStringLiteral("technical"), technical}};
    if (!raised.isEmpty()) {
        const QJsonDocument json = QJsonDocument::fromJson(raised.toUtf8());
        details.insert(QStringLiteral("raised"), json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
    }
    return {code, text(code), details};
}

ErrorCode sqliteCode(int native)
{
    switch (native & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return ErrorCode::Busy;
    case 3: // PERM
        return ErrorCode::PermissionDenied;
    case 8: // READONLY
        return ErrorCode::PermissionDenied;
    case 11: // CORRUPT
    case 26: // NOTADB
        return ErrorCode::Corrupt;
    case 9:                          // INTERRUPT
        return ErrorCode::Cancelled; // only Interrupter does that
    case 19:                         // CONSTRAINT
        return native == 2067 || native == 1555 ? ErrorCode::Duplicate : ErrorCode::Validation;
    default: return ErrorCode::Storage;
    }
}

Error sqliteError(int native, const QString &technical)
{
    if ((native & 0xff) != 13) // FULL
        return made(sqliteCode(native), technical);
    return {ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error",
             "The disk on which the book lies is full. Nothing of this was saved. Make room there, then repeat it."),
            {}},
        {{QStringLiteral("technical"), technical}}};
}

/// States of which a person needs to know more than what the code says.
struct Described
{
    const char *state;
    ErrorCode code;
    const char *text;
};
const Described described[] = {
    {"57014", ErrorCode::Busy,
        QT_TRANSLATE_NOOP("Error",
            "The server stopped this work: it took longer than the server allows, or an administrator ended it. "
            "Nothing of it was saved. If that goes on, ask the administrator for more time (statement_timeout).")},
    {"53100", ErrorCode::Storage,
        QT_TRANSLATE_NOOP("Error",
            "The disk of the server is full. Nothing of this was saved. Have the administrator make room there, then "
            "repeat it.")},
    {"53200", ErrorCode::Storage,
        QT_TRANSLATE_NOOP("Error",
            "The server has not enough memory for this. Nothing of it was saved. Repeat it when less is going on "
            "there, or tell the administrator.")},
    {"53300", ErrorCode::Busy,
        QT_TRANSLATE_NOOP("Error", "The server has as many connections as it allows. Somebody has to leave first.")},
    {"57P03", ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "The server is starting or shutting down.")},
    {"25006", ErrorCode::PermissionDenied,
        QT_TRANSLATE_NOOP("Error",
            "This server lets the book be read, not changed: it is a standby, or set to read only. Open the book on "
            "the main server, or ask the administrator.")},
    {"25P03", ErrorCode::ConnectionLost,
        QT_TRANSLATE_NOOP(
            "Error", "The server ended the connection: nothing had happened on it for longer than the server allows.")},
    {"57P05", ErrorCode::ConnectionLost,
        QT_TRANSLATE_NOOP(
            "Error", "The server ended the connection: nothing had happened on it for longer than the server allows.")},
};

ErrorCode postgresCode(const QString &state)
{
    if (state == u"23505")
        return ErrorCode::Duplicate;
    if (state == u"40001" || state == u"40P01" || state == u"55P03")
        return ErrorCode::Busy;
    if (state == u"42501")
        return ErrorCode::PermissionDenied;
    if (state.startsWith(u"08") || state.startsWith(u"57P"))
        return ErrorCode::ConnectionLost;
    if (state.startsWith(u"23") || state.startsWith(u"22"))
        return ErrorCode::Validation;
    return ErrorCode::Storage;
}

Error postgresError(const QString &state, const QString &technical)
{
    for (const Described &known : described) {
        if (state != QLatin1String(known.state))
            continue;
        const Error error(known.code, {known.text, {}}, {{QStringLiteral("technical"), technical}});
        return state == u"57014" ? error.with(stoppedByServer, true) : error;
    }
    return made(postgresCode(state), technical);
}

} // namespace

bool mayReplay(const Error &error)
{
    return error.code() == ErrorCode::Busy && !error.details().contains(stoppedByServer);
}

Result<Dialect> Dialect::of(const QSqlDatabase &database)
{
    if (database.driverName() == u"QSQLITE")
        return Dialect(Engine::SQLite);
    if (database.driverName() == u"QPSQL")
        return Dialect(Engine::PostgreSQL);
    return Error(ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error",
             "Books are SQLite files or PostgreSQL databases; the "
             "driver %1 is neither."),
            {database.driverName()}});
}

QString Dialect::quoted(const QString &identifier)
{
    return u'"' + QString(identifier).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString Dialect::decimalColumn(const QString &name, int scale) const
{
    return isSqlite() ? name + QStringLiteral("_e") + QString::number(scale) : name;
}

QString Dialect::expand(const QString &sql) const
{
    static const QRegularExpression decimalType(QStringLiteral("\\$decimal\\((\\d)\\)"));
    static const QRegularExpression decimalName(QStringLiteral("\\b([a-z_]+)\\$(\\d)"));
    QString text = sql;
    text.replace(decimalType, isSqlite() ? QStringLiteral("INTEGER") : QStringLiteral("NUMERIC(18,\\1)"));
    text.replace(decimalName, isSqlite() ? QStringLiteral("\\1_e\\2") : QStringLiteral("\\1"));
    struct Token
    {
        const char *name, *sqlite, *postgres;
    };
    static const Token tokens[] = {
        {"$identity", "INTEGER PRIMARY KEY AUTOINCREMENT", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"},
        {"$bigint", "INTEGER", "BIGINT"},
        {"$bool", "INTEGER", "BOOLEAN"},
        {"$date", "TEXT", "DATE"},
        {"$period", "TEXT", "TIMESTAMP(0)"},
        {"$instant", "TEXT", "TIMESTAMPTZ"},
        {"$uuid", "TEXT", "UUID"},
        {"$text", "TEXT", "TEXT COLLATE \"C\""},
        {"$now", "strftime('%Y-%m-%dT%H:%M:%fZ','now')", "clock_timestamp()"},
        {"$true", "1", "TRUE"},
        {"$false", "0", "FALSE"},
    };
    for (const Token &token : tokens)
        text.replace(QLatin1String(token.name), QLatin1String(isSqlite() ? token.sqlite : token.postgres));
    return text;
}

Error Dialect::error(const QSqlError &error) const
{
    static const QRegularExpression raised(QStringLiteral("bincard:([a-z_]+)"));
    // libpq writes "DETAIL:" in the person's language; the line is known by what follows the colon.
    static const QRegularExpression detail(QStringLiteral("\\n[^\\n:]*:\\s+([\\[{].*[\\]}])"));
    const QString technical = QStringList{error.driverText(), error.databaseText()}.join(QStringLiteral(" ")).trimmed();
    const QString native = error.nativeErrorCode();
    if (const auto match = raised.match(technical); match.hasMatch())
        return made(raisedCode(match.captured(1)), technical, detail.match(technical).captured(1));
    if (error.type() == QSqlError::ConnectionError && native.isEmpty())
        return made(ErrorCode::ConnectionLost, technical);
    if (isSqlite())
        return sqliteError(native.toInt(), technical);
    // A dead server leaves no SQLSTATE behind, only libpq's words or none at all.
    if (native.isEmpty()
        && (technical.isEmpty() || technical.contains(u"connection") || technical.contains(u"server closed")
            || technical.contains(u"terminat")))
        return made(ErrorCode::ConnectionLost, technical);
    return postgresError(native, technical);
}

QVariant Value::bound(const Dialect &dialect) const
{
    if (m_value.userType() == qMetaTypeId<Decimal>()) {
        const auto decimal = m_value.value<Decimal>();
        return dialect.isSqlite() ? QVariant(decimal.units()) : QVariant(decimal.toString());
    }
    if (m_value.userType() == QMetaType::Bool && dialect.isSqlite())
        return m_value.toBool() ? 1 : 0;
    return m_value;
}

Value orNull(qint64 id) { return id == 0 ? Value(nullptr) : Value(id); }

Value orNull(const QString &text) { return text.isEmpty() ? Value(nullptr) : Value(text); }

} // namespace bincard::db
