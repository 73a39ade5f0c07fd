// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/CodePage.h"

#include "async/BookClient.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/code/CodeHighlighter.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int listWidth = 36 * Theme::grid;

/// "sqlite" of "order.sqlite.sql", "sql" of "define.sql", "cpp" of "order.cpp" and "connect.h".
QString languageOf(const CodeFile &file)
{
    switch (file.language) {
    case CodeLanguage::Cpp: return QStringLiteral("cpp");
    case CodeLanguage::Shell: return QStringLiteral("shell");
    case CodeLanguage::Sql: break;
    }
    return file.name.section(u'.', 1, 1);
}

} // namespace

CodePage::CodePage(AppContext &appContext, QWidget *parent)
    : Page(appContext, parent)
    , m_topics(codeTopics())
    , m_language(QStringLiteral("cpp"))
    , m_explanation(new QLabel)
    , m_filter(new QLineEdit)
    , m_list(new QListWidget)
    , m_tabs(new QTabBar)
    , m_code(new QPlainTextEdit)
    , m_highlighter(new CodeHighlighter(m_code->document(), CodeLanguage::Cpp))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
    auto *about = new QLabel(tr("The tests of Bincard compile and run every one of these, on SQLite and PostgreSQL."));
    about->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * Theme::grid);
    head->addWidget(heading);
    about->setContentsMargins(0, Theme::grid / 2, 0, 0); // on one line with the title
    head->addWidget(about, 1, Qt::AlignVCenter);
    layout->addLayout(head);
    auto *splitter = new QSplitter;
    splitter->addWidget(buildList());
    splitter->addWidget(buildCode());
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({listWidth, 4 * listWidth});
    layout->addWidget(splitter, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &CodePage::fillList);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            showTopic(item->data(Qt::UserRole).toString());
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &CodePage::showFile);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0)
            m_language = languageOf(m_files.at(tab));
    });
    connect(&Theme::instance(), &Theme::changed, this, &CodePage::takeFont);
    takeFont();
    fillList();
}

QWidget *CodePage::buildList()
{
    m_filter->setPlaceholderText(tr("Find in the examples (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_list->setAccessibleName(tr("Topics"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    side->setMinimumWidth(24 * Theme::grid);
    return side;
}

QWidget *CodePage::buildCode()
{
    m_explanation->setWordWrap(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Language"));
    m_code->setReadOnly(true);
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_code->setTabChangesFocus(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAccessibleName(tr("Code"));
    m_code->installEventFilter(this);

    auto *copyAll = new QAction(icon(QStringLiteral("copy")), tr("Copy"), this);
    copyAll->setToolTip(tr("Copy the selection, or all of it where nothing is selected (Ctrl+C)"));
    copyAll->setShortcut(QKeySequence::Copy);
    copyAll->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copyAll, &QAction::triggered, this, &CodePage::copy);
    addAction(copyAll);
    auto *button = new QToolButton;
    button->setDefaultAction(copyAll);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(Theme::grid);
    bar->addWidget(m_tabs, 1);
    bar->addWidget(button);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Theme::grid, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_explanation);
    layout->addLayout(bar);
    layout->addWidget(m_code, 1);
    return side;
}

void CodePage::takeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(Theme::instance().font().pointSizeF());
    m_code->setFont(font);
    m_code->document()->setDocumentMargin(Theme::grid);
}

void CodePage::fillList()
{
    const QString wanted = topic();
    const QStringList words = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (const CodeTopic &each : std::as_const(m_topics)) {
        QString text = each.title + u'\n' + each.explanation;
        for (const CodeFile &file : codeFiles(each.key))
            text += u'\n' + file.text;
        const bool matches = std::all_of(words.begin(), words.end(),
            [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        if (!matches)
            continue;
        auto *item = new QListWidgetItem(each.title, m_list);
        item->setData(Qt::UserRole, each.key);
        item->setToolTip(each.explanation);
        item->setSizeHint({0, Theme::instance().rowHeight()});
        if (each.key == wanted)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    if (m_list->count() == 0)
        m_explanation->setText(tr("No example holds these words. Press Esc to clear them."));
}

QString CodePage::topic() const
{
    return m_files.isEmpty() ? QString() : m_files.constFirst().name.section(u'.', 0, 0);
}

void CodePage::showTopic(const QString &key)
{
    const auto found =
        std::find_if(m_topics.begin(), m_topics.end(), [&key](const CodeTopic &each) { return each.key == key; });
    if (found == m_topics.end())
        return;
    m_explanation->setText(found->explanation);
    m_files = codeFiles(key);
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > m_files.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    int best = 0;
    for (int i = 0; i < m_files.size(); ++i) {
        if (i == m_tabs->count())
            m_tabs->addTab(QString());
        m_tabs->setTabText(i, m_files.at(i).title);
        m_tabs->setTabToolTip(i, m_files.at(i).name);
        if (languageOf(m_files.at(i)) == m_language)
            best = i;
        else if (best == 0 && m_files.at(i).language == CodeLanguage::Sql && m_language.contains(u"sql"))
            best = i; // the other engine's, or the one for both
    }
    m_tabs->setCurrentIndex(best);
    showFile(best);
}

void CodePage::showFile(int tab)
{
    if (tab < 0 || tab >= m_files.size())
        return;
    m_highlighter->setLanguage(m_files.at(tab).language);
    m_code->setPlainText(m_files.at(tab).text);
}

void CodePage::copy()
{
    const QTextCursor cursor = m_code->textCursor();
    const QString text = cursor.hasSelection() ? cursor.selection().toPlainText() : m_code->toPlainText();
    QGuiApplication::clipboard()->setText(text);
    context().tell(tr("Copied %n line(s).", nullptr, static_cast<int>(text.trimmed().count(u'\n')) + 1));
}

void CodePage::activate(const QVariantMap &arguments)
{
    const QString language = arguments.value(QStringLiteral("language")).toString();
    if (!language.isEmpty())
        m_language = language;
    else if (m_language.isEmpty())
        m_language = QStringLiteral("cpp");
    const QString wanted = arguments.value(QStringLiteral("topic")).toString();
    if (!wanted.isEmpty() || !language.isEmpty()) {
        m_filter->clear();
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->data(Qt::UserRole).toString() == (wanted.isEmpty() ? topic() : wanted))
                m_list->setCurrentRow(row);
        }
        showTopic(wanted.isEmpty() ? topic() : wanted);
    }
    m_list->setFocus();
}

QVariantMap CodePage::place() const
{
    return {{QStringLiteral("topic"), topic()}, {QStringLiteral("language"), m_language}};
}

void CodePage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool CodePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched == m_code
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->ignore(); // ours: it copies everything where nothing is selected
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_filter) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace bincard
