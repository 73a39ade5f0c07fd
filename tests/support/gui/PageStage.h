// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/CatalogCache.h"
#include "support/TestBook.h"

#include <QSignalSpy>
#include <QStringList>

class QComboBox;

namespace bincard {
class DataTable;
}

namespace bincard::test {

/// Settings, locale and colours of a test that shows pages without the window; for initTestCase().
void preparePages();

/// A window's share of a book, for pages that are tested by themselves: the client with its workers, the catalog, and
/// where a page sent one. Aborts the test program if the book does not open.
class PageStage
{
public:
    explicit PageStage(TestBook &book);

    /// Until the page shows what there is; false if that takes too long.
    [[nodiscard]] static bool settle(const Page &page, int timeoutMs = 20000);
    [[nodiscard]] QString lastPage() const { return went.isEmpty() ? QString() : went.last().at(0).toString(); }
    [[nodiscard]] QVariantMap lastArguments() const
    {
        return went.isEmpty() ? QVariantMap() : went.last().at(1).toMap();
    }

    BookClient client;
    CatalogCache catalog;
    AppContext context;
    QSignalSpy went; ///< AppContext::navigate
};

/// What a column of a table shows, from the top.
[[nodiscard]] QStringList column(const DataTable &table, int number);
/// As a person chooses in a box: the entry with this data.
void choose(QComboBox *box, const QVariant &data);

} // namespace bincard::test
