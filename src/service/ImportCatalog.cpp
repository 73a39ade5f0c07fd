// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportCatalog.h"

#include "domain/CsvValues.h"
#include "service/ImportFields.h"
#include "service/ImportRows.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace bincard {

namespace {

constexpr int longestUnit = 20;

/// One row of the file while it becomes a catalog row: cells by field, and what is wrong with them.
class CellReader
{
public:
    CellReader(const QHash<QString, int> &columns, const QMap<QString, QString> &constants, const CsvFormat &format)
        : m_columns(columns)
        , m_constants(constants)
        , m_format(format)
    {}

    void next(const CsvRow &row)
    {
        m_row = &row;
        m_problems.clear();
    }
    [[nodiscard]] const QList<ImportProblem> &problems() const { return m_problems; }

    [[nodiscard]] QString value(const char *field) const
    {
        const int column = m_columns.value(QLatin1String(field), -1);
        const QString cell =
            column >= 0 && column < m_row->cells.size() ? cellText(m_row->cells.at(column)) : QString();
        return cell.isEmpty() ? cellText(m_constants.value(QLatin1String(field))) : cell;
    }
    void problem(const QString &field, Message reason)
    {
        const QString shown = value(field.toLatin1().constData());
        m_problems += ImportProblem{m_row->line, field, shown.left(200), std::move(reason), 0, false};
    }

    void text(const char *field, QString &target) const
    {
        if (const QString cell = value(field).simplified(); !cell.isEmpty())
            target = cell;
    }
    void decimal(const char *field, Decimal &target)
    {
        const QString cell = value(field);
        if (cell.isEmpty())
            return;
        const auto number = parseCsvNumber(cell, target.scale(), m_format.decimalComma);
        if (number.ok())
            target = *number;
        else
            problem(QLatin1String(field), number.error().message());
    }
    std::optional<bool> boolean(const char *field)
    {
        static const QStringList yes{"1", "true", "t", "yes", "y", "x", "ja", "j"};
        static const QStringList no{"0", "false", "f", "no", "n", "nein"};
        const QString cell = value(field).toLower();
        if (yes.contains(cell))
            return true;
        if (!cell.isEmpty() && !no.contains(cell))
            problem(
                QLatin1String(field), {QT_TRANSLATE_NOOP("Error", "\"%1\" is neither yes nor no."), {cell.left(40)}});
        return no.contains(cell) ? std::optional<bool>(false) : std::nullopt;
    }

private:
    const QHash<QString, int> &m_columns;
    const QMap<QString, QString> &m_constants;
    const CsvFormat &m_format;
    const CsvRow *m_row = nullptr;
    QList<ImportProblem> m_problems;
};

/// What rows refer to and must not take twice.
struct Surroundings
{
    QSet<QString> categories;                  ///< keys, those of the file included
    QHash<QString, QString> barcodes;          ///< -> key of the item that has it
    bool customers = false, suppliers = false; ///< what the file says its partners are
};

void readActive(CellReader &cells, bool &active) { active = cells.boolean("active").value_or(active); }

void read(CellReader &cells, Category &row, Surroundings &)
{
    cells.text("parent", row.parent);
    readActive(cells, row.active);
}

void read(CellReader &cells, Warehouse &row, Surroundings &) { readActive(cells, row.active); }

void read(CellReader &cells, Item &row, Surroundings &around)
{
    cells.text("category", row.category);
    cells.text("unit", row.unit);
    cells.text("barcode", row.barcode);
    cells.decimal("list_price", row.listPrice);
    cells.decimal("reorder_point", row.reorderPoint);
    row.service = cells.boolean("service").value_or(row.service);
    readActive(cells, row.active);
    if (const auto discontinued = cells.boolean("discontinued"))
        row.active = !*discontinued;
    if (row.unit.size() > longestUnit)
        cells.problem(QStringLiteral("unit"),
            {QT_TRANSLATE_NOOP("Error", "A unit has at most %1 characters."), {QString::number(longestUnit)}});
    if (!row.category.isEmpty() && !around.categories.contains(codeKey(row.category)))
        cells.problem(QStringLiteral("category"),
            {QT_TRANSLATE_NOOP("Error", "There is no category \"%1\". Import the categories first."), {row.category}});
    if (row.barcode.isEmpty())
        return;
    const QString holder = around.barcodes.value(row.barcode, codeKey(row.code));
    if (holder != codeKey(row.code))
        cells.problem(QStringLiteral("barcode"),
            {QT_TRANSLATE_NOOP("Error", "The barcode %1 belongs to item %2 already."), {row.barcode, holder}});
    around.barcodes.insert(row.barcode, holder);
}

void read(CellReader &cells, Partner &row, Surroundings &around)
{
    cells.text("email", row.email);
    cells.text("phone", row.phone);
    readActive(cells, row.active);
    if (row.version == 0) {
        row.customer = around.customers;
        row.supplier = around.suppliers;
    }
    row.customer = cells.boolean("customer").value_or(row.customer || around.customers);
    row.supplier = cells.boolean("supplier").value_or(row.supplier || around.suppliers);
}

/// Parents before what lies below them; rows whose parent is nowhere, or below themselves, come out as problems.
template <typename Row>
void order(QList<Row> &, QList<int> &, const Surroundings &, QList<ImportProblem> &)
{}

template <>
void order(QList<Category> &rows, QList<int> &lines, const Surroundings &around, QList<ImportProblem> &problems)
{
    QSet<QString> waiting;
    for (const Category &row : std::as_const(rows))
        waiting.insert(codeKey(row.code));
    QList<Category> sorted;
    QList<int> sortedLines;
    for (bool moved = true; moved;) {
        moved = false;
        for (qsizetype i = 0; i < rows.size();) {
            const QString parent = codeKey(rows.at(i).parent);
            if (!parent.isEmpty() && (waiting.contains(parent) || !around.categories.contains(parent))) {
                ++i;
                continue;
            }
            waiting.remove(codeKey(rows.at(i).code));
            sorted += rows.takeAt(i);
            sortedLines += lines.takeAt(i);
            moved = true;
        }
    }
    for (qsizetype i = 0; i < rows.size(); ++i)
        problems += ImportProblem{lines.at(i), QStringLiteral("parent"), rows.at(i).parent,
            {QT_TRANSLATE_NOOP("Error", "There is no category \"%1\" that this one could lie below."),
                {rows.at(i).parent}},
            0, false};
    rows = sorted;
    lines = sortedLines;
}

template <typename Row>
bool same(const Row &a, const Row &b)
{
    return toJson(a) == toJson(b);
}

template <typename Row>
class CatalogImport
{
public:
    CatalogImport(CatalogService &catalog, const ImportRequest &request, QList<Row> known, Surroundings around)
        : m_catalog(catalog)
        , m_request(request)
        , m_around(std::move(around))
    {
        for (const Row &row : std::as_const(known))
            m_known.insert(codeKey(row.code), row);
        m_report.dryRun = request.dryRun;
    }

    Result<ImportReport> run(const std::function<bool(const ImportProgress &)> &progress)
    {
        QFile file;
        BINCARD_TRY(openForImport(file, m_request.file));
        CsvReader reader(file, m_request.format);
        CsvRow row;
        if (!reader.next(row)) {
            BINCARD_TRY(reader.finished());
            return nothingToImport(m_request.file);
        }
        if (const QList<Problem> problems = mappingProblems(m_request, row.cells); !problems.isEmpty())
            return Error::validation(problems);
        findColumns(row.cells);
        CellReader cells(m_columns, m_request.constants, m_request.format);
        while (reader.next(row)) {
            if (m_report.rowsRead % 500 == 0 && progress
                && !progress({ImportProgress::Step::Reading, reader.bytesRead(), file.size()}))
                return Error(ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "The import was cancelled."), {}});
            take(row, cells);
        }
        BINCARD_TRY(reader.finished());
        if (m_report.rowsRead == 0)
            return nothingToImport(m_request.file);
        order(m_rows, m_lines, m_around, m_report.problems);
        BINCARD_TRY(write());
        std::stable_sort(m_report.problems.begin(), m_report.problems.end(),
            [](const ImportProblem &a, const ImportProblem &b) { return a.line < b.line; });
        return m_report;
    }

private:
    void findColumns(const QStringList &header)
    {
        const QList<ImportField> fields = ImportService::fields(m_request.kind);
        for (const ImportField &field : fields)
            if (const QString column = mappedColumn(m_request, field.name); !column.isEmpty())
                m_columns.insert(field.name, columnIndex(header, column));
    }

    void take(const CsvRow &from, CellReader &cells)
    {
        ++m_report.rowsRead;
        cells.next(from);
        const QString code = cells.value("code").simplified();
        if (from.fault) {
            m_report.problems += ImportProblem{from.line, QStringLiteral("code"), code, *from.fault, 0, false};
            return;
        }
        const QString key = codeKey(code);
        Row row = m_known.value(key);
        const Row before = row;
        if (row.version == 0)
            row.code = code;
        cells.text("name", row.name);
        read(cells, row, m_around);
        QList<ImportProblem> problems = cells.problems();
        const int earlier = m_lineOf.value(key, 0);
        if (earlier > 0)
            problems += ImportProblem{from.line, QStringLiteral("code"), code,
                {QT_TRANSLATE_NOOP("Error", "\"%1\" stands in line %2 already."), {code, QString::number(earlier)}}, 0,
                false};
        const QList<Problem> wrong = problemsOf(row);
        for (const Problem &problem : wrong)
            problems += ImportProblem{from.line, problem.field,
                cells.value(problem.field.toLatin1().constData()).left(200), problem.message, 0, false};
        m_report.problems += problems;
        if (!problems.isEmpty())
            return;
        m_lineOf.insert(key, from.line);
        if constexpr (std::is_same_v<Row, Category>)
            m_around.categories.insert(key);
        if (row.version > 0 && same(row, before)) {
            ++m_report.rowsTaken;
            return;
        }
        m_rows += row;
        m_lines += from.line;
    }

    /// What somebody else took since the catalog was read is found by the writing: those rows are left out too.
    Result<void> write()
    {
        while (!m_rows.isEmpty() && !m_request.dryRun) {
            const auto saved = m_catalog.saveAll<Row>(m_rows);
            if (saved.ok())
                break;
            if (saved.error().problems().isEmpty())
                return saved.error();
            QSet<qsizetype> refused;
            for (const Problem &problem : saved.error().problems()) {
                const qsizetype index = qMax(problem.line - 1, 0);
                refused.insert(index);
                m_report.problems +=
                    ImportProblem{m_lines.at(index), problem.field, m_rows.at(index).code, problem.message, 0, false};
            }
            for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
                if (refused.contains(i)) {
                    m_rows.removeAt(i);
                    m_lines.removeAt(i);
                }
            }
        }
        m_report.rowsTaken += static_cast<int>(m_rows.size());
        m_report.catalogRows = static_cast<int>(m_rows.size());
        const auto isNew = [](const Row &row) { return row.version == 0; };
        const int made = static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), isNew));
        if constexpr (std::is_same_v<Row, Item>)
            m_report.itemsCreated = made;
        if constexpr (std::is_same_v<Row, Partner>)
            m_report.partnersCreated = made;
        return {};
    }

    CatalogService &m_catalog;
    const ImportRequest &m_request;
    Surroundings m_around;
    QHash<QString, Row> m_known;
    QHash<QString, int> m_columns, m_lineOf;
    QList<Row> m_rows;
    QList<int> m_lines;
    ImportReport m_report;
};

/// Which role the file's partners have, where it does not say so itself: by the kind of the import, else by the name of
/// the column with their codes.
void setRoles(const ImportRequest &request, Surroundings &around)
{
    const QString column = columnKey(mappedColumn(request, QStringLiteral("code")));
    const bool named = column.startsWith(QLatin1String("supplier")) || column.startsWith(QLatin1String("lieferant"));
    around.suppliers = request.kind == ImportKind::Suppliers || (request.kind == ImportKind::Partners && named);
    around.customers = !around.suppliers;
}

} // namespace

Result<ImportReport> importCatalog(
    CatalogService &catalog, const ImportRequest &request, const std::function<bool(const ImportProgress &)> &progress)
{
    BINCARD_ASSIGN(known, catalog.all());
    Surroundings around;
    for (const Category &category : std::as_const(known.categories))
        around.categories.insert(codeKey(category.code));
    for (const Item &item : std::as_const(known.items))
        if (!item.barcode.isEmpty())
            around.barcodes.insert(item.barcode, codeKey(item.code));
    switch (request.kind) {
    case ImportKind::Items: return CatalogImport<Item>(catalog, request, known.items, around).run(progress);
    case ImportKind::Categories:
        return CatalogImport<Category>(catalog, request, known.categories, around).run(progress);
    case ImportKind::Warehouses:
        return CatalogImport<Warehouse>(catalog, request, known.warehouses, around).run(progress);
    default: break;
    }
    setRoles(request, around);
    return CatalogImport<Partner>(catalog, request, known.partners, around).run(progress);
}

} // namespace bincard
