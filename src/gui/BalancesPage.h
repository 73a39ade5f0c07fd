// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reports/ReportPage.h"
#include "models/BalancesModel.h"

class QCheckBox;

namespace bincard {

class DateEdit;

/// On hand at the end of any day, grouped any way; Enter unfolds a row to what it is made of.
/// Arguments: at (ISO), warehouse, category, item, text, group ("warehouse,item"), below ("1": below reorder point only).
class BalancesPage : public ReportPage
{
    Q_OBJECT
public:
    explicit BalancesPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("balances"); }
    [[nodiscard]] QString title() const override { return tr("Balances"); }
    [[nodiscard]] QVariantMap place() const override;

    [[nodiscard]] const BalancesModel &model() const { return *m_model; }
    [[nodiscard]] DateEdit *dateEdit() const { return m_date; }
    [[nodiscard]] GroupingBox *groupingBox() const { return m_grouping; }
    [[nodiscard]] QCheckBox *belowBox() const { return m_below; }

protected:
    void take(const QVariantMap &arguments, bool first) override;
    void load() override;
    void open(int row) override;
    [[nodiscard]] QString exportName() const override;

private:
    struct Asked
    {
        BalanceQuery query;
        bool belowOnly = false;
    };

    void showReport(const BalancesReport &report, const Asked &asked);
    void groupByItemIfBelow();
    void showNote(bool futureMovements);
    [[nodiscard]] QString belowNote() const;
    void showColumns(const QList<Grouping> &groupBy);
    void followLink(const QString &href);

    BalancesModel *m_model;
    DateEdit *m_date;
    GroupingBox *m_grouping;
    QCheckBox *m_below;
    Generation m_generation;
    bool m_withFuture = false; ///< everything posted counts, whatever its date
};

} // namespace bincard
