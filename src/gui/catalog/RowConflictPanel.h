// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;

namespace bincard {

class CatalogModel;

/// Both versions of a row that two people changed, side by side, and the choice between them.
class RowConflictPanel : public QFrame
{
    Q_OBJECT
public:
    explicit RowConflictPanel(CatalogModel *model, QWidget *parent = nullptr);

    void showRow(int row); ///< hidden unless the row conflicts

signals:
    void keepMine(int row);
    void takeTheirs(int row);

private:
    CatalogModel *m_model;
    QWidget *m_table = nullptr;
    int m_row = -1;
};

} // namespace bincard
