// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/BookLocation.h"
#include "base/Result.h"

#include <QDate>

#include <functional>
#include <memory>

namespace bincard {

class Accumulator;
class CatalogService;
class ClosingService;
class DocumentService;
class ImportService;
class LedgerService;
class MovementImport;
class RegisterService;
class ReportService;

namespace db {
class Session;
}

enum class OpenMode {
    Existing,     ///< must be a book; an older schema is upgraded (a file book is copied aside first)
    Create,       ///< the file or the database must hold no book yet; the standard registers are made
    CreateOrOpen, ///< `init`: either of the two
    CreateBare,   ///< without the standard registers
    CreateDemo,   ///< the demo book, made or completed; Duplicate if the book holds documents that are not its own
};

struct BookInfo
{
    BookLocation location;
    QString engine;      ///< "SQLite 3.40.1", "PostgreSQL 15.18"
    int schema = 0;      ///< number of the last migration
    QString user;        ///< who is named in history
    QString backupPath;  ///< where the file was copied before an upgrade; empty if there was none
    QString journalMode; ///< SQLite: "wal", or "delete" on a network folder
    bool networkFolder = false;
    qint64 bytes = 0;
    int documents = 0, items = 0, partners = 0, warehouses = 0, registers = 0;
    QDate closedUntil; ///< invalid: everything is open
    QString currency;  ///< ISO code shown once in headers ("EUR"); empty: none
};

/// An open book with its services: one connection, one thread (the one that opened it). Workers own these; the command
/// line owns one. Nothing above this layer sees a connection.
class OpenBook
{
public:
    /// Clear errors, nothing changed: SchemaNewer, Corrupt (damaged, or no book), PermissionDenied (read-only folder),
    /// NotFound, Storage (driver missing, disk full), ConnectionLost.
    [[nodiscard]] static Result<std::unique_ptr<OpenBook>> open(const BookLocation &location, OpenMode mode);
    ~OpenBook();
    OpenBook(const OpenBook &) = delete;
    OpenBook &operator=(const OpenBook &) = delete;

    [[nodiscard]] Result<BookInfo> info();
    [[nodiscard]] const BookLocation &location() const;
    /// The server went away: this book answers ConnectionLost from now on; open it again.
    [[nodiscard]] bool connectionLost() const;
    /// To end from any thread what is being done with this book: it answers Cancelled, and so does all that comes later.
    /// To be called until it has ended, and no longer than the book lives.
    [[nodiscard]] std::function<void()> interrupter();

    [[nodiscard]] CatalogService &catalog();
    [[nodiscard]] DocumentService &documents();
    [[nodiscard]] RegisterService &registers();
    [[nodiscard]] LedgerService &ledger();
    [[nodiscard]] ReportService &reports();
    [[nodiscard]] ImportService &imports();
    [[nodiscard]] MovementImport &movementImport();
    [[nodiscard]] ClosingService &closing();

    /// For the services, the tests and the benchmarks; nothing above this layer.
    [[nodiscard]] db::Session &session();
    [[nodiscard]] Accumulator &accumulator();

private:
    struct Private;
    explicit OpenBook(std::unique_ptr<Private> d);
    [[nodiscard]] Result<void> prepare(OpenMode mode);

    std::unique_ptr<Private> d;
};

} // namespace bincard
