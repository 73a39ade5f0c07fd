// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"
#include "service/OpenBook.h"
#include "support/TestDatabase.h"

namespace bincard::test {

/// A fresh book of either engine, gone with the object. Aborts the test program if it cannot be made.
class TestBook
{
public:
    explicit TestBook(const QString &engine, OpenMode mode = OpenMode::CreateDemo);

    [[nodiscard]] OpenBook &book() { return *m_book; }
    OpenBook *operator->() { return m_book.get(); }
    /// A further connection to the same book, as another program or another person has it. For the calling thread.
    [[nodiscard]] std::unique_ptr<OpenBook> another() const;
    [[nodiscard]] TestDatabase &database() { return m_database; }

    /// Every row of every table as text, sorted: equal dumps are equal books. Read over a connection of its own.
    [[nodiscard]] QStringList dump();

    /// A catalog row by its JSON, as `catalog upsert` takes it; aborts on an error.
    void upsert(const QString &kind, const QJsonObject &row);

private:
    TestDatabase m_database;
    std::unique_ptr<OpenBook> m_book;
};

/// Item, quantity, unit price.
struct TestLine
{
    const char *item;
    const char *quantity;
    const char *price = "0";
};

/// A new document of the demo book's catalog: ACME as customer where one is needed, EAST as destination.
[[nodiscard]] Document makeDocument(
    DocumentKind kind, const QString &date, const QString &warehouse, const QList<TestLine> &lines);

/// A sales order of three lines, `quantity` on the first, of what the demo book has in stock.
[[nodiscard]] Document demoOrder(const char *quantity = "10");

[[nodiscard]] Decimal quantityOf(const char *text);
[[nodiscard]] Decimal amountOf(const char *text);

/// The balance of the register `inventory` as "420.0000 105000.00"; at the end of `at`, or now where that is empty.
[[nodiscard]] QString stockOf(OpenBook &book, const QString &warehouse, const QString &item, const QString &at = {});

/// The active movements of a document as "warehouse item quantity amount", sorted.
[[nodiscard]] QStringList postingsOf(TestBook &book, const QString &registerName, const QString &recorder);

/// Of each problem the field, "field@line" where it has a line.
[[nodiscard]] QStringList places(const QList<Problem> &problems);

/// What went wrong, for QVERIFY2; empty where nothing did.
template <typename T>
[[nodiscard]] QByteArray reasonOf(const Result<T> &result)
{
    return result.ok() ? QByteArray()
                       : QByteArray(bincard::code(result.error().code()).toUtf8() + ": "
                           + result.error().message().english().toUtf8() + ' ' + result.error().technical().toUtf8());
}

} // namespace bincard::test

/// Fails the test with what the error says, unless the Result is good. Evaluates it once.
#define BINCARD_GOOD(result)                                        \
    do {                                                            \
        const QByteArray reason_ = bincard::test::reasonOf(result); \
        QVERIFY2(reason_.isEmpty(), reason_.constData());           \
    } while (false)
/// Declares a TestBook for the engine of the data row; skips the row, or fails it, where there is no server.
#define BINCARD_TEST_BOOK(name, ...)                                                 \
    QFETCH(QString, engine);                                                         \
    if (const QString why = bincard::test::whyUnavailable(engine); !why.isEmpty()) { \
        if (bincard::test::isRequired(engine))                                       \
            QFAIL(qPrintable(why));                                                  \
        QSKIP(qPrintable(why));                                                      \
    }                                                                                \
    bincard::test::TestBook name(engine __VA_OPT__(, ) __VA_ARGS__)
