// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "domain/CsvDetection.h"
#include "service/ImportService.h"

namespace bincard {

struct MovementImportRequest
{
    QString registerName;
    QString file; ///< CSV with a line of headings; *.json and *.jsonl: movements as `post` takes them
    std::optional<CsvFormat> format;  ///< none: detected; without a date format: that is detected
    QMap<QString, QString> columns;   ///< field -> column, empty: none; of a field that is not named it is guessed
    QMap<QString, QString> constants; ///< field -> value for every row
    bool dryRun = false;
};

/// Posts a file of movements to a register: recorder, period, dimensions (references by code), resources; cause if there
/// is one. All of it or nothing, in one transaction; memory holds some thousand rows. Every row that cannot be taken is
/// reported. Belongs to the thread of the session.
class MovementImport
{
public:
    MovementImport(db::Session &session, Accumulator &accumulator) : m_session(session), m_accumulator(accumulator) {}

    /// What a row can hold: recorder, period, dimensions, resources, cause.
    [[nodiscard]] static QList<ImportField> fields(const RegisterDefinition &definition);
    /// The first rows of the file as they are read, and what is wrong with them; a field for which there is no column is
    /// a note. Nothing is written.
    [[nodiscard]] Result<ImportPreview> preview(const MovementImportRequest &request);
    /// The report counts nothing as taken where there are problems or where it was cancelled; run dry, what would be
    /// taken. Errors: RegisterNotFound, AlreadyPosted, InsufficientStock, PeriodClosed (details.line, if nothing else is
    /// wrong) ...; the file as ImportService. Where others were in the way it is read again from its beginning.
    [[nodiscard]] Result<ImportReport> run(
        const MovementImportRequest &request, const std::function<bool(const ImportProgress &)> &progress = {});

private:
    /// Finds out what the request leaves open; answers the first rows, or the header alone where nothing is open.
    [[nodiscard]] static Result<CsvSample> complete(
        MovementImportRequest &request, const RegisterDefinition &definition, bool withRows);
    [[nodiscard]] Result<ImportReport> once(
        const MovementImportRequest &request, const std::function<bool(const ImportProgress &)> &progress);
    [[nodiscard]] static Result<void> refuseLedger(const RegisterDefinition &definition);
    [[nodiscard]] Result<void> lockPools(const RegisterDefinition &definition, const QList<Movement> &movements);

    db::Session &m_session;
    Accumulator &m_accumulator;
};

} // namespace bincard
