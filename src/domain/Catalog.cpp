// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Catalog.h"

#include "domain/JsonReader.h"

#include <QCoreApplication>

namespace bincard {

namespace {

constexpr const char *kindCodes[] = {"items", "categories", "warehouses", "partners"};

void checkCodeAndName(QList<Problem> &problems, const QString &code, const QString &name)
{
    if (code.trimmed().isEmpty())
        problems << Problem{QStringLiteral("code"), 0, {QT_TRANSLATE_NOOP("Error", "A code is needed."), {}}};
    else if (code != code.simplified() || code.size() > 60)
        problems << Problem{QStringLiteral("code"), 0,
            {QT_TRANSLATE_NOOP("Error", "A code has at most 60 characters and no blanks around it."), {}}};
    if (name.trimmed().isEmpty())
        problems << Problem{QStringLiteral("name"), 0, {QT_TRANSLATE_NOOP("Error", "A name is needed."), {}}};
}

/// The fields every kind has; the caller reads its own in between and calls finish().
template <typename Row>
void readCommon(JsonReader &reader, Row &row)
{
    reader.text(QStringLiteral("code"), row.code, 60);
    reader.text(QStringLiteral("name"), row.name);
    reader.boolean(QStringLiteral("active"), row.active);
    reader.integer(QStringLiteral("version"), row.version);
    reader.ignore(QStringLiteral("id"));
}

template <typename Row>
QJsonObject commonJson(const Row &row)
{
    return {{QStringLiteral("id"), row.id.value}, {QStringLiteral("code"), row.code},
        {QStringLiteral("name"), row.name}, {QStringLiteral("active"), row.active},
        {QStringLiteral("version"), row.version}};
}

template <typename Row>
Result<Row> finished(JsonReader &reader, QList<Problem> &problems, const Row &row)
{
    reader.finish();
    if (problems.isEmpty())
        problems = problemsOf(row);
    if (!problems.isEmpty())
        return Error::validation(problems);
    return row;
}

} // namespace

QString code(CatalogKind kind) { return QLatin1String(kindCodes[static_cast<int>(kind)]); }

Result<CatalogKind> catalogKind(const QString &code)
{
    for (int i = 0; i < 4; ++i) {
        if (code == QLatin1String(kindCodes[i]))
            return static_cast<CatalogKind>(i);
    }
    return Error::validation(QStringLiteral("kind"),
        {QT_TRANSLATE_NOOP("Error",
             "\"%1\" is no catalog. There are items, "
             "categories, warehouses and partners."),
            {code}});
}

QString codeKey(const QString &code)
{
    // Folding may take apart what was composed.
    return code.trimmed()
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

QList<Problem> problemsOf(const Category &row)
{
    QList<Problem> problems;
    checkCodeAndName(problems, row.code, row.name);
    if (!row.parent.isEmpty() && codeKey(row.parent) == codeKey(row.code))
        problems << Problem{
            QStringLiteral("parent"), 0, {QT_TRANSLATE_NOOP("Error", "A category cannot lie below itself."), {}}};
    return problems;
}

QList<Problem> problemsOf(const Item &row)
{
    QList<Problem> problems;
    checkCodeAndName(problems, row.code, row.name);
    if (row.unit.trimmed().isEmpty())
        problems << Problem{
            QStringLiteral("unit"), 0, {QT_TRANSLATE_NOOP("Error", "A unit is needed, for example pcs."), {}}};
    if (row.listPrice.isNegative())
        problems << Problem{
            QStringLiteral("list_price"), 0, {QT_TRANSLATE_NOOP("Error", "The list price cannot be below zero."), {}}};
    if (row.reorderPoint.isNegative())
        problems << Problem{QStringLiteral("reorder_point"), 0,
            {QT_TRANSLATE_NOOP("Error", "The reorder point cannot be below zero."), {}}};
    return problems;
}

QList<Problem> problemsOf(const Warehouse &row)
{
    QList<Problem> problems;
    checkCodeAndName(problems, row.code, row.name);
    return problems;
}

QList<Problem> problemsOf(const Partner &row)
{
    QList<Problem> problems;
    checkCodeAndName(problems, row.code, row.name);
    if (!row.email.isEmpty()
        && (row.email.count(u'@') != 1 || row.email.startsWith(u'@') || row.email.endsWith(u'@')
            || row.email.contains(u' ')))
        problems << Problem{
            QStringLiteral("email"), 0, {QT_TRANSLATE_NOOP("Error", "\"%1\" is no e-mail address."), {row.email}}};
    if (!row.customer && !row.supplier)
        problems << Problem{QStringLiteral("customer"), 0,
            {QT_TRANSLATE_NOOP("Error", "A partner is a customer, a supplier or both."), {}}};
    return problems;
}

QJsonObject toJson(const Category &row)
{
    QJsonObject json = commonJson(row);
    json.insert(QStringLiteral("parent"), row.parent);
    return json;
}

QJsonObject toJson(const Item &row)
{
    QJsonObject json = commonJson(row);
    json.insert(QStringLiteral("category"), row.category);
    json.insert(QStringLiteral("unit"), row.unit);
    json.insert(QStringLiteral("list_price"), row.listPrice.toStringTrimmed(2));
    json.insert(QStringLiteral("barcode"), row.barcode);
    json.insert(QStringLiteral("reorder_point"), row.reorderPoint.toString());
    json.insert(QStringLiteral("service"), row.service);
    return json;
}

QJsonObject toJson(const Warehouse &row) { return commonJson(row); }

QJsonObject toJson(const Partner &row)
{
    QJsonObject json = commonJson(row);
    json.insert(QStringLiteral("customer"), row.customer);
    json.insert(QStringLiteral("supplier"), row.supplier);
    json.insert(QStringLiteral("email"), row.email);
    json.insert(QStringLiteral("phone"), row.phone);
    return json;
}

Result<Category> categoryFromJson(const QJsonObject &json, Category base)
{
    QList<Problem> problems;
    JsonReader reader(json, problems);
    readCommon(reader, base);
    reader.text(QStringLiteral("parent"), base.parent, 60);
    return finished(reader, problems, base);
}

Result<Item> itemFromJson(const QJsonObject &json, Item base)
{
    QList<Problem> problems;
    JsonReader reader(json, problems);
    readCommon(reader, base);
    reader.text(QStringLiteral("category"), base.category, 60);
    reader.text(QStringLiteral("unit"), base.unit, 20);
    reader.decimal(QStringLiteral("list_price"), base.listPrice);
    reader.text(QStringLiteral("barcode"), base.barcode, 60);
    reader.decimal(QStringLiteral("reorder_point"), base.reorderPoint);
    reader.boolean(QStringLiteral("service"), base.service);
    return finished(reader, problems, base);
}

Result<Warehouse> warehouseFromJson(const QJsonObject &json, Warehouse base)
{
    QList<Problem> problems;
    JsonReader reader(json, problems);
    readCommon(reader, base);
    return finished(reader, problems, base);
}

Result<Partner> partnerFromJson(const QJsonObject &json, Partner base)
{
    QList<Problem> problems;
    JsonReader reader(json, problems);
    readCommon(reader, base);
    reader.boolean(QStringLiteral("customer"), base.customer);
    reader.boolean(QStringLiteral("supplier"), base.supplier);
    reader.text(QStringLiteral("email"), base.email);
    reader.text(QStringLiteral("phone"), base.phone);
    return finished(reader, problems, base);
}

} // namespace bincard
