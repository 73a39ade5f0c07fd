// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <optional>

namespace bincard {

/// A row of the document list.
struct DocumentSummary
{
    QUuid id;
    DocumentKind kind = DocumentKind::SalesOrder;
    DocumentState state = DocumentState::Draft;
    QString number;
    QDate date;
    QString partner, partnerName, warehouse, warehouseTo, note;
    int lines = 0;
    Decimal total{0, amountScale};
    int version = 0;
};

struct DocumentFilter
{
    QList<DocumentKind> kinds; ///< empty: all; likewise below
    QList<DocumentState> states;
    QString partner;
    QString warehouse; ///< from it or to it
    QString item;      ///< has a line with it
    QString text;      ///< in number, partner's name or code, note; whatever the case
    std::optional<QDate> from, to;
    int limit = 500; ///< 1..100000
    QString after;   ///< cursor of the page before; newest first, by (date, number, id)
};

struct DocumentPage
{
    QList<DocumentSummary> rows;
    QString next;
};

struct HistoryEntry
{
    int version = 0;
    QString action; ///< created, changed, posted, unposted, reposted
    QString at;     ///< UTC, ISO
    QString by;
};

} // namespace bincard
