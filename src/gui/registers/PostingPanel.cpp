// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/PostingPanel.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/documents/ProblemList.h"
#include "gui/grid/GridView.h"
#include "gui/registers/RecorderNote.h"
#include "models/CatalogCache.h"
#include "models/RegisterColumns.h"
#include "service/RegisterService.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int previewPauseMs = 200;

/// "manual:7" -> "manual:8"; without a number at the end there is no next.
QString nextRecorder(const QString &recorder)
{
    qsizetype digits = 0;
    while (digits < qMin<qsizetype>(recorder.size(), 9) && recorder.at(recorder.size() - 1 - digits).isDigit())
        ++digits;
    if (digits == 0)
        return {};
    const QString number = QString::number(recorder.right(digits).toLongLong() + 1);
    return recorder.left(recorder.size() - digits) + number.rightJustified(digits, u'0');
}

} // namespace

PostingPanel::PostingPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_recorder(new QLineEdit)
    , m_note(new RecorderNote(context))
    , m_replace(new QRadioButton(tr("Replace its movements")))
    , m_append(new QRadioButton(tr("Add to them")))
    , m_modes(new QWidget)
    , m_load(new QPushButton(tr("Load its movements")))
    , m_post(new QPushButton)
    , m_unpost(new QPushButton(tr("Unpost")))
    , m_grid(new GridView(m_draft.grid()))
    , m_problems(new ProblemList)
    , m_banner(new ErrorBanner)
    , m_outcome(new QLabel)
    , m_effectTable(new DataTable(context, QStringLiteral("registers.effect")))
{
    auto *upper = new QWidget;
    auto *above = new QVBoxLayout(upper);
    above->setContentsMargins(0, 0, 0, 0);
    above->setSpacing(Theme::grid);
    above->addWidget(m_grid, 1);
    above->addWidget(m_problems);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(buildEffect());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(m_unpost);
    buttons->addWidget(m_post);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    layout->addLayout(buttons);
    connectParts();
    takeCatalog();
    updateState();
}

QWidget *PostingPanel::buildTop()
{
    m_recorder->setObjectName(QStringLiteral("posting.recorder"));
    m_recorder->setPlaceholderText(tr("Such as manual:1"));
    m_recorder->setMaxLength(200);
    m_recorder->setMinimumWidth(24 * Theme::grid);
    m_recorder->setToolTip(tr("What makes these movements: they are posted, changed and taken back under this name."));
    m_load->setToolTip(tr("Put what this recorder has posted into the grid, to change it (Ctrl+L)"));
    m_unpost->setToolTip(tr("Take everything back that this recorder has posted to the register."));
    m_post->setProperty("primary", true);
    m_post->setObjectName(QStringLiteral("posting.post"));
    m_unpost->setObjectName(QStringLiteral("posting.unpost"));
    m_load->setObjectName(QStringLiteral("posting.load"));
    m_replace->setChecked(true);
    m_replace->setToolTip(tr("Repost: only what differs is written."));

    auto *modes = new QHBoxLayout(m_modes);
    modes->setContentsMargins(0, 0, 0, 0);
    modes->setSpacing(Theme::grid);
    modes->addWidget(m_replace);
    modes->addWidget(m_append);
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *label = new QLabel(tr("&Recorder"));
    label->setBuddy(m_recorder);
    layout->addWidget(label);
    layout->addWidget(m_recorder);
    layout->addWidget(m_load);
    layout->addWidget(m_modes);
    layout->addWidget(m_note, 1);
    return top;
}

QWidget *PostingPanel::buildEffect()
{
    m_grid->setObjectName(QStringLiteral("posting.grid"));
    m_grid->setAccessibleName(tr("Movements"));
    m_effectTable->setModel(&m_effect);
    m_effectTable->setStretchColumn(QStringLiteral("outcome"));
    m_effectTable->setEmptyText(tr("The effect stands here while you type."),
        tr("Every key that changes: before, after, and the lowest balance of any later day."));
    return m_effectTable;
}

void PostingPanel::connectParts()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(previewPauseMs);
    connect(&m_delay, &QTimer::timeout, this, &PostingPanel::preview);
    connect(&m_draft, &MovementDraft::edited, this, &PostingPanel::previewSoon);
    connect(m_recorder, &QLineEdit::textEdited, this, &PostingPanel::recorderEdited);
    connect(m_recorder, &QLineEdit::editingFinished, this, [this] { askActive(m_draft.isEmpty()); });
    connect(m_load, &QPushButton::clicked, this, [this] { askActive(true); });
    connect(m_replace, &QRadioButton::toggled, this, &PostingPanel::previewSoon);
    connect(m_post, &QPushButton::clicked, this, &PostingPanel::post);
    connect(m_unpost, &QPushButton::clicked, this, &PostingPanel::unpost);
    connect(m_grid, &GridView::told, this, [this](const QString &text) { m_context.tell(text); });
    connect(m_grid, &GridView::enteredNothing, this, [this] { m_context.tell(tr("Ctrl+Enter posts the movements.")); });
    connect(m_problems, &ProblemList::chosen, this, [this](int row, int column) {
        m_grid->setFocus();
        m_grid->goTo(row, column);
    });
    connect(&m_context.catalog, &CatalogCache::changed, this, &PostingPanel::takeCatalog);
    const auto shortcut = [this](const QList<QKeySequence> &keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    shortcut({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, [this] { post(); });
    shortcut({QKeySequence(Qt::CTRL | Qt::Key_L)}, [this] { askActive(true); });
    shortcut({QKeySequence(Qt::Key_F8)}, [this] { m_problems->goToNext(); });
}

void PostingPanel::takeCatalog()
{
    const auto catalog = std::make_shared<const CatalogIndex>(m_context.catalog.snapshot());
    m_draft.grid().setCatalog(catalog);
    m_effect.setCatalog(catalog);
}

void PostingPanel::setRegister(const RegisterDefinition &definition)
{
    if (m_hasRegister && definition == m_draft.definition())
        return;
    m_hasRegister = true;
    m_banner->clear();
    m_general.clear();
    m_draft.setDefinition(definition);
    QList<int> characters{18}, shares{0};
    if (definition.isLedger()) {
        characters << QList<int>{8, 16, 8, 16};
        shares << QList<int>{0, 2, 0, 2};
    }
    for (const Dimension &dimension : definition.dimensions()) {
        const bool isReference = dimension.type == DimensionType::Ref;
        characters << (isReference ? 16 : 10);
        shares << (isReference ? 3 : 1);
    }
    for (qsizetype i = 0; i < definition.resources().size(); ++i) {
        characters << 11;
        shares << 1;
    }
    m_grid->setColumnWidths(characters, shares);
    m_effect.setColumns(RegisterColumns::effect(definition), [](const QJsonObject &row) {
        return QVariant(QString::fromUtf8(
            QJsonDocument(row.value(QLatin1String("key")).toObject()).toJson(QJsonDocument::Compact)));
    });
    m_knownRecorder.clear();
    m_active = 0;
    if (!recorder().isEmpty())
        askActive(true);
    previewSoon();
}

QString PostingPanel::recorder() const { return m_recorder->text().trimmed(); }

void PostingPanel::setRecorder(const QString &recorder)
{
    m_recorder->setText(recorder);
    m_knownRecorder.clear();
    recorderEdited();
    askActive(true);
}

void PostingPanel::focusFirst()
{
    if (recorder().isEmpty())
        m_recorder->setFocus();
    else
        m_grid->setFocus();
}

void PostingPanel::refresh()
{
    m_knownRecorder.clear();
    askActive(false);
    previewSoon();
}

void PostingPanel::request(
    std::function<Result<QJsonObject>(OpenBook &)> job, std::function<void(Result<QJsonObject>)> done)
{
    ++m_pending;
    m_context.client.request<QJsonObject>(
        this, std::move(job), [this, done = std::move(done)](Result<QJsonObject> answer) {
            --m_pending;
            done(std::move(answer));
        });
}

// --- the recorder -----------------------------------------------------------------------------------------------------

void PostingPanel::recorderEdited()
{
    if (recorder() != m_knownRecorder) {
        m_knownRecorder.clear();
        m_active = 0;
    }
    m_isDocuments = m_note->showDocument(recorder(), true);
    if (!m_isDocuments)
        m_note->say({});
    updateState();
    previewSoon();
}

void PostingPanel::askActive(bool load)
{
    if (recorder().isEmpty() || !m_hasRegister || m_isDocuments || (!load && recorder() == m_knownRecorder))
        return;
    const int token = m_activeGeneration.next();
    request([name = m_draft.definition().name(), who = recorder()](
                OpenBook &book) { return book.registers().history(name, who); },
        [this, token, load, who = recorder()](const Result<QJsonObject> &answer) {
            if (!m_activeGeneration.isCurrent(token) || who != recorder())
                return;
            if (answer.ok())
                showActive(answer->value(QLatin1String("rows")).toArray(), load);
            else
                m_banner->showError(answer.error());
        });
}

void PostingPanel::showActive(const QJsonArray &rows, bool load)
{
    QJsonArray active;
    for (const QJsonValue &row : rows) {
        if (row[u"reversal_of"].isNull() && !row[u"reversed"].toBool())
            active << row;
    }
    m_knownRecorder = recorder();
    m_active = static_cast<int>(active.size());
    if (m_active > 0)
        m_note->say(tr("Has %n movement(s) in this register.", nullptr, m_active));
    else if (!rows.isEmpty())
        m_note->say(tr("Everything it posted has been taken back."));
    else
        m_note->say(tr("New: it has posted nothing to this register."));
    if (load && m_active > 0) {
        m_replace->setChecked(true);
        m_draft.setMovements(active);
    }
    updateState();
    previewSoon();
}

PostingPanel::Mode PostingPanel::mode() const
{
    if (m_active == 0)
        return Mode::Post;
    return m_append->isChecked() ? Mode::Append : Mode::Replace;
}

// --- the effect -------------------------------------------------------------------------------------------------------

void PostingPanel::previewSoon()
{
    m_previewGeneration.next(); // what is under way answers to something else
    m_delay.start();
    updateState();
}

void PostingPanel::preview()
{
    const int token = m_previewGeneration.next();
    m_general.clear();
    showProblems({});
    if (!m_hasRegister || m_isDocuments || m_draft.isEmpty() || m_draft.hasUnreadableCells()) {
        m_effect.setRows({});
        sayOutcome({}, false);
        return;
    }
    // Nobody has posted under a fresh name, so without a recorder the effect is the same.
    const QString who = recorder().isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : recorder();
    m_effectTable->setBusy(true);
    request([name = m_draft.definition().name(), who, movements = m_draft.json(), append = mode() == Mode::Append](
                OpenBook &book) { return book.registers().preview(name, who, movements, append); },
        [this, token](const Result<QJsonObject> &answer) {
            if (!m_previewGeneration.isCurrent(token))
                return;
            m_effectTable->setBusy(false);
            if (answer.ok())
                showEffect(*answer);
            else
                showRefusal(answer.error());
        });
}

void PostingPanel::showEffect(const QJsonObject &effect)
{
    const QJsonArray keys = effect.value(QLatin1String("keys")).toArray();
    m_banner->clear();
    m_effect.setRows(keys);
    m_draft.mark({});
    showProblems({});
    int refused = 0;
    for (const QJsonValue &key : keys)
        refused += key[u"refused"].toBool() ? 1 : 0;
    const int posted = effect.value(QLatin1String("posted")).toInt(),
              reversed = effect.value(QLatin1String("reversed")).toInt();
    if (refused > 0)
        sayOutcome(tr("The book would refuse this: %n key(s) would fall below zero.", nullptr, refused), true);
    else if (posted == 0 && reversed == 0)
        sayOutcome(tr("This is what stands in the book already."), false);
    else if (reversed == 0)
        sayOutcome(tr("%n movement(s) will be posted.", nullptr, posted), false);
    else
        sayOutcome(tr("%n movement(s) will be posted", nullptr, posted) + QStringLiteral(", ")
                + tr("%n reversed.", nullptr, reversed),
            false);
}

void PostingPanel::showRefusal(const Error &error)
{
    m_effect.setRows({});
    sayOutcome({}, false);
    if (error.code() == ErrorCode::Validation) {
        showProblems(m_draft.mark(error.problems()));
        return;
    }
    m_banner->showError(error);
}

void PostingPanel::showProblems(const QStringList &more)
{
    QList<ProblemList::Entry> entries;
    for (const QString &text : more)
        entries << ProblemList::Entry{-1, 0, text};
    for (const auto &each : m_draft.grid().problems())
        entries << ProblemList::Entry{each.row, each.column, tr("Row %1: %2").arg(each.row + 1).arg(each.text)};
    m_problems->setEntries(entries);
}

void PostingPanel::sayOutcome(const QString &text, bool isBad)
{
    m_outcome->setText(text);
    QPalette own = m_outcome->palette();
    const Colors &colors = Theme::instance().colors();
    own.setColor(QPalette::WindowText, isBad ? colors.negative : colors.dim);
    m_outcome->setPalette(own);
}

QString PostingPanel::outcome() const { return m_outcome->text(); }

// --- writing ----------------------------------------------------------------------------------------------------------

void PostingPanel::post()
{
    m_grid->commitEditor();
    if (m_writing || m_isDocuments || !m_hasRegister)
        return;
    if (recorder().isEmpty()) {
        m_note->say(tr("A recorder is needed: the name under which these movements are posted."), true);
        m_recorder->setFocus();
        return;
    }
    if (m_draft.isEmpty()) {
        m_context.tell(tr("There is nothing to post yet."));
        m_grid->setFocus();
        return;
    }
    if (m_draft.hasUnreadableCells()) {
        m_problems->goToNext();
        return;
    }
    m_writing = true;
    updateState();
    QJsonArray movements = m_draft.json();
    const QString name = m_draft.definition().name(), who = recorder();
    const Mode how = mode();
    if (how != Mode::Replace) {
        for (qsizetype i = 0; i < movements.size(); ++i) {
            QJsonObject movement = movements.at(i).toObject();
            movement.insert(QStringLiteral("recorder"), who);
            movements[i] = movement;
        }
    }
    request(
        [name, who, movements, how](OpenBook &book) {
            return how == Mode::Replace ? book.registers().repost(name, who, movements)
                                        : book.registers().post(name, movements, how == Mode::Append);
        },
        [this, name, who, how](const Result<QJsonObject> &answer) {
            m_writing = false;
            updateState();
            if (!answer.ok()) {
                if (answer.error().code() == ErrorCode::Validation)
                    showProblems(m_draft.mark(answer.error().problems()));
                else
                    m_banner->showError(answer.error());
                return;
            }
            const int posted = answer->value(QLatin1String("posted")).toInt();
            const int reversed = answer->value(QLatin1String("reversed")).toInt();
            const int unchanged = answer->value(QLatin1String("unchanged")).toInt();
            if (how == Mode::Replace)
                done(tr("%1: %2 posted, %3 reversed, %4 unchanged.").arg(who).arg(posted).arg(reversed).arg(unchanged));
            else
                done(tr("%1: %n movement(s) posted to %2.", nullptr, posted).arg(who, name));
            emit this->posted(name, who);
        });
}

void PostingPanel::unpost()
{
    if (m_writing || m_active == 0)
        return;
    m_writing = true;
    updateState();
    const QString name = m_draft.definition().name(), who = recorder();
    request([name, who](OpenBook &book) { return book.registers().unpost(name, who); },
        [this, name, who](const Result<QJsonObject> &answer) {
            m_writing = false;
            updateState();
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            done(tr("%1: %n movement(s) taken back.", nullptr, answer->value(QLatin1String("reversed")).toInt())
                     .arg(who));
            emit posted(name, who);
        });
}

void PostingPanel::done(const QString &text)
{
    m_banner->clear();
    m_context.tell(text);
    const QString next = mode() == Mode::Post ? nextRecorder(recorder()) : QString();
    m_draft.grid().setRows({});
    if (!next.isEmpty())
        m_recorder->setText(next);
    m_knownRecorder.clear();
    m_active = 0;
    recorderEdited();
    askActive(false);
    m_grid->setFocus();
    m_grid->goToEntryRow();
    m_context.client.announceDocuments();
}

void PostingPanel::updateState()
{
    const bool idle = !m_writing && m_hasRegister && !m_isDocuments;
    m_modes->setVisible(m_active > 0);
    m_load->setEnabled(idle && !recorder().isEmpty());
    m_unpost->setVisible(m_active > 0);
    m_unpost->setEnabled(idle);
    m_post->setEnabled(idle);
    m_post->setText(mode() == Mode::Replace ? tr("Repost (Ctrl+Enter)") : tr("Post (Ctrl+Enter)"));
    m_grid->setEnabled(m_hasRegister && !m_isDocuments);
}

} // namespace bincard
