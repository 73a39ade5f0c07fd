// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/PostingPanel.h"

#include "async/BookClient.h"
#include "gui/Actions.h"
#include "gui/ErrorBanner.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/documents/ProblemList.h"
#include "gui/grid/GridView.h"
#include "gui/registers/EffectTable.h"
#include "gui/registers/RecorderBar.h"
#include "models/CatalogCache.h"
#include "service/RegisterService.h"

#include <QCryptographicHash>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

#include <utility>

namespace bincard {

PostingPanel::PostingPanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_recorder(new RecorderBar(context))
    , m_post(new QPushButton)
    , m_unpost(new QPushButton(tr("Unpost")))
    , m_grid(new GridView(m_draft.grid()))
    , m_problems(new ProblemList)
    , m_banner(new ErrorBanner)
    , m_outcome(new QLabel)
    , m_effect(new EffectTable(context))
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
    splitter->addWidget(m_effect);
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
    layout->addWidget(m_recorder);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    layout->addLayout(buttons);
    m_grid->setObjectName(QStringLiteral("posting.grid"));
    m_grid->setAccessibleName(tr("Movements"));
    m_unpost->setToolTip(tr("Take everything back that this recorder has posted to the register."));
    m_unpost->setObjectName(QStringLiteral("posting.unpost"));
    m_post->setProperty("primary", true);
    m_post->setObjectName(QStringLiteral("posting.post"));
    connectParts();
    takeCatalog();
    updateState();
}

void PostingPanel::connectParts()
{
    connect(m_effect, &EffectTable::due, this, &PostingPanel::preview);
    connect(m_effect, &EffectTable::answered, this, [this] {
        m_draft.setRefusals(m_effect->refusals());
        showProblems({});
        sayOutcome();
        if (std::exchange(m_seeksRefusal, false))
            m_problems->goToNext();
    });
    connect(m_effect, &EffectTable::refused, this, [this](const Error &error) {
        m_seeksRefusal = false;
        m_draft.setRefusals({});
        sayOutcome();
        showRefusal(error);
    });
    connect(&m_draft, &MovementDraft::edited, this, &PostingPanel::previewSoon);
    connect(m_recorder, &RecorderBar::edited, this, &PostingPanel::previewSoon);
    connect(m_recorder, &RecorderBar::left, this, &PostingPanel::askRecorder);
    connect(m_recorder, &RecorderBar::loaded, this, [this](const QJsonArray &movements, RecorderBar::Load load) {
        // What was written while the book was asked stays; only who asks for the others loses it.
        if (load != RecorderBar::Load::Wanted && !m_draft.isEmpty())
            return;
        m_draft.setMovements(movements);
        m_loaded = m_draft.grid().rows();
        if (m_grid->hasFocus())
            m_grid->goTo(0, 0);
    });
    connect(m_recorder, &RecorderBar::entered, this, [this] { m_grid->setFocus(Qt::TabFocusReason); });
    connect(m_recorder, &RecorderBar::failed, m_banner, &ErrorBanner::showError);
    connect(m_post, &QPushButton::clicked, this, &PostingPanel::post);
    connect(m_unpost, &QPushButton::clicked, this, &PostingPanel::unpost);
    connect(m_grid, &GridView::told, this, [this](const QString &text) { m_context.tell(text); });
    connect(m_grid, &GridView::enteredNothing, this, [this] { m_context.tell(tr("Ctrl+Enter posts the movements.")); });
    connect(m_problems, &ProblemList::chosen, this, [this](int row, int column) {
        m_grid->setFocus();
        m_grid->goTo(row, column);
    });
    connect(&Theme::instance(), &Theme::changed, this, &PostingPanel::sayOutcome);
    connect(&m_context.catalog, &CatalogCache::changed, this, &PostingPanel::takeCatalog);
    newKey(this, postKeys(), [this] { post(); });
    newKey(this, {QKeySequence(Qt::CTRL | Qt::Key_L)}, [this] { m_recorder->ask(RecorderBar::Load::Wanted); });
    newKey(this, {QKeySequence(Qt::Key_F8)}, [this] { m_problems->goToNext(); });
}

void PostingPanel::takeCatalog()
{
    const auto catalog = std::make_shared<const CatalogIndex>(m_context.catalog.snapshot());
    m_draft.grid().setCatalog(catalog);
    m_effect->setCatalog(catalog);
}

void PostingPanel::setRegister(const RegisterDefinition &definition)
{
    if (m_hasRegister && definition == m_draft.definition())
        return;
    m_hasRegister = true;
    m_banner->clear();
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
    m_effect->setRegister(definition);
    m_recorder->setRegister(definition.name());
    askRecorder();
    previewSoon();
}

void PostingPanel::askRecorder()
{
    m_recorder->ask(m_draft.isEmpty() ? RecorderBar::Load::Offered : RecorderBar::Load::No);
}

QString PostingPanel::recorder() const { return m_recorder->recorder(); }

void PostingPanel::setRecorder(const QString &recorder) { m_recorder->setRecorder(recorder); }

bool PostingPanel::hasChanges() const { return !m_draft.isEmpty() && m_draft.grid().rows() != m_loaded; }

void PostingPanel::focusFirst()
{
    if (recorder().isEmpty())
        m_recorder->setFocus();
    else
        m_grid->setFocus();
}

void PostingPanel::refresh()
{
    m_recorder->askAgain();
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

// --- the effect -------------------------------------------------------------------------------------------------------

const JsonTableModel &PostingPanel::effect() const { return m_effect->model(); }

bool PostingPanel::isSettled() const { return m_pending == 0 && m_recorder->isSettled() && m_effect->isSettled(); }

void PostingPanel::previewSoon()
{
    if (!m_writing)
        m_banner->clear(); // it was about what stood there before
    m_effect->askSoon();
    updateState();
}

void PostingPanel::preview()
{
    showProblems({});
    if (!m_hasRegister || m_recorder->isDocuments() || m_draft.isEmpty() || m_draft.hasUnreadableCells()) {
        m_effect->clear();
        m_draft.setRefusals({});
        showProblems({});
        sayOutcome();
        return;
    }
    // Nobody has posted under a fresh name, so without a recorder the effect is the same.
    const QString who = recorder().isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : recorder();
    m_effect->ask({m_draft.definition().name(), who, m_draft.json(), m_recorder->mode() == RecorderBar::Mode::Append});
}

void PostingPanel::showRefusal(const Error &error)
{
    if (error.code() == ErrorCode::Validation)
        showProblems(m_draft.mark(error.problems()));
    else
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

void PostingPanel::sayOutcome()
{
    m_outcome->setText(m_effect->outcome());
    QPalette own = m_outcome->palette();
    const Colors &colors = Theme::instance().colors();
    own.setColor(QPalette::WindowText, m_effect->wouldBeRefused() ? colors.negative : colors.dim);
    m_outcome->setPalette(own);
}

QString PostingPanel::outcome() const { return m_outcome->text(); }

// --- writing ----------------------------------------------------------------------------------------------------------

namespace {

/// Equal for postings of the same movements in the same way.
QString fingerprintOf(const QJsonArray &posting)
{
    const QByteArray text = QJsonDocument(posting).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

void PostingPanel::post()
{
    m_grid->commitEditor();
    if (m_writing || m_recorder->isDocuments() || !m_hasRegister)
        return;
    if (recorder().isEmpty()) {
        m_recorder->refuseEmpty();
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
    const RecorderBar::Mode how = m_recorder->mode();
    if (how != RecorderBar::Mode::Replace) {
        for (qsizetype i = 0; i < movements.size(); ++i) {
            QJsonObject movement = movements.at(i).toObject();
            movement.insert(QStringLiteral("recorder"), who);
            movements[i] = movement;
        }
    }
    // Where the answer was lost, the same movements once more are the same request, so that nothing is posted twice.
    const QString fingerprint = fingerprintOf({name, static_cast<int>(how), who, movements});
    if (m_requestFingerprint != fingerprint) {
        m_requestFingerprint = fingerprint;
        m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    request(
        [name, who, movements, how, fingerprint, id = m_requestId](OpenBook &book) {
            RegisterService &registers = book.registers();
            if (how == RecorderBar::Mode::Replace)
                return registers.repost(name, who, movements);
            return registers.once(
                id, [&] { return registers.post(name, movements, how == RecorderBar::Mode::Append); }, fingerprint);
        },
        [this, name, who, how](const Result<QJsonObject> &answer) {
            m_writing = false;
            updateState();
            if (!answer.ok()) {
                showRefusal(answer.error());
                if (answer.error().code() == ErrorCode::InsufficientStock) { // the effect tells which rows are short
                    m_seeksRefusal = true;
                    preview();
                }
                return;
            }
            m_requestFingerprint.clear();
            const int posted = answer->value(QLatin1String("posted")).toInt();
            const int reversed = answer->value(QLatin1String("reversed")).toInt();
            const int unchanged = answer->value(QLatin1String("unchanged")).toInt();
            if (how == RecorderBar::Mode::Replace)
                done(tr("%1: %2 posted, %3 reversed, %4 unchanged.").arg(who).arg(posted).arg(reversed).arg(unchanged));
            else
                done(tr("%1: %n movement(s) posted to %2.", nullptr, posted).arg(who, name));
            emit this->posted(name, who);
        });
}

void PostingPanel::unpost()
{
    if (m_writing || m_recorder->active() == 0)
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
            const QString text =
                tr("%1: %n movement(s) taken back.", nullptr, answer->value(QLatin1String("reversed")).toInt())
                    .arg(who);
            if (hasChanges()) { // what is written besides is nobody's yet
                m_context.tell(text);
                m_loaded.clear();
                refresh();
                m_context.client.announceDocuments();
            } else {
                done(text);
            }
            emit posted(name, who);
        });
}

void PostingPanel::done(const QString &text)
{
    m_banner->clear();
    m_context.tell(text);
    m_draft.grid().setRows({});
    m_loaded.clear();
    m_recorder->goOn();
    m_grid->setFocus();
    m_grid->goToEntryRow();
    m_context.client.announceDocuments();
}

void PostingPanel::updateState()
{
    const bool idle = !m_writing && m_hasRegister && !m_recorder->isDocuments();
    m_recorder->setIdle(idle);
    m_unpost->setVisible(m_recorder->active() > 0);
    m_unpost->setEnabled(idle);
    m_post->setEnabled(idle);
    m_post->setText(
        m_recorder->mode() == RecorderBar::Mode::Replace ? tr("Repost (Ctrl+Enter)") : tr("Post (Ctrl+Enter)"));
    m_grid->setEnabled(m_hasRegister && !m_recorder->isDocuments());
}

} // namespace bincard
