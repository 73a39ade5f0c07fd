// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "service/DocumentService.h"
#include "service/UnitOfWork.h"
#include "store/CatalogStore.h"
#include "store/DocumentStore.h"

#include <QCoreApplication>

namespace bincard {

Result<QList<Availability>> DocumentService::availability(
    const QString &warehouse, const QStringList &items, QDate from, const QUuid &except)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    DocumentStore store(m_session);
    BINCARD_ASSIGN(place, CatalogStore(m_session).find<Warehouse>(warehouse));
    if (!place)
        return Error::validation(QStringLiteral("warehouse"),
            {QT_TRANSLATE_NOOP("Error", "There is no warehouse \"%1\"."), {warehouse.left(60)}});
    if (!from.isValid())
        return Error::validation(QStringLiteral("date"), {QT_TRANSLATE_NOOP("Error", "A posting date is needed."), {}});
    QStringList keys;
    QList<Availability> answer;
    for (const QString &item : items) {
        if (keys.contains(codeKey(item)))
            continue;
        keys << codeKey(item);
        Availability entry;
        entry.item = item;
        entry.lowestOn = from;
        answer << entry;
    }
    BINCARD_ASSIGN(found, store.itemsByKeys(keys));
    QString own;
    if (!except.isNull()) {
        BINCARD_ASSIGN(kind, store.kindOf(except));
        Document document;
        document.id = except;
        document.kind = kind.value_or(document.kind);
        own = kind ? document.recorder() : QString();
    }
    QList<QList<QVariant>> dimensions;
    QList<qsizetype> places; // in the answer, of each key asked for
    for (qsizetype i = 0; i < answer.size(); ++i) {
        const Item item = found.value(keys.at(i));
        answer[i].service = item.service;
        if (!item.id.isValid() || item.service)
            continue; // of what does not exist nothing is there
        dimensions << QList<QVariant>{place->id.value, item.id.value};
        places << i;
    }
    if (dimensions.isEmpty())
        return answer;
    BINCARD_ASSIGN(inventory, m_accumulator.use(QStringLiteral("inventory")));
    BINCARD_ASSIGN(lowest, inventory.lowestBalances(dimensions, from, own));
    for (qsizetype i = 0; i < lowest.size(); ++i) {
        answer[places.at(i)].available = lowest.at(i).lowest;
        answer[places.at(i)].lowestOn = lowest.at(i).date;
    }
    return answer;
}

} // namespace bincard
