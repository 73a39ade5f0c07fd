// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/Page.h"
#include "models/DocumentEditor.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace bincard {

class ConflictPanel;
class ErrorBanner;
class HeaderForm;
class HistoryPanel;
class LinesView;
class ProblemList;
class QuestionBar;
class ScannerFilter;

/// "document": the order editor. One document at a time, worked by keyboard from the partner to Ctrl+Enter; what is
/// wrong stands where it belongs, and what was typed survives whatever the book answers, or a crash.
class DocumentEditorPage : public Page
{
    Q_OBJECT
public:
    explicit DocumentEditorPage(AppContext &context, QWidget *parent = nullptr);
    ~DocumentEditorPage() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("document"); }
    [[nodiscard]] QString title() const override;
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QVariantMap place() const override;
    [[nodiscard]] bool mayLeave() override;

    [[nodiscard]] DocumentEditor &editor() { return m_editor; }
    [[nodiscard]] LinesView *linesView() const { return m_view; }
    /// For tests: another folder than that of the application's data.
    static void setRecoveryFolder(const QString &folder);

private:
    void build();
    QWidget *buildTop();
    QWidget *buildBottom();
    void buildActions();
    void connectEditor();

    void startNew(DocumentKind kind);
    void whenFree(const QString &question, std::function<void()> then);
    void offerLeftOver();
    void takeCatalog();
    [[nodiscard]] QString defaultWarehouse(DocumentKind kind) const;

    void commit(); ///< takes over what stands in the field or cell with the focus
    [[nodiscard]] bool prepare(bool posting);
    void save();
    void post();
    void askUnpost();
    void askDiscard();
    void duplicate();
    void toggleHistory();
    [[nodiscard]] bool takeScan(const QString &code);

    void showDocument();
    void updateState();
    void updateProblems();
    void succeeded(DocumentEditor::Action action);
    void refused(const Error &error);
    bool placeProblem(const Problem &problem);
    void placeShortages(const Error &error);
    void focusProblem();
    [[nodiscard]] QString warehouseName() const;

    DocumentEditor m_editor;
    QLabel *m_title, *m_state, *m_totals;
    QuestionBar *m_question;
    ErrorBanner *m_banner;
    QWidget *m_work; ///< head and lines, hidden while a conflict is shown
    HeaderForm *m_form;
    LinesView *m_view;
    ProblemList *m_problems;
    ConflictPanel *m_conflict;
    HistoryPanel *m_history;
    QCheckBox *m_next;
    QAction *m_saveAction = nullptr, *m_postAction = nullptr, *m_unpostAction = nullptr, *m_discardAction = nullptr;
    QAction *m_newAction = nullptr, *m_duplicateAction = nullptr, *m_historyAction = nullptr;
    QPushButton *m_save = nullptr, *m_post = nullptr, *m_unpost = nullptr, *m_discard = nullptr;
    ScannerFilter *m_scanner;
    QStringList m_otherProblems;  ///< sentences that belong to no field
    std::function<void()> m_then; ///< what waits for the document in work to be saved or given up
    bool m_started = false;       ///< a document is in work
};

} // namespace bincard
