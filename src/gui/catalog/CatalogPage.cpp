// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/CatalogPage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Theme.h"
#include "gui/catalog/CatalogDelegate.h"
#include "gui/catalog/CatalogFilter.h"
#include "gui/catalog/FormBinder.h"
#include "gui/catalog/RowConflictPanel.h"
#include "models/CatalogCache.h"
#include "models/CatalogModel.h"
#include "models/ValueTableModel.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>

namespace bincard {

CatalogPage::CatalogPage(AppContext &context, const QString &name, const QString &title)
    : Page(context)
    , m_name(name)
    , m_title(title)
{}

void CatalogPage::activate(const QVariantMap &arguments)
{
    if (context().catalog.isLoaded())
        load();
    if (arguments.contains(QStringLiteral("text")))
        m_words->setText(arguments.value(QStringLiteral("text")).toString());
    if (const QString code = arguments.value(QStringLiteral("code")).toString(); !code.isEmpty())
        selectCode(code);
    m_table->view()->setFocus();
}

/// The cache reloads by itself whenever the catalog changes; what a person refreshes is asked for anew.
void CatalogPage::refresh()
{
    if (!context().catalog.isLoading())
        context().catalog.reload();
}

bool CatalogPage::isSettled() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isSaving(row))
            return false;
    }
    return context().catalog.isLoaded() && !context().catalog.isLoading();
}

QVariantMap CatalogPage::place() const
{
    QVariantMap place;
    if (const int row = currentRow(); row >= 0 && !m_model->isNew(row))
        place.insert(QStringLiteral("code"), m_model->code(row));
    if (!m_words->text().isEmpty())
        place.insert(QStringLiteral("text"), m_words->text());
    return place;
}

void CatalogPage::focusFilter()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

int CatalogPage::currentRow() const { return m_current.isValid() ? m_current.row() : -1; }

void CatalogPage::selectCode(const QString &code)
{
    m_wantedCode = code;
    const int row = m_model->rowOf(code);
    if (row < 0)
        return;
    if (!m_model->isActive(row))
        m_filter->setShowInactive(true);
    m_wantedCode.clear();
    m_table->selectKey(m_model->index(row, 0).data(role::Key));
}

void CatalogPage::addRow()
{
    m_binder->commit();
    if (const int before = currentRow(); before >= 0)
        rowLeft(before);
    m_words->clear();
    prepareNew();
    const int row = m_model->add();
    m_table->selectKey(m_model->index(row, 0).data(role::Key));
    if (QWidget *first = m_binder->editor(QStringLiteral("code")))
        first->setFocus(Qt::ShortcutFocusReason);
}

void CatalogPage::save()
{
    m_banner->clear();
    m_binder->commit();
    m_model->saveAll();
    updateState();
}

void CatalogPage::undo()
{
    // What is just being typed is the latest edit.
    m_binder->commit();
    const int row = m_model->undo();
    if (row >= 0)
        m_table->selectKey(m_model->index(row, 0).data(role::Key));
    updateState();
}

void CatalogPage::toggleActive()
{
    const int row = currentRow();
    if (row < 0)
        return;
    if (m_model->isNew(row)) {
        m_model->revert(row);
        return;
    }
    m_model->setActive(row, !m_model->isActive(row));
    m_model->save(row);
}

/// A new row in which nothing was typed goes without a word; anything else is saved if it can be.
void CatalogPage::rowLeft(int row)
{
    if (!m_model->isUnsaved(row))
        return;
    if (m_model->isNew(row) && m_model->code(row).isEmpty()
        && m_model->index(row, m_model->columnOf(QStringLiteral("name"))).data().toString().isEmpty()
        && m_model->problems(row).isEmpty())
        m_model->revert(row);
    else
        m_model->save(row);
}

void CatalogPage::currentChanged(int filterRow)
{
    const QModelIndex index = filterRow < 0 ? QModelIndex() : m_filter->mapToSource(m_filter->index(filterRow, 0));
    const QPersistentModelIndex before = m_current;
    if (index.row() == before.row() && index.isValid() == before.isValid())
        return;
    m_current = index;
    m_binder->setRow(index.isValid() ? index.row() : -1);
    // Later: saving may take the row out of the view that is just telling us.
    if (before.isValid())
        QMetaObject::invokeMethod(
            this,
            [this, before] {
                if (before.isValid() && before != m_current)
                    rowLeft(before.row());
            },
            Qt::QueuedConnection);
    updateState();
}

bool CatalogPage::mayLeave()
{
    m_banner->clear();
    m_binder->commit();
    int wrong = 0;
    bool saving = false;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        rowLeft(row);
        if (row >= m_model->rowCount() || !m_model->isUnsaved(row))
            continue;
        saving = saving || m_model->isSaving(row);
        wrong += m_model->isSaving(row) ? 0 : 1;
    }
    if (wrong > 0)
        m_banner->showError(Error(ErrorCode::Validation,
            {QT_TRANSLATE_NOOP("Error",
                 "What was changed here cannot be saved yet. Correct what is marked, or take it back with Ctrl+Z."),
                {}}));
    m_leaving = saving && wrong == 0;
    return wrong == 0 && !saving;
}

void CatalogPage::saved(const QString &code)
{
    context().tell(tr("%1 is saved.").arg(code));
    updateState();
    if (m_leaving && !m_model->hasUnsaved()) {
        m_leaving = false;
        emit leavable();
    }
}

void CatalogPage::saveFailed(int, const Error &error)
{
    m_leaving = false;
    showError(error);
}

void CatalogPage::showError(const Error &error) { m_banner->showError(error); }

void CatalogPage::updateState()
{
    const int row = currentRow();
    m_undo->setEnabled(m_model->canUndo());
    m_save->setEnabled(m_model->hasUnsaved());
    m_toggle->setEnabled(row >= 0);
    m_toggle->setText(row >= 0 && !m_model->isActive(row) ? tr("Take into use again") : tr("Take out of use"));
    m_conflict->showRow(row);
    QString text;
    if (row >= 0 && m_model->isSaving(row))
        text = tr("Saving…");
    else if (row >= 0 && m_model->isNew(row))
        text = tr("New; saved when you leave the row or with Ctrl+S.");
    else if (row >= 0 && m_model->isUnsaved(row))
        text = tr("Changed; saved when you leave the row or with Ctrl+S. Ctrl+Z takes it back.");
    else if (row < 0)
        text = tr("Choose a row to see it here.");
    m_state->setText(text);
}

} // namespace bincard
