// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/Page.h"
#include "models/DocumentListModel.h"

class QPushButton;

namespace bincard {

class DataTable;
class DocumentFilterBar;
class ErrorBanner;
class QuestionBar;

/// "documents": the list. What it is filtered by always stands above it and Esc clears it; newest first; further rows
/// arrive as one scrolls.
class DocumentsPage : public Page
{
    Q_OBJECT
public:
    explicit DocumentsPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("documents"); }
    [[nodiscard]] QString title() const override { return tr("Documents"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;

    [[nodiscard]] DocumentListModel &model() { return m_model; }
    [[nodiscard]] DataTable *table() const { return m_table; }

private:
    QWidget *buildTop();
    void buildActions();
    void filterBy(const QVariantMap &arguments);
    void clearFilter();

    [[nodiscard]] const DocumentSummary *current() const;
    void open(int row);
    void create(DocumentKind kind);
    void post();
    void askUnpost();
    void run(std::function<Result<Document>(class OpenBook &)> job, const QString &done);
    void updateState();
    void updateTotals();
    void updateEmptyText();

    DocumentListModel m_model;
    DataTable *m_table;
    ErrorBanner *m_banner;
    bool m_loadFailed = false; ///< the banner says so
    QuestionBar *m_question;
    DocumentFilterBar *m_filter;
    QPushButton *m_new = nullptr;
    QAction *m_openAction = nullptr, *m_newAction = nullptr, *m_postAction = nullptr, *m_unpostAction = nullptr;
    bool m_running = false, m_activated = false;
};

} // namespace bincard
