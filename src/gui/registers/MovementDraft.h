// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "models/TextGridModel.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bincard {

/// Movements of a register while they are being written: a grid whose columns are the period, the register's dimensions
/// and its resources, and the JSON that it stands for. GUI thread.
class MovementDraft : public QObject
{
    Q_OBJECT
public:
    explicit MovementDraft(QObject *parent = nullptr);

    /// Takes all rows away, but those of the same register, which has been altered.
    void setDefinition(const RegisterDefinition &definition);
    [[nodiscard]] const RegisterDefinition &definition() const { return m_definition; }
    [[nodiscard]] TextGridModel &grid() { return m_grid; }
    [[nodiscard]] const TextGridModel &grid() const { return m_grid; }
    [[nodiscard]] bool isEmpty() const { return m_grid.rows().isEmpty(); }

    /// Rows as RegisterService::history() answers them.
    void setMovements(const QJsonArray &rows);
    /// As `post` takes them, without a recorder. Cells that cannot be read are left out; see hasUnreadableCells().
    [[nodiscard]] QJsonArray json() const;
    [[nodiscard]] bool hasUnreadableCells() const;
    /// Marks what the book found wrong, beside what cannot be read. Answers what belongs to no cell, in words.
    QStringList mark(const QList<Problem> &problems);
    /// A key whose balance the book does not let fall, and why, in words.
    struct Refusal
    {
        QJsonObject key; ///< dimension -> value, as RegisterService::preview() has it
        QString text;
    };
    /// Marks the rows that take of such a key, until the next call: also while they are being changed.
    void setRefusals(const QList<Refusal> &refusals);
    /// "item=WDG-A1, partner=ACME": the analytics of a ledger's side, as they are typed (models/ValueList.h).
    [[nodiscard]] static QString analyticsText(const QJsonObject &analytics);
    /// Everything that is marked, in words, with its row.
    [[nodiscard]] QStringList problems() const;

signals:
    void edited();

private:
    [[nodiscard]] QList<TextGridModel::CellProblem> unreadable() const;
    [[nodiscard]] QList<TextGridModel::CellProblem> refused() const;

    RegisterDefinition m_definition;
    TextGridModel m_grid;
    QList<Refusal> m_refusals;
};

} // namespace bincard
