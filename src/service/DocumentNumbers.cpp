// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentNumbers.h"

#include "domain/Document.h"
#include "service/OpenBook.h"
#include "store/DocumentStore.h"

namespace bincard {

Result<QHash<QString, QString>> documentNumbers(db::Session &session, const QStringList &recorders)
{
    QHash<QString, QUuid> documents;
    for (const QString &recorder : recorders) {
        if (const QUuid document = documentOf(recorder); !document.isNull())
            documents.insert(recorder, document);
    }
    QHash<QString, QString> named;
    if (documents.isEmpty())
        return named;
    DocumentStore store(session);
    BINCARD_ASSIGN(numbers, store.numbers(documents.values()));
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        if (const QString number = numbers.value(it.value()); !number.isEmpty())
            named.insert(it.key(), number);
    }
    return named;
}

Result<QHash<QString, QString>> documentNumbers(OpenBook &book, const QStringList &recorders)
{
    return documentNumbers(book.session(), recorders);
}

} // namespace bincard
