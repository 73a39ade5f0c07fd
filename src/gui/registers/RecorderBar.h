// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"

#include <QJsonArray>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace bincard {

class AppContext;
class RecorderNote;

/// Under which name one posts by hand, what has been posted under it already, and whether new movements take the place
/// of those or come on top.
class RecorderBar : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Post, Append, Replace };
    /// Whether what it has posted is sent by loaded(), to be changed: because it may be useful, or because a person said so.
    enum class Load { No, Offered, Wanted };

    explicit RecorderBar(AppContext &context, QWidget *parent = nullptr);

    void setRegister(const QString &name); ///< what is known of the recorder was another register's
    void setRecorder(const QString &recorder);
    [[nodiscard]] QString recorder() const;
    [[nodiscard]] bool isDocuments() const { return m_isDocuments; } ///< then nothing is posted by hand
    [[nodiscard]] int active() const { return m_active; }            ///< movements that nothing has reversed
    [[nodiscard]] Mode mode() const;

    void ask(Load load); ///< what the recorder has posted
    void askAgain();     ///< the book has changed
    /// Posted or taken back: nothing is known any more, and after a first posting the next number stands ready.
    void goOn();
    void refuseEmpty(); ///< says that a name is needed, and takes the focus
    void setIdle(bool idle);
    [[nodiscard]] bool isSettled() const { return m_pending == 0; }

signals:
    void edited();  ///< the name, what is known of it, or the mode
    void left();    ///< a person is done with the name
    void entered(); ///< and goes on to the movements: Enter
    void loaded(const QJsonArray &movements, bincard::RecorderBar::Load load);
    void failed(const bincard::Error &error);

private:
    void build();
    void recorderEdited();
    void showKnown(const QJsonArray &rows, Load load);

    AppContext &m_context;
    QLineEdit *m_recorder;
    RecorderNote *m_note;
    QRadioButton *m_replace, *m_append;
    QWidget *m_modes;
    QPushButton *m_load;
    QString m_register;
    QString m_known; ///< the recorder whose active movements m_active counts
    Generation m_generation;
    int m_active = 0, m_pending = 0;
    bool m_isDocuments = false;
};

} // namespace bincard
