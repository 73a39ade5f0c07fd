// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ReportPeriod.h"
#include "service/CatalogService.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace bincard {

class DateEdit;

/// A period: one of the usual ones, or from and to. Changing a date makes it a period of one's own.
class PeriodBar : public QWidget
{
    Q_OBJECT
public:
    explicit PeriodBar(QWidget *parent = nullptr);

    /// What "this month" and "all postings" mean; keeps the period shown.
    void setCalendar(QDate today, const DateRange &posted);
    void setRange(const DateRange &range);
    void setPreset(PeriodPreset preset);
    [[nodiscard]] DateRange range() const;
    [[nodiscard]] PeriodPreset preset() const;

signals:
    void changed(); ///< by the person, to a valid period

private:
    void choosePreset();
    void takeDates();

    QDate m_today;
    DateRange m_posted;
    QComboBox *m_presets;
    DateEdit *m_from;
    DateEdit *m_to;
};

/// Grouping by item, category and warehouse, in any order.
class GroupingBox : public QWidget
{
    Q_OBJECT
public:
    explicit GroupingBox(QWidget *parent = nullptr);

    [[nodiscard]] QList<Grouping> grouping() const;
    void setGrouping(const QList<Grouping> &groupBy);

signals:
    void changed();

private:
    QComboBox *m_box;
};

/// The row of filters: always visible, cleared by Esc or its button.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    enum Field { Text = 1, Warehouse = 2, Category = 4 };
    Q_DECLARE_FLAGS(Fields, Field)

    explicit FilterBar(Fields fields, QWidget *parent = nullptr);

    void setCatalog(const CatalogSnapshot &catalog); ///< keeps what is chosen
    [[nodiscard]] StockFilter filter() const;
    void setText(const QString &text);
    void setWarehouse(const QString &code);
    void setCategory(const QString &code);
    void addWidget(QWidget *widget);  ///< further filters, before the button that clears
    void addBefore(QWidget *widget);  ///< before all of them
    void setExtraActive(bool active); ///< a further filter is set
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString warehouse() const;
    [[nodiscard]] QString category() const;
    void clear();
    void focus();
    [[nodiscard]] QLineEdit *edit() const { return m_text; }

signals:
    void changed();
    void cleared();

private:
    void choose(QComboBox *box, const QString &code);
    void update();

    QHBoxLayout *m_layout;
    QLineEdit *m_text;
    QComboBox *m_warehouse;
    QComboBox *m_category;
    QToolButton *m_clear;
    bool m_extraActive = false;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(FilterBar::Fields)

} // namespace bincard
