// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/registers/DefinitionDraft.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace bincard {

class AppContext;
class CodeView;
class GridView;
class ProblemList;

/// Writes the definition of a register: a new one, or what may change of one that exists. The JSON stands beside it and
/// follows as one types; a definition is also taken from a file or the clipboard.
class DefinitionEditor : public QWidget
{
    Q_OBJECT
public:
    explicit DefinitionEditor(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] DefinitionDraft &draft() { return m_draft; }
    void startNew();
    void show(const QJsonObject &definition, bool existing);
    /// It goes into the book: nothing can be changed. An alteration can be cancelled.
    void setBusy(bool busy);
    void showProgress(qint64 done, qint64 total);
    void focusFirst();
    /// A definition as text, from a file or the clipboard. What cannot be read is told by failed().
    void takeText(const QByteArray &text);
    void openFile();
    void paste();

signals:
    void save();    ///< the draft is good and shall go into the book
    void discard(); ///< back to what was there before
    void cancel();  ///< the alteration under way
    void failed(const bincard::Error &error);

private:
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildJson();
    void showDraft();
    void update();
    void updateState();
    void showProblems();
    void trySave();

    AppContext &m_context;
    DefinitionDraft m_draft;
    QLineEdit *m_name;
    QComboBox *m_kind, *m_partition;
    QLabel *m_partitionLabel, *m_hint, *m_kindHint;
    GridView *m_dimensions, *m_resources;
    ProblemList *m_problems;
    CodeView *m_json;
    QProgressBar *m_progress;
    QPushButton *m_save, *m_discard;
    QAction *m_escape = nullptr;
    bool m_busy = false;
};

} // namespace bincard
