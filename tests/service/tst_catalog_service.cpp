// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CatalogService.h"
#include "service/OpenBook.h"
#include "support/TestDatabase.h"

#include <QJsonDocument>

using namespace bincard;

namespace {

Item item(const char *code, const char *name)
{
    Item row;
    row.code = QLatin1String(code);
    row.name = QLatin1String(name);
    return row;
}

} // namespace

class TestCatalogService : public QObject
{
    Q_OBJECT
private slots:
    void rowsComeBackAsSaved_data() { test::engines(); }
    void rowsComeBackAsSaved()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message().english() + book.error().technical()));
        CatalogService &catalog = (*book)->catalog();
        QVERIFY(
            catalog
                .save(Category{.id = {}, .code = QStringLiteral("W"), .name = QStringLiteral("Widgets"), .parent = {}})
                .ok());
        Item row = item("WDG-A1", "Widget \"Alpha\" 'ü' Ж");
        row.category = QStringLiteral("w"); // whatever the case
        row.unit = QStringLiteral("pallet");
        row.listPrice = *Decimal::parse(u"0.0125", priceScale);
        row.reorderPoint = *Decimal::parse(u"99999999999999.9999", quantityScale);
        row.barcode = QStringLiteral("4006381333931");
        row.service = true;
        auto saved = catalog.save(row);
        QVERIFY2(saved.ok(), saved.ok() ? "" : qPrintable(saved.error().message().english()));
        QCOMPARE(saved->version, 1);
        QVERIFY(saved->id.isValid());
        QCOMPARE(saved->name, row.name);
        QCOMPARE(saved->category, QStringLiteral("W"));
        QCOMPARE(saved->listPrice.toStringTrimmed(2), QStringLiteral("0.0125"));
        QCOMPARE(saved->reorderPoint.toString(), QStringLiteral("99999999999999.9999"));
        QVERIFY(saved->service && saved->active);
        saved->service = false;
        saved->category.clear();
        auto again = catalog.save(*saved);
        QVERIFY(again.ok());
        QCOMPARE(again->version, 2);
        QVERIFY(again->category.isEmpty() && !again->service);
        QCOMPARE(again->id, saved->id);
    }

    void allProblemsAtOnce_data() { test::engines(); }
    void allProblemsAtOnce()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        Item row = item("", "");
        row.category = QStringLiteral("nowhere");
        row.listPrice = Decimal(-1, priceScale);
        const auto refused = catalog.save(row);
        QCOMPARE(refused.error().code(), ErrorCode::Validation);
        QStringList fields;
        for (const Problem &problem : refused.error().problems())
            fields << problem.field;
        QCOMPARE(fields,
            (QStringList{QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("list_price"),
                QStringLiteral("category")}));
        const auto many = catalog.saveAll<Item>({item("A", "A"), item("", "B"), item("C", "")});
        QCOMPARE(many.error().problems().size(), 2);
        QCOMPARE(many.error().problems().at(1).line, 3);
        QVERIFY(catalog.items()->isEmpty()); // all or nothing
    }

    void codesAndBarcodesAreUnique_data() { test::engines(); }
    void codesAndBarcodesAreUnique()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        Item first = item("WDG-A1", "Widget");
        first.barcode = QStringLiteral("123");
        QVERIFY(catalog.save(first).ok());
        QCOMPARE(catalog.save(item("wdg-a1", "Other")).error().code(), ErrorCode::Duplicate);
        Item other = item("X", "X");
        other.barcode = QStringLiteral("123");
        QCOMPARE(catalog.save(other).error().code(), ErrorCode::Duplicate);
        QCOMPARE(catalog.saveAll<Item>({item("N", "N"), item("n", "Again")}).error().code(), ErrorCode::Duplicate);
    }

    void composedAndDecomposedAreOneCode_data() { test::engines(); }
    void composedAndDecomposedAreOneCode()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        Item composed = item("x", "Chair");
        composed.code = QStringLiteral("M\u00d6BEL-\u00c5");
        QVERIFY(catalog.save(composed).ok());
        Item decomposed = composed;
        decomposed.code = QStringLiteral("mo\u0308bel-a\u030a");
        QCOMPARE(catalog.save(decomposed).error().code(), ErrorCode::Duplicate);
        const auto changed = catalog.upsert(CatalogKind::Items, {{"code", decomposed.code}, {"name", "Table"}});
        QVERIFY(changed.ok());
        QCOMPARE(changed->value(QLatin1String("version")).toInt(), 2);
        QCOMPARE(catalog.items()->size(), 1);
    }

    void theSecondOfTwoEditsIsToldOfTheFirst_data() { test::engines(); }
    void theSecondOfTwoEditsIsToldOfTheFirst()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        const Item base = *catalog.save(item("A", "Name"));
        Item mine = base;
        Item theirs = base;
        theirs.name = QStringLiteral("Theirs");
        theirs.code = QStringLiteral("B");
        mine.name = QStringLiteral("Mine");
        QVERIFY(catalog.save(theirs).ok());
        const auto refused = catalog.save(mine);
        QCOMPARE(refused.error().code(), ErrorCode::Conflict);
        QCOMPARE(
            refused.error().details().value(QLatin1String("theirs")).toObject().value(QLatin1String("name")).toString(),
            QStringLiteral("Theirs"));
        QCOMPARE(catalog.items()->constFirst().name, QStringLiteral("Theirs"));
    }

    void upsertChangesOnlyWhatItNames_data() { test::engines(); }
    void upsertChangesOnlyWhatItNames()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        const auto upsert = [&](const char *json) {
            return catalog.upsert(CatalogKind::Items, QJsonDocument::fromJson(json).object());
        };
        QVERIFY(upsert(R"({"code":"A","name":"Alpha","list_price":"12.50"})").ok());
        const auto changed = upsert(R"({"code":"a","reorder_point":5})");
        QVERIFY(changed.ok());
        QCOMPARE(changed->value(QLatin1String("list_price")).toString(), QStringLiteral("12.50"));
        QCOMPARE(changed->value(QLatin1String("reorder_point")).toString(), QStringLiteral("5.0000"));
        QCOMPARE(changed->value(QLatin1String("version")).toInt(), 2);
        QCOMPARE(upsert(R"({"code":"A","colour":"red"})").error().code(), ErrorCode::Validation);
        QCOMPARE(upsert(R"({"code":"A","list_price":1.5})").error().problems().constFirst().field,
            QStringLiteral("list_price"));
        QCOMPARE(upsert(R"({"code":"A","name":"x","version":1})").error().code(), ErrorCode::Conflict);
        QVERIFY(catalog.setActive(CatalogKind::Items, QStringLiteral("A"), false).ok());
        QVERIFY(!catalog.items()->constFirst().active);
        QCOMPARE(catalog.setActive(CatalogKind::Items, QStringLiteral("Z"), false).error().code(), ErrorCode::NotFound);
    }

    void categoriesMakeATree_data() { test::engines(); }
    void categoriesMakeATree()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        const auto category = [](const char *code, const char *parent) {
            return Category{
                .id = {}, .code = QLatin1String(code), .name = QLatin1String(code), .parent = QLatin1String(parent)};
        };
        Category a = *catalog.save(category("A", ""));
        QVERIFY(catalog.save(category("B", "A")).ok());
        QVERIFY(catalog.save(category("C", "B")).ok());
        a.parent = QStringLiteral("C");
        QCOMPARE(catalog.save(a).error().problems().constFirst().field, QStringLiteral("parent"));
        QCOMPARE(catalog.save(category("D", "nowhere")).error().code(), ErrorCode::Validation);
    }

    void whatKeepsStockIsSettledByTheFirstDocument_data() { test::engines(); }
    void whatKeepsStockIsSettledByTheFirstDocument()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateDemo);
        QVERIFY(book.ok());
        CatalogService &catalog = (*book)->catalog();
        const auto upsert = [&](const char *json) {
            return catalog.upsert(CatalogKind::Items, QJsonDocument::fromJson(json).object());
        };
        const auto refused = upsert(R"({"code":"WDG-A1","service":true})");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().problems().constFirst().field, QStringLiteral("service"));
        QVERIFY(upsert(R"({"code":"WDG-A1","name":"Renamed"})").ok());
        QVERIFY(upsert(R"({"code":"SPR-001","service":true})").ok()); // no document names it yet
    }
};

QTEST_GUILESS_MAIN(TestCatalogService)
#include "tst_catalog_service.moc"
