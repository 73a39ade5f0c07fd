// SPDX-License-Identifier: GPL-3.0-or-later
// How a CatalogPage is put together; what it does is in CatalogPage.cpp.
#include "gui/Actions.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Pages.h"
#include "gui/Theme.h"
#include "gui/catalog/CatalogDelegate.h"
#include "gui/catalog/CatalogFilter.h"
#include "gui/catalog/CatalogPage.h"
#include "gui/catalog/FormBinder.h"
#include "gui/catalog/RowConflictPanel.h"
#include "models/CatalogCache.h"
#include "models/CatalogModel.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int g = Theme::grid;
constexpr int sideWidth = 33 * g; ///< of the form: the rows have more need of the room

/// Items, warehouses and partners are one place in the rail; the tabs go between them.
QTabBar *catalogTabs(AppContext &context, const QString &current)
{
    auto *tabs = new QTabBar;
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->setFont(Theme::instance().font());
    for (const PageEntry &entry : pages()) {
        if (entry.rail != u"items")
            continue;
        const int tab =
            tabs->addTab(icon(entry.icon), entry.isInRail() ? CatalogPage::tr("Items") : entry.translatedTitle());
        tabs->setTabData(tab, entry.name);
        if (entry.name == current)
            tabs->setCurrentIndex(tab);
    }
    const int own = tabs->currentIndex();
    QObject::connect(tabs, &QTabBar::currentChanged, tabs, [tabs, own, &context](int tab) {
        if (tab == own)
            return;
        const QString page = tabs->tabData(tab).toString();
        const QSignalBlocker quiet(tabs);
        tabs->setCurrentIndex(own); // this page shows itself when it is come back to
        context.go(page);
    });
    return tabs;
}

QToolButton *toolButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({20, 20});
    button->setAutoRaise(true);
    return button;
}

} // namespace

QWidget *CatalogPage::buildHead(const QString &newText)
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(2 * g, 2 * g, 2 * g, g);
    column->setSpacing(g);

    auto *heading = new QLabel(tr("Catalog"));
    Theme::makeTitle(heading);
    QAction *add = newAction(this, QStringLiteral("catalog.new"), QStringLiteral("plus"), newText,
        {QKeySequence(QKeySequence::New)}, [this] { addRow(); });
    m_save = newAction(this, QStringLiteral("catalog.save"), QStringLiteral("save"), tr("Save"),
        {QKeySequence(QKeySequence::Save)}, [this] { save(); });
    m_undo = newAction(this, QStringLiteral("catalog.undo"), QStringLiteral("undo"),
        tr("Undo the last edit that is not saved yet"), {QKeySequence(QKeySequence::Undo)}, [this] { undo(); });
    m_toggle = newAction(this, QStringLiteral("catalog.toggle"), QStringLiteral("minus"), tr("Take out of use"), {},
        [this] { toggleActive(); });
    auto *primary = new QPushButton(newText);
    primary->setProperty("primary", true);
    primary->setToolTip(add->toolTip());
    primary->setAutoDefault(false);
    connect(primary, &QPushButton::clicked, add, &QAction::trigger);
    auto *top = new QHBoxLayout;
    top->addWidget(heading);
    top->addSpacing(3 * g);
    top->addWidget(catalogTabs(context(), m_name));
    top->addStretch(1);
    top->addWidget(toolButton(m_undo));
    top->addWidget(toolButton(m_save));
    top->addSpacing(g);
    top->addWidget(primary);

    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("filter"));
    m_words->setPlaceholderText(tr("Filter (Ctrl+F)"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(45 * g);
    m_words->setAccessibleName(tr("Filter"));
    auto *inactive = new QCheckBox(tr("Show what is out of use"));
    inactive->setObjectName(QStringLiteral("showInactive"));
    connect(inactive, &QCheckBox::toggled, this, [this](bool show) { m_filter->setShowInactive(show); });
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_words, 1);
    filters->addSpacing(g);
    filters->addWidget(inactive);
    filters->addStretch(1);
    column->addLayout(top);
    column->addLayout(filters);
    return head;
}

QWidget *CatalogPage::buildSide(QWidget *form)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(2 * g, 2 * g, 2 * g, 2 * g);
    column->setSpacing(g);
    m_conflict = new RowConflictPanel(m_model);
    connect(m_conflict, &RowConflictPanel::keepMine, this, [this](int row) { m_model->keepMine(row); });
    connect(m_conflict, &RowConflictPanel::takeTheirs, this, [this](int row) { m_model->takeTheirs(row); });
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setFont(Theme::instance().font(TextSize::Small));
    auto *toggle = new QPushButton;
    toggle->setAutoDefault(false);
    const auto follow = [this, toggle] {
        toggle->setText(m_toggle->text());
        toggle->setEnabled(m_toggle->isEnabled());
    };
    connect(m_toggle, &QAction::changed, toggle, follow);
    connect(toggle, &QPushButton::clicked, m_toggle, &QAction::trigger);
    follow();
    column->addWidget(m_conflict);
    column->addWidget(form);
    column->addWidget(m_state);
    column->addSpacing(g);
    column->addWidget(toggle, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(sideWidth);
    return scroll;
}

void CatalogPage::build(CatalogModel *model, QWidget *form, const QString &newText, const QString &emptyTitle)
{
    m_model = model;
    m_filter = new CatalogFilter(model);
    m_binder = new FormBinder(form, model);
    m_banner = new ErrorBanner;
    m_table = new DataTable(context(), m_name);
    m_delegate = new CatalogDelegate(m_table->view());
    m_table->setDelegate(m_delegate);
    QWidget *head = buildHead(newText);
    m_table->setModel(m_filter);
    m_table->setFilterEdit(m_words);
    m_table->setEmptyText(
        emptyTitle, tr("<a href=\"new\">%1 (Ctrl+N)</a>, or <a href=\"import\">import a file</a>.").arg(newText));
    m_table->view()->addAction(m_toggle);
    m_splitter = new QSplitter;
    m_splitter->setObjectName(m_name);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(buildSide(form));
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({900, sideWidth});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);

    connect(m_table, &DataTable::currentChanged, this, &CatalogPage::currentChanged);
    connect(m_table, &DataTable::activated, this, [this] {
        if (QWidget *first = m_binder->editor(QStringLiteral("name")))
            first->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &DataTable::emptyLink, this, [this](const QString &href) {
        if (href == u"new")
            addRow();
        else
            context().go(QStringLiteral("import"), {{QStringLiteral("kind"), m_name}});
    });
    connect(m_model, &CatalogModel::stateChanged, this, &CatalogPage::updateState);
    connect(m_model, &CatalogModel::saved, this, &CatalogPage::saved);
    connect(m_model, &CatalogModel::saveFailed, this, &CatalogPage::saveFailed);
    connect(&context().catalog, &CatalogCache::changed, this, [this] {
        load();
        if (!m_wantedCode.isEmpty())
            selectCode(m_wantedCode);
    });
    updateState();
}

} // namespace bincard
