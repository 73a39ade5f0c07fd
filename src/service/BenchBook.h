// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/OpenBook.h"

#include <QTemporaryDir>

#include <optional>

namespace bincard {

/// The throw-away book of a measurement: a file in a folder of its own beside the book named, or a database of its own
/// on that server. Gone with the object.
class BenchBook
{
public:
    [[nodiscard]] static Result<std::unique_ptr<BenchBook>> make(const std::optional<BookLocation> &beside);
    ~BenchBook();
    BenchBook(const BenchBook &) = delete;
    BenchBook &operator=(const BenchBook &) = delete;

    [[nodiscard]] OpenBook &book() { return *m_book; }
    [[nodiscard]] const BookLocation &location() const { return m_location; }
    [[nodiscard]] QString place() const { return m_place; }
    /// A folder for files that the measurement needs, on the same disk where the book is a file.
    [[nodiscard]] QString folder() const { return m_folder->path(); }

private:
    BenchBook() = default;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<BookLocation> m_server; ///< where the database was made
    BookLocation m_location;
    QString m_place;
    std::unique_ptr<OpenBook> m_book;
};

} // namespace bincard
