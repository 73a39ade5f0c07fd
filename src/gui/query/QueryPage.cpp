// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/QueryPage.h"

#include "gui/CodeView.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/TableExporter.h"
#include "gui/Theme.h"
#include "gui/query/JournalExport.h"
#include "gui/query/QueryForm.h"
#include "models/CatalogCache.h"
#include "service/KnownRegisters.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace bincard {

namespace {

constexpr int pauseMs = 120;

const QStringList shownNames{QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("cpp"),
    QStringLiteral("sql"), QStringLiteral("shell")};

} // namespace

QueryPage::QueryPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_form(new QueryForm(context))
    , m_banner(new ErrorBanner)
    , m_answer(new QTabWidget)
    , m_table(new DataTable(context, QStringLiteral("query")))
    , m_exporter(new TableExporter(context, *m_table, *this))
    , m_export(new JournalExport(context))
    , m_json(new CodeView)
    , m_cpp(new CodeView)
    , m_sql(new CodeView)
    , m_shell(new CodeView)
    , m_count(new QLabel)
    , m_copy(new QToolButton)
{
    buildAnswer();
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(Theme::grid, 0, 0, 0);
    column->setSpacing(Theme::grid);
    column->addWidget(m_banner);
    column->addWidget(m_export);
    column->addWidget(m_answer, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_form);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({38 * Theme::grid, 100 * Theme::grid});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(splitter, 1);

    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseMs);
    connect(&m_delay, &QTimer::timeout, this, &QueryPage::ask);
    connect(m_form, &QueryForm::edited, this, &QueryPage::askSoon);
    connect(m_exporter, &TableExporter::failed, m_banner, &ErrorBanner::showError);
    connect(m_export, &JournalExport::failed, m_banner, &ErrorBanner::showError);
    connect(&context.catalog, &CatalogCache::changed, this,
        [this] { m_model.setCatalog(std::make_shared<const CatalogIndex>(this->context().catalog.snapshot())); });
    m_model.setCatalog(std::make_shared<const CatalogIndex>(context.catalog.snapshot()));
}

QWidget *QueryPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
    layout->addWidget(heading);
    layout->addStretch(1);
    layout->addWidget(m_count);
    auto *question = new QAction(icon(QStringLiteral("filter")), tr("Question"), this);
    question->setCheckable(true);
    question->setChecked(true);
    question->setShortcut(Qt::Key_F9);
    question->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    question->setToolTip(tr("Show or hide the form, for more room (F9)"));
    connect(question, &QAction::toggled, m_form, &QWidget::setVisible);
    addAction(question);
    auto *toggle = new QToolButton;
    toggle->setDefaultAction(question);
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setAutoRaise(true);
    layout->addWidget(toggle);
    layout->addWidget(m_copy);
    const auto add = [&](const QString &iconName, const QString &text, const QString &hint, const QKeySequence &key,
                         void (QueryPage::*slot)()) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(hint);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_table->view()->addAction(action);
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        layout->addWidget(button);
    };
    add(QStringLiteral("export"), tr("Export..."),
        tr("Save what is shown as a CSV file: ISO dates, plain numbers (Ctrl+E)"), QKeySequence(Qt::CTRL | Qt::Key_E),
        &QueryPage::exportFile);
    return top;
}

void QueryPage::buildAnswer()
{
    m_answer->setObjectName(QStringLiteral("query.answer"));
    m_answer->setDocumentMode(true);
    m_answer->addTab(m_table, tr("T&able"));
    m_answer->addTab(m_json, tr("&JSON"));
    m_answer->addTab(m_cpp, tr("&C++"));
    m_answer->addTab(m_sql, tr("&SQL"));
    m_answer->addTab(m_shell, tr("Command &line"));
    m_json->setWrapped(true);
    m_shell->setWrapped(true);
    m_table->setModel(&m_model);
    m_table->setStretchColumn(QStringLiteral("none"));
    m_table->keepLeadingColumns(); // eight figures beside the form are wider than a small window
    m_table->setSpareColumns({QStringLiteral("recorded_by"), QStringLiteral("recorded_at"), QStringLiteral("id"),
        QStringLiteral("state")}); // of movements
    m_model.setDimmed([](const QJsonObject &row) {
        return row.value(QLatin1String("reversed")).toBool() || row.value(QLatin1String("reversal_of")).isDouble();
    });
    auto *copy = new QAction(icon(QStringLiteral("copy")), tr("Copy"), this);
    copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copy->setShortcutContext(Qt::WidgetShortcut); // a code view has its own
    copy->setToolTip(tr("Copy what is shown here: the whole table for a spreadsheet, or the text (Ctrl+Shift+C)"));
    connect(copy, &QAction::triggered, this, &QueryPage::copyAll);
    m_table->view()->addAction(copy);
    m_copy->setDefaultAction(copy);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    connect(m_table, &DataTable::activated, this, &QueryPage::open);
    connect(m_table, &DataTable::emptyLink, this, [this](const QString &href) {
        if (href == u"registers")
            context().go(QStringLiteral("registers"), {{QStringLiteral("new"), true}});
        else
            m_form->clearFilter();
    });
    for (CodeView *view : {m_json, m_cpp, m_sql, m_shell})
        connect(view, &CodeView::copied, this, [this] { context().tell(tr("Copied.")); });
}

// --- the page ---------------------------------------------------------------------------------------------------------

void QueryPage::activate(const QVariantMap &arguments)
{
    if (m_hasRegisters && !arguments.isEmpty())
        take(arguments);
    else if (!m_hasRegisters)
        m_arguments = arguments;
    askRegisters();
    // What comes first in the window is the button that hides the form.
    if (QWidget *focus = window()->focusWidget(); !m_form->isAncestorOf(focus) && !m_answer->isAncestorOf(focus))
        m_form->focusFirst();
}

void QueryPage::take(const QVariantMap &arguments)
{
    const auto text = [&arguments](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    m_form->setRegister(text("register"));
    m_missing = text("register") == m_form->registerName() ? QString() : text("register");
    if (text("kind") == u"balance")
        m_form->setKind(RegisterQuestion::Kind::Balance);
    else if (text("kind") == u"turnover")
        m_form->setKind(RegisterQuestion::Kind::Turnover);
    else if (text("kind") == u"movements")
        m_form->setKind(RegisterQuestion::Kind::Movements);
    if (arguments.contains(QStringLiteral("query")))
        m_form->setQuery(QJsonDocument::fromJson(text("query").toUtf8()).object());
    if (const qsizetype tab = shownNames.indexOf(text("show")); tab >= 0)
        m_answer->setCurrentIndex(static_cast<int>(tab));
}

QVariantMap QueryPage::place() const
{
    QVariantMap place;
    if (const auto question = m_form->question()) {
        place.insert(QStringLiteral("register"), question->definition.name());
        place.insert(QStringLiteral("kind"), question->verb());
        place.insert(QStringLiteral("query"), compact(question->query));
    }
    return place;
}

void QueryPage::refresh() { askRegisters(); }

bool QueryPage::isSettled() const { return m_pending == 0 && !m_delay.isActive() && !m_export->isRunning(); }

void QueryPage::focusFilter() { m_form->focusFirst(); }

bool QueryPage::mayLeave()
{
    if (!m_export->isRunning())
        return true;
    m_export->setFocus();
    context().tell(tr("A table is still being saved. Wait for it, or cancel that."));
    return false;
}

void QueryPage::askRegisters()
{
    const int token = m_registersGeneration.next();
    ++m_pending;
    context().client.request<KnownRegisters>(
        this, readKnownRegisters, [this, token](const Result<KnownRegisters> &answer) {
            --m_pending;
            if (!m_registersGeneration.isCurrent(token))
                return;
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            m_form->setAccounts(answer->accounts);
            m_form->setRegisters(answer->registers);
            if (!std::exchange(m_hasRegisters, true))
                take(std::exchange(m_arguments, {}));
            if (answer->registers.isEmpty())
                m_table->setEmptyText(tr("There is no register to ask."),
                    QStringLiteral("<a href=\"registers\">%1</a>").arg(tr("Define one")));
            ask();
        });
}

// --- asking -----------------------------------------------------------------------------------------------------------

void QueryPage::askSoon()
{
    m_generation.next(); // what is under way answers to something else
    m_next.clear();      // and what is shown is not gone on with
    m_missing.clear();
    m_delay.start();
}

void QueryPage::ask()
{
    m_delay.stop();
    const int token = m_generation.next();
    m_next.clear();
    const auto question = m_form->question();
    if (!question) {
        m_table->setBusy(false); // what was under way is not waited for
        if (const QStringList problems = m_form->problems(); !problems.isEmpty())
            m_banner->showNotice(problems.join(u'\n'));
        return;
    }
    ++m_pending;
    m_table->setBusy(true);
    showCode(*question);
    context().client.request<QueryAnswer>(
        this, [wanted = *question](OpenBook &book) { return readAnswer(book, wanted); },
        [this, token, wanted = *question](const Result<QueryAnswer> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            m_table->setBusy(false);
            if (answer.ok()) {
                if (m_missing.isEmpty())
                    m_banner->clear();
                else
                    m_banner->showError(noSuchRegister(m_missing));
                showAnswer(wanted, *answer);
            } else {
                m_banner->showError(answer.error());
                m_json->setCode(compact({{QStringLiteral("error"), answer.error().toJson()}}));
            }
        });
}

void QueryPage::askMore()
{
    if (!m_shown || m_next.isEmpty())
        return;
    RegisterQuestion question = *m_shown;
    question.query.insert(QStringLiteral("after"), m_next);
    const int token = m_generation.next();
    ++m_pending;
    m_table->setBusy(true);
    context().client.request<QueryAnswer>(
        this, [question](OpenBook &book) { return readAnswer(book, question); },
        [this, token](const Result<QueryAnswer> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            m_table->setBusy(false);
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                m_model.setMore(true, [this] { askMore(); }); // scrolling on tries again
                return;
            }
            m_documentNumbers.insert(answer->documentNumbers);
            m_model.appendRows(answer->json.value(QLatin1String("rows")).toArray());
            showMore(answer->json);
        });
}

} // namespace bincard
