// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/LeadingColumns.h"

#include <QContextMenuEvent>
#include <QFrame>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

namespace bincard {

LeadingColumns::LeadingColumns(QTableView *table) : QTableView(table), m_table(table), m_edge(new QFrame(table))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(table);
    setShowGrid(table->showGrid());
    setAlternatingRowColors(table->alternatingRowColors());
    setSelectionBehavior(table->selectionBehavior());
    setSelectionMode(table->selectionMode());
    setEditTriggers(NoEditTriggers);
    setWordWrap(table->wordWrap());
    setVerticalScrollMode(table->verticalScrollMode());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    setModel(table->model());
    delete selectionModel(); // the one that came with the model
    setSelectionModel(table->selectionModel());
    m_edge->setFrameShape(QFrame::VLine);
    m_edge->setFrameShadow(QFrame::Plain);
    m_edge->setForegroundRole(QPalette::Mid);
    hide();
    m_edge->hide();

    connectHeaders();
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &LeadingColumns::arrange);
    connect(table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &LeadingColumns::arrange);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table->verticalScrollBar(), &QScrollBar::setValue);
    connect(this, &QTableView::doubleClicked, table, &QTableView::doubleClicked);
    table->viewport()->installEventFilter(this);
}

void LeadingColumns::connectHeaders()
{
    QHeaderView *header = m_table->horizontalHeader(), *own = horizontalHeader();
    own->setSectionsClickable(true);
    own->setHighlightSections(false);
    own->setSectionResizeMode(QHeaderView::Fixed);
    own->setDefaultAlignment(header->defaultAlignment());
    own->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this, &LeadingColumns::arrange);
    connect(header, &QHeaderView::sectionMoved, this, &LeadingColumns::arrange);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &LeadingColumns::arrange);
    connect(own, &QHeaderView::sectionClicked, header, [header](int column) {
        const bool turn =
            header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
        header->setSortIndicator(column, turn ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(own, &QHeaderView::customContextMenuRequested, header, &QHeaderView::customContextMenuRequested);
}

QList<int> LeadingColumns::columns() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const QAbstractItemModel *cells = m_table->model();
    QList<int> leading;
    int width = 0;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (header->isSectionHidden(column))
            continue;
        width += header->sectionSize(column);
        const int alignment = cells->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        if ((alignment & Qt::AlignRight) || width > m_table->viewport()->width() / 2)
            break;
        leading << column;
    }
    return leading;
}

int LeadingColumns::coveredWidth() const { return isHidden() ? 0 : width(); }

void LeadingColumns::arrange()
{
    const QList<int> leading = columns();
    const QHeaderView *header = m_table->horizontalHeader();
    const bool wanted = header->offset() > 0 && !leading.isEmpty();
    setVisible(wanted);
    m_edge->setVisible(wanted);
    if (!wanted)
        return;
    QHeaderView *own = horizontalHeader();
    int width = 0;
    for (int column = 0; column < own->count(); ++column)
        own->setSectionHidden(column, !leading.contains(column));
    for (qsizetype place = 0; place < leading.size(); ++place) {
        const int column = leading.at(place);
        own->moveSection(own->visualIndex(column), static_cast<int>(place));
        own->resizeSection(column, header->sectionSize(column));
        width += header->sectionSize(column);
    }
    own->setFixedHeight(header->height());
    own->setSortIndicatorShown(header->isSortIndicatorShown());
    own->setSortIndicator(header->sortIndicatorSection(), header->sortIndicatorOrder());
    verticalHeader()->setDefaultSectionSize(m_table->verticalHeader()->defaultSectionSize());
    setItemDelegate(m_table->itemDelegate());
    setTextElideMode(m_table->textElideMode());
    const QRect seen = m_table->viewport()->geometry();
    setGeometry(seen.left(), seen.top() - header->height(), width, seen.height() + header->height());
    m_edge->setGeometry(seen.left() + width, y(), 1, height());
    verticalScrollBar()->setValue(m_table->verticalScrollBar()->value());
    raise();
    m_edge->raise();
}

bool LeadingColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        arrange();
    return QTableView::eventFilter(watched, event);
}

void LeadingColumns::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_table->actions().isEmpty())
        QMenu::exec(m_table->actions(), event->globalPos(), nullptr, m_table);
}

} // namespace bincard
