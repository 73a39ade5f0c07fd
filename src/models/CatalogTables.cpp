// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CatalogTables.h"

#include "models/CatalogCache.h"
#include "models/Format.h"
#include "service/CatalogService.h"
#include "service/OpenBook.h"

#include <QCoreApplication>

namespace bincard {

namespace {

using Kind = CatalogModel::FieldKind;
using Field = CatalogModel::Field;

template <typename Row>
using Column = typename CatalogTableModel<Row>::Column;

template <typename Row>
Column<Row> text(Field field, QString Row::*member)
{
    return {.field = std::move(field),
        .text = [member](const Row &row) { return row.*member; },
        .take = [member](Row &row, const QString &typed) -> Result<void> {
            row.*member = typed.simplified();
            return {};
        }};
}

template <typename Row>
Column<Row> check(Field field, bool Row::*member)
{
    field.kind = Kind::Check;
    return {.field = std::move(field),
        .text = [](const Row &) { return QString(); },
        .isChecked = [member](const Row &row) { return row.*member; },
        .setChecked = [member](Row &row, bool checked) { row.*member = checked; }};
}

template <typename Row>
Column<Row> number(Field field, Decimal Row::*member, std::function<QString(const Row &)> shown)
{
    field.kind = Kind::Number;
    return {.field = std::move(field),
        .text = std::move(shown),
        .take = [member](Row &row, const QString &typed) -> Result<void> {
            const int scale = (row.*member).scale();
            if (typed.trimmed().isEmpty()) {
                row.*member = Decimal(0, scale);
                return {};
            }
            BINCARD_ASSIGN(value, format::parseNumber(typed, scale));
            row.*member = value;
            return {};
        },
        .units = [member](const Row &row) { return row.*member; }};
}

template <typename Row>
typename CatalogTableModel<Row>::Save saveThroughService()
{
    return [](OpenBook &book, const Row &row) { return book.catalog().save(row); };
}

template <typename Row>
Column<Row> activeColumn()
{
    return check<Row>({QStringLiteral("active"), CatalogModel::tr("Active"), Kind::Check,
                          CatalogModel::tr("What is not active stays in history and is offered nowhere.")},
        &Row::active);
}

/// Shown by its name, typed by its name or code.
Column<Item> categoryColumn(const CatalogCache &catalog)
{
    Column<Item> column =
        text<Item>({QStringLiteral("category"), ItemTableModel::tr("Category"), Kind::Choice}, &Item::category);
    column.text = [&catalog](const Item &item) {
        const Category *category = catalog.category(item.category);
        return category ? category->name : item.category;
    };
    column.editText = [](const Item &item) { return item.category; };
    column.take = [&catalog](Item &item, const QString &typed) -> Result<void> {
        const QString wanted = typed.simplified();
        for (const Category &category : catalog.snapshot().categories) {
            const bool named = category.name.compare(wanted, Qt::CaseInsensitive) == 0;
            if (named || category.code.compare(wanted, Qt::CaseInsensitive) == 0) {
                item.category = category.code;
                return {};
            }
        }
        if (!wanted.isEmpty())
            return Error(ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "There is no category \"%1\"."), {wanted}});
        item.category.clear();
        return {};
    };
    return column;
}

QList<Column<Item>> itemColumns(const CatalogCache &catalog)
{
    QList<Column<Item>> columns = {
        text<Item>({QStringLiteral("code"), ItemTableModel::tr("SKU")}, &Item::code),
        text<Item>({QStringLiteral("name"), ItemTableModel::tr("Name")}, &Item::name),
        categoryColumn(catalog),
        text<Item>({QStringLiteral("unit"), ItemTableModel::tr("Unit")}, &Item::unit),
        number<Item>({QStringLiteral("list_price"), ItemTableModel::tr("List price")}, &Item::listPrice,
            [](const Item &item) { return format::price(item.listPrice); }),
        number<Item>({QStringLiteral("reorder_point"), ItemTableModel::tr("Reorder point"), Kind::Number,
                         ItemTableModel::tr("Below this quantity the item is listed as low stock; 0 means never.")},
            &Item::reorderPoint,
            [](const Item &item) {
                return item.reorderPoint.isZero() ? QString() : format::quantity(item.reorderPoint, item.unitDecimals);
            }),
        text<Item>({QStringLiteral("barcode"), ItemTableModel::tr("Barcode")}, &Item::barcode),
        check<Item>({QStringLiteral("service"), ItemTableModel::tr("Service"), Kind::Check,
                        ItemTableModel::tr("A service keeps no stock.")},
            &Item::service),
        activeColumn<Item>(),
    };
    return columns;
}

QList<Column<Warehouse>> warehouseColumns()
{
    return {
        text<Warehouse>({QStringLiteral("code"), WarehouseTableModel::tr("Code")}, &Warehouse::code),
        text<Warehouse>({QStringLiteral("name"), WarehouseTableModel::tr("Name")}, &Warehouse::name),
        activeColumn<Warehouse>(),
    };
}

QList<Column<Partner>> partnerColumns()
{
    return {
        text<Partner>({QStringLiteral("code"), PartnerTableModel::tr("Code")}, &Partner::code),
        text<Partner>({QStringLiteral("name"), PartnerTableModel::tr("Name")}, &Partner::name),
        check<Partner>({QStringLiteral("customer"), PartnerTableModel::tr("Customer")}, &Partner::customer),
        check<Partner>({QStringLiteral("supplier"), PartnerTableModel::tr("Supplier")}, &Partner::supplier),
        text<Partner>({QStringLiteral("email"), PartnerTableModel::tr("E-mail")}, &Partner::email),
        text<Partner>({QStringLiteral("phone"), PartnerTableModel::tr("Phone")}, &Partner::phone),
        activeColumn<Partner>(),
    };
}

} // namespace

ItemTableModel::ItemTableModel(BookClient &client, const CatalogCache &catalog, QObject *parent)
    : CatalogTableModel(client, itemColumns(catalog), saveThroughService<Item>(), parent)
{}

WarehouseTableModel::WarehouseTableModel(BookClient &client, QObject *parent)
    : CatalogTableModel(client, warehouseColumns(), saveThroughService<Warehouse>(), parent)
{}

PartnerTableModel::PartnerTableModel(BookClient &client, QObject *parent)
    : CatalogTableModel(client, partnerColumns(), saveThroughService<Partner>(), parent)
{}

} // namespace bincard
