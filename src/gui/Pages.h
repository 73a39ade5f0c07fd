// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace bincard {

class AppContext;
class Page;

/// One page of the window.
struct PageEntry
{
    QString name;      ///< of --page, AppContext::go() and Page::name()
    QString icon;      ///< of resources/icons
    const char *title; ///< for the rail and the palette; context "Pages"
    QString rail;      ///< the entry of the rail that is lit for it; its own name: it stands in the rail itself
    std::function<Page *(AppContext &)> make;

    [[nodiscard]] bool isInRail() const { return rail == name; }
    [[nodiscard]] QString translatedTitle() const;
};

/// All pages, in the order of the rail; the first nine of the rail have Ctrl+1..9. A new page is one line in Pages.cpp.
[[nodiscard]] const QList<PageEntry> &pages();
/// By name, also by the names of the design ("catalog", "stock-card"); null if there is none.
[[nodiscard]] const PageEntry *pageEntry(const QString &name);
/// Ctrl+1..9 of a page in the rail; 0 if it has none.
[[nodiscard]] int pageNumber(const PageEntry &entry);

} // namespace bincard
