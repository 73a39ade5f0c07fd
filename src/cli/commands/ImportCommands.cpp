// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ImportReportText.h"
#include "cli/Interrupt.h"
#include "cli/commands/Commands.h"
#include "service/ImportService.h"
#include "service/MovementImport.h"
#include "service/OpenBook.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>

#include <optional>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto movementsKind = "movements";

/// "comma", ",", "\t" ... as the character.
const std::map<std::string, char> delimiters{{",", ','}, {"comma", ','}, {";", ';'}, {"semicolon", ';'}, {"|", '|'},
    {"pipe", '|'}, {"\t", '\t'}, {"\\t", '\t'}, {"tab", '\t'}};

std::string isDelimiter(const std::string &value)
{
    return delimiters.count(value) > 0 ? std::string()
                                       : oneOf({u"comma"_s, u"semicolon"_s, u"pipe"_s, u"tab"_s})(value);
}

const QStringList &encodings()
{
    static const QStringList all{u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"Windows-1252"_s, u"ISO-8859-1"_s};
    return all;
}

QMap<QString, QString> pairs(const std::vector<std::string> &given, const QString &option, QList<Problem> &problems)
{
    QMap<QString, QString> result;
    for (const std::string &pair : given) {
        const QString field = text(pair).section(u'=', 0, 0).trimmed();
        if (result.contains(field))
            problems << Problem{option, 0, {QT_TRANSLATE_NOOP("Error", "The field \"%1\" is given twice."), {field}}};
        result.insert(field, text(pair).section(u'=', 1));
    }
    return result;
}

/// What is said of the fields: field -> column, and field -> value of every row.
struct Choices
{
    QMap<QString, QString> columns, constants;
};

Result<Choices> choicesOf(const std::vector<std::string> &map, const std::vector<std::string> &set)
{
    QList<Problem> problems;
    const Choices choices{pairs(map, u"map"_s, problems), pairs(set, u"set"_s, problems)};
    for (auto it = choices.columns.begin(); it != choices.columns.end(); ++it) {
        if (choices.constants.contains(it.key()))
            problems << Problem{u"set"_s, 0,
                {QT_TRANSLATE_NOOP(
                     "Error", "The field \"%1\" is given a column as well as a value. Leave one of the two away."),
                    {it.key()}}};
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    return choices;
}

/// The names of `given` that the kind has no field for.
Result<void> checkFields(ImportKind kind, const QMap<QString, QString> &given, const QString &option)
{
    QStringList known;
    const QList<ImportField> fields = ImportService::fields(kind);
    for (const ImportField &field : fields)
        known << field.name;
    QList<Problem> problems;
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!known.contains(it.key()))
            problems << Problem{option, 0,
                {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\". There are: %2."),
                    {it.key(), known.join(u", "_s)}}};
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    return {};
}

Outcome outcomeOf(const ImportReport &report, const ImportRequest &request, const ImportPreview &found)
{
    return {importJson(report, request, found), report.problems.isEmpty() && !report.cancelled ? Done : Refused};
}

QString stepText(ImportProgress::Step step)
{
    switch (step) {
    case ImportProgress::Step::Reading: return QCoreApplication::translate("cli", "Reading");
    case ImportProgress::Step::Checking: return QCoreApplication::translate("cli", "Checking");
    case ImportProgress::Step::Writing: return QCoreApplication::translate("cli", "Writing");
    }
    return {};
}

class ImportCommand : public Command
{
public:
    QString name() const override { return u"import"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Bring a flat file (CSV) into the book");
    }
    void define(CLI::App &app) override;
    Result<Outcome> run(Context &context) override;
    void print(const Outcome &outcome, Context &context) override { printImport(outcome.result, context.console()); }

private:
    void defineFormat(CLI::App &app);
    [[nodiscard]] Result<void> checkOptions() const;
    using Look = std::function<Result<ImportPreview>(const std::optional<CsvFormat> &)>;
    [[nodiscard]] Result<ImportPreview> preview(const Look &look) const;
    [[nodiscard]] Result<ImportRequest> request(const ImportPreview &found, const Choices &choices) const;
    void override(CsvFormat &format) const;

    using Progress = std::function<bool(const ImportProgress &)>;
    [[nodiscard]] Result<Outcome> runMovements(OpenBook &book, const Choices &choices, const Progress &progress) const;
    [[nodiscard]] Result<Outcome> runOthers(OpenBook &book, const Choices &choices, const Progress &progress) const;

    std::string m_kind, m_file, m_details, m_register;
    std::vector<std::string> m_map, m_set, m_services;
    std::string m_walkIn, m_costRatio;
    bool m_inferOpeningStock = false, m_discountFraction = false, m_dryRun = false, m_draft = false;
    std::string m_delimiter, m_encoding, m_dateFormat;
    bool m_decimalComma = false, m_decimalPoint = false;
};

void ImportCommand::define(CLI::App &app)
{
    app.add_option("KIND", m_kind,
           utf8(QCoreApplication::translate(
               "cli", "documents, items, categories, warehouses, partners, customers, suppliers or movements")))
        ->required()
        ->check(oneOf({u"documents"_s, u"items"_s, u"categories"_s, u"warehouses"_s, u"partners"_s, u"customers"_s,
            u"suppliers"_s, text(movementsKind)}));
    app.add_option("FILE", m_file, utf8(QCoreApplication::translate("cli", "The file, with a line of headings")))
        ->required();
    app.add_option("--register", m_register,
           utf8(
               QCoreApplication::translate("cli", "The register that movements go to (CSV, or JSON as post takes it)")))
        ->option_text("NAME")
        ->check(notEmpty);
    app.add_option("--details", m_details,
           utf8(QCoreApplication::translate("cli", "Documents in two files: the one with the lines")))
        ->option_text("FILE")
        ->check(notEmpty);
    app.add_option("--map", m_map,
           utf8(QCoreApplication::translate("cli", "The column that holds a field; may be given again")))
        ->option_text("FIELD=COLUMN")
        ->allow_extra_args(false)
        ->check(isPair);
    app.add_option("--set", m_set,
           utf8(QCoreApplication::translate("cli", "A field that is the same for every row; may be given again")))
        ->option_text("FIELD=VALUE")
        ->allow_extra_args(false)
        ->check(isPair);
    app.add_option("--service", m_services,
           utf8(QCoreApplication::translate("cli", "Items that keep no stock (postage, fees)")))
        ->option_text("CODE,...")
        ->allow_extra_args(false)
        ->check(isList);
    app.add_option("--walk-in", m_walkIn,
           utf8(QCoreApplication::translate("cli", "The partner of rows that name none (default: WALK-IN)")))
        ->option_text("CODE")
        ->check(notEmpty);
    app.add_flag("--infer-opening-stock", m_inferOpeningStock,
        utf8(QCoreApplication::translate(
            "cli", "Add an opening balance of exactly what is needed for no item to fall below zero")));
    app.add_option("--opening-cost-ratio", m_costRatio,
           utf8(QCoreApplication::translate("cli", "Its value: the average price in the file times this (default: 1)")))
        ->option_text("RATIO")
        ->check(notEmpty);
    app.add_flag("--discount-fraction", m_discountFraction,
        utf8(QCoreApplication::translate("cli", "Discounts are fractions: 0.15 means 15 percent")));
    app.add_flag(
        "--draft", m_draft, utf8(QCoreApplication::translate("cli", "Save the documents without posting them")));
    app.add_flag("--dry-run", m_dryRun, utf8(QCoreApplication::translate("cli", "Do everything but write")));
    defineFormat(app);
}

void ImportCommand::defineFormat(CLI::App &app)
{
    const std::string group = utf8(QCoreApplication::translate("cli", "How the file is written (else it is detected)"));
    app.add_option(
           "--delimiter", m_delimiter, utf8(QCoreApplication::translate("cli", "comma, semicolon, pipe or tab")))
        ->option_text("NAME")
        ->group(group)
        ->check(isDelimiter);
    app.add_option("--encoding", m_encoding,
           utf8(QCoreApplication::translate("cli", "UTF-8, UTF-16LE, UTF-16BE or Windows-1252")))
        ->option_text("NAME")
        ->group(group)
        ->check(oneOf(encodings(), Qt::CaseInsensitive));
    app.add_option("--date-format", m_dateFormat,
           utf8(QCoreApplication::translate("cli", "Such as yyyy-MM-dd, dd.MM.yyyy or M/d/yyyy")))
        ->option_text("FORMAT")
        ->group(group)
        ->check(notEmpty);
    CLI::Option *comma = app.add_flag(
        "--decimal-comma", m_decimalComma, utf8(QCoreApplication::translate("cli", "Numbers are written 1.234,50")));
    comma->group(group);
    app.add_flag(
           "--decimal-point", m_decimalPoint, utf8(QCoreApplication::translate("cli", "Numbers are written 1,234.50")))
        ->group(group)
        ->excludes(comma);
}

void ImportCommand::override(CsvFormat &format) const
{
    if (!m_delimiter.empty())
        format.delimiter = delimiters.at(m_delimiter);
    for (const QString &encoding : encodings()) { // ISO-8859-1 is read as the larger of the two
        if (encoding.compare(text(m_encoding), Qt::CaseInsensitive) == 0)
            format.encoding = encoding == u"ISO-8859-1" ? u"Windows-1252"_s : encoding;
    }
    if (!m_dateFormat.empty())
        format.dateFormat = text(m_dateFormat);
    if (m_decimalComma || m_decimalPoint)
        format.decimalComma = m_decimalComma;
}

/// Options that would change nothing: whoever gave one expects something of it.
Result<void> ImportCommand::checkOptions() const
{
    const bool documents = m_kind == "documents", movements = m_kind == movementsKind;
    const std::pair<const char *, bool> ofDocuments[] = {{"details", !m_details.empty()},
        {"service", !m_services.empty()}, {"walk-in", !m_walkIn.empty()}, {"infer-opening-stock", m_inferOpeningStock},
        {"opening-cost-ratio", !m_costRatio.empty()}, {"discount-fraction", m_discountFraction}, {"draft", m_draft}};
    QList<Problem> problems;
    for (const auto &[option, given] : ofDocuments) {
        if (given && !documents)
            problems << Problem{
                QLatin1String(option), 0, {QT_TRANSLATE_NOOP("Error", "This is an option for documents alone."), {}}};
    }
    if (!movements && !m_register.empty())
        problems << Problem{
            u"register"_s, 0, {QT_TRANSLATE_NOOP("Error", "This is an option for movements alone."), {}}};
    if (movements && m_register.empty())
        problems << Problem{u"register"_s, 0,
            {QT_TRANSLATE_NOOP("Error", "Say with --register which register the movements go to."), {}}};
    if (!problems.isEmpty())
        return Error::validation(problems);
    return {};
}

Result<ImportPreview> ImportCommand::preview(const Look &look) const
{
    BINCARD_ASSIGN(detected, look({}));
    CsvFormat format = detected.format;
    override(format);
    if (detected.isJson || format == detected.format)
        return detected;
    // What stands in which column looks different now, and so may the dates.
    if (m_dateFormat.empty())
        format.dateFormat.clear();
    return look(format);
}

Result<ImportRequest> ImportCommand::request(const ImportPreview &found, const Choices &choices) const
{
    ImportRequest request = found.request();
    if (request.detailsFormat)
        override(*request.detailsFormat);
    for (auto it = choices.columns.begin(); it != choices.columns.end(); ++it)
        request.columns.insert(it.key(), it.value());
    for (auto it = choices.constants.begin(); it != choices.constants.end(); ++it) {
        request.columns.remove(it.key()); // said to be the same everywhere, so no guessed column counts
        request.constants.insert(it.key(), it.value());
    }
    request.services = entriesOf(m_services);
    if (!m_walkIn.empty())
        request.walkInPartner = text(m_walkIn);
    if (!m_costRatio.empty()) {
        const Result<Decimal> ratio = Decimal::parse(text(m_costRatio), request.openingCostRatio.scale());
        if (!ratio)
            return Error::validation(u"opening_cost_ratio"_s, ratio.error().message());
        request.openingCostRatio = *ratio;
    }
    request.inferOpeningStock = m_inferOpeningStock;
    request.discountIsFraction = request.discountIsFraction || m_discountFraction;
    request.dryRun = m_dryRun;
    request.post = !m_draft;
    return request;
}

Result<Outcome> ImportCommand::run(Context &context)
{
    stopOnInterrupt();
    BINCARD_ASSIGN(book, context.book());
    Console &console = context.console();
    QElapsedTimer sinceShown;
    std::optional<ImportProgress::Step> step;
    const auto progress = [&](const ImportProgress &now) {
        const bool newStep = step != now.step;
        if (newStep || sinceShown.elapsed() >= 100) {
            step = now.step;
            sinceShown.restart();
            console.progress(u"%1 %2 / %3"_s.arg(stepText(now.step)).arg(now.done).arg(now.total));
        }
        return !interruptRequested();
    };
    BINCARD_TRY(checkOptions());
    BINCARD_ASSIGN(choices, choicesOf(m_map, m_set));
    auto outcome =
        m_kind == movementsKind ? runMovements(*book, choices, progress) : runOthers(*book, choices, progress);
    console.progress({});
    return outcome;
}

Result<Outcome> ImportCommand::runOthers(OpenBook &book, const Choices &choices, const Progress &progress) const
{
    BINCARD_ASSIGN(kind, importKind(text(m_kind)));
    BINCARD_TRY(checkFields(kind, choices.columns, u"map"_s));
    BINCARD_TRY(checkFields(kind, choices.constants, u"set"_s));
    BINCARD_ASSIGN(found, preview([&](const std::optional<CsvFormat> &format) {
        return ImportService::preview(text(m_file), kind, format, text(m_details));
    }));
    BINCARD_ASSIGN(request, this->request(found, choices));
    BINCARD_ASSIGN(report, book.imports().run(request, progress));
    return outcomeOf(report, request, found);
}

Result<Outcome> ImportCommand::runMovements(OpenBook &book, const Choices &choices, const Progress &progress) const
{
    MovementImportRequest request;
    request.registerName = text(m_register);
    request.file = text(m_file);
    request.columns = choices.columns;
    request.constants = choices.constants;
    request.dryRun = m_dryRun;
    BINCARD_ASSIGN(found, preview([&](const std::optional<CsvFormat> &format) {
        request.format = format;
        return book.movementImport().preview(request);
    }));
    if (found.isJson && !(choices.columns.isEmpty() && choices.constants.isEmpty()))
        return Error::validation(choices.columns.isEmpty() ? u"set"_s : u"map"_s,
            {QT_TRANSLATE_NOOP("Error", "A JSON file names its fields itself: neither columns nor values are given."),
                {}});
    if (!found.isJson) {
        request.format = found.format;
        request.columns = found.columns;
    }
    const auto imported = [&] {
        const InterruptWatch watch(book.interrupter());
        return book.movementImport().run(request, progress);
    }();
    BINCARD_ASSIGN(report, imported);
    ImportRequest shown = found.request();
    if (found.isJson)
        shown.columns.clear(); // they are the fields
    shown.constants = choices.constants;
    shown.columns.removeIf([&](auto it) { return it.value().isEmpty() || shown.constants.contains(it.key()); });
    return outcomeOf(report, shown, found);
}

} // namespace

Commands importCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<ImportCommand>());
    return commands;
}

} // namespace bincard::cli
