// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/ProblemList.h"

#include "gui/Theme.h"

#include <algorithm>

namespace bincard {

namespace {
constexpr qsizetype mostShown = 5; ///< the grid keeps its room; the cells are marked anyway
}

ProblemList::ProblemList(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("problems"));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        const qsizetype index = link.toLongLong();
        if (index >= 0 && index < m_entries.size())
            emit chosen(m_entries.at(index).row, m_entries.at(index).column);
    });
    hide();
}

void ProblemList::setEntries(const QList<Entry> &entries)
{
    if (entries != m_entries)
        m_next = 0; // the same ones once more: whoever goes through them goes on
    m_entries = entries;
    const QString color = Theme::instance().colors().negative.name();
    QStringList sentences;
    for (qsizetype i = 0; i < std::min(mostShown, entries.size()); ++i) {
        const Entry &entry = entries.at(i);
        const QString text = entry.text.toHtmlEscaped();
        sentences.append(entry.row < 0
                ? QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color, text)
                : QStringLiteral("<a href=\"%3\" style=\"color:%1; text-decoration:none\">%2</a>")
                      .arg(color, text, QString::number(i)));
    }
    if (entries.size() > mostShown)
        sentences.append(
            tr("And %n more. F8 goes through them.", nullptr, static_cast<int>(entries.size() - mostShown)));
    setText(sentences.join(QStringLiteral("<br>")));
    setVisible(!entries.isEmpty());
}

void ProblemList::goToNext()
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at((m_next + i) % m_entries.size());
        if (entry.row < 0)
            continue;
        m_next = (m_next + i + 1) % m_entries.size();
        emit chosen(entry.row, entry.column);
        return;
    }
}

} // namespace bincard
