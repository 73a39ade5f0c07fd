// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/BookLocation.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace bincard {

Result<BookLocation> BookLocation::parse(const QString &text)
{
    BookLocation location;
    const bool server = text.startsWith(u"postgresql://") || text.startsWith(u"postgres://");
    if (!server) {
        if (text.trimmed().isEmpty())
            return Error::validation(QStringLiteral("book"), {QT_TRANSLATE_NOOP("Error", "No book is named."), {}});
        if (text.contains(u"://") && !text.startsWith(u"file://"))
            return Error::validation(QStringLiteral("book"),
                {QT_TRANSLATE_NOOP("Error",
                     "\"%1\" is neither a file nor an address such as "
                     "postgresql://user@host:5432/database."),
                    {text}});
        const QString local = text.startsWith(u"file://") ? QUrl(text).toLocalFile() : text;
        location.path = QFileInfo(local).absoluteFilePath();
        return location;
    }
    const QUrl url(text, QUrl::StrictMode);
    const QString database = url.path(QUrl::FullyDecoded).mid(1);
    if (!url.isValid() || database.isEmpty() || database.contains(u'/'))
        return Error::validation(QStringLiteral("book"),
            {QT_TRANSLATE_NOOP("Error",
                 "\"%1\" is not an address such as "
                 "postgresql://user@host:5432/database."),
                {url.toDisplayString(QUrl::RemovePassword)}});
    location.kind = Kind::Server;
    location.database = database;
    location.port = url.port(5432);
    location.user = url.userName(QUrl::FullyDecoded);
    location.password = url.password(QUrl::FullyDecoded);
    location.host = url.host(QUrl::FullyDecoded);
    QStringList options;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == u"host")
            location.host = value; // a socket directory cannot stand in the host part of a URL
        else
            options << key + u'=' + value;
    }
    location.options = options.join(u';');
    return location;
}

QString BookLocation::toString() const
{
    if (kind == Kind::File)
        return path;
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(user);
    const bool socket = host.startsWith(u'/');
    url.setHost(socket ? QString() : host);
    if (port != 5432)
        url.setPort(port);
    url.setPath(u'/' + database);
    QUrlQuery query;
    if (socket)
        query.addQueryItem(QStringLiteral("host"), host);
    for (const QString &option : options.split(u';', Qt::SkipEmptyParts))
        query.addQueryItem(option.section(u'=', 0, 0), option.section(u'=', 1));
    url.setQuery(query);
    return url.toString();
}

QString BookLocation::displayName() const
{
    if (kind == Kind::File)
        return QFileInfo(path).fileName();
    return host.isEmpty() || host.startsWith(u'/') ? database : database + QStringLiteral(" @ ") + host;
}

} // namespace bincard
