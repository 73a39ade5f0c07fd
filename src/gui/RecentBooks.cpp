// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/RecentBooks.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace bincard {

namespace {
const QString settingsKey = QStringLiteral("books/recent");
constexpr qsizetype booksRemembered = 10;
} // namespace

QList<BookLocation> RecentBooks::list()
{
    QList<BookLocation> books;
    const QStringList texts = QSettings().value(settingsKey).toStringList();
    for (const QString &text : texts) {
        if (const auto location = BookLocation::parse(text); location.ok())
            books << *location;
    }
    return books;
}

void RecentBooks::add(const BookLocation &location)
{
    QSettings settings;
    QStringList texts = settings.value(settingsKey).toStringList();
    texts.removeAll(location.toString());
    texts.prepend(location.toString());
    settings.setValue(settingsKey, texts.mid(0, booksRemembered));
}

void RecentBooks::remove(const BookLocation &location)
{
    QSettings settings;
    QStringList texts = settings.value(settingsKey).toStringList();
    texts.removeAll(location.toString());
    settings.setValue(settingsKey, texts);
}

BookLocation demoBookLocation()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    BookLocation location;
    location.path = folder.filePath(QStringLiteral("demo.bincard"));
    return location;
}

} // namespace bincard
