// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/SqlCatalog.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QMutex>

namespace bincard::db {

namespace {

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString withoutComments(const QString &text)
{
    QStringList lines;
    const QStringList all = text.split(u'\n');
    for (const QString &line : all) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith(u"--"))
            lines << line;
    }
    return lines.join(u'\n');
}

QString sql(const Dialect &dialect, const QString &name)
{
    static QMutex mutex;
    static QHash<QString, QString> cache;
    const QString key = dialect.name() + u'/' + name;
    const QMutexLocker lock(&mutex);
    auto found = cache.constFind(key);
    if (found != cache.constEnd())
        return *found;
    QString text = read(QStringLiteral(":/sql/%1/%2.sql").arg(dialect.name(), name));
    if (text.isEmpty())
        text = read(QStringLiteral(":/sql/common/%1.sql").arg(name));
    if (text.isEmpty())
        qFatal("There is no statement named %s", qPrintable(name));
    return *cache.insert(key, dialect.expand(withoutComments(text)));
}

QStringList sqlNames(const Dialect &dialect)
{
    QStringList names;
    for (const QString &folder : {QStringLiteral("common"), dialect.name()}) {
        const QStringList files = QDir(QStringLiteral(":/sql/") + folder).entryList({QStringLiteral("*.sql")});
        for (const QString &file : files)
            names << file.chopped(4);
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace bincard::db
