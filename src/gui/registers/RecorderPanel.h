// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "async/BookClient.h"
#include "models/JsonTableModel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace bincard {

class AppContext;
class DataTable;
class ErrorBanner;
class RecorderNote;

/// Everything a recorder has done in a register: what was posted, what reversed it, when and by whom.
class RecorderPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RecorderPanel(AppContext &context, QWidget *parent = nullptr);

    void setRegister(const RegisterDefinition &definition);
    void setRecorder(const QString &recorder);
    [[nodiscard]] QString recorder() const;
    [[nodiscard]] const JsonTableModel &model() const { return m_model; }
    [[nodiscard]] RecorderNote *note() const { return m_note; }
    [[nodiscard]] bool isSettled() const { return m_pending == 0; }
    void focusFirst();
    void refresh();

signals:
    void change(const QString &recorder); ///< its movements shall be loaded to be reposted

private:
    void load();

    AppContext &m_context;
    RegisterDefinition m_definition;
    JsonTableModel m_model;
    QLineEdit *m_recorder;
    QPushButton *m_change;
    RecorderNote *m_note;
    ErrorBanner *m_banner;
    DataTable *m_table;
    Generation m_generation;
    int m_pending = 0;
    bool m_fresh = false; ///< the columns are those of another register than the widths
};

} // namespace bincard
