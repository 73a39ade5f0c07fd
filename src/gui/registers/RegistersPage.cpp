// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/RegistersPage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/documents/QuestionBar.h"
#include "gui/grid/GridView.h"
#include "gui/registers/DefinitionEditor.h"
#include "gui/registers/PostingPanel.h"
#include "gui/registers/RecorderPanel.h"
#include "gui/registers/VerifyPanel.h"
#include "service/RegisterService.h"

#include <QAction>
#include <QCryptographicHash>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bincard {

namespace {

const QString newLink = QStringLiteral("new"), openLink = QStringLiteral("open");
constexpr int sizeColumn = 5;
constexpr int listedAtOnce = 6; ///< registers that the list shows without scrolling
const QStringList tabNames{
    QStringLiteral("definition"), QStringLiteral("post"), QStringLiteral("history"), QStringLiteral("verify")};

} // namespace

RegistersPage::RegistersPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_table(new DataTable(context, QStringLiteral("registers")))
    , m_banner(new ErrorBanner)
    , m_question(new QuestionBar)
    , m_tabs(new QTabWidget)
    , m_definition(new DefinitionEditor(context))
    , m_posting(new PostingPanel(context))
    , m_history(new RecorderPanel(context))
    , m_verify(new VerifyPanel(context))
{
    JsonColumn size{QStringLiteral("bytes"), tr("Size")};
    size.value = [](const QJsonObject &row) {
        const qint64 bytes = row.value(QLatin1String("bytes")).toInteger(-1);
        return QJsonValue(bytes < 0 ? QString() : QLocale().formattedDataSize(bytes));
    };
    JsonColumn verified{QStringLiteral("verified"), tr("Last verified")};
    verified.problem = [](const QJsonObject &row) { return row.value(QLatin1String("wrong")).toString(); };
    m_model.setColumns(
        {{QStringLiteral("name"), tr("Name")}, {QStringLiteral("kind"), tr("Kind")},
            {QStringLiteral("dimensions"), tr("Dimensions")}, {QStringLiteral("resources"), tr("Resources")},
            {QStringLiteral("movements"), tr("Movements"), JsonColumn::Kind::Count}, size, verified},
        [](const QJsonObject &row) { return row.value(QLatin1String("name")).toVariant(); });
    m_table->setObjectName(QStringLiteral("registers.list"));
    m_table->setModel(&m_model);
    m_table->setStretchColumn(QStringLiteral("dimensions"));
    m_table->setSpareColumns({QStringLiteral("bytes"), QStringLiteral("resources")});
    m_table->view()->setColumnHidden(sizeColumn, !context.client.info().location.isServer()); // SQLite cannot tell it
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("No registers yet."),
        QStringLiteral("<a href=\"%1\">%2</a> &nbsp; <a href=\"%3\">%4</a>")
            .arg(newLink, tr("Define one (Ctrl+N)"), openLink, tr("Open a definition")));

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    const int row = Theme::instance().rowHeight();
    splitter->setSizes({(listedAtOnce - 1) * row, 20 * row});
    m_table->setMinimumHeight(3 * row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_question);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    buildTabs();
    updateState();
}

QAction *RegistersPage::add(const QString &name, const QString &iconName, const QString &text, const QString &hint,
    const QList<QKeySequence> &keys, void (RegistersPage::*slot)())
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(keys.isEmpty() ? hint
                                      : tr("%1 (%2)", "what a button does, its key")
                                            .arg(hint, keys.constFirst().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

QWidget *RegistersPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *heading = new QLabel(title());
    heading->setFont(Theme::instance().font(TextSize::Title));
    layout->addWidget(heading);
    layout->addStretch(1);
    QAction *create = add(QStringLiteral("registers.new"), QStringLiteral("new"), tr("New register"),
        tr("Define a register"), {QKeySequence(Qt::CTRL | Qt::Key_N)}, &RegistersPage::startNew);
    QAction *open = add(QStringLiteral("registers.open"), QStringLiteral("open"), tr("Open definition..."),
        tr("Define a register by a JSON file"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        &RegistersPage::openFile);
    m_query = add(QStringLiteral("registers.query"), QStringLiteral("query"), tr("Query"),
        tr("Ask this register for balances, turnovers and movements"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)},
        &RegistersPage::query);
    m_drop = add(QStringLiteral("registers.drop"), QStringLiteral("trash"), tr("Drop..."),
        tr("Remove this register and its movements from the book"), {}, &RegistersPage::askDrop);
    for (QAction *action : {create, open, m_query, m_drop}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        layout->addWidget(button);
        m_table->view()->addAction(action);
    }
    return top;
}

void RegistersPage::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("registers.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_definition, tr("&Definition"));
    m_tabs->addTab(m_posting, tr("Post by &hand"));
    m_tabs->addTab(m_history, tr("Recorder &history"));
    m_tabs->addTab(m_verify, tr("&Verify and rebuild"));
    connect(m_table, &DataTable::currentChanged, this, [this](int row) {
        if (row >= 0 && !m_choosing)
            choose(m_model.row(row).value(QLatin1String("name")).toString());
    });
    connect(m_table, &DataTable::activated, this, [this] {
        switch (m_tabs->currentIndex()) {
        case Definition: m_definition->focusFirst(); break;
        case Post: m_posting->focusFirst(); break;
        case History: m_history->focusFirst(); break;
        default: m_verify->focusFirst();
        }
    });
    connect(m_table, &DataTable::emptyLink, this, [this](const QString &href) {
        if (href == openLink)
            openFile();
        else
            startNew();
    });
    connect(m_definition, &DefinitionEditor::save, this, &RegistersPage::save);
    connect(m_definition, &DefinitionEditor::failed, m_banner, &ErrorBanner::showError);
    connect(m_definition, &DefinitionEditor::discard, this, [this] {
        m_question->dismiss();
        const QString back =
            m_current.isEmpty() && !m_definitions.isEmpty() ? m_definitions.constFirst().name() : m_current;
        m_isNew = false;
        m_current.clear();
        if (back.isEmpty())
            startNew();
        else
            choose(back);
    });
    connect(m_posting, &PostingPanel::posted, this,
        [this](const QString &, const QString &recorder) { m_history->setRecorder(recorder); });
    connect(m_history, &RecorderPanel::change, this, [this](const QString &recorder) {
        m_posting->setRecorder(recorder);
        m_tabs->setCurrentIndex(Post);
        m_posting->grid()->setFocus();
    });
    connect(m_verify, &VerifyPanel::verified, this, &RegistersPage::noteVerified);
    auto *otherPart = new QAction(this);
    otherPart->setShortcut(Qt::Key_F6);
    otherPart->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(otherPart, &QAction::triggered, this, [this] {
        if (m_tabs->isAncestorOf(focusWidget()))
            m_table->view()->setFocus();
        else
            emit m_table->activated(m_table->currentRow());
    });
    addAction(otherPart);
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
        load();
        return;
    }
    load();
    if (!text("recorder").isEmpty()) {
        m_history->setRecorder(text("recorder"));
        if (m_tabs->currentIndex() == Post)
            m_posting->setRecorder(text("recorder"));
    }
}

void RegistersPage::refresh()
{
    load();
    m_posting->refresh();
    m_history->refresh();
}

bool RegistersPage::isSettled() const
{
    return m_pending == 0 && m_posting->isSettled() && m_history->isSettled() && !m_verify->isRunning();
}

QVariantMap RegistersPage::place() const
{
    QVariantMap place{{QStringLiteral("tab"), tabNames.at(m_tabs->currentIndex())}};
    if (!m_current.isEmpty())
        place.insert(QStringLiteral("register"), m_current);
    return place;
}

void RegistersPage::focusFilter() { m_table->view()->setFocus(Qt::ShortcutFocusReason); }

bool RegistersPage::mayLeave()
{
    if (!m_definition->draft().isModified() && m_posting->draft().isEmpty())
        return true;
    m_question->ask(m_definition->draft().isModified() ? tr("The definition has not been saved. Leave it?")
                                                       : tr("The movements have not been posted. Leave them?"),
        {{QStringLiteral("registers.leave"), tr("Leave"),
             [this] {
                 m_definition->startNew();
                 m_posting->draft().grid().setRows({});
                 emit leavable();
             }},
            {QStringLiteral("registers.stay"), tr("Stay"), {}}});
    return false;
}

// --- the list ---------------------------------------------------------------------------------------------------------

void RegistersPage::load()
{
    const int token = m_listGeneration.next();
    ++m_pending;
    m_table->setBusy(true);
    context().client.request<QList<RegisterDefinition>>(
        this, [](OpenBook &book) { return book.registers().list(); },
        [this, token](const Result<QList<RegisterDefinition>> &answer) {
            --m_pending;
            if (!m_listGeneration.isCurrent(token))
                return;
            m_table->setBusy(false);
            if (answer.ok())
                showList(*answer);
            else
                m_banner->showError(answer.error());
        });
}

void RegistersPage::showList(const QList<RegisterDefinition> &definitions)
{
    m_definitions = definitions;
    m_choosing = true;
    showRows();
    m_choosing = false;
    loadInfo();
    if (m_isNew)
        return;
    const QString wanted = find(m_wanted) ? m_wanted : find(m_current) ? m_current : QString();
    m_wanted.clear();
    if (!wanted.isEmpty())
        choose(wanted);
    else if (!m_definitions.isEmpty())
        choose(m_definitions.constFirst().name());
    else
        startNew();
}

/// Counting takes its time in a large book, so the list does not wait for it.
void RegistersPage::loadInfo()
{
    const int token = m_infoGeneration.next();
    QStringList names;
    for (const RegisterDefinition &definition : std::as_const(m_definitions))
        names << definition.name();
    ++m_pending;
    context().client.request<QHash<QString, QJsonObject>>(
        this,
        [names](OpenBook &book) -> Result<QHash<QString, QJsonObject>> {
            QHash<QString, QJsonObject> infos;
            for (const QString &name : names) {
                const auto info = book.registers().info(name);
                if (info.ok()) // somebody may have dropped it meanwhile
                    infos.insert(name, *info);
            }
            return infos;
        },
        [this, token](const Result<QHash<QString, QJsonObject>> &answer) {
            --m_pending;
            if (!m_infoGeneration.isCurrent(token) || !answer.ok())
                return;
            m_infos = *answer;
            m_choosing = true;
            showRows();
            m_choosing = false;
        },
        Lane::Background);
}

QString RegistersPage::verifiedKey(const QString &name) const
{
    const QByteArray book = context().client.info().location.toString().toUtf8();
    return QStringLiteral("registers/verified/%1/%2")
        .arg(QString::fromLatin1(QCryptographicHash::hash(book, QCryptographicHash::Sha256).toHex().left(16)), name);
}

QJsonObject RegistersPage::rowOf(const RegisterDefinition &definition) const
{
    const QHash<RegisterKind, QString> kinds{{RegisterKind::Balance, tr("Balances")},
        {RegisterKind::Turnover, tr("Turnovers only")}, {RegisterKind::Ledger, tr("Ledger, double entry")}};
    QStringList dimensions, resources;
    for (const Dimension &dimension : definition.dimensions())
        dimensions << dimension.name;
    for (const Resource &resource : definition.resources())
        resources << (resource.negative == NegativePolicy::Forbid ? tr("%1 (never below zero)").arg(resource.name)
                                                                  : resource.name);
    QJsonObject row{{QStringLiteral("name"), definition.name()},
        {QStringLiteral("kind"), kinds.value(definition.kind())},
        {QStringLiteral("dimensions"), dimensions.join(QStringLiteral(", "))},
        {QStringLiteral("resources"), resources.join(QStringLiteral(", "))}};
    const QJsonObject info = m_infos.value(definition.name());
    for (const char *field : {"movements", "bytes"}) {
        if (info.contains(QLatin1String(field)))
            row.insert(QLatin1String(field), info.value(QLatin1String(field)));
    }
    const QStringList verified = QSettings().value(verifiedKey(definition.name())).toStringList();
    row.insert(QStringLiteral("verified"), tr("Not yet"));
    if (verified.size() == 2) {
        const QDateTime at = QDateTime::fromString(verified.at(0), Qt::ISODate);
        const int wrong = verified.at(1).toInt();
        const QString outcome = wrong == 0 ? tr("all right") : tr("%n wrong", nullptr, wrong);
        row.insert(QStringLiteral("verified"), tr("%1: %2").arg(QLocale().toString(at, QLocale::ShortFormat), outcome));
        if (wrong > 0)
            row.insert(
                QStringLiteral("wrong"), tr("Some figures do not agree with the journal. Rebuild makes them anew."));
    }
    return row;
}

void RegistersPage::showRows()
{
    QJsonArray rows;
    for (const RegisterDefinition &definition : std::as_const(m_definitions))
        rows << rowOf(definition);
    m_model.setRows(rows);
}

void RegistersPage::noteVerified(const QString &name, qint64, const QJsonArray &rows)
{
    for (const RegisterDefinition &definition : std::as_const(m_definitions)) {
        if (!name.isEmpty() && definition.name() != name)
            continue;
        int wrong = 0;
        for (const QJsonValue &row : rows)
            wrong += row[u"register"].toString() == definition.name() ? 1 : 0;
        QSettings().setValue(verifiedKey(definition.name()),
            QStringList{QDateTime::currentDateTime().toString(Qt::ISODate), QString::number(wrong)});
    }
    showRows();
}

const RegisterDefinition *RegistersPage::find(const QString &name) const
{
    const auto found = std::find_if(m_definitions.begin(), m_definitions.end(),
        [&name](const RegisterDefinition &definition) { return definition.name() == name; });
    return found == m_definitions.end() ? nullptr : &*found;
}

// --- choosing ---------------------------------------------------------------------------------------------------------

/// Asks first if a definition would be lost.
void RegistersPage::whenFree(std::function<void()> then)
{
    if (!m_definition->draft().isModified()) {
        m_question->dismiss();
        then();
        return;
    }
    m_tabs->setCurrentIndex(Definition);
    m_question->ask(tr("The definition has not been saved. Discard it?"),
        {{QStringLiteral("registers.discard"), tr("Discard"), then},
            {QStringLiteral("registers.keep"), tr("Keep writing"), [this] {
                 m_choosing = true;
                 if (m_current.isEmpty())
                     m_table->view()->setCurrentIndex({});
                 else
                     m_table->selectKey(m_current);
                 m_choosing = false;
                 m_definition->focusFirst();
             }}});
}

void RegistersPage::choose(const QString &name)
{
    const RegisterDefinition *definition = find(name);
    if (!definition)
        return;
    m_choosing = true;
    m_table->selectKey(name);
    m_choosing = false;
    const QJsonObject json = definition->toJson();
    const bool shown = m_current == name && !m_isNew;
    // After a refresh what is being written stays, unless the register itself has become another.
    if (shown && (m_definition->draft().isModified() || m_definition->draft().original() == json))
        return;
    const auto show = [this, wanted = *definition] {
        m_isNew = false;
        m_current = wanted.name();
        m_banner->clear();
        m_definition->show(wanted.toJson(), true);
        m_posting->setRegister(wanted);
        m_history->setRegister(wanted);
        m_verify->setRegister(wanted.name());
        m_choosing = true;
        m_table->selectKey(wanted.name());
        m_choosing = false;
        updateState();
        if (std::exchange(m_goOnToPosting, false)) {
            m_tabs->setCurrentIndex(Post);
            m_posting->focusFirst();
        }
    };
    if (shown)
        show();
    else
        whenFree(show);
}

void RegistersPage::startNew()
{
    whenFree([this] {
        m_isNew = true;
        m_current.clear();
        m_choosing = true;
        m_table->view()->clearSelection();
        m_table->view()->setCurrentIndex({});
        m_choosing = false;
        m_tabs->setCurrentIndex(Definition);
        m_definition->startNew();
        m_banner->clear();
        updateState();
    });
}

void RegistersPage::openFile()
{
    whenFree([this] {
        startNew();
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
    m_drop->setEnabled(chosen && !RegisterService::isStandard(m_current));
    m_drop->setToolTip(chosen && !m_drop->isEnabled() ? tr("The documents post to this register; it cannot be dropped.")
                                                      : tr("Remove this register and its movements from the book"));
    m_query->setEnabled(chosen);
}

// --- changing ---------------------------------------------------------------------------------------------------------

void RegistersPage::save()
{
    const QJsonObject definition = m_definition->draft().json();
    m_definition->setBusy(true);
    ++m_pending;
    context().client.request<bool>(
        this,
        [definition](OpenBook &book) -> Result<bool> {
            BINCARD_TRY(book.registers().create(definition));
            return true;
        },
        [this, name = definition.value(QLatin1String("name")).toString()](const Result<bool> &answer) {
            --m_pending;
            m_definition->setBusy(false);
            if (!answer.ok()) {
                if (answer.error().code() == ErrorCode::Validation)
                    m_definition->draft().setRefused(answer.error());
                else
                    m_banner->showError(answer.error());
                return;
            }
            m_banner->clear();
            context().tell(tr("The register %1 is there. Movements can be posted to it now.").arg(name));
            m_definition->startNew(); // nothing is left to be lost
            m_isNew = false;
            m_wanted = name;
            m_goOnToPosting = true;
            load();
        });
}

void RegistersPage::askDrop()
{
    if (m_current.isEmpty())
        return;
    const qint64 movements = m_infos.value(m_current).value(QLatin1String("movements")).toInteger();
    const QString name = m_current;
    m_question->ask(movements == 0
            ? tr("Drop the register %1? It holds no movements.").arg(name)
            : tr("Drop the register %1 with its %L2 movements? They cannot be brought back.").arg(name).arg(movements),
        {{QStringLiteral("registers.dropNow"), tr("Drop %1").arg(name), [this, name] { drop(name); }},
            {QStringLiteral("registers.dropNot"), tr("Keep it"), [this] { m_table->view()->setFocus(); }}});
    // Not by a thoughtless Enter.
    if (auto *keep = m_question->findChild<QWidget *>(QStringLiteral("registers.dropNot")))
        keep->setFocus();
}

void RegistersPage::drop(const QString &name)
{
    ++m_pending;
    context().client.request<bool>(
        this,
        [name](OpenBook &book) -> Result<bool> {
            BINCARD_TRY(book.registers().drop(name, true));
            return true;
        },
        [this, name](const Result<bool> &answer) {
            --m_pending;
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            QSettings().remove(verifiedKey(name));
            context().tell(tr("The register %1 is gone.").arg(name));
            m_current.clear();
            m_definition->startNew();
            load();
            m_table->view()->setFocus();
        });
}

} // namespace bincard
