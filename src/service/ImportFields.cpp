// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportFields.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace bincard {

namespace {

constexpr const char *kindCodes[] = {
    "documents", "items", "categories", "warehouses", "partners", "customers", "suppliers"};

ImportField field(const char *name, bool required, const char *guesses)
{
    return {QLatin1String(name), required, QString(QLatin1String(guesses)).split(u' ', Qt::SkipEmptyParts)};
}

/// In the order of DocumentField. Guesses are column keys, the likeliest first.
const QList<ImportField> &documentFields()
{
    static const QList<ImportField> fields{
        field("number", true,
            "invoiceno invoicenumber invoiceid invoice orderid orderno ordernumber documentno documentnumber docno "
            "number belegnummer belegnr rechnungsnummer rechnungsnr auftragsnummer bestellnummer nummer"),
        field("date", true,
            "invoicedate orderdate documentdate postingdate date datum belegdatum rechnungsdatum bestelldatum"),
        field("kind", false, "kind documentkind documenttype type belegart"),
        field("partner", false,
            "customerid customerno customercode customer partner partnercode client clientid kundennummer kundennr "
            "kunde "
            "supplierid suppliercode supplier lieferant"),
        field("partner_name", false, "customername partnername companyname clientname suppliername kundenname"),
        field("warehouse", false, "warehouse warehousecode warehouseid location store lager lagerort"),
        field("warehouse_to", false, "warehouseto towarehouse destination ziellager"),
        field("note", false, "note notes remark remarks comment bemerkung notiz"),
        field("item", true,
            "stockcode sku item itemcode itemno itemid productid productcode product article articleno artikelnummer "
            "artikelnr artikel material"),
        field("item_name", false, "description itemname productname itemdescription name bezeichnung beschreibung"),
        field("unit", false, "unit uom unitofmeasure einheit"),
        field("quantity", true, "quantity qty units menge anzahl stueck"),
        field("unit_price", false, "unitprice price preis einzelpreis stueckpreis"),
        field("discount", false, "discount discountpercent rabatt"),
        field("amount", false, "amount lineamount linetotal total betrag gesamt summe"),
        field("details_number", false, ""),
    };
    return fields;
}

const QList<ImportField> &itemFields()
{
    static const QList<ImportField> fields{
        field("code", true, "sku code itemcode stockcode productid productcode articleno artikelnummer item id"),
        field("name", true, "name itemname productname description bezeichnung"),
        field("category", false, "category categoryid categorycode kategorie warengruppe"),
        field("unit", false, "unit uom quantityperunit unitofmeasure einheit"),
        field("list_price", false, "listprice unitprice price preis"),
        field("barcode", false, "barcode ean gtin upc"),
        field("reorder_point", false, "reorderpoint reorderlevel minimum meldebestand"),
        field("service", false, "service dienstleistung"),
        field("active", false, "active aktiv"),
        field("discontinued", false, "discontinued inactive"),
    };
    return fields;
}

QList<ImportField> codeAndName(const char *codes, const char *names)
{
    return {field("code", true, codes), field("name", true, names)};
}

QList<ImportField> partnerFields(ImportKind kind)
{
    QByteArray codes = "code partner partnercode partnerid ";
    if (kind != ImportKind::Suppliers)
        codes += "customerid customercode customerno customer kundennummer ";
    if (kind != ImportKind::Customers)
        codes += "supplierid suppliercode supplierno supplier lieferantennummer ";
    codes += "id";
    QList<ImportField> fields =
        codeAndName(codes.constData(), "companyname name customername suppliername partnername firma");
    fields += field("email", false, "email mail emailaddress");
    fields += field("phone", false, "phone telephone phonenumber telefon");
    fields += field("active", false, "active aktiv");
    if (kind == ImportKind::Partners) {
        fields += field("customer", false, "iscustomer");
        fields += field("supplier", false, "issupplier");
    }
    return fields;
}

/// Details belong to the second file, where there is one; the number stands in both.
bool isLineField(const QString &name)
{
    const QList<ImportField> &fields = documentFields();
    for (int i = static_cast<int>(DocumentField::Item); i < documentFieldCount; ++i)
        if (fields.at(i).name == name)
            return true;
    return false;
}

/// Takes the first guess of each field that a header has and no other field has taken. Of two that are written alike
/// the name is taken: columnProblem() then tells what is wrong with it.
void guess(const QList<ImportField> &fields, const QStringList &header, QMap<QString, QString> &columns)
{
    QStringList keys;
    for (const QString &cell : header)
        keys += columnKey(cell);
    QList<bool> taken(header.size(), false);
    for (const QString &column : std::as_const(columns)) {
        if (const int at = columnIndex(header, column); at >= 0)
            taken[at] = true;
    }
    for (const ImportField &wanted : fields) {
        if (columns.contains(wanted.name))
            continue;
        for (const QString &candidate : wanted.guesses) {
            const qsizetype at = keys.indexOf(candidate);
            if (at < 0 || taken.at(at))
                continue;
            taken[at] = true;
            columns.insert(wanted.name, keys.count(candidate) > 1 ? candidate : header.at(at).trimmed());
            break;
        }
    }
}

/// All columns of the name; whatever the case and the blanks, if no name is the very same.
QList<int> columnsCalled(const QStringList &header, const QString &column)
{
    QList<int> same, alike;
    const QString name = column.trimmed(), key = columnKey(column);
    for (int i = 0; i < header.size(); ++i) {
        if (header.at(i).trimmed() == name)
            same << i;
        else if (!key.isEmpty() && columnKey(header.at(i)) == key)
            alike << i;
    }
    return same.isEmpty() ? alike : same;
}

} // namespace

QString code(ImportKind kind) { return QLatin1String(kindCodes[static_cast<int>(kind)]); }

Result<ImportKind> importKind(const QString &code)
{
    QStringList known;
    for (int i = 0; i < static_cast<int>(std::size(kindCodes)); ++i) {
        if (code == QLatin1String(kindCodes[i]))
            return static_cast<ImportKind>(i);
        known += QLatin1String(kindCodes[i]);
    }
    return Error::validation(QStringLiteral("kind"),
        {QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be imported. There are: %2."),
            {code.left(40), known.join(QStringLiteral(", "))}});
}

QString name(DocumentField field) { return documentFields().at(static_cast<int>(field)).name; }

QList<ImportField> ImportService::fields(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Documents: return documentFields();
    case ImportKind::Items: return itemFields();
    case ImportKind::Categories: {
        QList<ImportField> fields =
            codeAndName("code category categoryid categorycode id", "name categoryname bezeichnung");
        fields += field("parent", false, "parent parentid parentcode");
        fields += field("active", false, "active aktiv");
        return fields;
    }
    case ImportKind::Warehouses: {
        QList<ImportField> fields =
            codeAndName("code warehouse warehouseid warehousecode id", "name warehousename bezeichnung");
        fields += field("active", false, "active aktiv");
        return fields;
    }
    case ImportKind::Partners:
    case ImportKind::Customers:
    case ImportKind::Suppliers: break;
    }
    return partnerFields(kind);
}

QString columnKey(const QString &name)
{
    QString key;
    for (const QChar letter : name)
        if (letter.isLetterOrNumber())
            key += letter.toLower();
    return key;
}

QMap<QString, QString> guessColumns(
    const QList<ImportField> &fields, const QStringList &header, QMap<QString, QString> columns)
{
    guess(fields, header, columns);
    return columns;
}

QMap<QString, QString> guessColumns(ImportKind kind, const QStringList &header, const QStringList &detailsHeader)
{
    QList<ImportField> fields = ImportService::fields(kind);
    if (detailsHeader.isEmpty())
        return guessColumns(fields, header);
    QMap<QString, QString> columns;
    const auto first = std::stable_partition(
        fields.begin(), fields.end(), [](const ImportField &field) { return !isLineField(field.name); });
    QList<ImportField> lines(first, fields.end());
    fields.erase(first, fields.end());
    guess(fields, header, columns);
    const QString number = columns.value(name(DocumentField::Number));
    for (ImportField &line : lines)
        if (line.name == name(DocumentField::DetailsNumber))
            line.guesses = QStringList{columnKey(number)} + fields.constFirst().guesses;
    std::rotate(lines.begin(), lines.end() - 1, lines.end()); // the joining column first: it is no item
    guess(lines, detailsHeader, columns);
    return columns;
}

int columnIndex(const QStringList &header, const QString &column) { return columnsCalled(header, column).value(0, -1); }

std::optional<Problem> columnProblem(const QStringList &header, const QString &column, const QString &field)
{
    const QList<int> found = columnsCalled(header, column);
    if (found.size() == 1)
        return {};
    if (found.isEmpty())
        return Problem{field, 0,
            {QT_TRANSLATE_NOOP("Error", "The file has no column \"%1\". It has: %2."),
                {column.left(60), header.join(QStringLiteral(", "))}}};
    return Problem{field, 0,
        {QT_TRANSLATE_NOOP("Error", "The file has %1 columns \"%2\". Rename all but the one that is meant."),
            {QString::number(found.size()), header.at(found.constFirst()).trimmed().left(60)}}};
}

Problem columnWanted(const QStringList &header, const QString &field)
{
    return {field, 0,
        {QT_TRANSLATE_NOOP("Error", "Say which column holds the field \"%1\". The file has: %2."),
            {field, header.join(QStringLiteral(", "))}}};
}

Problem noDateFormat(const QString &format)
{
    return {QStringLiteral("date_format"), 0,
        {QT_TRANSLATE_NOOP("Error", "\"%1\" is no date format. It is written like yyyy-MM-dd or d/M/yyyy."),
            {format.left(40)}}};
}

Error nothingToImport(const QString &file)
{
    return Error::validation(QStringLiteral("file"),
        {QT_TRANSLATE_NOOP("Error", "The file %1 has no rows: there is nothing to import."),
            {QDir::toNativeSeparators(file)}});
}

QString mappedColumn(const ImportRequest &request, const QString &field)
{
    return request.columns.value(field).trimmed();
}

QString cellText(const QString &cell)
{
    const QString text = cell.trimmed();
    return text == QLatin1String("NULL") ? QString() : text;
}

QList<Problem> mappingProblems(
    const ImportRequest &request, const QStringList &header, const QStringList &detailsHeader)
{
    QList<Problem> problems;
    QStringList known;
    const QList<ImportField> fields = ImportService::fields(request.kind);
    for (const ImportField &field : fields)
        known += field.name;
    QStringList named = request.columns.keys() + request.constants.keys();
    named.removeDuplicates();
    for (const QString &name : std::as_const(named))
        if (!known.contains(name))
            problems += Problem{name, 0,
                {QT_TRANSLATE_NOOP("Error", "\"%1\" is no field of %2. There are: %3."),
                    {name.left(40), code(request.kind), known.join(QStringLiteral(", "))}}};
    for (const ImportField &field : fields) {
        const QString column = mappedColumn(request, field.name);
        const bool inDetails = !detailsHeader.isEmpty() && isLineField(field.name);
        const QStringList &columns = inDetails ? detailsHeader : header;
        if (!column.isEmpty()) {
            if (const auto problem = columnProblem(columns, column, field.name))
                problems += *problem;
        } else if (field.required && request.constants.value(field.name).trimmed().isEmpty()) {
            problems += columnWanted(columns, field.name);
        }
    }
    return problems;
}

} // namespace bincard
