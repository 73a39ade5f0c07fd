// SPDX-License-Identifier: LGPL-3.0-or-later
#include "base/Error.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard {

namespace {

QString filled(QString text, const QStringList &arguments)
{
    // One pass: an argument that itself contains "%1" must not be filled again.
    QString result;
    result.reserve(text.size() + 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'%' && i + 1 < text.size() && text.at(i + 1).isDigit()) {
            const int index = text.at(i + 1).digitValue() - 1;
            if (index >= 0 && index < arguments.size()) {
                result += arguments.at(index);
                ++i;
                continue;
            }
        }
        result += text.at(i);
    }
    return result;
}

} // namespace

QString code(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RegisterNotFound: return QStringLiteral("register_not_found");
    case ErrorCode::Validation: return QStringLiteral("validation");
    case ErrorCode::AlreadyPosted: return QStringLiteral("already_posted");
    case ErrorCode::InsufficientStock: return QStringLiteral("insufficient_stock");
    case ErrorCode::PeriodClosed: return QStringLiteral("period_closed");
    case ErrorCode::Conflict: return QStringLiteral("conflict");
    case ErrorCode::NotFound: return QStringLiteral("not_found");
    case ErrorCode::Duplicate: return QStringLiteral("duplicate");
    case ErrorCode::Busy: return QStringLiteral("busy");
    case ErrorCode::ConnectionLost: return QStringLiteral("connection_lost");
    case ErrorCode::PermissionDenied: return QStringLiteral("permission_denied");
    case ErrorCode::SchemaNewer: return QStringLiteral("schema_newer");
    case ErrorCode::Corrupt: return QStringLiteral("corrupt");
    case ErrorCode::Storage: return QStringLiteral("storage");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    }
    return QStringLiteral("storage");
}

QString Message::english() const { return filled(QString::fromUtf8(source), arguments); }

QString Message::translated() const { return filled(QCoreApplication::translate("Error", source), arguments); }

Error Error::validation(QList<Problem> problems)
{
    Message message{QT_TRANSLATE_NOOP("Error", "The input is not valid."), {}};
    if (problems.size() == 1)
        message = problems.constFirst().message;
    else if (problems.size() > 1)
        message = {QT_TRANSLATE_NOOP("Error", "%1 things are not valid."), {QString::number(problems.size())}};
    Error error(ErrorCode::Validation, std::move(message));
    error.m_problems = std::move(problems);
    return error;
}

Error Error::validation(const QString &field, Message message, int line)
{
    return validation({Problem{field, line, std::move(message)}});
}

Error Error::with(const QString &key, const QJsonValue &value) const
{
    Error copy = *this;
    copy.m_details.insert(key, value);
    return copy;
}

QJsonObject Error::toJson() const
{
    QJsonObject details = m_details;
    if (!m_problems.isEmpty()) {
        QJsonArray problems;
        for (const Problem &problem : m_problems) {
            QJsonObject entry{
                {QStringLiteral("field"), problem.field}, {QStringLiteral("message"), problem.message.english()}};
            if (problem.line > 0)
                entry.insert(QStringLiteral("line"), problem.line);
            problems.append(entry);
        }
        details.insert(QStringLiteral("problems"), problems);
    }
    return {{QStringLiteral("code"), bincard::code(m_code)}, {QStringLiteral("message"), m_message.english()},
        {QStringLiteral("details"), details}};
}

} // namespace bincard
