// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <string>
#include <vector>

namespace bincard::cli {

/// A check for options: "" where the value is good, else what is wrong with it, for people. CLI11 has checks of its own,
/// but they name C++ types and sets, and speak one language.
using Check = std::function<std::string(const std::string &)>;

/// --at "$DAY" with an unset DAY must not quietly mean "now".
[[nodiscard]] std::string notEmpty(const std::string &value);
/// name=value
[[nodiscard]] std::string isPair(const std::string &value);
/// a,b,c without an empty entry
[[nodiscard]] std::string isList(const std::string &value);
[[nodiscard]] Check oneOf(const QStringList &words, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive);
[[nodiscard]] Check wholeNumber(int least, int most);

/// The entries of lists that isList() let pass, in order.
[[nodiscard]] QStringList entriesOf(const std::vector<std::string> &lists);

} // namespace bincard::cli
