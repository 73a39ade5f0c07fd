// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ImportPlan.h"

#include <QHash>

namespace bincard {

/// The items, partners and warehouses that the rows of a file name: those of the book, and those still to be made.
class ImportCollector
{
public:
    ImportCollector(const ImportRequest &request, const CatalogSnapshot &catalog, ImportPlan &plan);

    /// What is wrong with the request against this book: services that keep stock in it, a constant warehouse it does
    /// not have.
    [[nodiscard]] QList<Problem> problems() const { return m_problems; }

    /// All answer an index into the plan. Codes are compared whatever the case; a new code is a new row.
    [[nodiscard]] int item(const QString &code);
    [[nodiscard]] int partner(const QString &code);
    [[nodiscard]] int walkInPartner();
    /// -1: no such warehouse; an empty code means the constant, or the warehouse that the book had first.
    [[nodiscard]] int warehouse(const QString &code) const;

    void namePartner(int partner, const QString &name);
    void usePartner(int partner, bool asSupplier);
    /// A row about the item: a line that `sells` names it better than any other.
    void describeItem(int item, const QString &description, const QString &unit, Decimal price, bool sells);
    /// Fills names and list prices of the new items, names of the new partners.
    void finish();

private:
    struct Seen
    {
        bool namedBySale = false;
        QHash<qint64, int> prices; ///< how often each price above zero stands in the file
        qint64 mostFrequent = 0;
        int times = 0;
    };

    void addDefaultWarehouse();

    const ImportRequest &m_request;
    ImportPlan &m_plan;
    QHash<QString, int> m_items, m_partners, m_warehouses;
    QHash<QString, bool> m_services;
    QList<Seen> m_seen;
    QList<Problem> m_problems;
    int m_defaultWarehouse = -1;
    int m_walkIn = -1;
};

} // namespace bincard
