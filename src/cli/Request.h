// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace bincard::cli {

/// The fields of a JSON request. Reading goes on after a wrong one, so that finished() names all that is wrong at once:
/// missing and mistyped fields, and those nobody asked for.
class Request
{
public:
    enum Need { Required, Optional };

    explicit Request(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] QString text(const QString &field, Need need = Required);
    [[nodiscard]] bool flag(const QString &field);                 ///< false where it is missing
    [[nodiscard]] std::optional<int> number(const QString &field); ///< not below zero
    [[nodiscard]] std::optional<QDate> date(const QString &field);
    [[nodiscard]] QStringList words(const QString &field); ///< "a", "a,b" or ["a","b"]; empty where it is missing
    [[nodiscard]] QJsonObject object(const QString &field);
    [[nodiscard]] QJsonArray array(const QString &field);
    /// What has not been read yet: for a service that looks at the fields itself.
    [[nodiscard]] QJsonObject rest();

    void problem(const QString &field, Message message);
    [[nodiscard]] Result<void> finished();

private:
    [[nodiscard]] QJsonValue take(const QString &field, Need need);

    QJsonObject m_object;
    QList<Problem> m_problems;
};

} // namespace bincard::cli
