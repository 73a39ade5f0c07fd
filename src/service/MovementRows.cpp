// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/MovementRows.h"

#include "accumulator/DimensionValue.h"
#include "base/StrictJson.h"
#include "db/Session.h"
#include "domain/Catalog.h"
#include "service/HandRecorder.h"
#include "service/ImportFields.h"
#include "service/ImportRows.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace bincard {

bool MovementRows::isJson(const QString &file)
{
    return file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)
        || file.endsWith(QLatin1String(".jsonl"), Qt::CaseInsensitive);
}

Result<void> MovementRows::open(const MovementImportRequest &request)
{
    BINCARD_TRY(openForImport(m_file, request.file));
    return isJson(request.file) ? openJson() : openCsv(request);
}

Result<void> MovementRows::openJson()
{
    m_format.encoding = QStringLiteral("UTF-8");
    char first = ' ';
    while (QByteArrayView(" \t\r\n").contains(first) && m_file.getChar(&first)) {}
    m_file.seek(0);
    if (first != '[')
        return {};
    BINCARD_ASSIGN(rows, parseJsonRows(m_file.readAll()));
    m_array = rows;
    return {};
}

Result<void> MovementRows::openCsv(const MovementImportRequest &request)
{
    m_format = request.format.value_or(CsvFormat());
    m_dates = CsvDateFormat::parse(m_format.dateFormat);
    m_reader = std::make_unique<CsvReader>(m_file, m_format);
    CsvRow header;
    if (!m_reader->next(header)) {
        BINCARD_TRY(m_reader->finished());
        return nothingToImport(request.file);
    }
    QList<Problem> problems = findColumns(request, header.cells);
    if (!m_dates)
        problems << noDateFormat(m_format.dateFormat);
    if (!problems.isEmpty())
        return Error::validation(problems);
    return loadCodes();
}

QList<Problem> MovementRows::findColumns(const MovementImportRequest &request, const QStringList &header)
{
    QList<Problem> problems;
    QStringList known;
    const auto place = [&](const QString &field, bool needed) {
        known << field;
        Place found;
        if (request.constants.contains(field)) {
            found.constant = request.constants.value(field);
            return found;
        }
        const QString column = request.columns.value(field);
        if (column.isEmpty()) {
            if (needed)
                problems << columnWanted(header, field);
        } else if (const auto problem = columnProblem(header, column, field)) {
            problems << *problem;
        } else {
            found.column = columnIndex(header, column);
        }
        return found;
    };
    m_recorder = place(QStringLiteral("recorder"), true);
    m_period = place(QStringLiteral("period"), true);
    m_cause = place(QStringLiteral("cause"), false);
    for (const Dimension &dimension : m_definition.dimensions())
        m_dimensions << place(dimension.name, !dimension.defaultValue);
    bool any = false;
    for (const Resource &resource : m_definition.resources()) {
        m_resources << place(resource.name, false);
        any = any || m_resources.constLast().given() || !request.columns.value(resource.name).isEmpty();
    }
    if (!any)
        problems << Problem{QStringLiteral("resources"), 0,
            {QT_TRANSLATE_NOOP("Error", "None of the columns holds a resource of the register. The file has: %1."),
                {header.join(QStringLiteral(", "))}}};
    for (const QMap<QString, QString> *given : {&request.columns, &request.constants}) {
        for (auto it = given->begin(); it != given->end(); ++it) {
            if (!known.contains(it.key()))
                problems << Problem{it.key(), 0,
                    {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\". There are: %2."),
                        {it.key(), known.join(QStringLiteral(", "))}}};
        }
    }
    return problems;
}

// All codes at once: asking for each would take longer than reading the file.
Result<void> MovementRows::loadCodes()
{
    for (const Dimension &dimension : m_definition.dimensions()) {
        const QString &table = dimension.refTable;
        if (dimension.type != DimensionType::Ref || m_ids.contains(table))
            continue;
        auto &ids = m_ids[table];
        // Only the catalog's tables: their names are the whitelist that keeps a definition from naming any other.
        if (!catalogKind(table).ok())
            return Error::validation(
                dimension.name, {QT_TRANSLATE_NOOP("Error", "There is no catalog \"%1\"."), {table}});
        BINCARD_ASSIGN(
            rows, m_session.query(QStringLiteral("SELECT id, code, code_key FROM ") + db::Dialect::quoted(table)));
        while (rows.next()) {
            const qint64 id = rows.integer(0);
            ids.insert(rows.text(1), id);
            ids.insert(rows.text(2), id);
        }
        BINCARD_TRY(rows.finished());
    }
    return {};
}

Result<bool> MovementRows::next(Movement &movement, QList<ImportProblem> &problems)
{
    movement = Movement();
    return m_reader ? nextCsv(movement, problems) : nextJson(movement, problems);
}

QString MovementRows::value(const Place &place) const
{
    return place.column < 0 ? place.constant : m_row.cells.at(place.column).trimmed();
}

std::optional<Period> MovementRows::period(const QString &text) const
{
    if (const auto iso = Period::parse(text); iso.ok())
        return *iso;
    if (!m_dates)
        return {};
    // A date as the file writes dates, and the time of day behind it. Of anything else, such as a zone, nothing is
    // passed over: it would move a movement to another time.
    static const QRegularExpression timed(QStringLiteral("^(.*\\d)[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?$"));
    static const QRegularExpression timeLike(QStringLiteral(":|\\dT\\d"));
    if (const auto match = timed.match(text); match.hasMatch()) {
        const QDate date = m_dates->date(match.captured(1));
        const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
        return date.isValid() && time.isValid() ? std::optional(Period(date, time)) : std::nullopt;
    }
    const QDate date = text.contains(timeLike) ? QDate() : m_dates->date(text);
    return date.isValid() ? std::optional(Period(date)) : std::nullopt;
}

std::optional<Message> MovementRows::readDimension(int index, const QString &text, QVariant &value)
{
    const Dimension &dimension = m_definition.dimensions().at(index);
    if (text.isEmpty() && dimension.type != DimensionType::Text) {
        if (dimension.defaultValue)
            return {}; // the register puts it in
        return Message{QT_TRANSLATE_NOOP("Error", "A value is needed for \"%1\"."), {dimension.name}};
    }
    if (dimension.type == DimensionType::Ref) {
        auto &ids = m_ids[dimension.refTable];
        auto found = ids.constFind(text);
        if (found == ids.constEnd())
            found = ids.constFind(codeKey(text));
        if (found == ids.constEnd())
            return Message{
                QT_TRANSLATE_NOOP("Error", "There is no \"%1\" in the catalog %2."), {text, dimension.refTable}};
        value = *found;
        return {};
    }
    QString written = text;
    if (dimension.type == DimensionType::Date) { // as the file writes its dates
        if (const auto day = period(text); day && day->isMidnight())
            written = day->date.toString(Qt::ISODate);
    }
    const auto parsed = accumulator::parseDimension(dimension, written);
    if (!parsed.ok())
        return parsed.error().problems().isEmpty() ? parsed.error().message()
                                                   : parsed.error().problems().constFirst().message;
    value = *parsed;
    return {};
}

std::optional<Message> MovementRows::readResource(int index, const QString &text, Decimal &value) const
{
    const int scale = m_definition.resources().at(index).scale;
    value = Decimal(0, scale);
    if (text.isEmpty())
        return {};
    auto parsed = m_format.decimalComma ? parseCsvNumber(text, scale, true) : Decimal::parse(text, scale);
    if (!parsed.ok() && !m_format.decimalComma)
        parsed = parseCsvNumber(text, scale, false);
    if (!parsed.ok())
        return parsed.error().problems().isEmpty() ? parsed.error().message()
                                                   : parsed.error().problems().constFirst().message;
    value = *parsed;
    return {};
}

std::optional<Message> MovementRows::recorderProblem(const QString &recorder)
{
    if (recorder == m_lastRecorder && !recorder.isEmpty())
        return {};
    if (recorder.isEmpty())
        return Message{QT_TRANSLATE_NOOP("Error", "The document that makes the movement is not named."), {}};
    if (const auto allowed = mayPostByHand(m_definition.name(), recorder); !allowed.ok())
        return allowed.error().problems().constFirst().message;
    if (const auto problem = accumulator::textProblem(recorder))
        return problem;
    m_lastRecorder = recorder;
    return {};
}

Result<bool> MovementRows::nextCsv(Movement &movement, QList<ImportProblem> &problems)
{
    if (!m_reader->next(m_row)) {
        BINCARD_TRY(m_reader->finished());
        return false;
    }
    const auto problem = [&](const QString &field, const QString &text, const std::optional<Message> &reason) {
        if (reason)
            problems.append(ImportProblem{m_row.line, field, text.left(200), *reason});
    };
    if (m_row.fault) {
        problem({}, {}, m_row.fault);
        return true;
    }
    movement.recorder = value(m_recorder);
    problem(QStringLiteral("recorder"), movement.recorder, recorderProblem(movement.recorder));
    const QString when = value(m_period);
    if (const auto parsed = period(when))
        movement.period = *parsed;
    else
        problem(QStringLiteral("period"), when,
            Message{QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date such as 2026-04-18."), {when.left(40)}});
    if (m_cause.given()) {
        movement.cause = value(m_cause);
        problem(QStringLiteral("cause"), movement.cause, accumulator::textProblem(movement.cause));
    }
    movement.dimensions.resize(m_dimensions.size());
    for (int i = 0; i < m_dimensions.size(); ++i) {
        if (!m_dimensions.at(i).given())
            continue; // the register puts the default in
        const QString text = value(m_dimensions.at(i));
        problem(m_definition.dimensions().at(i).name, text, readDimension(i, text, movement.dimensions[i]));
    }
    movement.resources.resize(m_resources.size());
    for (int i = 0; i < m_resources.size(); ++i) {
        const QString text = value(m_resources.at(i));
        problem(m_definition.resources().at(i).name, text, readResource(i, text, movement.resources[i]));
    }
    return true;
}

Result<bool> MovementRows::nextJson(Movement &movement, QList<ImportProblem> &problems)
{
    QJsonValue row;
    if (m_array) {
        if (m_line >= m_array->size())
            return false;
        row = m_array->at(m_line++);
    } else {
        QByteArray line;
        while (line.trimmed().isEmpty()) {
            if (m_file.atEnd())
                return false;
            line = m_file.readLine();
            ++m_line;
        }
        const auto parsed = parseJsonObject(line, static_cast<int>(m_line));
        if (!parsed.ok()) {
            problems.append(ImportProblem{static_cast<int>(m_line), {}, {}, parsed.error().message()});
            return true;
        }
        row = *parsed;
    }
    const auto read = m_json.movements({row});
    if (!read.ok()) {
        if (read.error().code() != ErrorCode::Validation)
            return read.error();
        for (const Problem &problem : read.error().problems())
            problems.append(ImportProblem{static_cast<int>(m_line), problem.field, {}, problem.message});
        return true;
    }
    movement = read->constFirst();
    if (const auto reason = recorderProblem(movement.recorder))
        problems.append(
            ImportProblem{static_cast<int>(m_line), QStringLiteral("recorder"), movement.recorder, *reason});
    return true;
}

} // namespace bincard
