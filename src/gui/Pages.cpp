// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Pages.h"

#include "gui/BalancesPage.h"
#include "gui/CodePage.h"
#include "gui/DashboardPage.h"
#include "gui/DocumentEditorPage.h"
#include "gui/DocumentsPage.h"
#include "gui/ImportPage.h"
#include "gui/LivePage.h"
#include "gui/Page.h"
#include "gui/StockCardPage.h"
#include "gui/TurnoverPage.h"
#include "gui/catalog/ItemPage.h"
#include "gui/catalog/PartnerPage.h"
#include "gui/catalog/WarehousePage.h"
#include "gui/ledger/LedgerPage.h"
#include "gui/query/QueryPage.h"
#include "gui/registers/RegistersPage.h"

#include <QCoreApplication>

namespace bincard {

namespace {

template <typename T>
Page *make(AppContext &context)
{
    return new T(context);
}

PageEntry entry(const char *name, const char *icon, const char *title, const char *rail, Page *(*factory)(AppContext &))
{
    return {QString::fromLatin1(name), QString::fromLatin1(icon), title, QString::fromLatin1(rail), factory};
}

} // namespace

// Rail order: dashboard, documents (document), items (warehouses, partners), balances, turnover, stockcard, live, import,
// registers, query, code.
const QList<PageEntry> &pages()
{
    static const QList<PageEntry> list = {
        entry("dashboard", "dashboard", QT_TRANSLATE_NOOP("Pages", "Dashboard"), "dashboard", make<DashboardPage>),
        entry("documents", "documents", QT_TRANSLATE_NOOP("Pages", "Documents"), "documents", make<DocumentsPage>),
        entry("document", "document", QT_TRANSLATE_NOOP("Pages", "Document"), "documents", make<DocumentEditorPage>),
        entry("items", "catalog", QT_TRANSLATE_NOOP("Pages", "Catalog"), "items", make<ItemPage>),
        entry("warehouses", "warehouse", QT_TRANSLATE_NOOP("Pages", "Warehouses"), "items", make<WarehousePage>),
        entry("partners", "users", QT_TRANSLATE_NOOP("Pages", "Partners"), "items", make<PartnerPage>),
        entry("balances", "balances", QT_TRANSLATE_NOOP("Pages", "Balances"), "balances", make<BalancesPage>),
        entry("turnover", "turnover", QT_TRANSLATE_NOOP("Pages", "Turnover"), "turnover", make<TurnoverPage>),
        entry("stockcard", "stock-card", QT_TRANSLATE_NOOP("Pages", "Stock card"), "stockcard", make<StockCardPage>),
        entry("live", "live-data", QT_TRANSLATE_NOOP("Pages", "Live data"), "live", make<LivePage>),
        entry("import", "import", QT_TRANSLATE_NOOP("Pages", "Import"), "import", make<ImportPage>),
        entry("registers", "registers", QT_TRANSLATE_NOOP("Pages", "Registers"), "registers", make<RegistersPage>),
        entry("ledger", "ledger", QT_TRANSLATE_NOOP("Pages", "Ledger"), "ledger", make<LedgerPage>),
        entry("query", "query", QT_TRANSLATE_NOOP("Pages", "Query"), "query", make<QueryPage>),
        entry("code", "code-examples", QT_TRANSLATE_NOOP("Pages", "Code examples"), "code", make<CodePage>),
    };
    return list;
}

QString PageEntry::translatedTitle() const { return QCoreApplication::translate("Pages", title); }

const PageEntry *pageEntry(const QString &name)
{
    QString plain = name;
    plain.remove(u'-');
    if (plain == u"catalog")
        plain = QStringLiteral("items");
    for (const PageEntry &entry : pages()) {
        if (entry.name == plain)
            return &entry;
    }
    return nullptr;
}

int pageNumber(const PageEntry &entry)
{
    int number = 0;
    for (const PageEntry &each : pages()) {
        if (!each.isInRail())
            continue;
        ++number;
        if (each.name == entry.name)
            return number <= 9 ? number : 0;
    }
    return 0;
}

} // namespace bincard
