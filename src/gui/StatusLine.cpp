// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/StatusLine.h"

#include "async/BookClient.h"
#include "gui/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QTime>

namespace bincard {

namespace {
constexpr int millisecondsBeforeRunningIsTold = 400;
}

StatusLine::StatusLine(BookClient &client, QWidget *parent)
    : QStatusBar(parent)
    , m_client(client)
    , m_book(new QLabel)
    , m_message(new QLabel)
    , m_selection(new QLabel)
    , m_running(new QLabel(tr("Working…")))
    , m_user(new QLabel)
{
    setContentsMargins(Theme::grid, 0, Theme::grid, 0);
    setSizeGripEnabled(false);
    const int side = Theme::grid;
    for (QLabel *label : {m_book, m_message, m_selection, m_running, m_user})
        label->setContentsMargins(side, side / 2, side, side / 2);
    m_message->setTextFormat(Qt::PlainText);
    addWidget(m_book);
    addWidget(m_message, 1);
    addPermanentWidget(m_running);
    addPermanentWidget(m_selection);
    addPermanentWidget(m_user);
    m_running->hide();

    m_runningDelay.setSingleShot(true);
    m_runningDelay.setInterval(millisecondsBeforeRunningIsTold);
    connect(&m_runningDelay, &QTimer::timeout, m_running, &QWidget::show);
    connect(&client, &BookClient::busyChanged, this, [this](int running) {
        if (running == 0) {
            m_runningDelay.stop();
            m_running->hide();
        } else if (!m_runningDelay.isActive() && m_running->isHidden()) {
            m_runningDelay.start();
        }
    });
    connect(&client, &BookClient::opening, this,
        [this](const BookLocation &location) { m_message->setText(tr("Opening %1…").arg(location.displayName())); });
    connect(&client, &BookClient::opened, this, &StatusLine::bookChanged);
    connect(&client, &BookClient::closed, this, &StatusLine::bookChanged);
    connect(&client, &BookClient::openFailed, m_message, &QLabel::clear);
    bookChanged();
}

void StatusLine::bookChanged()
{
    m_message->clear();
    m_selection->clear();
    if (!m_client.isOpen()) {
        m_book->setText(tr("No book is open"));
        m_user->clear();
        return;
    }
    const BookInfo &info = m_client.info();
    m_book->setText(info.location.displayName() + QStringLiteral("  ·  ") + info.engine);
    m_book->setToolTip(info.location.toString());
    m_user->setText(info.user);
    if (info.networkFolder)
        tell(
            tr("The book lies in a network folder, so only one person at a time can write. For a team, use a server."));
    else if (!info.backupPath.isEmpty())
        tell(tr("The book was upgraded. A copy of it as it was is at %1.").arg(info.backupPath));
}

void StatusLine::tell(const QString &text)
{
    const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    m_message->setText(text.isEmpty() ? QString() : QStringLiteral("%1  ·  %2").arg(time, text));
}

void StatusLine::setSelection(const QString &text) { m_selection->setText(text); }

QString StatusLine::message() const { return m_message->text(); }

QString StatusLine::selection() const { return m_selection->text(); }

} // namespace bincard
