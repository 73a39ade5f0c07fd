// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/QueryForm.h"

#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/grid/GridView.h"
#include "gui/query/GroupList.h"
#include "gui/query/MomentEdit.h"
#include "models/CatalogCache.h"
#include "models/RegisterColumns.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace bincard {

namespace {

constexpr int defaultLimit = 1000, mostRows = 100'000;
constexpr qsizetype groupedAtFirst = 3; ///< a register with more dimensions begins with the first only

QWidget *titled(const QString &title, QWidget *field)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid / 2);
    auto *label = new QLabel(title);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    return box;
}

} // namespace

QueryForm::QueryForm(AppContext &context, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_kinds(new QTabBar)
    , m_register(new QComboBox)
    , m_by(new QComboBox)
    , m_at(new MomentEdit)
    , m_from(new MomentEdit)
    , m_to(new MomentEdit)
    , m_knownOn(new MomentEdit(MomentUnit::Millisecond))
    , m_recorder(new QLineEdit)
    , m_activeOnly(new QCheckBox(tr("Active ones only")))
    , m_filterView(new GridView(m_filter))
    , m_orderView(new GridView(m_order))
    , m_groups(new GroupList)
    , m_limit(new QSpinBox)
{
    build();
    connectFields();
    takeCatalog();
    showKind();
}

void QueryForm::build()
{
    m_kinds->addTab(tr("&Balance"));
    m_kinds->addTab(tr("&Turnover"));
    m_kinds->addTab(tr("&Movements"));
    m_kinds->setExpanding(true);
    m_kinds->setObjectName(QStringLiteral("query.kind"));
    m_register->setObjectName(QStringLiteral("query.register"));
    m_at->setObjectName(QStringLiteral("query.at"));
    m_from->setObjectName(QStringLiteral("query.from"));
    m_to->setObjectName(QStringLiteral("query.to"));
    m_knownOn->setObjectName(QStringLiteral("query.knownOn"));
    m_recorder->setObjectName(QStringLiteral("query.recorder"));
    m_at->setPlaceholderText(tr("Everything posted"));
    m_at->setToolTip(
        tr("A day means its end; with a time, up to that second. Left empty, what is dated ahead counts, too."));
    m_from->setPlaceholderText(tr("The beginning"));
    m_to->setPlaceholderText(tr("The end"));
    m_to->setToolTip(tr("Included. A day means its end."));
    m_knownOn->setPlaceholderText(tr("Now"));
    m_knownOn->setToolTip(tr("As the books stood at that moment: only what had been recorded by then counts."));
    m_recorder->setPlaceholderText(tr("Any"));
    m_recorder->setClearButtonEnabled(true);
    m_activeOnly->setToolTip(tr("Without reversals and what they take back."));
    m_by->addItem(tr("The whole time"), QString());
    m_by->addItem(tr("Each day"), QStringLiteral("day"));
    m_by->addItem(tr("Each month"), QStringLiteral("month"));
    m_by->addItem(tr("Each year"), QStringLiteral("year"));
    m_limit->setRange(0, mostRows);
    m_limit->setSingleStep(100);
    m_limit->setGroupSeparatorShown(true);
    m_limit->setValue(defaultLimit);
    m_limit->setSpecialValueText(tr("All rows"));

    m_filter.setColumns(
        {{QStringLiteral("dimension"), tr("Dimension"), {.kind = GridCell::Kind::Choice, .placeholder = tr("Any")}},
            {QStringLiteral("value"), tr("is"), {}, tr("The same dimension twice means either.")}});
    m_order.setColumns(
        {{QStringLiteral("column"), tr("Column"), {.kind = GridCell::Kind::Choice, .placeholder = tr("As grouped")}},
            {QStringLiteral("direction"), tr("Direction"),
                {.kind = GridCell::Kind::Choice,
                    .choices = {
                        {QStringLiteral("asc"), tr("Upwards"), {}}, {QStringLiteral("desc"), tr("Downwards"), {}}}}}});
    m_filterView->setObjectName(QStringLiteral("query.filter"));
    m_filterView->setColumnWidths({9, 12}, {2, 3});
    m_filterView->setHeightByRows(2, 6);
    m_orderView->setObjectName(QStringLiteral("query.order"));
    m_orderView->setColumnWidths({12, 9}, {3, 2});
    m_orderView->setHeightByRows(2, 4);
    for (GridView *view : {m_filterView, m_orderView})
        view->verticalHeader()->hide();

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, Theme::grid, 0);
    layout->setSpacing(Theme::grid + Theme::grid / 2);
    m_fields = new QFormLayout;
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->addRow(tr("Register"), m_register);
    m_fields->addRow(tr("On"), m_at);
    m_fields->addRow(tr("From"), m_from);
    m_fields->addRow(tr("To"), m_to);
    m_fields->addRow(tr("Figures of"), m_by);
    m_fields->addRow(tr("Recorder"), m_recorder);
    m_fields->addRow(tr("As known on"), m_knownOn);
    m_fields->addRow(QString(), m_activeOnly);
    m_fields->addRow(tr("At most"), m_limit);
    m_grouping = titled(tr("A row for each"), m_groups);
    m_ordering = titled(tr("Order"), m_orderView);
    layout->addWidget(m_kinds);
    layout->addLayout(m_fields);
    layout->addWidget(titled(tr("Only where"), m_filterView));
    layout->addWidget(m_grouping);
    layout->addWidget(m_ordering);
    layout->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(36 * Theme::grid);
}

namespace {

/// Understood by either name; what the book is asked by is the register's own.
CatalogChoice choiceOf(const RegisterDefinition &definition, const QString &name)
{
    const QString title = fieldTitle(definition, name);
    return {name, title == name ? QString() : title, {}};
}

} // namespace

void QueryForm::connectFields()
{
    const auto tell = [this] {
        if (!m_filling)
            emit edited();
    };
    connect(m_kinds, &QTabBar::currentChanged, this, [this, tell] {
        showKind();
        tell();
    });
    connect(m_register, &QComboBox::currentIndexChanged, this, [this, tell] {
        if (m_filling)
            return;
        showRegister();
        tell();
    });
    for (MomentEdit *edit : {m_at, m_from, m_to, m_knownOn})
        connect(edit, &MomentEdit::momentEdited, this, tell);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this, tell] {
        updateOrderColumns();
        tell();
    });
    connect(m_recorder, &QLineEdit::editingFinished, this, tell);
    connect(m_activeOnly, &QCheckBox::toggled, this, tell);
    connect(m_limit, &QSpinBox::valueChanged, this, tell);
    m_groups->setTitles([this](const QString &name) { return definition() ? fieldTitle(*definition(), name) : name; });
    connect(m_groups, &GroupList::edited, this, [this, tell] {
        updateOrderColumns();
        tell();
    });
    connect(&m_filter, &TextGridModel::edited, this, tell);
    connect(&m_order, &TextGridModel::edited, this, tell);
    connect(&m_context.catalog, &CatalogCache::changed, this, &QueryForm::takeCatalog);
    m_filter.setCellOf([this](const QStringList &row, int column) {
        if (column == FilterValue)
            return valueCell(row.value(FilterDimension));
        GridCell cell{.kind = GridCell::Kind::Choice, .placeholder = tr("Any")};
        if (const RegisterDefinition *chosen = definition()) {
            const QStringList names = dimensionNames(*chosen);
            for (const QString &name : names)
                cell.choices << choiceOf(*chosen, name);
        }
        return cell;
    });
    m_order.setCellOf([this](const QStringList &, int column) {
        GridCell cell = m_order.columns().at(column).cell;
        if (const RegisterDefinition *chosen = definition(); chosen && column == OrderBy) {
            const QStringList names = orderColumns();
            for (const QString &name : names)
                cell.choices << choiceOf(*chosen, name);
        }
        return cell;
    });
}

void QueryForm::setAccounts(const QList<Account> &accounts)
{
    m_accounts.clear();
    for (const Account &account : accounts)
        m_accounts << CatalogChoice{account.code, QString(account.code + u"  " + account.name), {}};
}

void QueryForm::takeCatalog()
{
    m_filter.setCatalog(std::make_shared<const CatalogIndex>(m_context.catalog.snapshot()));
}

GridCell QueryForm::valueCell(const QString &dimension) const
{
    const RegisterDefinition *chosen = definition();
    const int index = chosen ? chosen->dimensionIndex(dimension) : -1;
    if (index < 0 && dimension == u"account")
        return {.kind = GridCell::Kind::Choice, .choices = m_accounts};
    if (index < 0)
        return {};
    const Dimension &each = chosen->dimensions().at(index);
    switch (each.type) {
    case DimensionType::Ref: return {.kind = GridCell::Kind::Reference, .table = each.refTable};
    case DimensionType::Date: return {.kind = GridCell::Kind::Day};
    case DimensionType::Bool:
        return {.kind = GridCell::Kind::Choice,
            .choices = {{QStringLiteral("true"), tr("Yes"), {}}, {QStringLiteral("false"), tr("No"), {}}}};
    default: return {};
    }
}

// --- what is chosen ---------------------------------------------------------------------------------------------------

const RegisterDefinition *QueryForm::definition() const
{
    const int index = m_register->currentIndex();
    return index >= 0 && index < m_definitions.size() ? &m_definitions.at(index) : nullptr;
}

RegisterQuestion::Kind QueryForm::kind() const { return static_cast<RegisterQuestion::Kind>(m_kinds->currentIndex()); }

QString QueryForm::registerName() const { return m_register->currentText(); }

void QueryForm::focusFirst() { m_register->setFocus(Qt::ShortcutFocusReason); }

void QueryForm::clearFilter()
{
    m_filter.setRows({});
    emit edited();
}

void QueryForm::setRegisters(const QList<RegisterDefinition> &definitions)
{
    if (definitions == m_definitions)
        return;
    const QString before = registerName();
    m_filling = true;
    m_definitions = definitions;
    m_register->clear();
    for (const RegisterDefinition &each : definitions)
        m_register->addItem(each.name());
    m_register->setCurrentIndex(std::max(0, m_register->findText(before)));
    if (registerName() != before)
        showRegister();
    m_filling = false;
}

void QueryForm::setRegister(const QString &name)
{
    const int index = m_register->findText(name);
    if (index < 0 || index == m_register->currentIndex())
        return;
    m_filling = true;
    m_register->setCurrentIndex(index);
    showRegister();
    m_filling = false;
}

void QueryForm::setKind(RegisterQuestion::Kind kind)
{
    m_filling = true;
    m_kinds->setCurrentIndex(static_cast<int>(kind));
    showKind();
    m_filling = false;
}

void QueryForm::showRegister()
{
    const RegisterDefinition *chosen = definition();
    const bool filling = std::exchange(m_filling, true);
    const QStringList names = chosen ? dimensionNames(*chosen) : QStringList();
    m_groups->setDimensions(
        names, !chosen || chosen->isLedger() || names.size() > groupedAtFirst ? names.mid(0, 1) : names);
    m_filter.setRows({});
    m_order.setRows({});
    m_kinds->setTabEnabled(0, chosen && chosen->hasBalances());
    if (chosen && !chosen->hasBalances() && m_kinds->currentIndex() == 0)
        m_kinds->setCurrentIndex(1);
    showKind();
    m_filling = filling;
}

void QueryForm::showKind()
{
    const bool balance = kind() == RegisterQuestion::Kind::Balance;
    const bool turnover = kind() == RegisterQuestion::Kind::Turnover;
    const auto setVisible = [this](QWidget *field, bool visible) {
        field->setVisible(visible);
        if (QWidget *label = m_fields->labelForField(field))
            label->setVisible(visible);
    };
    setVisible(m_at, balance);
    setVisible(m_from, !balance);
    setVisible(m_to, !balance);
    setVisible(m_by, turnover);
    setVisible(m_recorder, !balance && !turnover);
    setVisible(m_activeOnly, !balance && !turnover);
    m_grouping->setVisible(balance || turnover);
    m_ordering->setVisible(balance || turnover);
    // The journal comes in pages of this size.
    m_limit->setMinimum(balance || turnover ? 0 : 1);
    if (m_limit->value() == 0 && !balance && !turnover)
        m_limit->setValue(defaultLimit);
    updateOrderColumns();
}

} // namespace bincard
