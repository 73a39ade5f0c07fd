// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/WelcomePage.h"

#include "gui/Icons.h"
#include "gui/RecentBooks.h"
#include "gui/Theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>

namespace bincard {

namespace {

constexpr int iconSide = 3 * Theme::grid;

/// A large button: icon, what it does, and one line that explains it.
class Choice : public QAbstractButton
{
public:
    Choice(const QString &iconName, const QString &title, const QString &explanation, const QString &shortcut)
        : m_explanation(explanation)
        , m_shortcut(shortcut)
    {
        setText(title);
        setIcon(bincard::icon(iconName));
        setAccessibleDescription(explanation);
        setToolTip(shortcut.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, shortcut));
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setMinimumSize(52 * Theme::grid, 8 * Theme::grid);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return minimumSize(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors &colors = Theme::instance().colors();
        const bool lifted = isEnabled() && (underMouse() || hasFocus());
        painter.setPen(QPen(lifted ? colors.accent : colors.border, hasFocus() ? 2 : 1));
        painter.setBrush(isDown() ? colors.selection : colors.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        const QRect picture(2 * Theme::grid, (height() - iconSide) / 2, iconSide, iconSide);
        icon().paint(&painter, picture, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled,
            isEnabled() ? QIcon::On : QIcon::Off);
        const int left = picture.right() + 2 * Theme::grid;
        QFont bold = Theme::instance().font();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.setPen(isEnabled() ? colors.text : colors.dim);
        const int line = QFontMetrics(bold).height();
        const int top = (height() - 2 * line - 2) / 2;
        painter.drawText(left, top, width() - left - Theme::grid, line, Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setFont(Theme::instance().font(TextSize::Small));
        painter.setPen(colors.dim);
        painter.drawText(
            left, top, width() - left - 2 * Theme::grid, line, Qt::AlignRight | Qt::AlignVCenter, m_shortcut);
        painter.drawText(
            left, top + line + 2, width() - left - Theme::grid, line, Qt::AlignLeft | Qt::AlignVCenter, m_explanation);
    }

private:
    QString m_explanation, m_shortcut;
};

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = Theme::instance().font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    auto *title = new QLabel(tr("Bincard"));
    title->setFont(Theme::instance().font(TextSize::Title));
    auto *subtitle = new QLabel(tr("Stock balances that are right on any date. Open a book to begin."));
    subtitle->setForegroundRole(QPalette::PlaceholderText);

    m_choices = new QWidget;
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, choices](const QString &iconName, const QString &text, const QString &explanation,
                         const QKeySequence &shortcut, void (WelcomePage::*signal)()) {
        auto *choice = new Choice(iconName, text, explanation, shortcut.toString(QKeySequence::NativeText));
        connect(choice, &QAbstractButton::clicked, this, signal);
        choices->addWidget(choice);
    };
    add(QStringLiteral("play"), tr("Demo book"),
        tr("Three warehouses with stock and orders. It is kept for you to try things in."), {}, &WelcomePage::demoBook);
    add(QStringLiteral("new"), tr("New book…"), tr("An empty book in a file of your own."), {}, &WelcomePage::newBook);
    add(QStringLiteral("open"), tr("Open…"), tr("A book file on this computer or in a shared folder."),
        QKeySequence::Open, &WelcomePage::openBook);
    add(QStringLiteral("server"), tr("Connect to a server…"), tr("A book that a team shares on PostgreSQL."), {},
        &WelcomePage::connectToServer);
    choices->addStretch(1);

    m_recent = new QListWidget;
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setIconSize({20, 20});
    m_recent->setAccessibleName(tr("Recent books"));
    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *forget = new QAction(tr("Remove from this list"), m_recent);
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    connect(forget, &QAction::triggered, this, &WelcomePage::removeCurrent);
    m_recent->addAction(forget);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const auto location = BookLocation::parse(item->data(Qt::UserRole).toString()); location.ok())
            emit recentChosen(*location);
    });
    m_recentArea = new QWidget;
    auto *recent = new QVBoxLayout(m_recentArea);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->addWidget(heading(tr("Recent books")));
    recent->addWidget(m_recent, 1);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(5 * Theme::grid);
    m_choices->setMaximumWidth(80 * Theme::grid);
    columns->addWidget(m_choices, 3, Qt::AlignTop);
    columns->addWidget(m_recentArea, 2);
    columns->addStretch(1);

    auto *inner = new QVBoxLayout;
    inner->addWidget(title);
    inner->addWidget(subtitle);
    inner->addSpacing(3 * Theme::grid);
    inner->addLayout(columns, 1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(6 * Theme::grid, 6 * Theme::grid, 6 * Theme::grid, 6 * Theme::grid);
    outer->addLayout(inner, 1);
    refresh();
}

void WelcomePage::refresh()
{
    m_recent->clear();
    const QList<BookLocation> books = RecentBooks::list();
    for (const BookLocation &location : books) {
        const QString where = location.isServer() ? location.toString()
                                                  : QDir::toNativeSeparators(QFileInfo(location.path).absolutePath());
        auto *item = new QListWidgetItem(location.displayName() + u'\n' + where, m_recent);
        item->setIcon(icon(location.isServer() ? QStringLiteral("server") : QStringLiteral("database")));
        item->setData(Qt::UserRole, location.toString());
        item->setToolTip(location.toString());
    }
    m_recentArea->setVisible(!books.isEmpty());
}

void WelcomePage::removeCurrent()
{
    if (const QListWidgetItem *item = m_recent->currentItem()) {
        if (const auto location = BookLocation::parse(item->data(Qt::UserRole).toString()); location.ok())
            RecentBooks::remove(*location);
        refresh();
    }
}

void WelcomePage::setBusy(bool busy)
{
    m_choices->setEnabled(!busy);
    m_recent->setEnabled(!busy);
}

} // namespace bincard
