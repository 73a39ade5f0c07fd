// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"

/// The commands by file; allCommands() puts them together.
namespace bincard::cli {

[[nodiscard]] Commands bookCommands();
[[nodiscard]] Commands registerCommands();
[[nodiscard]] Commands maintenanceCommands();
[[nodiscard]] Commands postingCommands();
[[nodiscard]] Commands queryCommands();
[[nodiscard]] Commands catalogCommands();
[[nodiscard]] Commands documentCommands();
[[nodiscard]] Commands ledgerCommands();
[[nodiscard]] Commands ledgerReportCommands();
[[nodiscard]] Commands importCommands();
[[nodiscard]] Commands batchCommands();
[[nodiscard]] Commands benchCommands();

} // namespace bincard::cli
