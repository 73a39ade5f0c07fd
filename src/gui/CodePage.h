// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/Page.h"
#include "models/CodeExamples.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTabBar;

namespace bincard {

class CodeHighlighter;

/// "code": how to do from a program, a shell or SQL what the window does. The files are those that the tests compile and
/// run. Arguments: topic, language ("cpp", "sql", "sqlite", "postgresql", "shell").
class CodePage : public Page
{
    Q_OBJECT
public:
    explicit CodePage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("code"); }
    [[nodiscard]] QString title() const override { return tr("Code examples"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override {} // nothing of it comes from the book
    [[nodiscard]] bool isSettled() const override { return true; }
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;

    [[nodiscard]] QListWidget *topicList() const { return m_list; }
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
    [[nodiscard]] QPlainTextEdit *code() const { return m_code; }
    [[nodiscard]] QLineEdit *filterEdit() const { return m_filter; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildCode();
    void fillList();
    void showTopic(const QString &key);
    void showFile(int tab);
    void copy();
    void takeFont();
    [[nodiscard]] QString topic() const;

    QList<CodeTopic> m_topics;
    QList<CodeFile> m_files; ///< of the topic shown, a tab each
    QString m_language;      ///< what was chosen last, for the next topic
    QLabel *m_explanation;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QTabBar *m_tabs;
    QPlainTextEdit *m_code;
    CodeHighlighter *m_highlighter;
};

} // namespace bincard
