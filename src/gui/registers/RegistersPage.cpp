// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/RegistersPage.h"

#include "gui/Actions.h"
#include "gui/ErrorBanner.h"
#include "gui/Theme.h"
#include "gui/documents/QuestionBar.h"
#include "gui/grid/GridView.h"
#include "gui/registers/DefinitionEditor.h"
#include "gui/registers/PostingPanel.h"
#include "gui/registers/RecorderPanel.h"
#include "gui/registers/VerifyPanel.h"
#include "service/KnownRegisters.h"
#include "service/RegisterService.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace bincard {

namespace {

const QString newLink = QStringLiteral("new"), openLink = QStringLiteral("open");
constexpr int listedAtOnce = 5; ///< registers that the list shows without scrolling
const QStringList tabNames{
    QStringLiteral("definition"), QStringLiteral("post"), QStringLiteral("history"), QStringLiteral("verify")};

} // namespace

RegistersPage::RegistersPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_parts(new QSplitter(Qt::Vertical))
    , m_list(new RegisterList(context))
    , m_banner(new ErrorBanner)
    , m_question(new QuestionBar)
    , m_tabs(new QTabWidget)
    , m_definition(new DefinitionEditor(context))
    , m_posting(new PostingPanel(context))
    , m_history(new RecorderPanel(context))
    , m_verify(new VerifyPanel(context))
{
    m_list->setEmptyText(tr("No registers yet."),
        QStringLiteral("<a href=\"%1\">%2</a> &nbsp; <a href=\"%3\">%4</a>")
            .arg(newLink, tr("Define one (Ctrl+N)"), openLink, tr("Open a definition")));
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_list);
    m_parts->addWidget(m_tabs);
    m_parts->setStretchFactor(0, 0);
    m_parts->setStretchFactor(1, 1);
    m_list->setMinimumHeight(3 * Theme::instance().rowHeight());
    connect(m_parts, &QSplitter::splitterMoved, this, [this] { m_arranged = true; });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_question);
    layout->addWidget(m_banner);
    layout->addWidget(m_parts, 1);
    buildTabs();
    connectTabs();
    updateState();
}

QWidget *RegistersPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
    layout->addWidget(heading);
    layout->addStretch(1);
    QAction *create = newAction(this, QStringLiteral("registers.new"), QStringLiteral("new"), tr("New register"),
        {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { startNew(); });
    setHint(create, tr("Define a register"));
    QAction *open = newAction(this, QStringLiteral("registers.open"), QStringLiteral("open"), tr("Open definition..."),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, [this] { openFile(); });
    setHint(open, tr("Define a register by a JSON file"));
    m_query = newAction(this, QStringLiteral("registers.query"), QStringLiteral("query"), tr("Query"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)}, [this] { query(); });
    setHint(m_query, tr("Ask this register for balances, turnovers and movements"));
    m_drop = newAction(
        this, QStringLiteral("registers.drop"), QStringLiteral("trash"), tr("Drop..."), {}, [this] { askDrop(); });
    for (QAction *action : {create, open, m_query, m_drop}) {
        layout->addWidget(newButton(action));
        m_list->view()->addAction(action);
    }
    return top;
}

void RegistersPage::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("registers.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_definition, tr("&Definition"));
    m_tabs->addTab(m_posting, tr("&Post by hand"));
    m_tabs->addTab(m_history, tr("Recorder histor&y"));
    m_tabs->addTab(m_verify, tr("Verify and re&build"));
    connect(m_list, &RegisterList::chosen, this, &RegistersPage::choose);
    connect(m_list, &RegisterList::loaded, this, &RegistersPage::showList);
    connect(m_list, &RegisterList::failed, m_banner, &ErrorBanner::showError);
    connect(m_list, &DataTable::activated, this, &RegistersPage::focusTab);
    connect(m_list, &DataTable::emptyLink, this, [this](const QString &href) {
        if (href == openLink)
            openFile();
        else
            startNew();
    });
    newKey(this, {QKeySequence(Qt::Key_F6)}, [this] { otherPart(); });
}

void RegistersPage::connectTabs()
{
    connect(m_definition, &DefinitionEditor::save, this, &RegistersPage::save);
    connect(m_definition, &DefinitionEditor::failed, m_banner, &ErrorBanner::showError);
    connect(m_definition, &DefinitionEditor::discard, this, &RegistersPage::backFromDraft);
    connect(m_definition, &DefinitionEditor::cancel, this, &RegistersPage::cancelAltering);
    connect(m_posting, &PostingPanel::posted, this,
        [this](const QString &, const QString &recorder) { m_history->setRecorder(recorder); });
    connect(m_history, &RecorderPanel::change, this, &RegistersPage::changeMovements);
    connect(m_verify, &VerifyPanel::verified, this,
        [this](const QString &name, qint64, const QJsonArray &wrong) { m_list->noteVerified(name, wrong); });
}

void RegistersPage::focusTab()
{
    switch (m_tabs->currentIndex()) {
    case Definition: m_definition->focusFirst(); break;
    case Post: m_posting->focusFirst(); break;
    case History: m_history->focusFirst(); break;
    default: m_verify->focusFirst();
    }
}

void RegistersPage::otherPart()
{
    if (m_tabs->isAncestorOf(focusWidget()))
        m_list->view()->setFocus();
    else
        focusTab();
}

// --- the page ---------------------------------------------------------------------------------------------------------

void RegistersPage::activate(const QVariantMap &arguments)
{
    const auto text = [&arguments](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    if (const qsizetype tab = tabNames.indexOf(text("tab")); tab >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    if (!text("register").isEmpty())
        m_wanted = text("register");
    if (arguments.contains(QStringLiteral("new"))) {
        startNew();
        m_list->load();
        return;
    }
    m_list->load();
    if (text("tab").isEmpty())
        m_list->view()->setFocus();
    if (!text("recorder").isEmpty()) {
        m_history->setRecorder(text("recorder"));
        if (m_tabs->currentIndex() == Post)
            changeMovements(text("recorder"));
    }
}

void RegistersPage::refresh()
{
    m_list->load();
    m_posting->refresh();
    m_history->refresh();
}

bool RegistersPage::isSettled() const
{
    return m_pending == 0 && m_list->isSettled() && m_posting->isSettled() && m_history->isSettled()
        && !m_verify->isRunning();
}

QVariantMap RegistersPage::place() const
{
    QVariantMap place{{QStringLiteral("tab"), tabNames.at(m_tabs->currentIndex())}};
    if (!m_current.isEmpty())
        place.insert(QStringLiteral("register"), m_current);
    return place;
}

void RegistersPage::focusFilter() { m_list->view()->setFocus(Qt::ShortcutFocusReason); }

bool RegistersPage::hasDrafts() const { return m_definition->draft().isModified() || m_posting->hasChanges(); }

QString RegistersPage::lossQuestion(const QString &definition, const QString &movements) const
{
    return m_definition->draft().isModified() ? definition : movements;
}

bool RegistersPage::mayLeave()
{
    if (m_altering) {
        askToCancelAltering();
        return false;
    }
    if (!hasDrafts())
        return true;
    m_question->ask(lossQuestion(tr("The definition has not been saved. Leave it?"),
                        tr("The movements have not been posted. Leave them?")),
        {{QStringLiteral("registers.leave"), tr("Leave"),
             [this] {
                 m_definition->startNew();
                 m_posting->draft().grid().setRows({});
                 emit leavable();
             }},
            {QStringLiteral("registers.stay"), tr("Stay"), {}}});
    return false;
}

// --- choosing ---------------------------------------------------------------------------------------------------------

void RegistersPage::showList()
{
    fitList();
    m_list->mark(m_current);
    if (m_isNew || m_altering)
        return;
    const QString asked = std::exchange(m_wanted, {});
    const QString wanted = m_list->find(asked) ? asked : m_list->find(m_current) ? m_current : m_list->first();
    if (wanted.isEmpty())
        startNew();
    else
        choose(wanted);
    if (!asked.isEmpty() && asked != wanted)
        m_banner->showError(noSuchRegister(asked));
}

/// The list is as high as its registers, within what leaves the rest enough room.
void RegistersPage::fitList()
{
    if (m_arranged)
        return;
    const QTableView *view = m_list->view();
    const int rows = std::clamp(m_list->model().rowCount(), 3, listedAtOnce);
    const int row = view->model()->rowCount() > 0 ? view->rowHeight(0) : Theme::instance().rowHeight();
    const int list = view->horizontalHeader()->sizeHint().height() + rows * row + Theme::grid / 2;
    m_parts->setSizes({list, std::max(m_parts->height() - list, 1)});
}

void RegistersPage::whenFree(std::function<void()> then)
{
    if (m_altering) {
        m_banner->showNotice(tr("A register is being altered. Wait for it, or cancel it."));
        m_list->mark(m_current);
        return;
    }
    if (!hasDrafts()) {
        m_question->dismiss();
        then();
        return;
    }
    m_tabs->setCurrentIndex(m_definition->draft().isModified() ? Definition : Post);
    askToDiscard(lossQuestion(tr("The definition has not been saved. Discard it?"),
                     tr("The movements have not been posted. Discard them?")),
        std::move(then));
}

/// Loads what the recorder has posted, to be changed.
void RegistersPage::changeMovements(const QString &recorder)
{
    m_tabs->setCurrentIndex(Post);
    const auto change = [this, recorder] {
        m_posting->setRecorder(recorder);
        m_posting->grid()->setFocus();
    };
    if (m_posting->hasChanges()) {
        askToDiscard(tr("The movements have not been posted. Discard them?"), change);
        return;
    }
    m_question->dismiss();
    change();
}

void RegistersPage::askToDiscard(const QString &question, std::function<void()> then)
{
    m_question->ask(question,
        {{QStringLiteral("registers.discard"), tr("Discard"),
             [this, then = std::move(then)] {
                 m_posting->draft().grid().setRows({});
                 then();
             }},
            {QStringLiteral("registers.keep"), tr("Keep writing"), [this] {
                 m_list->mark(m_current);
                 focusTab();
             }}});
}

void RegistersPage::choose(const QString &name)
{
    const RegisterDefinition *definition = m_list->find(name);
    if (!definition)
        return;
    m_list->mark(name);
    const bool shown = m_current == name && !m_isNew;
    // After a refresh what is being written stays, unless the register itself has become another.
    if (shown && (m_definition->draft().isModified() || m_definition->draft().original() == definition->toJson()))
        return;
    if (shown)
        showRegister(*definition);
    else
        whenFree([this, wanted = *definition] { showRegister(wanted); });
}

void RegistersPage::showRegister(const RegisterDefinition &definition)
{
    m_isNew = false;
    m_current = definition.name();
    m_banner->clear();
    m_definition->show(definition.toJson(), true);
    m_posting->setRegister(definition);
    m_history->setRegister(definition);
    m_verify->setRegister(m_current);
    m_list->mark(m_current);
    updateState();
    if (std::exchange(m_goOnToPosting, false)) {
        m_tabs->setCurrentIndex(Post);
        m_posting->focusFirst();
    }
}

void RegistersPage::startNew()
{
    whenFree([this] { beginNew(); });
}

void RegistersPage::beginNew()
{
    m_isNew = true;
    m_current.clear();
    m_list->mark({});
    m_tabs->setCurrentIndex(Definition);
    m_definition->startNew();
    m_banner->clear();
    updateState();
}

void RegistersPage::backFromDraft()
{
    m_question->dismiss();
    const QString back = m_current.isEmpty() ? m_list->first() : m_current;
    m_definition->draft().startNew();
    m_isNew = false;
    if (back.isEmpty())
        startNew();
    else
        choose(back);
}

void RegistersPage::openFile()
{
    whenFree([this] {
        beginNew();
        m_definition->openFile();
    });
}

void RegistersPage::query() { context().go(QStringLiteral("query"), {{QStringLiteral("register"), m_current}}); }

void RegistersPage::updateState()
{
    const bool chosen = !m_current.isEmpty();
    for (const int tab : {Post, History})
        m_tabs->setTabEnabled(tab, chosen);
    m_tabs->setTabText(Definition, m_isNew ? tr("&Definition of a new register") : tr("&Definition"));
    m_drop->setEnabled(chosen && !m_altering && !RegisterService::isStandard(m_current));
    m_drop->setToolTip(chosen && RegisterService::isStandard(m_current)
            ? tr("The documents post to this register; it cannot be dropped.")
            : tr("Remove this register and its movements from the book"));
    m_query->setEnabled(chosen);
}

} // namespace bincard
