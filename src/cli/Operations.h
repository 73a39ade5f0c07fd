// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QUuid>

namespace bincard {
class OpenBook;
}

namespace bincard::cli {

/// What the command line can do to a book, as JSON requests and answers: design section 4. `batch` hands its lines over
/// as they are; the other commands make the same requests of their options, so that both ways always agree.
/// One method call = one transaction. Belongs to the thread of the book.
class Operations
{
public:
    explicit Operations(OpenBook &book) : m_book(book) {}

    /// {"op":"balance","register":"inventory",...}. A `request_id` makes a repetition of a change harmless.
    [[nodiscard]] Result<QJsonObject> perform(const QJsonObject &request);
    /// The ops there are, sorted.
    [[nodiscard]] static QStringList names();

private:
    OpenBook &m_book;
};

} // namespace bincard::cli
