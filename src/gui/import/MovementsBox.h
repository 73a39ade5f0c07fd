// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/MovementImport.h"

#include <QGroupBox>

class QLineEdit;

namespace bincard {

/// What an import of movements does with what the file does not say: the recorder, where no column names it.
class MovementsBox : public QGroupBox
{
    Q_OBJECT
public:
    explicit MovementsBox(QWidget *parent = nullptr);

    /// There is a column that says it.
    void setHasColumn(bool has);
    void apply(MovementImportRequest &request) const;

signals:
    void edited(); ///< by the person

private:
    QLineEdit *m_recorder;
};

} // namespace bincard
