// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/BookLocation.h"

#include <QList>

namespace bincard {

/// The books opened last, newest first, as the settings keep them: never with a password.
class RecentBooks
{
public:
    [[nodiscard]] static QList<BookLocation> list();
    static void add(const BookLocation &location);
    static void remove(const BookLocation &location);
};

/// The demo book of this person: a file in the application's data folder, made by the first use and kept.
[[nodiscard]] BookLocation demoBookLocation();

} // namespace bincard
