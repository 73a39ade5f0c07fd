// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/grid/EntryView.h"
#include "models/DocumentLinesModel.h"

namespace bincard {

/// The lines of a document, worked by keyboard: from the last cell one goes on to a new line. Lines are copied and pasted
/// as spreadsheets have them.
class LinesView : public EntryView
{
    Q_OBJECT
public:
    explicit LinesView(DocumentLinesModel &model, QWidget *parent = nullptr);

    using EntryView::goTo;
    void goTo(int row, LineColumn column) { goTo(row, static_cast<int>(column)); }
    [[nodiscard]] bool goNext() override; ///< false on the empty line, whose item comes first

protected:
    void focusInEvent(QFocusEvent *event) override;
    void goOn(int key) override;
    [[nodiscard]] bool isEntryRow(int row) const override { return m_model.isEntryRow(row); }
    [[nodiscard]] bool isStop(int row, int column) const override;
    void fitColumns() override;

private:
    void buildActions();

    DocumentLinesModel &m_model;
};

} // namespace bincard
