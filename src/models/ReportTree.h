// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/CatalogService.h"
#include "service/ReportService.h"

#include <QHash>
#include <QSet>

namespace bincard {

/// What a report needs to know of the catalog to complete its rows; made once per answer. GUI thread.
class ReportCatalog
{
public:
    ReportCatalog() = default;
    explicit ReportCatalog(const CatalogSnapshot &snapshot);

    /// Fills what the grouping left empty but the item says: category, reorder point, unit.
    void complete(StockGroup &group) const;
    /// The unit that every stocked item has; empty when they differ.
    [[nodiscard]] const QString &commonUnit() const { return m_commonUnit; }
    [[nodiscard]] int commonUnitDecimals() const { return m_commonDecimals; }
    /// Active stocked items that have a reorder point and pass the filter (a category includes the ones below it).
    [[nodiscard]] QList<Item> reorderItems(const StockFilter &filter) const;
    [[nodiscard]] QString categoryName(const QString &code) const;

private:
    [[nodiscard]] bool isWithin(const QString &category, const QStringList &wanted) const;

    QHash<QString, Item> m_items;
    QHash<QString, Category> m_categories;
    QString m_commonUnit;
    int m_commonDecimals = 0;
};

/// A row of a report before it is grouped: its group and its figures, each report's in an order of its own.
struct ReportLine
{
    StockGroup group;
    QList<Decimal> figures;
};

/// One line of a grouped report: a section with the sums of what stands below it, or a leaf.
struct ReportNode
{
    StockGroup group;                ///< a section knows its own level and the ones above it
    Grouping level = Grouping::Item; ///< what this line is about
    int depth = 0;
    int parent = -1; ///< index in the list; -1 at the top
    QList<int> children;
    QList<Decimal> figures;
    QString unit; ///< of the quantities; empty when they are of several units
    int unitDecimals = 0;
    QString key; ///< the codes from the top, stable over a reload

    [[nodiscard]] bool isLeaf() const { return children.isEmpty(); }
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString name() const; ///< translated where there is none ("No category")
};

/// Groups lines by `groupBy`, first level outermost; the lines must carry all of these levels. Nodes come in the order
/// of the lines, a section before what it sums. Validation when a sum leaves 18 digits.
[[nodiscard]] Result<QList<ReportNode>> reportTree(
    const QList<ReportLine> &lines, const QList<Grouping> &groupBy, const ReportCatalog &catalog);

/// Every way of grouping that a person can choose: single levels first, then pairs, then all three.
[[nodiscard]] QList<QList<Grouping>> groupingChoices();
[[nodiscard]] QString code(Grouping grouping);                       ///< "item", "category", "warehouse"
[[nodiscard]] QString groupingCode(const QList<Grouping> &groupBy);  ///< "warehouse,item": of AppContext::go()
[[nodiscard]] QList<Grouping> groupingFromCode(const QString &code); ///< empty if it is none
[[nodiscard]] QString groupingTitle(const QList<Grouping> &groupBy); ///< translated: "Warehouse › Item"

} // namespace bincard
