// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DocumentsPage.h"

#include "gui/CompletionEdit.h"
#include "gui/DataTable.h"
#include "gui/DateEdit.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/documents/KindMenu.h"
#include "gui/documents/QuestionBar.h"
#include "models/CatalogCache.h"
#include "models/CatalogIndex.h"
#include "models/DocumentText.h"
#include "models/Format.h"
#include "service/OpenBook.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

#include <chrono>

namespace bincard {

using namespace std::chrono_literals;

namespace {
constexpr int mostChoices = 50;
}

DocumentsPage::DocumentsPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.client)
    , m_table(new DataTable(context, QStringLiteral("documents")))
    , m_banner(new ErrorBanner)
    , m_question(new QuestionBar)
    , m_text(new QLineEdit)
    , m_kind(new QComboBox)
    , m_state(new QComboBox)
    , m_partner(new CompletionEdit)
    , m_from(new DateEdit)
    , m_to(new DateEdit)
    , m_item(new QToolButton)
    , m_clear(new QToolButton)
{
    buildActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_question);
    layout->addWidget(m_banner);
    layout->addWidget(buildFilter());
    layout->addWidget(m_table, 1);

    m_table->setSpareColumns({QStringLiteral("note"), QStringLiteral("lines")});
    m_table->setModel(&m_model);
    m_table->view()->addActions({m_openAction, m_newAction, m_postAction, m_unpostAction});
    connect(m_table, &DataTable::activated, this, &DocumentsPage::open);
    connect(m_table, &DataTable::currentChanged, this, &DocumentsPage::updateState);
    connect(m_table, &DataTable::emptyLink, this, [this](const QString &link) {
        if (link == QLatin1String("clear"))
            clearFilter();
        else if (link == QLatin1String("import"))
            this->context().go(QStringLiteral("import"));
        else if (const Result<DocumentKind> kind = documentKind(link))
            create(*kind);
    });
    connect(&m_model, &DocumentListModel::loadingChanged, this, [this] { m_table->setBusy(m_model.isLoading()); });
    connect(&m_model, &DocumentListModel::failed, m_banner, &ErrorBanner::showError);
    connect(&m_model, &DocumentListModel::loaded, this, [this] {
        updateTotals();
        updateEmptyText();
        updateState();
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(&m_typing, &QTimer::timeout, this, &DocumentsPage::applyFilter);
    updateState();
}

// --- what it looks like -----------------------------------------------------------------------------------------------

QAction *DocumentsPage::addAction(const QString &name, const QString &iconName, const QString &text,
    const QList<QKeySequence> &keys, std::function<void()> triggered)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, triggered);
    QWidget::addAction(action);
    return action;
}

void DocumentsPage::buildActions()
{
    // Enter and F2 are the table's.
    m_openAction = addAction(QStringLiteral("documents.open"), QStringLiteral("edit"), tr("Open"), {},
        [this] { open(m_table->currentRow()); });
    m_newAction = addAction(QStringLiteral("documents.new"), QStringLiteral("new"), tr("New…"),
        {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { m_new->showMenu(); });
    m_postAction = addAction(QStringLiteral("documents.post"), QStringLiteral("post"), tr("Post"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, [this] { post(); });
    m_unpostAction = addAction(
        QStringLiteral("documents.unpost"), QStringLiteral("undo"), tr("Unpost…"), {}, [this] { askUnpost(); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DocumentsPage::clearFilter);
}

QWidget *DocumentsPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *heading = new QLabel(title());
    heading->setFont(Theme::instance().font(TextSize::Title));
    layout->addWidget(heading);
    layout->addStretch();
    m_new = new QPushButton;
    m_new->setProperty("primary", true);
    m_new->setObjectName(QStringLiteral("new"));
    m_new->setText(tr("New document"));
    m_new->setToolTip(
        tr("New document of any kind (%1)").arg(m_newAction->shortcut().toString(QKeySequence::NativeText)));
    QMenu *menu = newKindMenu(this, [this](DocumentKind kind) { create(kind); });
    m_new->setMenu(menu);
    // The kind made last stands ready: Ctrl+N, Enter.
    connect(menu, &QMenu::aboutToShow, menu, [menu] {
        const int last = static_cast<int>(lastKind());
        QMetaObject::invokeMethod(
            menu, [menu, last] { menu->setActiveAction(menu->actions().at(last)); }, Qt::QueuedConnection);
    });
    layout->addWidget(m_new);
    return top;
}

QWidget *DocumentsPage::buildFilter()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setPlaceholderText(tr("Number, partner or note"));
    m_text->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_kind->setObjectName(QStringLiteral("filterKind"));
    m_kind->addItem(tr("All documents"));
    for (const DocumentTraits &each : documentTraits())
        m_kind->addItem(icon(iconName(each.kind)), text::kind(each.kind), QString::fromLatin1(each.code));
    m_state->setObjectName(QStringLiteral("filterState"));
    m_state->addItem(tr("All states"));
    for (const DocumentState state : {DocumentState::Draft, DocumentState::Posted, DocumentState::Cancelled})
        m_state->addItem(text::state(state), code(state));
    m_partner->setObjectName(QStringLiteral("filterPartner"));
    m_partner->setPlaceholderText(tr("Partner"));
    m_partner->setSource([this](const QString &text) {
        return CatalogIndex(context().catalog.snapshot()).matchPartners(text, mostChoices, PartnerRole::Any);
    });
    m_from->setObjectName(QStringLiteral("filterFrom"));
    m_from->setPlaceholderText(tr("From"));
    m_from->setMayBeEmpty(true);
    m_to->setObjectName(QStringLiteral("filterTo"));
    m_to->setPlaceholderText(tr("Until"));
    m_to->setMayBeEmpty(true);
    m_item->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_item->setIcon(icon(QStringLiteral("clear")));
    m_item->hide();
    m_clear->setObjectName(QStringLiteral("filterClear"));
    m_clear->setIcon(icon(QStringLiteral("clear")));
    m_clear->setToolTip(tr("Clear the filter (Esc)"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_text, m_kind, m_state, m_partner, m_from, m_to, m_item})
        layout->addWidget(field);
    layout->addWidget(m_clear);
    layout->setStretch(0, 3);
    layout->setStretch(3, 2);

    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { m_table->view()->setFocus(); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DocumentsPage::applyFilter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &DocumentsPage::applyFilter);
    const auto takePartner = [this] {
        const CatalogIndex catalog(context().catalog.snapshot());
        const Partner *partner = catalog.resolvePartner(m_partner->text());
        m_partnerCode = partner ? partner->code : m_partner->text().trimmed();
        if (partner)
            m_partner->setText(partner->name);
        applyFilter();
    };
    connect(m_partner, &CompletionEdit::chosen, this, takePartner);
    connect(m_partner, &QLineEdit::editingFinished, this, [this, takePartner] {
        if (m_partner->isModified())
            takePartner();
    });
    connect(m_from, &DateEdit::dateEdited, this, &DocumentsPage::applyFilter);
    connect(m_to, &DateEdit::dateEdited, this, &DocumentsPage::applyFilter);
    connect(m_item, &QToolButton::clicked, this, [this] {
        setItem({});
        applyFilter();
    });
    connect(m_clear, &QToolButton::clicked, this, &DocumentsPage::clearFilter);
    return row;
}

// --- filter -----------------------------------------------------------------------------------------------------------

DocumentFilter DocumentsPage::filter() const
{
    DocumentFilter filter;
    if (const Result<DocumentKind> kind = documentKind(m_kind->currentData().toString()))
        filter.kinds = {*kind};
    if (const Result<DocumentState> state = documentState(m_state->currentData().toString()))
        filter.states = {*state};
    filter.partner = m_partnerCode;
    filter.item = m_itemCode;
    filter.text = m_text->text().trimmed();
    if (m_from->date().isValid())
        filter.from = m_from->date();
    if (m_to->date().isValid())
        filter.to = m_to->date();
    return filter;
}

bool DocumentsPage::isFiltered() const
{
    const DocumentFilter now = filter();
    return !now.kinds.isEmpty() || !now.states.isEmpty() || !now.partner.isEmpty() || !now.item.isEmpty()
        || !now.text.isEmpty() || now.from || now.to;
}

void DocumentsPage::applyFilter()
{
    if (m_settingArguments)
        return;
    m_typing.stop();
    m_clear->setEnabled(isFiltered());
    m_model.setFilter(filter());
}

void DocumentsPage::clearFilter()
{
    if (!m_question->isHidden()) {
        m_question->dismiss();
        return;
    }
    setArguments({});
    applyFilter();
    m_table->view()->setFocus();
}

void DocumentsPage::setItem(const QString &item)
{
    m_itemCode = item;
    m_item->setText(tr("With %1").arg(item));
    m_item->setToolTip(tr("Only documents with this item. Click to show the others too."));
    m_item->setVisible(!item.isEmpty());
}

void DocumentsPage::setArguments(const QVariantMap &arguments)
{
    const auto text = [&arguments](const char *name) { return arguments.value(QLatin1String(name)).toString(); };
    const auto date = [&text](const char *name) { return QDate::fromString(text(name), Qt::ISODate); };
    m_settingArguments = true;
    m_text->setText(text("text"));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(text("kind"))));
    m_state->setCurrentIndex(std::max(0, m_state->findData(text("state"))));
    m_partnerCode = text("partner");
    const Partner *partner = context().catalog.partner(m_partnerCode);
    m_partner->setText(partner ? partner->name : m_partnerCode);
    m_partner->setModified(false);
    m_from->setDate(date("from"));
    m_to->setDate(date("to"));
    setItem(text("item"));
    m_settingArguments = false;
    m_typing.stop();
}

void DocumentsPage::activate(const QVariantMap &arguments)
{
    const bool first = !std::exchange(m_activated, true);
    if (first || !arguments.isEmpty()) {
        setArguments(arguments);
        applyFilter();
    }
    m_table->view()->setFocus();
}

QVariantMap DocumentsPage::place() const
{
    QVariantMap place;
    const auto add = [&place](const char *name, const QString &value) {
        if (!value.isEmpty())
            place.insert(QLatin1String(name), value);
    };
    add("text", m_text->text());
    add("kind", m_kind->currentData().toString());
    add("state", m_state->currentData().toString());
    add("partner", m_partnerCode);
    add("item", m_itemCode);
    add("from", m_from->date().toString(Qt::ISODate));
    add("to", m_to->date().toString(Qt::ISODate));
    return place;
}

void DocumentsPage::refresh()
{
    if (m_activated)
        m_model.reload();
}

bool DocumentsPage::isSettled() const { return !m_model.isLoading() && !m_typing.isActive() && !m_running; }

void DocumentsPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

// --- actions ----------------------------------------------------------------------------------------------------------

const DocumentSummary *DocumentsPage::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_model.rowCount() ? &m_model.row(row) : nullptr;
}

void DocumentsPage::open(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        context().go(
            QStringLiteral("document"), {{QStringLiteral("id"), m_model.row(row).id.toString(QUuid::WithoutBraces)}});
}

void DocumentsPage::create(DocumentKind kind)
{
    rememberKind(kind);
    context().go(QStringLiteral("document"), {{QStringLiteral("kind"), code(kind)}});
}

void DocumentsPage::run(std::function<Result<Document>(OpenBook &)> job, const QString &done)
{
    m_running = true;
    m_banner->clear();
    updateState();
    context().client.request<Document>(this, std::move(job), [this, done](Result<Document> result) {
        m_running = false;
        updateState();
        if (!result) {
            m_banner->showError(result.error());
            return;
        }
        context().tell(done.arg(text::document(*result)));
        context().client.announceDocuments();
    });
}

void DocumentsPage::post()
{
    const DocumentSummary *row = current();
    if (!row || m_running || row->state == DocumentState::Posted)
        return;
    const QUuid request = QUuid::createUuid();
    run([id = row->id, version = row->version, request](
            OpenBook &book) { return book.documents().post(id, version, request); },
        tr("%1 is posted."));
}

void DocumentsPage::askUnpost()
{
    const DocumentSummary *row = current();
    if (!row || m_running || row->state != DocumentState::Posted)
        return;
    Document named;
    named.kind = row->kind;
    named.number = row->number;
    m_question->ask(
        tr("Unpost %1? Its movements are taken back; the document stays, cancelled.").arg(text::document(named)),
        {{QStringLiteral("answer.unpost"), tr("Unpost"),
             [this, id = row->id, version = row->version] {
                 const QUuid request = QUuid::createUuid();
                 m_table->view()->setFocus();
                 run([id, version, request](OpenBook &book) { return book.documents().unpost(id, version, request); },
                     tr("%1 is unposted."));
             }},
            {QStringLiteral("answer.keep"), tr("Keep it posted"), [this] { m_table->view()->setFocus(); }}});
}

void DocumentsPage::updateState()
{
    const DocumentSummary *row = current();
    m_openAction->setEnabled(row != nullptr);
    m_postAction->setEnabled(row && !m_running && row->state != DocumentState::Posted);
    m_unpostAction->setEnabled(row && !m_running && row->state == DocumentState::Posted);
}

void DocumentsPage::updateTotals()
{
    QStringList totals(m_model.columns().size());
    const int count = m_model.rowCount();
    if (count == 0) {
        m_table->setTotals({});
        return;
    }
    totals[DocumentListModel::Number] = m_model.hasMore()
        ? tr("The first %n documents; scroll for more", nullptr, count)
        : tr("%n document(s)", nullptr, count);
    if (const std::optional<Decimal> total = m_model.total())
        totals[DocumentListModel::Total] = format::amount(*total);
    m_table->setTotals(totals);
}

void DocumentsPage::updateEmptyText()
{
    if (isFiltered()) {
        m_table->setEmptyText(
            tr("No document matches the filter."), tr("<a href=\"clear\">Clear the filter (Esc)</a>"));
        return;
    }
    m_table->setEmptyText(tr("No documents yet."),
        tr("Begin with a <a href=\"goods_receipt\">goods receipt</a> or an <a href=\"opening_balance\">opening "
           "balance</a> (Ctrl+N), or <a href=\"import\">import</a> what you have."));
}

} // namespace bincard
