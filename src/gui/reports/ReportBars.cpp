// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/ReportBars.h"

#include "gui/DateEdit.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "models/ReportTree.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace bincard {

namespace {

constexpr int visibleChoices = 20;
constexpr int narrowestFilter = 200;

QHBoxLayout *rowLayout(QWidget *widget)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    return layout;
}

} // namespace

PeriodBar::PeriodBar(QWidget *parent)
    : QWidget(parent)
    , m_presets(new QComboBox)
    , m_from(new DateEdit)
    , m_to(new DateEdit)
{
    for (const PeriodPreset preset : periodPresets())
        m_presets->addItem(title(preset), static_cast<int>(preset));
    m_presets->setAccessibleName(tr("Period"));
    m_presets->setToolTip(tr("Usual periods"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_presets->setMinimumWidth(22 * Theme::grid); // narrower than its longest entry where there is no room
    auto *layout = rowLayout(this);
    layout->addWidget(m_presets);
    layout->addWidget(m_from);
    layout->addWidget(new QLabel(QStringLiteral("–")));
    layout->addWidget(m_to);
    connect(m_presets, &QComboBox::activated, this, &PeriodBar::choosePreset);
    connect(m_from, &DateEdit::dateEdited, this, &PeriodBar::takeDates);
    connect(m_to, &DateEdit::dateEdited, this, &PeriodBar::takeDates);
}

void PeriodBar::setCalendar(QDate today, const DateRange &posted)
{
    m_today = today;
    m_posted = posted;
}

DateRange PeriodBar::range() const { return {m_from->date(), m_to->date()}; }

PeriodPreset PeriodBar::preset() const { return static_cast<PeriodPreset>(m_presets->currentData().toInt()); }

void PeriodBar::setRange(const DateRange &range)
{
    m_from->setDate(range.from);
    m_to->setDate(range.to);
    m_from->setProblem(false);
    m_to->setProblem(false);
    // The preset that was chosen stays chosen where several mean the same days.
    if (rangeOf(preset(), m_today, m_posted) != range)
        m_presets->setCurrentIndex(m_presets->findData(static_cast<int>(presetOf(range, m_today, m_posted))));
}

void PeriodBar::setPreset(PeriodPreset preset)
{
    m_presets->setCurrentIndex(m_presets->findData(static_cast<int>(preset)));
    if (preset != PeriodPreset::Custom)
        setRange(rangeOf(preset, m_today, m_posted));
}

void PeriodBar::choosePreset()
{
    if (preset() == PeriodPreset::Custom) {
        m_from->setFocus();
        m_from->selectAll();
        return;
    }
    setRange(rangeOf(preset(), m_today, m_posted));
    emit changed();
}

void PeriodBar::takeDates()
{
    const DateRange dates = range();
    // The wrong way round is marked where it stands; what is shown stays.
    const bool turned = dates.from.isValid() && dates.to.isValid() && dates.to < dates.from;
    m_to->setProblem(turned || !m_to->isReadable());
    m_to->setToolTip(turned ? tr("This is before the first day.") : QString());
    m_presets->setCurrentIndex(m_presets->findData(static_cast<int>(presetOf(dates, m_today, m_posted))));
    if (dates.isValid())
        emit changed();
}

GroupingBox::GroupingBox(QWidget *parent) : QWidget(parent), m_box(new QComboBox)
{
    qsizetype levels = 1;
    for (const QList<Grouping> &choice : groupingChoices()) {
        if (choice.size() != levels)
            m_box->insertSeparator(m_box->count());
        levels = choice.size();
        m_box->addItem(groupingTitle(choice), groupingCode(choice));
    }
    m_box->setMaxVisibleItems(visibleChoices);
    m_box->setAccessibleName(tr("Group by"));
    m_box->setMinimumWidth(15 * Theme::grid);
    auto *label = new QLabel(tr("Group b&y"));
    label->setBuddy(m_box);
    auto *layout = rowLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, &GroupingBox::changed);
}

QList<Grouping> GroupingBox::grouping() const { return groupingFromCode(m_box->currentData().toString()); }

void GroupingBox::setGrouping(const QList<Grouping> &groupBy)
{
    const int index = m_box->findData(groupingCode(groupBy));
    if (index >= 0)
        m_box->setCurrentIndex(index);
}

FilterBar::FilterBar(Fields fields, QWidget *parent)
    : QWidget(parent)
    , m_layout(rowLayout(this))
    , m_text(new QLineEdit(this))
    , m_warehouse(new QComboBox(this))
    , m_category(new QComboBox(this))
    , m_clear(new QToolButton(this))
{
    m_text->setPlaceholderText(tr("Filter by SKU, name or barcode (Ctrl+F)"));
    m_text->setAccessibleName(tr("Filter items"));
    m_text->setMinimumWidth(narrowestFilter);
    m_text->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_warehouse->addItem(tr("All warehouses"), QString());
    m_warehouse->setAccessibleName(tr("Warehouse"));
    m_category->addItem(tr("All categories"), QString());
    m_category->setAccessibleName(tr("Category"));
    m_clear->setIcon(icon(QStringLiteral("clear")));
    m_clear->setText(tr("Clear the filters"));
    m_clear->setToolTip(tr("Clear the filters (Esc)"));
    m_clear->setAutoRaise(true);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_warehouse);
    m_layout->addWidget(m_category);
    m_layout->addWidget(m_clear);
    if (!fields.testFlag(Text)) {
        m_text->hide();
        m_layout->addStretch(1);
    }
    m_warehouse->setVisible(fields.testFlag(Warehouse));
    m_category->setVisible(fields.testFlag(Category));
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        update();
        emit changed();
    });
    for (QComboBox *box : {m_warehouse, m_category}) {
        box->setMaxVisibleItems(visibleChoices);
        connect(box, &QComboBox::activated, this, [this] {
            update();
            emit changed();
        });
    }
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    update();
}

void FilterBar::setCatalog(const CatalogSnapshot &catalog)
{
    const auto fill = [this](QComboBox *box, const auto &rows) {
        const QString chosen = box->currentData().toString();
        while (box->count() > 1)
            box->removeItem(1);
        auto sorted = rows;
        std::sort(sorted.begin(), sorted.end(),
            [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
        for (const auto &row : sorted)
            box->addItem(row.name, row.code);
        choose(box, chosen);
    };
    fill(m_warehouse, catalog.warehouses);
    fill(m_category, catalog.categories);
    update();
}

/// A code that the catalog does not have yet (it is still loading) is kept as it is.
void FilterBar::choose(QComboBox *box, const QString &code)
{
    if (box->findData(code) < 0)
        box->addItem(code, code);
    box->setCurrentIndex(box->findData(code));
}

StockFilter FilterBar::filter() const
{
    StockFilter filter;
    filter.text = text();
    if (!warehouse().isEmpty())
        filter.warehouses = {warehouse()};
    if (!category().isEmpty())
        filter.categories = {category()};
    return filter;
}

void FilterBar::setText(const QString &text)
{
    const QSignalBlocker quiet(m_text);
    m_text->setText(text);
    update();
}

void FilterBar::setWarehouse(const QString &code)
{
    choose(m_warehouse, code);
    update();
}

void FilterBar::setCategory(const QString &code)
{
    choose(m_category, code);
    update();
}

void FilterBar::addWidget(QWidget *widget) { m_layout->insertWidget(m_layout->indexOf(m_clear), widget); }

void FilterBar::addBefore(QWidget *widget) { m_layout->insertWidget(0, widget); }

void FilterBar::setExtraActive(bool active)
{
    m_extraActive = active;
    update();
}

bool FilterBar::isActive() const
{
    return m_extraActive || !text().isEmpty() || !warehouse().isEmpty() || !category().isEmpty();
}

QString FilterBar::text() const { return m_text->text().trimmed(); }

QString FilterBar::warehouse() const { return m_warehouse->currentData().toString(); }

QString FilterBar::category() const { return m_category->currentData().toString(); }

void FilterBar::clear()
{
    if (!isActive())
        return;
    setText({});
    setWarehouse({});
    setCategory({});
    m_extraActive = false;
    emit cleared();
    update();
    emit changed();
}

void FilterBar::focus()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::update()
{
    m_clear->setEnabled(isActive());
    // A filter that is set stands out, also for who does not see its colour: its text is bold.
    for (QComboBox *box : {m_warehouse, m_category}) {
        QFont own = box->font();
        own.setBold(!box->currentData().toString().isEmpty());
        box->setFont(own);
    }
}

} // namespace bincard
