// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bincard::cli {

/// While it lives, Ctrl+C asks long work to stop at a point where the book is whole, instead of ending the program. A
/// second Ctrl+C ends it all the same: the open transaction is then rolled back by the database.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] static bool requested();
};

} // namespace bincard::cli
