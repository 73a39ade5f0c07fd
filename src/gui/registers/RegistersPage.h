// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "gui/registers/RegisterList.h"

class QSplitter;
class QTabWidget;

namespace bincard {

class DefinitionEditor;
class ErrorBanner;
class PostingPanel;
class QuestionBar;
class RecorderPanel;
class VerifyPanel;

/// "registers": the registers of the book, and for the one that is chosen its definition, posting by hand, what a
/// recorder has done, and verify and rebuild. Arguments: register, tab (definition, post, history, verify), recorder;
/// new: a definition to begin with.
class RegistersPage : public Page
{
    Q_OBJECT
public:
    enum Tab { Definition, Post, History, Verify };

    explicit RegistersPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("registers"); }
    [[nodiscard]] QString title() const override { return tr("Registers"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;
    [[nodiscard]] bool mayLeave() override;

    [[nodiscard]] RegisterList *table() const { return m_list; }
    [[nodiscard]] const JsonTableModel &model() const { return m_list->model(); }
    [[nodiscard]] DefinitionEditor *definition() const { return m_definition; }
    [[nodiscard]] PostingPanel *posting() const { return m_posting; }
    [[nodiscard]] RecorderPanel *history() const { return m_history; }
    [[nodiscard]] VerifyPanel *verification() const { return m_verify; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] ErrorBanner *banner() const { return m_banner; }
    [[nodiscard]] QuestionBar *question() const { return m_question; }
    /// The register that is chosen; empty: none, or a new one.
    [[nodiscard]] QString current() const { return m_current; }

private:
    [[nodiscard]] QWidget *buildTop();
    void buildTabs();
    void connectTabs();
    void focusTab();
    void otherPart();
    void showList();
    void fitList();
    void choose(const QString &name);
    void showRegister(const RegisterDefinition &definition);
    void startNew();
    void beginNew(); ///< at once
    void backFromDraft();
    void openFile();
    void query();
    void updateState();
    /// Asks first if something written would be lost.
    void whenFree(std::function<void()> then);
    void askToDiscard(const QString &question, std::function<void()> then); ///< the movements that are written
    void changeMovements(const QString &recorder);
    [[nodiscard]] bool hasDrafts() const;
    [[nodiscard]] QString lossQuestion(const QString &definition, const QString &movements) const;

    // RegistersPageChanges.cpp: what changes registers
    void save();
    void create(const QJsonObject &definition);
    void alter(const QString &name, const QJsonObject &definition);
    void altered(const QJsonObject &definition, const Result<bool> &answer);
    void cancelAltering();
    void askToCancelAltering();
    void focusAnswer(const QString &name);
    void askDrop();
    void drop(const QString &name, bool force);
    void showRefusal(const Error &error);
    void change(std::function<Result<void>(OpenBook &)> job, std::function<void(const Result<bool> &)> done, Lane lane);

    QString m_current, m_wanted;
    QSplitter *m_parts;
    bool m_arranged = false; ///< a person has moved the border between the list and the rest
    RegisterList *m_list;
    ErrorBanner *m_banner;
    QuestionBar *m_question;
    QTabWidget *m_tabs;
    DefinitionEditor *m_definition;
    PostingPanel *m_posting;
    RecorderPanel *m_history;
    VerifyPanel *m_verify;
    QAction *m_drop = nullptr, *m_query = nullptr;
    std::shared_ptr<JobControl> m_altering; ///< while a register is being altered
    int m_pending = 0;
    bool m_isNew = false;
    bool m_leaving = false;       ///< once the altering has ended
    bool m_goOnToPosting = false; ///< to the register that was just made
};

} // namespace bincard
