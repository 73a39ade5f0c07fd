// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DocumentsPage.h"

#include "gui/Actions.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Theme.h"
#include "gui/documents/DocumentFilterBar.h"
#include "gui/documents/KindMenu.h"
#include "gui/documents/QuestionBar.h"
#include "models/DocumentText.h"
#include "models/Format.h"
#include "service/OpenBook.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <utility>

namespace bincard {

DocumentsPage::DocumentsPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.client)
    , m_table(new DataTable(context, QStringLiteral("documents")))
    , m_banner(new ErrorBanner)
    , m_question(new QuestionBar)
    , m_filter(new DocumentFilterBar(context))
{
    buildActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_question);
    layout->addWidget(m_banner);
    layout->addWidget(m_filter);
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
    connect(&m_model, &DocumentListModel::failed, this, [this](const Error &error) {
        m_banner->showError(error);
        m_loadFailed = true;
    });
    connect(&m_model, &DocumentListModel::loaded, this, [this] {
        if (std::exchange(m_loadFailed, false))
            m_banner->clear();
        updateTotals();
        updateEmptyText();
        updateState();
    });
    connect(m_filter, &DocumentFilterBar::changed, this, [this] { m_model.setFilter(m_filter->filter()); });
    connect(m_filter, &DocumentFilterBar::cleared, this, &DocumentsPage::clearFilter);
    connect(m_filter, &DocumentFilterBar::entered, this, [this] { m_table->view()->setFocus(); });
    updateState();
}

// --- what it looks like -----------------------------------------------------------------------------------------------

void DocumentsPage::buildActions()
{
    // Enter and F2 are the table's.
    m_openAction = newAction(this, QStringLiteral("documents.open"), QStringLiteral("edit"), tr("Open"), {},
        [this] { open(m_table->currentRow()); });
    m_newAction = newAction(this, QStringLiteral("documents.new"), QStringLiteral("new"), tr("New…"),
        {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { m_new->showMenu(); });
    m_postAction = newAction(
        this, QStringLiteral("documents.post"), QStringLiteral("post"), tr("Post"), postKeys(), [this] { post(); });
    m_unpostAction = newAction(
        this, QStringLiteral("documents.unpost"), QStringLiteral("undo"), tr("Unpost…"), {}, [this] { askUnpost(); });
    newKey(this, {QKeySequence(Qt::Key_Escape)}, [this] { clearFilter(); });
}

QWidget *DocumentsPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
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

// --- the page ---------------------------------------------------------------------------------------------------------

void DocumentsPage::clearFilter()
{
    if (!m_question->isHidden()) {
        m_question->dismiss();
        return;
    }
    filterBy({});
    m_table->view()->setFocus();
}

void DocumentsPage::filterBy(const QVariantMap &arguments)
{
    m_filter->setArguments(arguments);
    m_model.setFilter(m_filter->filter());
}

void DocumentsPage::activate(const QVariantMap &arguments)
{
    const bool first = !std::exchange(m_activated, true);
    if (first || !arguments.isEmpty())
        filterBy(arguments);
    m_table->view()->setFocus();
}

QVariantMap DocumentsPage::place() const { return m_filter->arguments(); }

void DocumentsPage::refresh()
{
    if (m_activated)
        m_model.reload();
}

bool DocumentsPage::isSettled() const { return !m_model.isLoading() && !m_filter->isTyping() && !m_running; }

void DocumentsPage::focusFilter() { m_filter->focusText(); }

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
            m_loadFailed = false;
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
    if (m_filter->isFiltered()) {
        m_table->setEmptyText(
            tr("No document matches the filter."), tr("<a href=\"clear\">Clear the filter (Esc)</a>"));
        return;
    }
    m_table->setEmptyText(tr("No documents yet."),
        tr("Begin with a <a href=\"goods_receipt\">goods receipt</a> or an <a href=\"opening_balance\">opening "
           "balance</a> (Ctrl+N), or <a href=\"import\">import</a> what you have."));
}

} // namespace bincard
