// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DemoBook.h"

#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "service/LedgerService.h"

namespace bincard {

namespace {

/// The same ids in every demo book, so that a second run finds what the first made.
const QUuid demoNamespace = QUuid::fromString(QStringLiteral("5f0c2f0e-6d0b-4a53-9a43-1b0f6b1f2c11"));

struct DemoItem
{
    const char *code, *name, *category, *price, *reorder, *barcode;
};
struct DemoLine
{
    const char *item, *quantity, *price, *amount;
};
struct DemoDocument
{
    DocumentKind kind;
    const char *date, *partner, *warehouse;
    QList<DemoLine> lines;
};

Decimal decimal(const char *text, int scale) { return *Decimal::parse(QString::fromLatin1(text), scale); }

/// Unless the catalog has rows already, which means that the demo was begun before.
template <typename Row>
Result<void> saveMissing(CatalogService &catalog, const QList<Row> &present, const QList<Row> &rows)
{
    QList<Row> missing;
    for (const Row &row : rows) {
        const bool found =
            std::any_of(present.begin(), present.end(), [&](const Row &it) { return it.code == row.code; });
        if (!found)
            missing << row;
    }
    if (!missing.isEmpty())
        BINCARD_TRY(catalog.saveAll(missing));
    return {};
}

Result<void> fillCatalog(CatalogService &catalog)
{
    static const DemoItem demoItems[] = {
        {"WDG-A1", "Widget Alpha", "WIDGETS", "250", "100", "4006381333931"},
        {"WDG-B2", "Widget Beta", "WIDGETS", "150", "300", "4006381333948"},
        {"GDG-X1", "Gadget X", "GADGETS", "600", "50", "4006381333955"},
        {"GDG-Y2", "Gadget Y", "GADGETS", "450", "40", "4006381333962"},
        {"SPR-001", "Spare Part #001", "PARTS", "35", "200", "4006381333979"},
    };
    QList<Item> items;
    for (const DemoItem &demo : demoItems) {
        Item item;
        item.code = QLatin1String(demo.code);
        item.name = QLatin1String(demo.name);
        item.category = QLatin1String(demo.category);
        item.listPrice = decimal(demo.price, priceScale);
        item.reorderPoint = decimal(demo.reorder, quantityScale);
        item.barcode = QLatin1String(demo.barcode);
        items << item;
    }
    const auto category = [](const char *code, const char *name) {
        return Category{.id = {}, .code = QLatin1String(code), .name = QLatin1String(name), .parent = {}};
    };
    const auto warehouse = [](const char *code, const char *name) {
        return Warehouse{.id = {}, .code = QLatin1String(code), .name = QLatin1String(name)};
    };
    const auto partner = [](const char *code, const char *name, bool supplier, const char *email, const char *phone) {
        return Partner{.id = {},
            .code = QLatin1String(code),
            .name = QLatin1String(name),
            .customer = !supplier,
            .supplier = supplier,
            .email = QLatin1String(email),
            .phone = QLatin1String(phone)};
    };
    BINCARD_ASSIGN(present, catalog.all());
    BINCARD_TRY(saveMissing<Category>(catalog, present.categories,
        {category("WIDGETS", "Widgets"), category("GADGETS", "Gadgets"), category("PARTS", "Parts")}));
    BINCARD_TRY(saveMissing<Warehouse>(catalog, present.warehouses,
        {warehouse("MAIN", "Main Warehouse"), warehouse("EAST", "East Distribution"),
            warehouse("WEST", "West Fulfillment")}));
    BINCARD_TRY(saveMissing<Partner>(catalog, present.partners,
        {partner("ACME", "Acme Corp", false, "orders@acme.example", "+1 202 555 0101"),
            partner("GLOBEX", "Globex Inc", false, "buying@globex.example", "+1 202 555 0102"),
            partner("INITECH", "Initech LLC", false, "office@initech.example", "+1 202 555 0103"),
            partner("UMBRELLA", "Umbrella Supplies", true, "sales@umbrella.example", "+1 202 555 0110")}));
    return saveMissing<Item>(catalog, present.items, items);
}

Document documentOf(const DemoDocument &demo, int index)
{
    Document document;
    document.id = QUuid::createUuidV5(demoNamespace, QByteArray::number(index));
    document.kind = demo.kind;
    document.date = QDate::fromString(QString::fromLatin1(demo.date), Qt::ISODate);
    document.partner = QLatin1String(demo.partner);
    document.warehouse = QLatin1String(demo.warehouse);
    for (const DemoLine &demoLine : demo.lines) {
        DocumentLine line;
        line.item = QLatin1String(demoLine.item);
        line.quantity = decimal(demoLine.quantity, quantityScale);
        line.unitPrice = decimal(demoLine.price, priceScale);
        line.amount = decimal(demoLine.amount, amountScale);
        line.amountGiven = demo.kind == DocumentKind::GoodsReceipt;
        document.lines << line;
    }
    return document;
}

} // namespace

Result<void> fillDemoBook(CatalogService &catalog, DocumentService &documents, LedgerService &ledger)
{
    using enum DocumentKind;
    static const QList<DemoDocument> demo{
        {GoodsReceipt, "2026-04-01", "UMBRELLA", "MAIN",
            {{"WDG-A1", "500", "250", "125000"}, {"WDG-B2", "300", "150", "45000"}}},
        {GoodsReceipt, "2026-04-05", "UMBRELLA", "EAST", {{"WDG-A1", "200", "250", "50000"}}},
        {GoodsReceipt, "2026-04-10", "UMBRELLA", "EAST", {{"GDG-X1", "150", "600", "90000"}}},
        {SalesOrder, "2026-04-12", "ACME", "MAIN", {{"WDG-A1", "80", "250", "20000"}}},
        {SalesOrder, "2026-04-15", "GLOBEX", "MAIN", {{"WDG-B2", "50", "150", "7500"}}},
        {SalesOrder, "2026-04-18", "INITECH", "EAST", {{"WDG-A1", "30", "250", "7500"}}},
    };
    BINCARD_TRY(fillCatalog(catalog));
    // A demo of an earlier version has its documents and no ledger; one whose posting was switched off since keeps that.
    BINCARD_ASSIGN(state, ledger.state());
    if (!state.exists) {
        BINCARD_TRY(ledger.setUp());
        BINCARD_TRY(ledger.switchOn(LedgerHistory::Post));
    }
    for (int i = 0; i < demo.size(); ++i) {
        const Document document = documentOf(demo.at(i), i);
        auto present = documents.load(document.id);
        if (present.ok())
            continue;
        if (present.error().code() != ErrorCode::NotFound)
            return present.error();
        BINCARD_TRY(documents.saveAndPost(document));
    }
    return {};
}

} // namespace bincard
