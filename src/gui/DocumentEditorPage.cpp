// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DocumentEditorPage.h"

#include "gui/Actions.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/documents/ConflictPanel.h"
#include "gui/documents/HeaderForm.h"
#include "gui/documents/HistoryPanel.h"
#include "gui/documents/KindMenu.h"
#include "gui/documents/LinesView.h"
#include "gui/documents/ProblemList.h"
#include "gui/documents/QuestionBar.h"
#include "gui/documents/ScannerFilter.h"
#include "models/CatalogCache.h"
#include "models/DocumentText.h"
#include "models/Format.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

namespace bincard {

namespace {

QString &recoveryFolder()
{
    static QString folder;
    return folder;
}

const QString nextKey = QStringLiteral("documents/nextAfterPosting");

} // namespace

DocumentEditorPage::DocumentEditorPage(AppContext &context, QWidget *parent)
    : Page(context, parent)
    , m_editor(context.client)
    , m_title(new QLabel)
    , m_state(new QLabel)
    , m_totals(new QLabel)
    , m_question(new QuestionBar)
    , m_banner(new ErrorBanner)
    , m_work(new QWidget)
    , m_form(new HeaderForm(m_editor))
    , m_view(new LinesView(m_editor.lines()))
    , m_problems(new ProblemList)
    , m_conflict(new ConflictPanel(m_editor))
    , m_history(new HistoryPanel(context.client))
    , m_next(new QCheckBox(tr("After posting, start the next one")))
    , m_scanner(new ScannerFilter(this))
{
    const QString folder = recoveryFolder().isEmpty() ? DraftRecovery::standardFolder() : recoveryFolder();
    m_editor.setRecovery(std::make_unique<DraftRecovery>(folder, context.client.info().location.toString()));
    buildActions();
    build();
    connectEditor();
    m_scanner->setTaker([this](const QString &code) { return takeScan(code); });
    takeCatalog();
    updateState();
}

DocumentEditorPage::~DocumentEditorPage()
{
    if (m_started)
        m_editor.keepForRecovery();
}

void DocumentEditorPage::setRecoveryFolder(const QString &folder) { recoveryFolder() = folder; }

QString DocumentEditorPage::title() const { return text::document(m_editor.header()); }

// --- what it looks like -----------------------------------------------------------------------------------------------

void DocumentEditorPage::buildActions()
{
    m_saveAction = newAction(this, QStringLiteral("document.save"), QStringLiteral("save"), tr("Save draft"),
        QKeySequence::keyBindings(QKeySequence::Save), [this] { save(); });
    m_postAction = newAction(
        this, QStringLiteral("document.post"), QStringLiteral("post"), tr("Post"), postKeys(), [this] { post(); });
    m_unpostAction = newAction(
        this, QStringLiteral("document.unpost"), QStringLiteral("undo"), tr("Unpost"), {}, [this] { askUnpost(); });
    m_discardAction = newAction(this, QStringLiteral("document.discard"), QStringLiteral("trash"), tr("Discard draft"),
        {}, [this] { askDiscard(); });
    m_newAction = newAction(this, QStringLiteral("document.new"), QStringLiteral("new"), tr("New"),
        {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] {
            const DocumentKind kind = m_editor.header().kind;
            whenFree(tr("Start a new document?"), [this, kind] { startNew(kind); });
        });
    m_duplicateAction = newAction(this, QStringLiteral("document.duplicate"), QStringLiteral("copy"),
        tr("Duplicate as new"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, [this] { duplicate(); });
    m_historyAction = newAction(this, QStringLiteral("document.history"), QStringLiteral("history"), tr("History"),
        {QKeySequence(Qt::CTRL | Qt::Key_H)}, [this] { toggleHistory(); });
    m_historyAction->setCheckable(true);
    newAction(this, QStringLiteral("document.nextProblem"), QStringLiteral("warning"), tr("Next problem"),
        {QKeySequence(Qt::Key_F8)}, [this] { m_problems->goToNext(); });
    newAction(this, QStringLiteral("document.otherPart"), QStringLiteral("edit"), tr("Head or lines"),
        {QKeySequence(Qt::Key_F6)}, [this] {
            commit();
            if (m_form->isAncestorOf(focusWidget()))
                m_view->setFocus();
            else
                m_form->focusFirst();
        });
}

QWidget *DocumentEditorPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    m_title->setObjectName(QStringLiteral("title"));
    Theme::makeTitle(m_title);
    m_state->setObjectName(QStringLiteral("state"));
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addStretch();
    auto *create = new QToolButton;
    create->setObjectName(QStringLiteral("newButton"));
    create->setDefaultAction(m_newAction);
    create->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    create->setPopupMode(QToolButton::MenuButtonPopup);
    create->setMenu(newKindMenu(
        this, [this](DocumentKind kind) { whenFree(tr("Start a new document?"), [this, kind] { startNew(kind); }); }));
    create->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(create);
    for (QAction *action : {m_duplicateAction, m_historyAction}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::NoFocus);
        layout->addWidget(button);
    }
    return top;
}

QWidget *DocumentEditorPage::buildBottom()
{
    auto *bottom = new QWidget;
    auto *layout = new QHBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    const auto button = [bottom](QAction *action) {
        auto *made = new QPushButton(bottom); // shown without a parent it would be a window
        made->setObjectName(action->objectName() + QStringLiteral(".button"));
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        const auto follow = [made, action] {
            made->setText(action->text());
            made->setToolTip(action->toolTip());
            made->setEnabled(action->isEnabled());
            made->setVisible(action->isVisible());
        };
        connect(action, &QAction::changed, made, follow);
        follow();
        return made;
    };
    m_post = button(m_postAction);
    m_post->setProperty("primary", true);
    m_save = button(m_saveAction);
    m_unpost = button(m_unpostAction);
    m_discard = button(m_discardAction);
    m_next->setChecked(QSettings().value(nextKey, false).toBool());
    connect(m_next, &QCheckBox::toggled, this, [](bool on) { QSettings().setValue(nextKey, on); });
    layout->addWidget(m_save);
    layout->addWidget(m_discard);
    layout->addWidget(m_unpost);
    layout->addStretch();
    layout->addWidget(m_next);
    layout->addSpacing(Theme::grid);
    layout->addWidget(m_post);
    return bottom;
}

void DocumentEditorPage::build()
{
    m_totals->setObjectName(QStringLiteral("totals"));
    m_totals->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_totals->setTextFormat(Qt::RichText);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(Theme::grid);
    work->addWidget(m_form);
    work->addWidget(m_view, 1);
    work->addWidget(m_problems);
    work->addWidget(m_totals);
    work->addWidget(buildBottom());

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_work, 1);
    middle->addWidget(m_conflict, 1);
    middle->addWidget(m_history);
    m_history->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_question);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    // The order of work: head, lines, Post, then the rest.
    QWidget *before = m_view;
    for (QWidget *next : std::initializer_list<QWidget *>{m_post, m_save, m_discard, m_unpost, m_next}) {
        setTabOrder(before, next);
        before = next;
    }
}

void DocumentEditorPage::connectEditor()
{
    connect(&m_editor, &DocumentEditor::shown, this, &DocumentEditorPage::showDocument);
    connect(&m_editor, &DocumentEditor::changed, this, [this] {
        updateState();
        updateProblems();
    });
    connect(&m_editor, &DocumentEditor::headerChanged, this, &DocumentEditorPage::updateState);
    connect(&m_editor, &DocumentEditor::runningChanged, this, &DocumentEditorPage::updateState);
    connect(&m_editor, &DocumentEditor::succeeded, this, &DocumentEditorPage::succeeded);
    connect(&m_editor, &DocumentEditor::refused, this, &DocumentEditorPage::refused);
    connect(&m_editor, &DocumentEditor::loadFailed, m_banner, &ErrorBanner::showError);
    connect(&m_editor, &DocumentEditor::recoveryFailed, m_banner, &ErrorBanner::showError);
    connect(&m_editor, &DocumentEditor::conflictFound, this, [this] {
        m_work->hide();
        m_conflict->showConflict();
    });
    connect(m_conflict, &ConflictPanel::decided, this, [this] {
        m_work->show();
        m_view->setFocus();
    });
    connect(&m_editor, &DocumentEditor::discarded, this, [this] {
        const DocumentKind kind = m_editor.header().kind;
        if (const auto then = std::exchange(m_then, {})) {
            m_editor.startNew(kind, QDate::currentDate(), defaultWarehouse(kind));
            then();
            return;
        }
        context().tell(tr("Discarded."));
        startNew(kind);
    });
    connect(&m_editor.lines(), &QAbstractItemModel::dataChanged, this, &DocumentEditorPage::updateProblems);
    connect(m_problems, &ProblemList::chosen, this, [this](int row, int column) {
        m_view->goTo(row, static_cast<LineColumn>(column));
        m_view->setFocus();
    });
    connect(m_form, &HeaderForm::finished, this, [this] {
        m_view->goToEntryRow();
        m_view->setFocus(Qt::TabFocusReason);
    });
    connect(m_view, &LinesView::told, this, [this](const QString &text) { context().tell(text); });
    connect(m_view, &LinesView::enteredNothing, this, [this] {
        context().tell(tr("%1 posts the document.").arg(m_postAction->shortcut().toString(QKeySequence::NativeText)));
    });
    connect(&context().catalog, &CatalogCache::changed, this, &DocumentEditorPage::takeCatalog);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateState();
        updateProblems();
    });
}

void DocumentEditorPage::showDocument()
{
    m_banner->clear();
    m_form->clearProblems();
    m_otherProblems.clear();
    m_conflict->hide();
    m_work->show();
    if (m_history->isVisible())
        m_history->showHistory(m_editor.isNew() ? QUuid() : m_editor.header().id);
    updateState();
    updateProblems();
}

void DocumentEditorPage::updateState()
{
    const Document &header = m_editor.header();
    const bool idle = m_editor.running() == DocumentEditor::Action::None;
    const bool modified = m_editor.isModified();
    const bool posted = header.state == DocumentState::Posted;
    const Colors &colors = Theme::instance().colors();
    m_title->setText(title());
    QString state = m_editor.isNew() ? tr("Not saved yet") : text::state(header.state);
    if (!m_editor.isNew() && modified)
        state = tr("%1, with unsaved changes", "state of a document").arg(state);
    m_state->setText(state);
    QPalette palette = m_state->palette();
    palette.setColor(QPalette::WindowText, posted && !modified ? colors.positive : colors.dim);
    m_state->setPalette(palette);

    m_saveAction->setText(header.state == DocumentState::Cancelled ? tr("Save") : tr("Save draft"));
    m_saveAction->setVisible(!posted);
    // Not only when something has changed: what stands in an open cell counts as soon as one presses the key.
    m_saveAction->setEnabled(idle);
    m_postAction->setText(posted                       ? tr("Repost (Ctrl+Enter)")
            : header.state == DocumentState::Cancelled ? tr("Post again (Ctrl+Enter)")
                                                       : tr("Post (Ctrl+Enter)"));
    m_postAction->setToolTip(posted ? tr("Saves the changes and puts its movements right, in one step.")
                                    : tr("Saves the document and books its movements, in one step."));
    m_postAction->setEnabled(idle);
    m_unpostAction->setVisible(posted);
    m_unpostAction->setEnabled(idle);
    m_unpostAction->setToolTip(tr("Takes its movements back; the document stays, cancelled."));
    const bool draft = header.state == DocumentState::Draft;
    m_discardAction->setText(draft && !m_editor.isNew() ? tr("Discard draft") : tr("Discard changes"));
    m_discardAction->setVisible(modified || (draft && !m_editor.isNew()));
    m_discardAction->setEnabled(idle);
    m_duplicateAction->setEnabled(idle && m_editor.lines().lineCount() > 0);
    m_newAction->setEnabled(idle);
    m_form->setReadOnly(!idle);

    const int lines = m_editor.lines().lineCount();
    const QString currency = context().client.info().currency;
    QString total = format::amount(m_editor.lines().total());
    if (!currency.isEmpty())
        total += u' ' + currency;
    m_totals->setText(traits(header.kind).hasPrices
            ? tr("Lines %1 &nbsp;&nbsp;&nbsp; Total <b>%2</b>").arg(QLocale().toString(lines), total)
            : tr("Lines %1").arg(QLocale().toString(lines)));
}

} // namespace bincard
