// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/ConflictPanel.h"

#include "gui/Theme.h"
#include "models/DocumentDifference.h"
#include "models/DocumentText.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace bincard {

namespace {

/// UTC instants are shown as the clock on the wall has them.
QString clock(const QString &utc)
{
    QDateTime at = QDateTime::fromString(utc, Qt::ISODate);
    at.setTimeSpec(Qt::UTC);
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
}

} // namespace

ConflictPanel::ConflictPanel(DocumentEditor &editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_text(new QLabel)
    , m_table(new QTableWidget(0, 4))
    , m_theirs(new QPushButton(tr("Take theirs")))
    , m_mine(new QPushButton(tr("Keep mine and save over it")))
    , m_back(new QPushButton(tr("Go on editing")))
{
    setObjectName(QStringLiteral("conflict"));
    m_text->setWordWrap(true);
    m_text->setFont(Theme::instance().font(TextSize::Body));
    m_table->setHorizontalHeaderLabels({tr("Field"), QString(), tr("Mine"), tr("Theirs")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Both versions side by side"));
    m_theirs->setObjectName(QStringLiteral("takeTheirs"));
    m_mine->setObjectName(QStringLiteral("keepMine"));
    m_back->setObjectName(QStringLiteral("leaveConflict"));
    m_theirs->setToolTip(tr("What you typed is dropped."));
    m_mine->setToolTip(tr("Their version stays in the history only as a mark; yours takes its place."));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    buttons->addWidget(m_theirs);
    buttons->addWidget(m_mine);
    buttons->addStretch();
    buttons->addWidget(m_back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_text);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_theirs, &QPushButton::clicked, this, [this] { decide(&DocumentEditor::takeTheirs); });
    connect(m_mine, &QPushButton::clicked, this, [this] { decide(&DocumentEditor::keepMine); });
    connect(m_back, &QPushButton::clicked, this, [this] { decide(&DocumentEditor::leaveConflict); });
    hide();
}

QString ConflictPanel::text() const { return m_text->text(); }

void ConflictPanel::decide(void (DocumentEditor::*how)())
{
    hide();
    (m_editor.*how)();
    emit decided();
}

void ConflictPanel::showConflict()
{
    const DocumentEditor::Conflict &conflict = *m_editor.conflict();
    const Document mine = m_editor.document();
    const QString what = text::document(conflict.theirs);
    m_text->setText(conflict.by.isEmpty()
            ? tr("Somebody else saved %1 while you were editing it. Nothing of yours has been saved yet.").arg(what)
            : tr("%1 saved %2 on %3, while you were editing it. Nothing of yours has been saved yet.")
                  .arg(conflict.by, what, clock(conflict.at)));
    const QList<DifferenceRow> rows = compare(mine, conflict.theirs);
    m_table->setRowCount(static_cast<int>(rows.size()));
    const Colors &colors = Theme::instance().colors();
    for (int i = 0; i < rows.size(); ++i) {
        const DifferenceRow &row = rows.at(i);
        // The sign says it, the colour only helps.
        const QStringList cells{row.what, row.differs ? QString(QChar(0x2260)) : QString(), row.mine, row.theirs};
        for (int column = 0; column < cells.size(); ++column) {
            auto *cell = new QTableWidgetItem(cells.at(column));
            if (row.differs) {
                QFont bold = m_table->font();
                bold.setWeight(QFont::DemiBold);
                cell->setFont(bold);
                cell->setBackground(colors.lit);
                cell->setForeground(colors.text);
            }
            m_table->setItem(i, column, cell);
        }
    }
    show();
    m_theirs->setFocus(Qt::OtherFocusReason);
}

void ConflictPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        decide(&DocumentEditor::leaveConflict);
    else
        QFrame::keyPressEvent(event);
}

} // namespace bincard
