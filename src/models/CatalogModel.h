// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QAbstractTableModel>

namespace bincard {

/// A catalog as a table one edits, whatever its rows are. Edits are staged: a cell that was changed is marked
/// (role::Unsaved) until its row is saved, undo() takes the edits not saved yet back one by one, and what cannot be taken
/// (a text that is no number) stays as it was typed, with the reason beside it (role::Problem). A row with a problem is
/// never saved. GUI thread.
class CatalogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class FieldKind { Text, Number, Choice, Check };
    struct Field
    {
        QString id;    ///< the contract's name ("list_price"): of problems, widths, forms
        QString title; ///< translated
        FieldKind kind = FieldKind::Text;
        QString toolTip = {};
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] virtual const Field &field(int column) const = 0;
    [[nodiscard]] int columnOf(const QString &fieldId) const; ///< -1: none
    [[nodiscard]] int rowOf(const QString &code) const;       ///< whatever the case; -1: none
    [[nodiscard]] virtual QString code(int row) const = 0;
    [[nodiscard]] virtual bool isNew(int row) const = 0; ///< never saved
    [[nodiscard]] virtual bool isUnsaved(int row) const = 0;
    [[nodiscard]] virtual bool isActive(int row) const = 0;
    [[nodiscard]] virtual bool isSaving(int row) const = 0;
    /// Somebody else saved another version while this one was being edited.
    [[nodiscard]] virtual bool isConflicting(int row) const = 0;
    [[nodiscard]] virtual QString theirText(int row, int column) const = 0;
    /// Everything wrong with the row, in words, with the field's title in front.
    [[nodiscard]] QStringList problems(int row) const;
    [[nodiscard]] bool hasUnsaved() const;

    [[nodiscard]] virtual int add() = 0; ///< an empty row at the end; its number
    virtual void revert(int row) = 0;    ///< forgets the row's edits; a new row goes
    virtual void save(int row) = 0;      ///< nothing happens while it has problems, conflicts or nothing to save
    void saveAll();
    virtual void takeTheirs(int row) = 0;
    virtual void keepMine(int row) = 0; ///< and saves it over theirs
    [[nodiscard]] virtual bool canUndo() const = 0;
    virtual int undo() = 0; ///< the row it was in; -1 if there is nothing to undo
    void setActive(int row, bool active);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override = 0;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    /// The columns that the book found wrong, with why.
    [[nodiscard]] QHash<int, QString> refusedColumns(const Error &error) const;

signals:
    void stateChanged();                                   ///< something became unsaved, saved, or can be undone
    void saved(const QString &code);                       ///< the book holds it now
    void saveFailed(int row, const bincard::Error &error); ///< what has no place in a cell
};

} // namespace bincard
