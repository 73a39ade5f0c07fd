// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace bincard {

/// What went wrong, as a program can act on it (rule E19). The spelling in code() is the contract of the command line.
enum class ErrorCode {
    RegisterNotFound,  ///< no register of that name in the book
    Validation,        ///< the input is wrong; problems() says where, all of them at once
    AlreadyPosted,     ///< the recorder already has active movements
    InsufficientStock, ///< a `forbid` resource would fall below zero on some day; details.shortages names every key
    PeriodClosed,      ///< on or before the book's closing date
    Conflict,          ///< somebody else changed it meanwhile; details.theirs holds the version in the book
    NotFound,          ///< no such catalog row, document, recorder or file
    Duplicate,         ///< code, number or barcode is taken
    Busy,              ///< lock, deadlock or serialization; the unit of work may be tried again
    ConnectionLost,    ///< the outcome of a commit under way is unknown: look it up by its id
    PermissionDenied,
    SchemaNewer, ///< the book was made by a newer Bincard
    Corrupt,     ///< the file is damaged or no book
    Storage,     ///< disk full, read-only, driver missing and all else the engine says
    Cancelled,   ///< the person cancelled; nothing was written
};

[[nodiscard]] QString code(ErrorCode code);

/// English source text with numbered places (%1...). Written where the knowledge is, translated where it is shown:
/// mark the literal with QT_TRANSLATE_NOOP("Error", "..."); only gui and cli call translated().
struct Message
{
    const char *source = "";
    QStringList arguments;

    [[nodiscard]] QString english() const;
    [[nodiscard]] QString translated() const; ///< through the translator of context "Error"
};

/// One thing wrong with an input: where (field by its contract name, line counted from 1, 0 = no line) and what.
struct Problem
{
    QString field;
    int line = 0;
    Message message;
};

/// A typed error that carries what a person needs to act on it.
class Error
{
public:
    Error(ErrorCode code, Message message, QJsonObject details = {})
        : m_code(code)
        , m_message(std::move(message))
        , m_details(std::move(details))
    {}
    /// Validation: all problems at once. The message is the first problem's, or says how many there are.
    [[nodiscard]] static Error validation(QList<Problem> problems);
    [[nodiscard]] static Error validation(const QString &field, Message message, int line = 0);

    [[nodiscard]] ErrorCode code() const { return m_code; }
    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    [[nodiscard]] const QJsonObject &details() const { return m_details; }
    [[nodiscard]] Error with(const QString &key, const QJsonValue &value) const;
    /// What the engine said, for the unfolded details of a message; never the message itself.
    [[nodiscard]] QString technical() const { return m_details.value(QLatin1String("technical")).toString(); }
    /// {"code","message","details":{...,"problems":[{"field","line","message"}]}}: section 4 of the design.
    [[nodiscard]] QJsonObject toJson() const;

private:
    ErrorCode m_code;
    Message m_message;
    QList<Problem> m_problems;
    QJsonObject m_details;
};

} // namespace bincard
