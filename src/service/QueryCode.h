// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"

#include <QJsonObject>

namespace bincard {

/// A question to a register in the terms of the command line's contract, to be written down as code. A value; the
/// functions below are pure. `query` holds what RegisterService::balance(), turnover() and movements() take.
struct RegisterQuestion
{
    enum class Kind { Balance, Turnover, Movements };

    Kind kind = Kind::Balance;
    RegisterDefinition definition;
    QJsonObject query;

    /// "balance", "turnover", "movements": the command, and the name of the service's method.
    [[nodiscard]] QString verb() const;
    /// The values of query.where for a dimension, as text, in the order given; analytics as the register keeps them.
    [[nodiscard]] QStringList filterValues(const QString &dimension) const;
    [[nodiscard]] QStringList groupBy() const;
    [[nodiscard]] QString text(const char *field) const; ///< a text field of the query; empty if it has none
};

/// One line for a POSIX shell (PowerShell reads it the same way): bincardctl prints what the Query page shows as JSON.
[[nodiscard]] QString commandLineText(const RegisterQuestion &question, const QString &bookUrl);

/// One SELECT over the tables of the register that gives the same rows and figures. `sqlite`: in SQLite's words, where
/// decimals are whole numbers of their last place; otherwise in PostgreSQL's. What the question needs of the query must be
/// right: a question that the register refuses has no SQL.
[[nodiscard]] QString sqlText(const RegisterQuestion &question, bool sqlite);

/// A function that asks the same of the accumulator library, ready to be compiled.
[[nodiscard]] QString cppText(const RegisterQuestion &question);

} // namespace bincard
