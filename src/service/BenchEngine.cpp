// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchEngine.h"

#include "service/BenchBare.h"
#include "service/BenchMovements.h"

#include <QUuid>

namespace bincard::bench {

EngineSuite::~EngineSuite()
{
    for (const QString &name : m_peerRegisters) {
        // A register left behind does no harm and is named for what it was.
        const Result<void> dropped = m_peer->drop(name);
        Q_UNUSED(dropped)
    }
}

Result<void> EngineSuite::prepare()
{
    BINCARD_TRY(engine().closePeriod(dayOf(-1)));
    if (!m_request.peer)
        return {};
    if (!isPostgres()) {
        m_notes << QStringLiteral("The peer is measured beside a book on the same PostgreSQL server only.");
        return {};
    }
    BINCARD_ASSIGN(peer, Peer::open(*m_request.peer));
    BINCARD_ASSIGN(version, peer->version());
    if (version.isEmpty()) {
        m_notes << QStringLiteral("The peer is not measured: %1 does not have the extension pg_accumulator.")
                       .arg(m_request.peer->displayName());
        return {};
    }
    m_peerName = QStringLiteral("pg_accumulator ") + version;
    m_peer = std::move(peer);
    return {};
}

Result<void> EngineSuite::makeRegister(const QString &name)
{
    BINCARD_TRY(engine().create(engineDefinition(name)));
    BINCARD_TRY(BareJournal::make(session(), name));
    BINCARD_ASSIGN(made, engine().use(name));
    BINCARD_TRY(made.post(openingStock()));
    for (int number = 0; number < earlier(); ++number)
        BINCARD_TRY(made.post(earlierBatch(number)));
    return {};
}

Result<QString> EngineSuite::makePeerRegister(const QString &name, Peer::Kind kind)
{
    const QString unique = name + u'_' + QUuid::createUuid().toString(QUuid::Id128).left(8);
    BINCARD_TRY(m_peer->make(unique, kind));
    m_peerRegisters << unique;
    BINCARD_TRY(m_peer->post(unique, openingStock()));
    for (int number = 0; number < earlier(); ++number)
        BINCARD_TRY(m_peer->post(unique, earlierBatch(number)));
    return unique;
}

QList<BenchRow> EngineSuite::besideUpkeep(
    const BenchRow &row, Decimal upkeep, Decimal bare, std::optional<Decimal> peer) const
{
    BenchRow byHand = row;
    byHand.name = QStringLiteral("by hand, without rules: ") + row.name;
    byHand.figure = upkeep;
    QList<BenchRow> rows{beside(row, QStringLiteral("the same totals by hand, without rules"), upkeep),
        beside(byHand, bareInsert, bare)};
    if (peer)
        rows << beside(byHand, m_peerName, *peer);
    return rows;
}

} // namespace bincard::bench
