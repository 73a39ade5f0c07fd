// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/OpenBook.h"

#include "accumulator/Accumulator.h"
#include "db/Connection.h"
#include "db/Interrupter.h"
#include "db/Migrator.h"
#include "db/SqlCatalog.h"
#include "service/CatalogService.h"
#include "service/ClosingService.h"
#include "service/DemoBook.h"
#include "service/DocumentService.h"
#include "service/ImportService.h"
#include "service/LedgerService.h"
#include "service/MovementImport.h"
#include "service/RegisterService.h"
#include "service/ReportService.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace bincard {

struct OpenBook::Private
{
    explicit Private(std::unique_ptr<db::Connection> opened)
        : connection(std::move(opened))
        , session(connection->session())
        , accumulator(session)
        , catalog(session)
        , documents(session, accumulator)
        , registers(session, accumulator)
        , ledger(session, accumulator)
        , reports(session, accumulator)
        , imports(session, catalog, documents)
        , movementImport(session, accumulator)
        , closing(accumulator)
    {
        accumulator.setRecordedBy(connection->user());
        documents.setUser(connection->user());
    }

    std::unique_ptr<db::Connection> connection;
    db::Session &session;
    Accumulator accumulator;
    CatalogService catalog;
    DocumentService documents;
    RegisterService registers;
    LedgerService ledger;
    ReportService reports;
    ImportService imports;
    MovementImport movementImport;
    ClosingService closing;
    BookLocation location;
    QString backupPath;
};

namespace {

/// Checking every page of a large file would keep a person waiting at each start; what is damaged there speaks up
/// (Corrupt) when it is read.
constexpr qint64 quickCheckLimit = 64 * 1024 * 1024;

QString shown(const BookLocation &location)
{
    return location.isServer() ? location.toString() : QDir::toNativeSeparators(location.path);
}

Error bookExists(const BookLocation &location)
{
    return {ErrorCode::Duplicate,
        {QT_TRANSLATE_NOOP("Error", "There is a book at %1 already. Open it, or choose another name."),
            {shown(location)}}};
}

Error noBook(const BookLocation &location)
{
    if (location.isServer())
        return {ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error", "The database %1 holds no book yet. Make a new book there first."),
                {shown(location)}}};
    return {ErrorCode::Corrupt,
        {QT_TRANSLATE_NOOP(
             "Error", "%1 holds no book: making it was interrupted. Delete the file and make a new book."),
            {shown(location)}}};
}

Result<void> checkPages(db::Session &session, const BookLocation &location)
{
    if (location.isServer() || QFileInfo(location.path).size() > quickCheckLimit)
        return {};
    BINCARD_ASSIGN(rows, session.query(QStringLiteral("PRAGMA quick_check(1)")));
    const QString verdict = rows.next() ? rows.text(0) : QString();
    BINCARD_TRY(rows.finished());
    if (verdict == u"ok")
        return {};
    return Error(ErrorCode::Corrupt,
        {QT_TRANSLATE_NOOP("Error", "%1 is damaged. Restore it from a backup; the file was not changed."),
            {shown(location)}},
        {{QStringLiteral("technical"), verdict}});
}

/// A consistent copy beside the file, before an upgrade touches it.
Result<QString> copyAside(db::Session &session, const BookLocation &location, int schema)
{
    const QFileInfo file(location.path);
    const QString path = QStringLiteral("%1/%2-before-upgrade-%3-%4.bincard")
                             .arg(file.absolutePath(), file.completeBaseName(), QString::number(schema),
                                 QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    BINCARD_TRY(session.execute(QStringLiteral("VACUUM INTO ?"), {path}));
    return path;
}

RegisterDefinition inventoryDefinition()
{
    return RegisterDefinition::balance(QStringLiteral("inventory"))
        .reference(QStringLiteral("warehouse"), QStringLiteral("warehouses"))
        .reference(QStringLiteral("item"), QStringLiteral("items"))
        .decimal(QStringLiteral("quantity"), quantityScale, NegativePolicy::Forbid)
        .decimal(QStringLiteral("amount"), amountScale);
}

RegisterDefinition salesDefinition()
{
    return RegisterDefinition::turnover(QStringLiteral("sales"))
        .reference(QStringLiteral("item"), QStringLiteral("items"))
        .reference(QStringLiteral("partner"), QStringLiteral("partners"))
        .reference(QStringLiteral("warehouse"), QStringLiteral("warehouses"))
        .decimal(QStringLiteral("quantity"), quantityScale)
        .decimal(QStringLiteral("revenue"), amountScale)
        .decimal(QStringLiteral("cost"), amountScale);
}

/// Schema, engine tables and standard registers, all in one transaction: a book is made whole or not at all.
Result<void> build(db::Session &session, Accumulator &accumulator, db::Migrator &migrator, bool fresh, bool bare)
{
    db::Transaction transaction(session);
    BINCARD_TRY(transaction.begun());
    BINCARD_TRY(migrator.migrate());
    BINCARD_TRY(accumulator.install());
    if (fresh && !bare) {
        BINCARD_TRY(accumulator.create(inventoryDefinition()));
        BINCARD_TRY(accumulator.create(salesDefinition()));
    }
    return transaction.commit();
}

bool mustBeNew(OpenMode mode) { return mode == OpenMode::Create || mode == OpenMode::CreateBare; }

} // namespace

OpenBook::OpenBook(std::unique_ptr<Private> opened) : d(std::move(opened)) {}

OpenBook::~OpenBook() = default;

Result<std::unique_ptr<OpenBook>> OpenBook::open(const BookLocation &location, OpenMode mode)
{
    const db::FileKind before = location.isServer() ? db::FileKind::Book : db::fileKind(location.path);
    if (!location.isServer() && mustBeNew(mode) && before == db::FileKind::Book)
        return bookExists(location);
    Result<std::unique_ptr<OpenBook>> result = [&]() -> Result<std::unique_ptr<OpenBook>> {
        BINCARD_ASSIGN(connection,
            db::Connection::open(
                location, mode == OpenMode::Existing ? db::Connection::Create::No : db::Connection::Create::Yes));
        std::unique_ptr<OpenBook> book(new OpenBook(std::make_unique<Private>(std::move(connection))));
        book->d->location = location;
        BINCARD_TRY(book->prepare(mode));
        return book;
    }();
    if (!result.ok() && before == db::FileKind::Missing) { // what was begun and failed leaves no debris
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(location.path + QLatin1String(suffix));
    }
    return result;
}

Result<void> OpenBook::prepare(OpenMode mode)
{
    db::Session &session = d->session;
    db::Migrator migrator(session);
    BINCARD_ASSIGN(schema, migrator.current());
    if (mode == OpenMode::Existing && schema == 0)
        return noBook(d->location);
    if (mustBeNew(mode) && schema > 0)
        return bookExists(d->location);
    if (schema > 0)
        BINCARD_TRY(checkPages(session, d->location));
    if (schema < migrator.newest()) {
        if (schema > 0 && !d->location.isServer()) {
            BINCARD_ASSIGN(path, copyAside(session, d->location, schema));
            d->backupPath = path;
        }
        BINCARD_TRY(build(session, d->accumulator, migrator, schema == 0, mode == OpenMode::CreateBare));
    }
    BINCARD_TRY(d->accumulator.upgrade());
    if (mode == OpenMode::CreateDemo) {
        BINCARD_ASSIGN(present, d->documents.list({}));
        BINCARD_ASSIGN(demo, d->catalog.partners());
        const bool begun =
            std::any_of(demo.begin(), demo.end(), [](const Partner &it) { return it.code == u"UMBRELLA"; });
        if (!present.rows.isEmpty() && !begun)
            return Error(ErrorCode::Duplicate,
                {QT_TRANSLATE_NOOP("Error", "%1 holds documents already. The demo needs a book of its own."),
                    {shown(d->location)}});
        BINCARD_TRY(fillDemoBook(d->catalog, d->documents, d->ledger));
    }
    return {};
}

Result<BookInfo> OpenBook::info()
{
    BookInfo info;
    info.location = d->location;
    info.engine = d->connection->engineVersion();
    info.user = d->connection->user();
    info.backupPath = d->backupPath;
    info.journalMode = d->connection->journalMode();
    info.networkFolder = d->connection->onNetworkFolder();
    db::Migrator migrator(d->session);
    BINCARD_ASSIGN(schema, migrator.current());
    info.schema = schema;
    BINCARD_ASSIGN(rows, d->session.query(db::sql(d->session.dialect(), QStringLiteral("book_counts"))));
    if (rows.next()) {
        info.items = static_cast<int>(rows.integer(0));
        info.partners = static_cast<int>(rows.integer(1));
        info.warehouses = static_cast<int>(rows.integer(2));
        info.documents = static_cast<int>(rows.integer(3));
    }
    BINCARD_TRY(rows.finished());
    BINCARD_ASSIGN(registers, d->accumulator.list());
    info.registers = static_cast<int>(registers.size());
    BINCARD_ASSIGN(closed, d->accumulator.closedUntil());
    info.closedUntil = closed;
    BINCARD_ASSIGN(currency,
        d->session.query(db::sql(d->session.dialect(), QStringLiteral("setting_get")), {QStringLiteral("currency")}));
    if (currency.next())
        info.currency = currency.text(0);
    BINCARD_TRY(currency.finished());
    if (d->location.isServer()) {
        BINCARD_ASSIGN(bytes, d->session.query(QStringLiteral("SELECT pg_database_size(current_database())")));
        info.bytes = bytes.next() ? bytes.integer(0) : 0;
    } else {
        info.bytes = QFileInfo(d->location.path).size();
    }
    return info;
}

const BookLocation &OpenBook::location() const { return d->location; }
bool OpenBook::connectionLost() const { return d->session.connectionLost(); }

std::function<void()> OpenBook::interrupter()
{
    return [ending = &d->session.interrupter()] { ending->interrupt(); };
}

CatalogService &OpenBook::catalog() { return d->catalog; }
DocumentService &OpenBook::documents() { return d->documents; }
RegisterService &OpenBook::registers() { return d->registers; }
LedgerService &OpenBook::ledger() { return d->ledger; }
ReportService &OpenBook::reports() { return d->reports; }
ImportService &OpenBook::imports() { return d->imports; }

MovementImport &OpenBook::movementImport() { return d->movementImport; }

ClosingService &OpenBook::closing() { return d->closing; }
db::Session &OpenBook::session() { return d->session; }
Accumulator &OpenBook::accumulator() { return d->accumulator; }

} // namespace bincard
