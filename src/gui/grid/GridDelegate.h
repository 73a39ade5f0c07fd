// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/grid/EntryDelegate.h"

namespace bincard {

class TextGridModel;

/// The editors of a TextGridModel: choices and catalog rows complete as one types.
class GridDelegate : public EntryDelegate
{
    Q_OBJECT
public:
    explicit GridDelegate(TextGridModel &model);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] QString hint(const QModelIndex &index) const override;

private:
    TextGridModel &m_model;
};

} // namespace bincard
