// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "async/BookClient.h"
#include "gui/DataTable.h"
#include "gui/registers/MovementDraft.h"
#include "models/JsonTableModel.h"

#include <QTimer>

namespace bincard {

/// What movements would do to a register if they were posted: every key that changes, before, after, and the lowest
/// balance of any later day. It is asked for a moment after the last change, and nothing is written.
class EffectTable : public DataTable
{
    Q_OBJECT
public:
    struct Question
    {
        QString registerName, recorder;
        QJsonArray movements; ///< as `post` takes them
        bool append = false;
    };

    explicit EffectTable(AppContext &context, QWidget *parent = nullptr);

    void setRegister(const RegisterDefinition &definition);
    void setCatalog(std::shared_ptr<const CatalogIndex> catalog) { m_model.setCatalog(std::move(catalog)); }
    [[nodiscard]] const JsonTableModel &model() const { return m_model; }

    void askSoon(); ///< due() comes in a moment; what is under way answers to something else
    void ask(const Question &question);
    void clear(); ///< there is nothing to ask
    [[nodiscard]] bool isSettled() const { return m_pending == 0 && !m_delay.isActive(); }

    /// In one line what would happen; empty where nothing is known.
    [[nodiscard]] const QString &outcome() const { return m_outcome; }
    [[nodiscard]] bool wouldBeRefused() const { return !m_refusals.isEmpty(); }
    /// The keys that the book would refuse to let fall, and why.
    [[nodiscard]] const QList<MovementDraft::Refusal> &refusals() const { return m_refusals; }

signals:
    void due();
    void answered(); ///< outcome() is the one of the question
    void refused(const bincard::Error &error);

private:
    void showEffect(const QJsonObject &effect);

    AppContext &m_context;
    JsonTableModel m_model;
    QTimer m_delay;
    Generation m_generation;
    QString m_outcome;
    QList<MovementDraft::Refusal> m_refusals;
    bool m_fresh = false; ///< the columns are those of another register than the widths
    int m_pending = 0;
};

} // namespace bincard
