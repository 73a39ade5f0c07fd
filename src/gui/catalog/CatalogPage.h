// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/Page.h"

#include <QPersistentModelIndex>

class QLabel;
class QLineEdit;
class QSplitter;

namespace bincard {

class CatalogDelegate;
class CatalogFilter;
class CatalogModel;
class RowConflictPanel;
class DataTable;
class ErrorBanner;
class FormBinder;

/// A catalog to look through and edit, in the table or in the form beside it. An edit is saved when its row is left or
/// with Ctrl+S; until then it is marked and Ctrl+Z takes it back. Rows go out of use, they are never deleted.
class CatalogPage : public Page
{
    Q_OBJECT
public:
    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] QString title() const override { return m_title; }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;
    [[nodiscard]] bool mayLeave() override;

    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] FormBinder *binder() const { return m_binder; }
    [[nodiscard]] CatalogModel *model() const { return m_model; }

    void addRow();
    void save();
    void undo();
    void toggleActive();
    void showError(const Error &error);

protected:
    CatalogPage(AppContext &context, const QString &name, const QString &title);
    /// Called once by the heir with what differs: the model, the Designer form, the words of the empty state.
    void build(CatalogModel *model, QWidget *form, const QString &newText, const QString &emptyTitle);
    virtual void load() = 0; ///< the snapshot of the catalog into the model
    [[nodiscard]] CatalogFilter *filter() const { return m_filter; }
    [[nodiscard]] CatalogDelegate *delegate() const { return m_delegate; }
    [[nodiscard]] QSplitter *splitter() const { return m_splitter; }
    [[nodiscard]] int currentRow() const; ///< of the model
    /// Before add(): what a new row begins with.
    virtual void prepareNew() {}

private:
    [[nodiscard]] QWidget *buildHead(const QString &newText);
    [[nodiscard]] QWidget *buildSide(QWidget *form);
    void rowLeft(int row);
    void currentChanged(int filterRow);
    void saved(const QString &code);
    void saveFailed(int row, const Error &error);
    void updateState();
    void selectCode(const QString &code);

    QString m_name, m_title;
    CatalogModel *m_model = nullptr;
    CatalogFilter *m_filter = nullptr;
    CatalogDelegate *m_delegate = nullptr;
    DataTable *m_table = nullptr;
    FormBinder *m_binder = nullptr;
    RowConflictPanel *m_conflict = nullptr;
    ErrorBanner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    QLineEdit *m_words = nullptr;
    QLabel *m_state = nullptr;
    QAction *m_save = nullptr, *m_undo = nullptr, *m_toggle = nullptr;
    QPersistentModelIndex m_current; ///< row of the model being looked at
    QString m_wantedCode;
    bool m_leaving = false; ///< mayLeave() waits for saving
};

} // namespace bincard
