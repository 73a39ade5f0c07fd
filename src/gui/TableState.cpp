// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/TableState.h"

#include "gui/Theme.h"
#include "models/ValueTableModel.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>

namespace bincard {

TableState::TableState(QTableView *view, const QString &settingsKey)
    : QObject(view)
    , m_view(view)
    , m_key(QStringLiteral("tables/") + settingsKey)
{
    QHeaderView *header = view->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableState::showMenu);
    const auto remember = [this] {
        if (!m_restoring)
            m_remembered = true;
    };
    connect(header, &QHeaderView::sectionResized, this, remember);
    connect(header, &QHeaderView::sectionMoved, this, remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, remember);
}

QString TableState::columnId(int column) const
{
    const QString id = m_view->model()->headerData(column, Qt::Horizontal, role::Key).toString();
    return id.isEmpty() ? QString::number(column) : id;
}

void TableState::restore()
{
    m_restoring = true;
    QHeaderView *header = m_view->horizontalHeader();
    QSettings settings;
    settings.beginGroup(m_key);
    const QStringList order = settings.value(QStringLiteral("order")).toStringList();
    const QStringList hidden = settings.value(QStringLiteral("hidden")).toStringList();
    QHash<QString, int> columns;
    for (int column = 0; column < header->count(); ++column)
        columns.insert(columnId(column), column);
    int place = 0;
    for (const QString &id : order) {
        if (columns.contains(id))
            header->moveSection(header->visualIndex(columns.value(id)), place++);
    }
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        header->setSectionHidden(it.value(), hidden.contains(it.key()));
        if (const int width = settings.value(QStringLiteral("width/") + it.key()).toInt(); width > 0)
            header->resizeSection(it.value(), width);
    }
    const QString sorted = settings.value(QStringLiteral("sorted")).toString();
    if (columns.contains(sorted)) {
        const bool descending = settings.value(QStringLiteral("descending")).toBool();
        m_view->sortByColumn(columns.value(sorted), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    m_remembered = !order.isEmpty();
    if (!m_remembered) {
        connect(m_view->model(), &QAbstractItemModel::modelReset, this, &TableState::fitColumns);
        connect(m_view->model(), &QAbstractItemModel::rowsInserted, this, &TableState::fitColumns);
        fitColumns();
    }
    m_restoring = false;
}

void TableState::fitColumns()
{
    if (m_fitted || m_remembered || !m_view->model() || m_view->model()->rowCount() == 0)
        return;
    m_fitted = true;
    m_restoring = true;
    QHeaderView *header = m_view->horizontalHeader();
    m_view->resizeColumnsToContents();
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(
            column, qBound(8 * Theme::grid, header->sectionSize(column) + Theme::grid, 50 * Theme::grid));
    m_restoring = false;
}

void TableState::save() const
{
    const QHeaderView *header = m_view->horizontalHeader();
    if (!m_remembered || !m_view->model() || header->count() == 0)
        return;
    QStringList order, hidden;
    QSettings settings;
    settings.beginGroup(m_key);
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const QString id = columnId(column);
        order << id;
        if (header->isSectionHidden(column))
            hidden << id;
        else
            settings.setValue(QStringLiteral("width/") + id, header->sectionSize(column));
    }
    settings.setValue(QStringLiteral("order"), order);
    settings.setValue(QStringLiteral("hidden"), hidden);
    if (header->isSortIndicatorShown() && header->sortIndicatorSection() < header->count()) {
        settings.setValue(QStringLiteral("sorted"), columnId(header->sortIndicatorSection()));
        settings.setValue(QStringLiteral("descending"), header->sortIndicatorOrder() == Qt::DescendingOrder);
    }
}

void TableState::showMenu(const QPoint &position)
{
    QHeaderView *header = m_view->horizontalHeader();
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int shown = header->count() - header->hiddenSectionCount();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        QAction *action = menu->addAction(m_view->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(!action->isChecked() || shown > 1); // one stays, or nobody would find this menu again
        connect(action, &QAction::toggled, this, [this, header, column](bool visible) {
            header->setSectionHidden(column, !visible);
            m_remembered = true;
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Fit columns to their contents")), &QAction::triggered, this,
        [this] { m_view->resizeColumnsToContents(); });
    menu->popup(header->viewport()->mapToGlobal(position));
}

} // namespace bincard
