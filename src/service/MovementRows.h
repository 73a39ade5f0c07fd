// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CsvReader.h"
#include "domain/CsvValues.h"
#include "service/MovementImport.h"
#include "service/RegisterJson.h"

#include <QFile>
#include <QHash>

#include <memory>

namespace bincard {

/// Reads movements out of a file, one row at a time.
class MovementRows
{
public:
    MovementRows(db::Session &session, const RegisterDefinition &definition)
        : m_session(session)
        , m_json(session, definition)
        , m_definition(definition)
    {}

    [[nodiscard]] static bool isJson(const QString &file);
    /// Opens the file and finds the columns: Validation with everything wrong.
    [[nodiscard]] Result<void> open(const MovementImportRequest &request);
    /// The next row that has anything in it; false at the end. What is wrong with it is added to `problems`.
    [[nodiscard]] Result<bool> next(Movement &movement, QList<ImportProblem> &problems);
    [[nodiscard]] qint64 bytes() const { return m_file.size(); }
    [[nodiscard]] qint64 bytesRead() const { return m_reader ? m_reader->bytesRead() : m_file.pos(); }
    /// Where the row that was read last stands: its line, or its place in a JSON array.
    [[nodiscard]] int line() const { return m_reader ? m_row.line : static_cast<int>(m_line); }

private:
    /// Where a field stands: a column, or else a value that is the same everywhere.
    struct Place
    {
        int column = -1;
        QString constant;
        [[nodiscard]] bool given() const { return column >= 0 || !constant.isNull(); }
    };

    [[nodiscard]] Result<void> openCsv(const MovementImportRequest &request);
    [[nodiscard]] Result<void> openJson();
    [[nodiscard]] QList<Problem> findColumns(const MovementImportRequest &request, const QStringList &header);
    [[nodiscard]] Result<void> loadCodes();
    [[nodiscard]] Result<bool> nextCsv(Movement &movement, QList<ImportProblem> &problems);
    [[nodiscard]] Result<bool> nextJson(Movement &movement, QList<ImportProblem> &problems);
    [[nodiscard]] QString value(const Place &place) const;
    [[nodiscard]] std::optional<Period> period(const QString &text) const;
    [[nodiscard]] std::optional<Message> readDimension(int index, const QString &text, QVariant &value);
    [[nodiscard]] std::optional<Message> readResource(int index, const QString &text, Decimal &value) const;
    [[nodiscard]] std::optional<Message> recorderProblem(const QString &recorder);

    db::Session &m_session;
    RegisterJson m_json;
    const RegisterDefinition &m_definition;
    QFile m_file;
    CsvFormat m_format;
    std::optional<CsvDateFormat> m_dates;
    std::unique_ptr<CsvReader> m_reader;
    CsvRow m_row;
    Place m_recorder, m_period, m_cause;
    QList<Place> m_dimensions, m_resources;
    QHash<QString, QHash<QString, qint64>> m_ids; ///< table -> code as written -> id
    QString m_lastRecorder;                       ///< the last one that was found to be fine
    std::optional<QJsonArray> m_array;            ///< a JSON file that is one array
    qsizetype m_line = 0;
};

} // namespace bincard
