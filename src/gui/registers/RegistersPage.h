// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/JsonTableModel.h"

#include <QHash>

class QTabWidget;
class QToolButton;

namespace bincard {

class DataTable;
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

    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] const JsonTableModel &model() const { return m_model; }
    [[nodiscard]] DefinitionEditor *definition() const { return m_definition; }
    [[nodiscard]] PostingPanel *posting() const { return m_posting; }
    [[nodiscard]] RecorderPanel *history() const { return m_history; }
    [[nodiscard]] VerifyPanel *verification() const { return m_verify; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] ErrorBanner *banner() const { return m_banner; }
    [[nodiscard]] QuestionBar *question() const { return m_question; }
    [[nodiscard]] QString current() const
    {
        return m_current;
    } ///< the register that is chosen; empty: none, or a new one

private:
    [[nodiscard]] QWidget *buildTop();
    void buildTabs();
    QAction *add(const QString &name, const QString &iconName, const QString &text, const QString &hint,
        const QList<QKeySequence> &keys, void (RegistersPage::*slot)());
    void load();
    void loadInfo();
    void showList(const QList<RegisterDefinition> &definitions);
    void showRows();
    [[nodiscard]] QJsonObject rowOf(const RegisterDefinition &definition) const;
    void choose(const QString &name);
    void startNew();
    void openFile();
    void query();
    void askDrop();
    void drop(const QString &name);
    void save();
    void noteVerified(const QString &name, qint64 checked, const QJsonArray &rows);
    void updateState();
    void whenFree(std::function<void()> then);
    [[nodiscard]] const RegisterDefinition *find(const QString &name) const;
    [[nodiscard]] QString verifiedKey(const QString &name) const;

    QList<RegisterDefinition> m_definitions;
    QHash<QString, QJsonObject> m_infos; ///< register -> RegisterService::info()
    JsonTableModel m_model;
    QString m_current, m_wanted;
    DataTable *m_table;
    ErrorBanner *m_banner;
    QuestionBar *m_question;
    QTabWidget *m_tabs;
    DefinitionEditor *m_definition;
    PostingPanel *m_posting;
    RecorderPanel *m_history;
    VerifyPanel *m_verify;
    QAction *m_drop = nullptr, *m_query = nullptr;
    Generation m_listGeneration, m_infoGeneration;
    int m_pending = 0;
    bool m_isNew = false, m_choosing = false;
    bool m_goOnToPosting = false; ///< to the register that was just made
};

} // namespace bincard
