// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/registers/MovementDraft.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace bincard {

class AppContext;
class EffectTable;
class ErrorBanner;
class GridView;
class JsonTableModel;
class OpenBook;
class ProblemList;
class RecorderBar;

/// Post, repost and unpost by hand. While one types, the effect on every key stands below: before, after, and the lowest
/// balance of any later day, red and in words where the book would refuse it. Nothing is written before Post.
class PostingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PostingPanel(AppContext &context, QWidget *parent = nullptr);

    void setRegister(const RegisterDefinition &definition);
    void setRecorder(const QString &recorder); ///< and loads what it has posted
    [[nodiscard]] QString recorder() const;
    [[nodiscard]] MovementDraft &draft() { return m_draft; }
    [[nodiscard]] const JsonTableModel &effect() const;
    [[nodiscard]] GridView *grid() const { return m_grid; }
    [[nodiscard]] QString outcome() const; ///< what would happen, in one line
    [[nodiscard]] bool isSettled() const;
    /// Something is written that the book does not hold: neither what was loaded of a recorder, as it stands there.
    [[nodiscard]] bool hasChanges() const;
    void focusFirst();
    void refresh(); ///< the book has changed: the effect may be another

signals:
    void posted(const QString &registerName, const QString &recorder);

private:
    void connectParts();
    void takeCatalog();
    void askRecorder();
    void previewSoon();
    void preview();
    void showRefusal(const Error &error);
    void sayOutcome();
    void post();
    void unpost();
    void done(const QString &text);
    void updateState();
    void showProblems(const QStringList &more);
    void request(std::function<Result<QJsonObject>(OpenBook &)> job, std::function<void(Result<QJsonObject>)> done);

    AppContext &m_context;
    MovementDraft m_draft;
    RecorderBar *m_recorder;
    QPushButton *m_post, *m_unpost;
    GridView *m_grid;
    ProblemList *m_problems;
    ErrorBanner *m_banner;
    QLabel *m_outcome;
    EffectTable *m_effect;
    QList<QStringList> m_loaded;               ///< of the recorder, as it stood in the grid then
    QString m_requestFingerprint, m_requestId; ///< of the last posting, until it is answered (rule E20)
    int m_pending = 0;
    bool m_writing = false, m_hasRegister = false;
    bool m_seeksRefusal = false; ///< the book has refused; what is at fault is on its way
};

} // namespace bincard
