// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QObject>

#include <functional>

class QSaveFile;

namespace bincard {

class AppContext;
class DataTable;

/// What one does with a whole table: copy it for a spreadsheet, or save it as a CSV file. Takes what is shown: the columns
/// in their order, the rows as they are sorted and filtered; and says so where there may be more. Owned by the page.
class TableExporter : public QObject
{
    Q_OBJECT
public:
    TableExporter(AppContext &context, DataTable &table, QWidget &page);

    /// The table shows part of what there is: a page of it, or as much as was asked for.
    void setPart(bool isPart) { m_isPart = isPart; }
    [[nodiscard]] bool isPart() const { return m_isPart; }

    [[nodiscard]] QByteArray csv() const;
    [[nodiscard]] QList<int> shownColumns() const; ///< logical ones, in the order seen
    void copy();
    /// Asks where to, with `name` proposed; the window goes on living meanwhile.
    void save(const QString &name);
    void askWhere(const QString &name, std::function<void(const QString &path)> then);
    void saveTo(const QString &path);
    [[nodiscard]] static Error couldNotWrite(const QSaveFile &file);

signals:
    void failed(const bincard::Error &error); ///< the file could not be written

private:
    AppContext &m_context;
    DataTable &m_table;
    QWidget &m_page;
    bool m_isPart = false;
};

} // namespace bincard
