// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/HistoryPanel.h"

#include "gui/ErrorText.h"
#include "gui/Theme.h"
#include "models/DocumentText.h"
#include "service/OpenBook.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bincard {

HistoryPanel::HistoryPanel(BookClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_empty(new QLabel)
    , m_list(new QTreeWidget)
{
    setObjectName(QStringLiteral("history"));
    setFixedWidth(46 * Theme::grid);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->setHeaderLabels({tr("Version"), tr("Action"), tr("When"), tr("By")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *title = new QLabel(tr("History"));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(title);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
}

void HistoryPanel::showHistory(const QUuid &document)
{
    const int generation = m_generation.next();
    m_loading = !document.isNull();
    m_list->clear();
    m_empty->setText(document.isNull() ? tr("Nothing yet: the document has not been saved.") : QString());
    m_empty->setVisible(document.isNull());
    m_list->setVisible(!document.isNull());
    if (document.isNull())
        return;
    m_client.request<QList<HistoryEntry>>(
        this, [document](OpenBook &book) { return book.documents().history(document); },
        [this, generation](Result<QList<HistoryEntry>> result) {
            if (!m_generation.isCurrent(generation))
                return;
            m_loading = false;
            if (result) {
                fill(*result);
                return;
            }
            m_empty->setText(ErrorText(result.error()).what);
            m_empty->show();
        });
}

void HistoryPanel::fill(const QList<HistoryEntry> &entries)
{
    m_list->clear();
    for (const HistoryEntry &entry : entries) {
        QDateTime at = QDateTime::fromString(entry.at, Qt::ISODate);
        at.setTimeSpec(Qt::UTC);
        const QString when = at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : entry.at;
        auto *row =
            new QTreeWidgetItem({QLocale().toString(entry.version), text::action(entry.action), when, entry.by});
        row->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        m_list->insertTopLevelItem(0, row);
    }
}

} // namespace bincard
