// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ImportService.h"

#include <QGroupBox>

class QComboBox;
class QFormLayout;

namespace bincard {

/// Which column holds which field: one choice of the file's columns for each field of the kind.
class ColumnsBox : public QGroupBox
{
    Q_OBJECT
public:
    explicit ColumnsBox(QWidget *parent = nullptr);

    /// What a field is called on the screen; those of a register as the register calls them.
    [[nodiscard]] QString fieldTitle(const QString &field) const;

    void setColumns(const QList<ImportField> &fields, const QStringList &header, const QStringList &detailsHeader,
        const QMap<QString, QString> &columns);
    [[nodiscard]] QMap<QString, QString> columns() const; ///< of the fields that have one
    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    /// By column of a header: the titles of the fields that it holds. `details`: it is the second of two files.
    [[nodiscard]] QStringList meanings(const QStringList &header, bool details) const;

signals:
    void edited(); ///< by the person

private:
    QFormLayout *m_layout;
    QMap<QString, QComboBox *> m_boxes;
    QStringList m_ofRegister;
    QStringList m_fields, m_lineFields; ///< in their order; the latter are those of a second file
};

} // namespace bincard
