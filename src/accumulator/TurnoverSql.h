// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "accumulator/Interval.h"
#include "accumulator/KnownOn.h"
#include "accumulator/Layout.h"

namespace bincard::accumulator {

/// The one builder behind turnovers and balances at a date. Columns: the group, the bucket if there is a granularity,
/// then opening, receipts and issues of each resource.
class TurnoverSql
{
public:
    /// `group`: the columns by name, joined; `selected`: the same as they are selected from totals or movements;
    /// `condition`: " AND ..." on dimensions with its values.
    TurnoverSql(const Layout &layout, QString group, QString selected, QString condition, db::Values conditionValues,
        Granularity by);

    /// Takes out what was recorded later.
    void setKnown(Known known) { m_known = std::move(known); }
    /// Leaves out groups that close at zero, whatever came and went in them.
    void setOnlyOpen(bool only) { m_onlyOpen = only; }
    /// " ORDER BY ..." in the terms of figure(), and the number of rows (0: all).
    void setOrder(QString order, int limit);
    /// "opening", "receipts", "issues", "net" or "closing" of a resource, as an order may name it.
    [[nodiscard]] QString figure(const QString &name, int resource) const;

    struct Statement
    {
        QString sql;
        db::Values values;
    };
    [[nodiscard]] Statement over(const Interval &interval) const;

private:
    enum class Part { Opening, Turnover };
    void addPiece(
        const Piece &piece, Part part, QStringList &selects, db::Values &values, bool recordedLater = false) const;
    void addPieces(const Interval &interval, Level coarsest, Part part, QStringList &selects, db::Values &values) const;
    [[nodiscard]] QString bucket(const Piece &piece) const;
    [[nodiscard]] QString grouped(const QString &all) const;
    [[nodiscard]] QString bucketed(const QString &all) const;
    /// "opening", "receipts", "issues": a column that no dimension can be called like.
    [[nodiscard]] static QString figure(const char *name, int index);
    [[nodiscard]] QString figures(const QString &form) const;
    [[nodiscard]] QString anyFigure(const QString &form, bool withOpening) const;

    const Layout &m_layout;
    QString m_group;
    QString m_selected;
    QString m_condition;
    db::Values m_conditionValues;
    Granularity m_by;
    Known m_known;
    bool m_onlyOpen = false;
    QString m_order;
    int m_limit = 0;
};

} // namespace bincard::accumulator
