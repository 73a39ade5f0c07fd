// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CatalogStore.h"

#include "db/SqlCatalog.h"

namespace bincard {

using db::orNull;
using db::Rows;
using db::Values;

namespace {

template <typename Row>
struct Mapping;

template <>
struct Mapping<Category>
{
    static constexpr const char *name = "category";
    static Category read(const Rows &rows)
    {
        return {.id = {rows.integer(0)},
            .code = rows.text(1),
            .name = rows.text(2),
            .parent = rows.text(3),
            .active = rows.boolean(4),
            .version = static_cast<int>(rows.integer(5))};
    }
    static Values values(const Category &row)
    {
        return {row.code, codeKey(row.code), row.name, codeKey(row.parent), row.active};
    }
};

template <>
struct Mapping<Item>
{
    static constexpr const char *name = "item";
    static Item read(const Rows &rows)
    {
        return {.id = {rows.integer(0)},
            .code = rows.text(1),
            .name = rows.text(2),
            .category = rows.text(3),
            .unit = rows.text(4),
            .unitDecimals = static_cast<int>(rows.integer(5)),
            .listPrice = rows.decimal(6, priceScale),
            .barcode = rows.text(7),
            .reorderPoint = rows.decimal(8, quantityScale),
            .service = rows.boolean(9),
            .active = rows.boolean(10),
            .version = static_cast<int>(rows.integer(11))};
    }
    static Values values(const Item &row)
    {
        return {row.code, codeKey(row.code), row.name, codeKey(row.category), row.unit, row.listPrice,
            orNull(row.barcode), row.reorderPoint, row.service, row.active};
    }
};

template <>
struct Mapping<Warehouse>
{
    static constexpr const char *name = "warehouse";
    static Warehouse read(const Rows &rows)
    {
        return {.id = {rows.integer(0)},
            .code = rows.text(1),
            .name = rows.text(2),
            .active = rows.boolean(3),
            .version = static_cast<int>(rows.integer(4))};
    }
    static Values values(const Warehouse &row) { return {row.code, codeKey(row.code), row.name, row.active}; }
};

template <>
struct Mapping<Partner>
{
    static constexpr const char *name = "partner";
    static Partner read(const Rows &rows)
    {
        return {.id = {rows.integer(0)},
            .code = rows.text(1),
            .name = rows.text(2),
            .customer = rows.boolean(3),
            .supplier = rows.boolean(4),
            .email = rows.text(5),
            .phone = rows.text(6),
            .active = rows.boolean(7),
            .version = static_cast<int>(rows.integer(8))};
    }
    static Values values(const Partner &row)
    {
        return {row.code, codeKey(row.code), row.name, row.customer, row.supplier, row.email, row.phone, row.active};
    }
};

template <typename Row>
QString statement(const db::Session &session, const char *what)
{
    return db::sql(session.dialect(), QLatin1String(Mapping<Row>::name) + u'_' + QLatin1String(what));
}

} // namespace

template <typename Row>
Result<QList<Row>> CatalogStore::all()
{
    BINCARD_ASSIGN(rows, m_session.query(statement<Row>(m_session, "all")));
    QList<Row> list;
    while (rows.next())
        list << Mapping<Row>::read(rows);
    BINCARD_TRY(rows.finished());
    return list;
}

template <typename Row>
Result<std::optional<Row>> CatalogStore::find(const QString &code)
{
    BINCARD_ASSIGN(rows, m_session.query(statement<Row>(m_session, "by_key"), {codeKey(code)}));
    std::optional<Row> row;
    if (rows.next())
        row = Mapping<Row>::read(rows);
    BINCARD_TRY(rows.finished());
    return row;
}

template <typename Row>
Result<void> CatalogStore::insert(const Row &row)
{
    BINCARD_TRY(m_session.execute(statement<Row>(m_session, "insert"), Mapping<Row>::values(row)));
    return {};
}

template <typename Row>
Result<bool> CatalogStore::update(const Row &row)
{
    const Values values = Mapping<Row>::values(row) + Values{row.id.value, row.version};
    BINCARD_ASSIGN(affected, m_session.execute(statement<Row>(m_session, "update"), values));
    return affected == 1;
}

Result<std::optional<QString>> CatalogStore::singleCode(const char *name, const Values &values)
{
    BINCARD_ASSIGN(rows, m_session.query(db::sql(m_session.dialect(), QLatin1String(name)), values));
    std::optional<QString> code;
    if (rows.next())
        code = rows.text(0);
    BINCARD_TRY(rows.finished());
    return code;
}

Result<std::optional<QString>> CatalogStore::itemCodeByBarcode(const QString &barcode)
{
    return singleCode("item_code_by_barcode", {barcode});
}

Result<std::optional<QString>> CatalogStore::codeIfServiceSettled(const Item &row)
{
    return singleCode("item_service_settled", {row.id.value, row.version, row.service});
}

Result<void> CatalogStore::ensureUnit(const QString &unit)
{
    BINCARD_TRY(m_session.execute(db::sql(m_session.dialect(), QStringLiteral("unit_ensure")), {unit}));
    return {};
}

#define BINCARD_CATALOG_ROW(Row)                                                  \
    template Result<QList<Row>> CatalogStore::all<Row>();                         \
    template Result<std::optional<Row>> CatalogStore::find<Row>(const QString &); \
    template Result<void> CatalogStore::insert<Row>(const Row &);                 \
    template Result<bool> CatalogStore::update<Row>(const Row &);
BINCARD_CATALOG_ROW(Category)
BINCARD_CATALOG_ROW(Item)
BINCARD_CATALOG_ROW(Warehouse)
BINCARD_CATALOG_ROW(Partner)
#undef BINCARD_CATALOG_ROW

} // namespace bincard
