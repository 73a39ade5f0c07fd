// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QObject>

#include <functional>

namespace bincard {

class AppContext;
class DataTable;

/// What one does with a whole table: copy it for a spreadsheet, or save it as a CSV file. Takes what is shown: the columns
/// in their order, the rows as they are sorted and filtered. Owned by the page.
class TableExporter : public QObject
{
    Q_OBJECT
public:
    TableExporter(AppContext &context, DataTable &table, QWidget &page);

    [[nodiscard]] QByteArray csv() const;
    void copy();
    /// Asks where to, with `name` proposed; the window goes on living meanwhile.
    void save(const QString &name);

signals:
    void failed(const bincard::Error &error); ///< the file could not be written

private:
    [[nodiscard]] QList<int> shownColumns() const;

    AppContext &m_context;
    DataTable &m_table;
    QWidget &m_page;
};

} // namespace bincard
