// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/LivePage.h"
#include "support/gui/PageStage.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bincard::test {

/// The Live data page by itself on a book.
class LiveDesk : public PageStage
{
public:
    explicit LiveDesk(TestBook &book);

    [[nodiscard]] bool go(const QVariantMap &arguments);
    [[nodiscard]] bool settle() { return PageStage::settle(*page); }
    /// "MAIN WDG-A1 420" of every row of balances: codes and the first figure.
    [[nodiscard]] QStringList balances() const;
    /// The same of what is lit, with its mark.
    [[nodiscard]] QStringList lit() const;
    [[nodiscard]] QString newestRecorder() const;

    std::unique_ptr<LivePage> page;
};

/// The register `stock`: quantity and weight of things on shelves.
[[nodiscard]] QJsonObject stockDefinition();
/// A movement of it, on 18 April 2026.
[[nodiscard]] QJsonObject stockMovement(
    const QString &recorder, int shelf, const QString &thing, const QString &quantity);
/// What the book has against it; empty: posted.
[[nodiscard]] QByteArray postToStock(OpenBook &book, const QJsonArray &movements);

} // namespace bincard::test

/// Declares `book`, with the register `stock`, and a LiveDesk `desk` on it.
#define BINCARD_LIVE_DESK                                      \
    BINCARD_TEST_BOOK(book, OpenMode::Create);                 \
    BINCARD_GOOD(book->registers().create(stockDefinition())); \
    bincard::test::LiveDesk desk(book)
