// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Console.h"
#include "service/OpenBook.h"

#include <QJsonObject>

#include <memory>

namespace bincard::cli {

/// What a command works with: the console, the common options and the book, which is opened when it is first asked for.
class Context
{
public:
    Context(Console &console, QString bookUrl, bool json)
        : m_console(console)
        , m_bookUrl(std::move(bookUrl))
        , m_json(json)
    {}

    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] bool json() const { return m_json; }
    /// What --book or BINCARD_BOOK says; empty if neither is there.
    [[nodiscard]] const QString &bookUrl() const { return m_bookUrl; }

    /// Opens it, and again after its connection was lost; what was answered before is then gone. bookFailed() tells
    /// afterwards whether it was the first opening that failed (exit code 3).
    [[nodiscard]] Result<OpenBook *> book(OpenMode mode = OpenMode::Existing);
    [[nodiscard]] bool bookFailed() const { return m_bookFailed; }

    /// One operation on the book: cli/Operations.h.
    [[nodiscard]] Result<QJsonObject> perform(const QString &operation, QJsonObject request);

private:
    Console &m_console;
    QString m_bookUrl;
    bool m_json;
    std::unique_ptr<OpenBook> m_book;
    bool m_bookFailed = false;
};

} // namespace bincard::cli
