// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/registers/MovementDraft.h"
#include "models/JsonTableModel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace bincard {

class AppContext;
class DataTable;
class ErrorBanner;
class GridView;
class ProblemList;
class RecorderNote;

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
    [[nodiscard]] const JsonTableModel &effect() const { return m_effect; }
    [[nodiscard]] GridView *grid() const { return m_grid; }
    [[nodiscard]] QString outcome() const; ///< what would happen, in one line
    [[nodiscard]] bool isSettled() const { return m_pending == 0 && !m_delay.isActive(); }
    void focusFirst();
    void refresh(); ///< the book has changed: the effect may be another

signals:
    void posted(const QString &registerName, const QString &recorder);

private:
    enum class Mode { Post, Append, Replace };

    [[nodiscard]] QWidget *buildTop();
    [[nodiscard]] QWidget *buildEffect();
    void connectParts();
    void takeCatalog();
    void recorderEdited();
    void askActive(bool load);
    void showActive(const QJsonArray &rows, bool load);
    void previewSoon();
    void preview();
    void showEffect(const QJsonObject &effect);
    void showRefusal(const Error &error);
    void sayOutcome(const QString &text, bool isBad);
    void post();
    void unpost();
    void done(const QString &text);
    void updateState();
    void showProblems(const QStringList &more);
    [[nodiscard]] Mode mode() const;
    void request(std::function<Result<QJsonObject>(OpenBook &)> job, std::function<void(Result<QJsonObject>)> done);

    AppContext &m_context;
    MovementDraft m_draft;
    JsonTableModel m_effect;
    QLineEdit *m_recorder;
    RecorderNote *m_note;
    QRadioButton *m_replace, *m_append;
    QWidget *m_modes;
    QPushButton *m_load, *m_post, *m_unpost;
    GridView *m_grid;
    ProblemList *m_problems;
    ErrorBanner *m_banner;
    QLabel *m_outcome;
    DataTable *m_effectTable;
    QTimer m_delay;
    QStringList m_general; ///< what the book found wrong with no cell in particular
    Generation m_previewGeneration, m_activeGeneration;
    QString m_knownRecorder; ///< whose active movements m_active counts
    int m_active = 0, m_pending = 0;
    bool m_isDocuments = false, m_writing = false, m_hasRegister = false;
};

} // namespace bincard
