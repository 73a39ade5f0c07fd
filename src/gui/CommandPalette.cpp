// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/CommandPalette.h"

#include "gui/Icons.h"
#include "gui/MainWindow.h"
#include "gui/Pages.h"
#include "gui/Theme.h"
#include "models/FuzzyMatch.h"
#include "service/DocumentService.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace bincard {

namespace {
constexpr qsizetype entriesShown = 12;
constexpr int documentsAsked = 8;
constexpr int millisecondsUntilAsked = 150;
} // namespace

CommandPalette::CommandPalette(MainWindow &window)
    : QFrame(&window)
    , m_window(window)
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
{
    m_field->setPlaceholderText(tr("Find an item, partner, document, page or action"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({20, 20});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_field->installEventFilter(this);
    window.installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(millisecondsUntilAsked);
    connect(&m_pause, &QTimer::timeout, this, &CommandPalette::askForDocuments);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_generation.next();
        m_documents.clear();
        m_pause.start();
        fill();
    });
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::open()
{
    collectOwn();
    m_field->clear();
    fill();
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const int width = qMin(m_window.width() - 4 * Theme::grid, 80 * Theme::grid);
    const int rows = static_cast<int>(qMax<qsizetype>(1, m_shown.size()));
    const int height = m_field->sizeHint().height() + rows * Theme::instance().rowHeight() + 4 * Theme::grid;
    setGeometry(
        (m_window.width() - width) / 2, 8 * Theme::grid, width, qMin(height, m_window.height() - 12 * Theme::grid));
}

void CommandPalette::collectOwn()
{
    m_own.clear();
    m_documents.clear();
    if (m_window.client().isOpen()) {
        for (const PageEntry &entry : pages()) {
            if (entry.rail == entry.name || entry.rail == u"items")
                m_own.append(Entry{
                    entry.icon, entry.translatedTitle(), tr("Page"), [this, name = entry.name] { m_window.go(name); }});
        }
    }
    for (QAction *action : m_window.allActions()) {
        if (!action->isEnabled() || action->objectName().startsWith(u"page."))
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString text = action->text().remove(u'&');
        m_own.append(
            Entry{QStringLiteral("command"), keys.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, keys),
                tr("Action"), [action] { action->trigger(); }});
    }
}

void CommandPalette::rank(QList<Entry> &found, const QString &typed) const
{
    const auto offer = [&](Entry entry, const QString &text, int bonus) {
        entry.score = matchScore(typed, text);
        if (entry.score == 0)
            return;
        entry.score += bonus;
        found << std::move(entry);
    };
    for (const Entry &entry : m_own)
        offer(entry, entry.title, 5);
    if (typed.isEmpty())
        return;
    const CatalogSnapshot &catalog = m_window.catalog().snapshot();
    MainWindow *window = &m_window;
    for (const Item &item : catalog.items) {
        const int both = matchScore(typed, item.code + u' ' + item.name + u' ' + item.barcode);
        if (both > 0)
            found << Entry{QStringLiteral("item"), item.code + QStringLiteral("  ") + item.name, tr("Item"),
                [window, code = item.code] {
                    window->go(QStringLiteral("items"), {{QStringLiteral("code"), code}});
                },
                both - (item.active ? 0 : 20)};
    }
    for (const Partner &partner : catalog.partners) {
        const int both = matchScore(typed, partner.code + u' ' + partner.name);
        if (both > 0)
            found << Entry{QStringLiteral("users"), partner.code + QStringLiteral("  ") + partner.name, tr("Partner"),
                [window, code = partner.code] {
                    window->go(QStringLiteral("partners"), {{QStringLiteral("code"), code}});
                },
                both - (partner.active ? 0 : 20)};
    }
}

void CommandPalette::fill()
{
    const QString typed = m_field->text().trimmed();
    QList<Entry> found;
    rank(found, typed);
    found += m_documents;
    std::stable_sort(found.begin(), found.end(), [](const Entry &a, const Entry &b) { return a.score > b.score; });
    m_shown = found.mid(0, entriesShown);
    m_list->clear();
    for (const Entry &entry : std::as_const(m_shown)) {
        auto *item =
            new QListWidgetItem(icon(entry.icon), QStringLiteral("%1   ·  %2").arg(entry.title, entry.kind), m_list);
        item->setSizeHint({0, Theme::instance().rowHeight()});
    }
    if (m_shown.isEmpty()) {
        auto *none = new QListWidgetItem(tr("Nothing is called that."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
    place();
}

void CommandPalette::askForDocuments()
{
    const QString typed = m_field->text().trimmed();
    if (typed.size() < 2 || !m_window.client().isOpen())
        return;
    DocumentFilter filter;
    filter.text = typed;
    filter.limit = documentsAsked;
    const int generation = m_generation.next();
    m_window.client().request<DocumentPage>(
        this, [filter](OpenBook &book) { return book.documents().list(filter); },
        [this, generation, typed](const Result<DocumentPage> &result) {
            if (!m_generation.isCurrent(generation) || !result.ok() || !isVisible())
                return; // without documents the palette is still of use
            for (const DocumentSummary &document : result->rows) {
                const QString title = document.partnerName.isEmpty()
                    ? document.number
                    : document.number + QStringLiteral("  ") + document.partnerName;
                m_documents << Entry{QStringLiteral("document"), title, tr("Document"),
                    [window = &m_window, id = document.id] {
                        window->go(
                            QStringLiteral("document"), {{QStringLiteral("id"), id.toString(QUuid::WithoutBraces)}});
                    },
                    qMax(15, matchScore(typed, title))};
            }
            fill();
        });
}

void CommandPalette::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const auto go = m_shown.at(row).go;
    hide();
    go();
}

QStringList CommandPalette::shownTitles() const
{
    QStringList titles;
    for (const Entry &entry : m_shown)
        titles << entry.title;
    return titles;
}

bool CommandPalette::moveIn(int key)
{
    const int rows = m_list->count();
    switch (key) {
    case Qt::Key_Down: m_list->setCurrentRow((m_list->currentRow() + 1) % qMax(1, rows)); return true;
    case Qt::Key_Up: m_list->setCurrentRow((m_list->currentRow() + rows - 1) % qMax(1, rows)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // nothing else here takes the focus
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return moveIn(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_field && event->type() == QEvent::FocusOut)
        hide();
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.base);
    painter.setPen(QPen(colors.accent, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace bincard
