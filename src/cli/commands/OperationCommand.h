// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard::cli {

/// A command that is one operation of `batch`, told as a table of its rows where it does not say otherwise.
class OperationCommand : public Command
{
public:
    void define(CLI::App &) override {}
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result, context.perform(operation(), request()));
        return Outcome{result, isRefusal(result) ? Refused : Done};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        tableOf(outcome.result.value(QLatin1String("rows")).toArray(), fields()).print(context.console());
    }

protected:
    [[nodiscard]] virtual QString operation() const = 0;
    [[nodiscard]] virtual QJsonObject request() const { return {}; }
    [[nodiscard]] virtual QList<Field> fields() const { return {}; }
    [[nodiscard]] virtual bool isRefusal(const QJsonObject &) const { return false; }

    static void give(QJsonObject &request, const QString &field, const std::string &value)
    {
        if (!value.empty())
            request.insert(field, text(value));
    }
};

/// An operation on one register, which is named first.
class RegisterOperation : public OperationCommand
{
public:
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_name, utf8(QCoreApplication::translate("cli", "The register")))->required();
    }

protected:
    [[nodiscard]] QJsonObject request() const override { return {{QStringLiteral("register"), text(m_name)}}; }

    std::string m_name;
};

} // namespace bincard::cli
