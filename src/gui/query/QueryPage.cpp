// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/QueryPage.h"

#include "domain/Document.h"
#include "gui/CodeView.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/grid/GridView.h"
#include "gui/query/QueryForm.h"
#include "models/CatalogCache.h"
#include "models/RegisterColumns.h"
#include "models/TableExport.h"
#include "service/RegisterService.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int pauseMs = 120;
const QStringList shownNames{QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("cpp"),
    QStringLiteral("sql"), QStringLiteral("shell")};

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> answered(OpenBook &book, const RegisterQuestion &question)
{
    const QString &name = question.definition.name();
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance: return book.registers().balance(name, question.query);
    case RegisterQuestion::Kind::Turnover: return book.registers().turnover(name, question.query);
    case RegisterQuestion::Kind::Movements: break;
    }
    return book.registers().movements(name, question.query);
}

} // namespace

QueryPage::QueryPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_form(new QueryForm(context))
    , m_banner(new ErrorBanner)
    , m_answer(new QTabWidget)
    , m_table(new DataTable(context, QStringLiteral("query")))
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
    heading->setFont(Theme::instance().font(TextSize::Title));
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
}

void QueryPage::take(const QVariantMap &arguments)
{
    const auto text = [&arguments](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    m_form->setRegister(text("register"));
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

void QueryPage::focusFilter() { m_form->focusFirst(); }

void QueryPage::askRegisters()
{
    const int token = m_registersGeneration.next();
    ++m_pending;
    context().client.request<QList<RegisterDefinition>>(
        this, [](OpenBook &book) { return book.registers().list(); },
        [this, token](const Result<QList<RegisterDefinition>> &answer) {
            --m_pending;
            if (!m_registersGeneration.isCurrent(token))
                return;
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            m_form->setRegisters(*answer);
            if (!std::exchange(m_hasRegisters, true))
                take(std::exchange(m_arguments, {}));
            if (answer->isEmpty())
                m_table->setEmptyText(tr("There is no register to ask."),
                    QStringLiteral("<a href=\"registers\">%1</a>").arg(tr("Define one")));
            ask();
        });
}

// --- asking -----------------------------------------------------------------------------------------------------------

void QueryPage::askSoon()
{
    m_generation.next(); // what is under way answers to something else
    m_delay.start();
}

void QueryPage::ask()
{
    m_delay.stop();
    const int token = m_generation.next();
    const auto question = m_form->question();
    if (!question) {
        if (const QStringList problems = m_form->problems(); !problems.isEmpty())
            m_banner->showNotice(problems.join(u'\n'));
        return;
    }
    ++m_pending;
    m_table->setBusy(true);
    showCode(*question);
    context().client.request<QJsonObject>(
        this, [wanted = *question](OpenBook &book) { return answered(book, wanted); },
        [this, token, wanted = *question](const Result<QJsonObject> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            m_table->setBusy(false);
            if (answer.ok()) {
                m_banner->clear();
                showAnswer(wanted, *answer);
            } else {
                m_banner->showError(answer.error());
                m_json->setCode(compact({{QStringLiteral("error"), answer.error().toJson()}}));
            }
        });
}

void QueryPage::showCode(const RegisterQuestion &question)
{
    const BookLocation location = context().client.info().location;
    m_cpp->setCode(cppText(question));
    m_sql->setCode(sqlText(question, !location.isServer()));
    m_shell->setCode(commandLineText(question, location.toString()));
}

void QueryPage::showAnswer(const RegisterQuestion &question, const QJsonObject &answer)
{
    QList<JsonColumn> columns;
    QStringList key = question.groupBy();
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance: columns = RegisterColumns::balance(question.definition, key); break;
    case RegisterQuestion::Kind::Turnover:
        columns = RegisterColumns::turnover(question.definition, key, question.text("by"));
        key << QStringLiteral("period");
        break;
    case RegisterQuestion::Kind::Movements:
        columns = RegisterColumns::movements(question.definition);
        key = {QStringLiteral("id")};
        break;
    }
    const auto ids = [](const QList<JsonColumn> &list) {
        QStringList names;
        for (const JsonColumn &column : list)
            names << column.id;
        return names;
    };
    const bool fresh = !m_shown || m_shown->definition != question.definition || m_shown->kind != question.kind
        || ids(columns) != ids(m_model.columns());
    if (fresh) {
        m_model.setColumns(columns, [key](const QJsonObject &row) {
            QStringList values;
            for (const QString &field : key)
                values << row.value(field).toVariant().toString();
            return QVariant(values.join(u'\t'));
        });
        m_table->proxy()->sort(-1); // as it was asked for, until a header is clicked
        m_table->view()->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    }
    m_shown = question;
    showEmpty(question);
    m_model.setRows(answer.value(QLatin1String("rows")).toArray());
    if (fresh)
        m_table->refit();
    m_json->setCode(compact(answer));
    showMore(answer);
}

void QueryPage::showEmpty(const RegisterQuestion &question)
{
    const bool filtered = !question.query.value(QLatin1String("where")).toObject().isEmpty();
    const QString clear = QStringLiteral("<a href=\"clear\">%1</a>").arg(tr("Clear the conditions"));
    m_table->setEmptyText(filtered ? tr("Nothing matches the conditions.") : tr("Nothing was posted in this time."),
        filtered ? clear : QString());
}

void QueryPage::showMore(const QJsonObject &answer)
{
    m_next = answer.value(QLatin1String("next")).toString();
    m_model.setMore(!m_next.isEmpty(), [this] { askMore(); });
    updateTotals();
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
    context().client.request<QJsonObject>(
        this, [question](OpenBook &book) { return answered(book, question); },
        [this, token](const Result<QJsonObject> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            m_table->setBusy(false);
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            m_model.appendRows(answer->value(QLatin1String("rows")).toArray());
            showMore(*answer);
        });
}

void QueryPage::updateTotals()
{
    const bool isAll = m_next.isEmpty();
    // Part of a journal has no total.
    m_table->setTotals(isAll && m_model.rowCount() > 1 ? m_model.totals(tr("Total")) : QStringList());
    const int rows = m_model.rowCount();
    QString count = isAll ? tr("%Ln row(s)", nullptr, rows) : tr("%Ln row(s), more below", nullptr, rows);
    const bool atLimit = m_shown && m_shown->kind != RegisterQuestion::Kind::Movements && rows > 0
        && m_shown->query.value(QLatin1String("limit")).toInt() == rows;
    if (atLimit)
        count = tr("The first %Ln row(s)", nullptr, rows);
    m_count->setText(count);
}

// --- what one does with it --------------------------------------------------------------------------------------------

/// What a figure is made of: its movements; and of a movement the document, or what its recorder has done.
void QueryPage::open(int row)
{
    if (!m_shown || row < 0)
        return;
    const QJsonObject object = m_model.row(row);
    if (m_shown->kind == RegisterQuestion::Kind::Movements) {
        const QString recorder = object.value(QLatin1String("recorder")).toString();
        const QUuid document = documentOf(recorder);
        if (!document.isNull())
            context().go(QStringLiteral("document"), {{QStringLiteral("id"), document.toString(QUuid::WithoutBraces)}});
        else
            context().go(QStringLiteral("registers"),
                {{QStringLiteral("register"), m_shown->definition.name()},
                    {QStringLiteral("tab"), QStringLiteral("history")}, {QStringLiteral("recorder"), recorder}});
        return;
    }
    QJsonObject query, where = m_shown->query.value(QLatin1String("where")).toObject();
    const QStringList groups = m_shown->groupBy();
    for (const QString &dimension : groups)
        where.insert(dimension, QJsonArray{object.value(dimension).toVariant().toString()});
    if (!where.isEmpty())
        query.insert(QStringLiteral("where"), where);
    for (const char *field : {"from", "to", "known_on"}) {
        if (!m_shown->text(field).isEmpty())
            query.insert(QLatin1String(field), m_shown->text(field));
    }
    if (!m_shown->text("at").isEmpty())
        query.insert(QStringLiteral("to"), m_shown->text("at"));
    query.insert(QStringLiteral("limit"), 1000);
    context().go(name(),
        {{QStringLiteral("register"), m_shown->definition.name()},
            {QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("query"), compact(query)}});
}

QString QueryPage::json() const { return m_json->code(); }

QString QueryPage::code(const QString &language) const
{
    if (language == u"cpp")
        return m_cpp->code();
    return language == u"sql" ? m_sql->code() : m_shell->code();
}

QList<int> QueryPage::shownColumns() const
{
    const QHeaderView *header = m_table->view()->horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

QByteArray QueryPage::csv() const { return toCsv(exportTable(*m_table->proxy(), shownColumns())); }

void QueryPage::copyAll()
{
    if (auto *code = qobject_cast<CodeView *>(m_answer->currentWidget())) {
        code->copyAction()->trigger();
        return;
    }
    QGuiApplication::clipboard()->setText(toTabSeparated(exportTable(*m_table->proxy(), shownColumns())));
    context().tell(tr("Copied %n row(s).", nullptr, m_table->proxy()->rowCount()));
}

void QueryPage::exportFile()
{
    auto *dialog = new QFileDialog(this, tr("Export"), QDir::homePath(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    if (m_shown)
        dialog->selectFile(QStringLiteral("%1-%2.csv").arg(m_shown->definition.name(), m_shown->verb()));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(csv()) >= 0 && file.commit())
            context().tell(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
        else
            m_banner->showError(Error(ErrorCode::Storage,
                {QT_TRANSLATE_NOOP("Error", "%1 could not be written: %2"),
                    {QDir::toNativeSeparators(path), file.errorString()}}));
    });
    dialog->open();
}

} // namespace bincard
