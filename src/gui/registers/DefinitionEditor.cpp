// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/DefinitionEditor.h"

#include "async/BookClient.h"
#include "base/StrictJson.h"
#include "gui/Actions.h"
#include "gui/CodeView.h"
#include "gui/Icons.h"
#include "gui/Page.h"
#include "gui/Theme.h"
#include "gui/documents/ProblemList.h"
#include "gui/grid/GridView.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr qint64 largestFile = 1'000'000;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

DefinitionEditor::DefinitionEditor(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_partition(new QComboBox)
    , m_partitionLabel(new QLabel(tr("Parts")))
    , m_hint(new QLabel)
    , m_kindHint(new QLabel)
    , m_dimensions(new GridView(m_draft.dimensions()))
    , m_resources(new GridView(m_draft.resources()))
    , m_problems(new ProblemList)
    , m_json(new CodeView)
    , m_progress(new QProgressBar)
    , m_save(new QPushButton)
    , m_discard(new QPushButton)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildForm());
    splitter->addWidget(buildJson());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1, 1});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->addWidget(splitter);

    newKey(this, postKeys(), [this] { trySave(); });
    newKey(this, {QKeySequence(Qt::Key_F8)}, [this] { m_problems->goToNext(); });
    m_escape = newKey(this, {QKeySequence(Qt::Key_Escape)}, [this] { emit cancel(); });

    connect(m_name, &QLineEdit::textEdited, &m_draft, &DefinitionDraft::setName);
    connect(
        m_kind, &QComboBox::currentIndexChanged, this, [this] { m_draft.setKind(m_kind->currentData().toString()); });
    connect(m_partition, &QComboBox::currentIndexChanged, this,
        [this] { m_draft.setPartition(m_partition->currentData().toString()); });
    connect(&m_draft, &DefinitionDraft::shown, this, &DefinitionEditor::showDraft);
    connect(&m_draft, &DefinitionDraft::changed, this, &DefinitionEditor::update);
    connect(m_save, &QPushButton::clicked, this, &DefinitionEditor::trySave);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (m_busy)
            emit cancel();
        else
            emit discard();
    });
    connect(m_json, &CodeView::copied, this, [this] { m_context.tell(tr("The definition is on the clipboard.")); });
    connect(m_problems, &ProblemList::chosen, this, [this](int row, int column) {
        // Rows of the resources are counted on behind those of the dimensions.
        const int dimensions = m_draft.dimensions().rowCount();
        GridView *grid = row < dimensions ? m_dimensions : m_resources;
        grid->setFocus();
        grid->goTo(row < dimensions ? row : row - dimensions, column);
    });
    connect(&Theme::instance(), &Theme::changed, this, &DefinitionEditor::update);
    showDraft();
}

QWidget *DefinitionEditor::buildForm()
{
    m_name->setObjectName(QStringLiteral("register.name"));
    m_name->setPlaceholderText(tr("A letter, then letters, digits or _"));
    m_name->setMaxLength(60);
    m_kind->setObjectName(QStringLiteral("register.kind"));
    m_kind->addItem(tr("Balances"), QStringLiteral("balance"));
    m_kind->addItem(tr("Turnovers only"), QStringLiteral("turnover"));
    m_kind->addItem(tr("Ledger, double entry"), QStringLiteral("ledger"));
    m_partition->addItem(tr("One table"), QStringLiteral("none"));
    m_partition->addItem(tr("A part a year"), QStringLiteral("year"));
    m_partition->addItem(tr("A part a quarter"), QStringLiteral("quarter"));
    m_partition->addItem(tr("A part a month"), QStringLiteral("month"));
    m_partition->setToolTip(tr("How the journal is cut up. It can only be chosen when the register is made."));
    m_dimensions->setObjectName(QStringLiteral("dimensions"));
    m_dimensions->setAccessibleName(tr("Dimensions"));
    m_dimensions->setColumnWidths({14, 22, 10}, {2, 3, 1});
    m_dimensions->setHeightByRows(3, 8);
    m_resources->setObjectName(QStringLiteral("resources"));
    m_resources->setAccessibleName(tr("Resources"));
    m_resources->setColumnWidths({12, 14, 7, 12}, {2, 2, 0, 2});
    m_resources->setHeightByRows(3, 6);
    m_save->setObjectName(QStringLiteral("register.save"));
    m_save->setProperty("primary", true);
    m_discard->setObjectName(QStringLiteral("register.discard"));
    m_progress->setObjectName(QStringLiteral("register.progress"));
    m_progress->setTextVisible(false);
    for (QLabel *label : {m_hint, m_kindHint})
        label->setWordWrap(true);

    auto *head = new QGridLayout;
    head->setHorizontalSpacing(Theme::grid);
    head->setVerticalSpacing(Theme::grid / 2);
    const auto add = [head](int column, QLabel *label, QWidget *field) {
        label->setBuddy(field);
        head->addWidget(label, 0, column);
        head->addWidget(field, 1, column);
    };
    add(0, new QLabel(tr("Name")), m_name);
    add(1, new QLabel(tr("Kind")), m_kind);
    add(2, m_partitionLabel, m_partition);
    head->setColumnStretch(0, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(m_progress);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);

    auto *form = new QWidget;
    form->setMinimumWidth(60 * Theme::grid);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, Theme::grid, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(head);
    layout->addWidget(m_kindHint);
    layout->addWidget(heading(tr("Dimensions: what balances are kept by")));
    layout->addWidget(m_dimensions);
    layout->addWidget(heading(tr("Resources: what is counted")));
    layout->addWidget(m_resources);
    layout->addWidget(m_problems);
    layout->addStretch(1);
    layout->addLayout(buttons);
    return form;
}

QWidget *DefinitionEditor::buildJson()
{
    m_json->setObjectName(QStringLiteral("register.json"));
    m_json->setWrapped(true);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(Theme::grid);
    tools->addWidget(heading(tr("As JSON")));
    tools->addStretch(1);
    const auto add = [&](const QString &name, const QString &text, const QString &hint, auto slot) {
        auto *button = new QToolButton;
        button->setIcon(icon(name));
        button->setText(text);
        button->setToolTip(hint);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, slot);
        tools->addWidget(button);
    };
    add(QStringLiteral("open"), tr("Open..."), tr("Take the definition from a JSON file"), &DefinitionEditor::openFile);
    add(QStringLiteral("attachment"), tr("Paste"), tr("Take the definition from the clipboard"),
        &DefinitionEditor::paste);
    auto *copy = new QToolButton;
    copy->setDefaultAction(m_json->copyAction());
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tools->addWidget(copy);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Theme::grid, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(tools);
    layout->addWidget(m_json, 1);
    return side;
}

void DefinitionEditor::startNew()
{
    m_draft.startNew();
    focusFirst();
}

void DefinitionEditor::show(const QJsonObject &definition, bool existing) { m_draft.show(definition, existing); }

void DefinitionEditor::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setRange(0, 0);
    updateState();
    if (busy && m_discard->isVisibleTo(this))
        m_discard->setFocus();
}

void DefinitionEditor::showProgress(qint64 done, qint64 total)
{
    constexpr int steps = 1000;
    m_progress->setRange(0, steps);
    m_progress->setValue(total > 0 ? static_cast<int>(done * steps / total) : 0);
    m_hint->setText(tr("Altering %1: %2 %").arg(m_draft.name()).arg(total > 0 ? done * 100 / total : 0));
}

void DefinitionEditor::focusFirst()
{
    if (!m_draft.isExisting()) {
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    // To the first place where something may change.
    const int entry = m_draft.dimensions().rowCount() - 1;
    const bool canGrow = m_draft.dimensions().index(entry, 0).flags().testFlag(Qt::ItemIsEditable);
    GridView *grid = canGrow ? m_dimensions : m_resources;
    grid->setFocus(Qt::OtherFocusReason);
    if (canGrow)
        grid->goToEntryRow();
    else
        grid->goTo(0, DefinitionDraft::ResourceNegative);
}

void DefinitionEditor::showDraft()
{
    const QSignalBlocker kind(m_kind), partition(m_partition);
    m_name->setText(m_draft.name());
    m_kind->setCurrentIndex(m_kind->findData(m_draft.kind()));
    m_partition->setCurrentIndex(m_partition->findData(m_draft.partition()));
    const bool existing = m_draft.isExisting();
    m_name->setReadOnly(existing);
    const bool onServer = m_context.client.info().location.isServer();
    m_partition->setVisible(onServer || m_draft.partition() != u"none");
    m_partitionLabel->setVisible(m_partition->isVisibleTo(this));
    update();
}

void DefinitionEditor::update()
{
    m_json->setCode(DefinitionDraft::readable(m_draft.json()));
    QString about;
    if (m_draft.isExisting())
        about = m_draft.whatMayChange();
    else if (m_draft.kind() == u"turnover")
        about = tr("Counts what came in and went out in a time; it keeps no balance.");
    else if (m_draft.kind() == u"ledger")
        about = tr("Every movement debits one account and credits another, with analytics on either side.");
    else
        about = tr("Keeps what is there: balances on any day, receipts and issues.");
    m_kindHint->setText(about);
    QPalette dimmed = m_kindHint->palette();
    dimmed.setColor(QPalette::WindowText, Theme::instance().colors().dim);
    m_kindHint->setPalette(dimmed);
    m_hint->setPalette(dimmed);
    updateState();
    showProblems();
}

void DefinitionEditor::updateState()
{
    const bool existing = m_draft.isExisting(), modified = m_draft.isModified();
    m_hint->setText(!m_busy ? QString()
            : existing      ? tr("Altering %1...").arg(m_draft.name())
                            : tr("Creating %1...").arg(m_draft.name()));
    m_progress->setVisible(m_busy && existing);
    m_escape->setEnabled(m_busy && existing);
    m_save->setText(existing ? tr("Alter register (Ctrl+Enter)") : tr("Create register (Ctrl+Enter)"));
    m_save->setEnabled(!m_busy && (existing ? modified : !m_draft.isUntouched()));
    m_discard->setText(m_busy && existing ? tr("Cancel (Esc)") : existing ? tr("Discard changes") : tr("Discard"));
    m_discard->setVisible(!existing || m_busy || modified);
    m_discard->setEnabled(!m_busy || existing);
    m_name->setEnabled(!m_busy);
    m_kind->setEnabled(!m_busy && !existing);
    m_partition->setEnabled(!m_busy && !existing);
    m_dimensions->setEnabled(!m_busy);
    m_resources->setEnabled(!m_busy);
}

void DefinitionEditor::showProblems()
{
    QList<ProblemList::Entry> entries;
    for (const Problem &problem : m_draft.headProblems())
        entries << ProblemList::Entry{-1, 0, problem.message.translated()};
    for (const auto &each : m_draft.dimensions().problems())
        entries << ProblemList::Entry{each.row, each.column, tr("Dimension %1: %2").arg(each.row + 1).arg(each.text)};
    for (const auto &each : m_draft.resources().problems())
        entries << ProblemList::Entry{each.row + m_draft.dimensions().rowCount(), each.column,
            tr("Resource %1: %2").arg(each.row + 1).arg(each.text)};
    m_problems->setEntries(entries);
}

void DefinitionEditor::trySave()
{
    m_dimensions->commitEditor();
    m_resources->commitEditor();
    if (!m_save->isEnabled())
        return;
    if (!m_draft.isGood())
        m_problems->goToNext();
    else
        emit save();
}

// --- from elsewhere ---------------------------------------------------------------------------------------------------

void DefinitionEditor::takeText(const QByteArray &text)
{
    const auto parsed = parseJsonObject(text);
    if (!parsed.ok()) {
        emit failed(parsed.error());
        return;
    }
    // Of the register that is shown it is an alteration; anything else is a new one.
    const bool sameRegister = m_draft.isExisting() && parsed->value(QLatin1String("name")).toString() == m_draft.name();
    if (sameRegister)
        m_draft.take(*parsed);
    else
        m_draft.show(*parsed, false);
    focusFirst();
}

void DefinitionEditor::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a definition"), QString(), tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            takeText(file.read(largestFile));
        else
            emit failed(Error(ErrorCode::Storage,
                {QT_TRANSLATE_NOOP("Error", "%1 could not be read: %2"), {path, file.errorString()}}));
    });
    dialog->open();
}

void DefinitionEditor::paste() { takeText(QGuiApplication::clipboard()->text().toUtf8()); }

} // namespace bincard
