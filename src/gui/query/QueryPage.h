// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "gui/query/QueryAnswer.h"
#include "models/JsonTableModel.h"

#include <QTimer>

#include <optional>

class QLabel;
class QTabWidget;
class QToolButton;

namespace bincard {

class CodeView;
class DataTable;
class ErrorBanner;
class JournalExport;
class QueryForm;
class TableExporter;

/// "query": any register asked for balances, turnovers or movements, answered as soon as something of the question
/// changes; as a table, as the JSON that bincardctl prints, and the same call as C++, SQL and command line. Arguments:
/// register, kind (balance, turnover, movements), query (the JSON of the contract), show (table, json, cpp, sql, shell).
class QueryPage : public Page
{
    Q_OBJECT
public:
    explicit QueryPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("query"); }
    [[nodiscard]] QString title() const override { return tr("Query"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;
    [[nodiscard]] bool mayLeave() override;

    [[nodiscard]] QueryForm *form() const { return m_form; }
    [[nodiscard]] const JsonTableModel &model() const { return m_model; }
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] ErrorBanner *banner() const { return m_banner; }
    [[nodiscard]] QString json() const;
    [[nodiscard]] QString code(const QString &language) const; ///< "cpp", "sql", "shell"
    [[nodiscard]] QByteArray csv() const;

private:
    [[nodiscard]] QWidget *buildTop();
    void buildAnswer();
    void take(const QVariantMap &arguments);
    void askRegisters();
    void askSoon();
    void ask();
    void askMore();
    void showAnswer(const RegisterQuestion &question, const QueryAnswer &answer);
    void showCode(const RegisterQuestion &question);
    void showMore(const QJsonObject &answer);
    void updateTotals();
    void showEmpty(const RegisterQuestion &question);
    void open(int row);
    void copyAll();
    void exportFile();
    [[nodiscard]] static QString compact(const QJsonObject &object);

    JsonTableModel m_model;
    QueryForm *m_form;
    ErrorBanner *m_banner;
    QTabWidget *m_answer;
    DataTable *m_table;
    TableExporter *m_exporter;
    JournalExport *m_export; ///< of a journal that is only shown in part
    CodeView *m_json, *m_cpp, *m_sql, *m_shell;
    QLabel *m_count;
    QToolButton *m_copy;
    QTimer m_delay;
    std::optional<RegisterQuestion> m_shown;   ///< what the rows are an answer to
    QVariantMap m_arguments;                   ///< to be taken as soon as the registers are known
    QHash<QString, QString> m_documentNumbers; ///< by recorder, of the movements shown
    QString m_missing;                         ///< the register that was to be shown and is not there
    QString m_next;                            ///< cursor of the next page of movements
    Generation m_generation, m_registersGeneration;
    int m_pending = 0;
    bool m_hasRegisters = false;
};

} // namespace bincard
