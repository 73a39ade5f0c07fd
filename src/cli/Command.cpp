// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"

#include "cli/commands/Commands.h"

#include <QCoreApplication>

#include <iterator>

namespace bincard::cli {

Commands allCommands()
{
    Commands all;
    for (auto *group :
        {bookCommands, registerCommands, maintenanceCommands, postingCommands, queryCommands, catalogCommands,
            documentCommands, ledgerCommands, ledgerReportCommands, importCommands, batchCommands, benchCommands}) {
        Commands commands = group();
        std::move(commands.begin(), commands.end(), std::back_inserter(all));
    }
    return all;
}

QStringList texts(const std::vector<std::string> &texts)
{
    QStringList result;
    for (const std::string &one : texts)
        result << text(one);
    return result;
}

std::string registerHelp() { return utf8(QCoreApplication::translate("cli", "The register, such as inventory")); }

} // namespace bincard::cli
