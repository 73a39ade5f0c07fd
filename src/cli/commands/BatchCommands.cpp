// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/StrictJson.h"
#include "cli/ErrorText.h"
#include "cli/Operations.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonDocument>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

class BatchCommand : public Command
{
public:
    QString name() const override { return u"batch"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Read one JSON request a line from standard input, answer each with one line");
    }
    void define(CLI::App &) override {}
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        int number = 0;
        while (const std::optional<QByteArray> line = context.console().readLine()) {
            ++number;
            if (line->trimmed().isEmpty())
                continue;
            const Result<QJsonObject> answer = perform(context, *line, number);
            QJsonObject reply{{u"ok"_s, answer.ok()}};
            if (answer)
                reply.insert(u"result"_s, *answer);
            else
                reply.insert(u"error"_s, answer.error().toJson());
            context.console().line(QJsonDocument(reply).toJson(QJsonDocument::Compact));
        }
        return Outcome{};
    }
    void print(const Outcome &, Context &) override {}
    [[nodiscard]] bool answersItself() const override { return true; }

private:
    static Result<QJsonObject> perform(Context &context, const QByteArray &line, int number)
    {
        BINCARD_ASSIGN(request, parseJsonObject(line, number));
        BINCARD_ASSIGN(book, context.book());
        return Operations(*book).perform(request);
    }
};

} // namespace

Commands batchCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<BatchCommand>());
    return commands;
}

} // namespace bincard::cli
