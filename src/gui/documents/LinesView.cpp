// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/LinesView.h"

#include "gui/Theme.h"
#include "gui/documents/LineDelegate.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace bincard {

LinesView::LinesView(DocumentLinesModel &model, QWidget *parent)
    : EntryView(model, new LineDelegate, parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("lines"));
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        for (int column = 0; column < lineColumnCount; ++column)
            setColumnHidden(column, !m_model.hasColumn(static_cast<LineColumn>(column)));
        fitColumns();
        setCurrentIndex(m_model.index(0, 0));
    });
    connect(&model, &DocumentLinesModel::touched, this, qOverload<int, LineColumn>(&LinesView::goTo));
    buildActions();
    fitColumns();
}

void LinesView::buildActions()
{
    add(QStringLiteral("lines.repeat"), QStringLiteral("copy"), tr("Repeat line"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
        [this] {
            commitEditor();
            if (const int row = m_model.repeatLine(currentIndex().row()); row >= 0)
                goTo(row, LineColumn::Quantity);
        });
    add(QStringLiteral("lines.remove"), QStringLiteral("trash"), tr("Remove lines"),
        {QKeySequence(Qt::CTRL | Qt::Key_Delete)}, [this] {
            commitEditor();
            const QList<int> rows = chosenRows();
            if (rows.isEmpty())
                return;
            m_model.removeLines(rows);
            goTo(std::min(rows.constFirst(), m_model.rowCount() - 1), LineColumn::Item);
        });
    addUndo(QStringLiteral("lines"), m_model.undoStack());
    add(QStringLiteral("lines.copy"), QStringLiteral("copy"), tr("Copy lines"),
        QKeySequence::keyBindings(QKeySequence::Copy), [this] {
            const QList<int> rows = chosenRows();
            QGuiApplication::clipboard()->setText(m_model.copied(rows));
            emit told(tr("%n line(s) copied.", nullptr, static_cast<int>(rows.size())));
        });
    add(QStringLiteral("lines.paste"), QStringLiteral("attachment"), tr("Paste lines"),
        QKeySequence::keyBindings(QKeySequence::Paste), [this] {
            const int row = std::max(0, currentIndex().row());
            const int count = m_model.paste(row, QGuiApplication::clipboard()->text());
            if (count > 0) {
                goTo(std::min(row + count, m_model.rowCount() - 1), LineColumn::Item);
                emit told(tr("%n line(s) pasted.", nullptr, count));
            }
        });
}

// --- moving -----------------------------------------------------------------------------------------------------------

bool LinesView::isStop(int row, int column) const
{
    // An amount is typed only where one wants to.
    return EntryView::isStop(row, column) && static_cast<LineColumn>(column) != LineColumn::Amount;
}

bool LinesView::goNext()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        goToEntryRow();
        return true;
    }
    if (m_model.isEntryRow(current.row()) && m_model.line(current.row()).isEmpty())
        return false;
    for (int column = current.column() + 1; column < lineColumnCount; ++column) {
        if (isStop(current.row(), column)) {
            goTo(current.row(), static_cast<LineColumn>(column));
            return true;
        }
    }
    goTo(std::min(current.row() + 1, m_model.rowCount() - 1), LineColumn::Item);
    return true;
}

void LinesView::goOn(int)
{
    // What means no item stays marked under the cursor; one goes on typing there.
    if (!m_model.line(currentIndex().row()).typed.contains(static_cast<LineColumn>(currentIndex().column())))
        (void)goNext();
}

void LinesView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        goToEntryRow();
}

// --- widths -----------------------------------------------------------------------------------------------------------

/// Numbers get what nine digits need; the item takes the rest.
void LinesView::fitColumns()
{
    const QFontMetrics metrics(Theme::withTabularFigures(font()));
    const auto digits = [&metrics](
                            int count) { return metrics.horizontalAdvance(QString(count, u'0')) + 3 * Theme::grid; };
    int rest = viewport()->width();
    for (int column = 1; column < lineColumnCount; ++column) {
        if (isColumnHidden(column))
            continue;
        int width = 0;
        switch (static_cast<LineColumn>(column)) {
        case LineColumn::Unit: width = digits(4); break;
        case LineColumn::Discount: width = digits(7); break;
        case LineColumn::Amount: width = digits(12); break;
        default: width = digits(9);
        }
        setColumnWidth(column, width);
        rest -= width;
    }
    setColumnWidth(0, std::max(rest, digits(14)));
}

} // namespace bincard
