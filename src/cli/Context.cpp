// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Context.h"

#include "cli/Operations.h"

#include <QCoreApplication>

namespace bincard::cli {

namespace {

Result<std::unique_ptr<OpenBook>> opened(const QString &url, OpenMode mode)
{
    if (url.isEmpty())
        return Error(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error",
                 "No book is named. Give --book FILE, --book postgresql://user@host/database, "
                 "or set BINCARD_BOOK."),
                {}});
    BINCARD_ASSIGN(location, BookLocation::parse(url));
    return OpenBook::open(location, mode);
}

/// These say that the book was reached and that what was asked of it makes no sense there.
bool isRefusal(ErrorCode code) { return code == ErrorCode::Duplicate; }

} // namespace

Result<OpenBook *> Context::book(OpenMode mode)
{
    // A lost connection was told to whom it met; who asks on, as a batch does, gets a new one.
    const bool again = m_book && m_book->connectionLost();
    if (m_book && !again)
        return m_book.get();
    Result<std::unique_ptr<OpenBook>> book = opened(m_bookUrl, again ? OpenMode::Existing : mode);
    if (!book) {
        m_bookFailed = !again && !isRefusal(book.error().code());
        return book.error();
    }
    m_book = std::move(book).value();
    return m_book.get();
}

Result<QJsonObject> Context::perform(const QString &operation, QJsonObject request)
{
    BINCARD_ASSIGN(open, book());
    request.insert(QStringLiteral("op"), operation);
    return Operations(*open).perform(request);
}

} // namespace bincard::cli
