// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/TableExporter.h"

#include "gui/DataTable.h"
#include "gui/Page.h"
#include "models/TableExport.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace bincard {

TableExporter::TableExporter(AppContext &context, DataTable &table, QWidget &page)
    : QObject(&page)
    , m_context(context)
    , m_table(table)
    , m_page(page)
{}

QList<int> TableExporter::shownColumns() const
{
    const QHeaderView *header = m_table.view()->horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

QByteArray TableExporter::csv() const { return toCsv(exportTable(*m_table.proxy(), shownColumns())); }

void TableExporter::copy()
{
    QGuiApplication::clipboard()->setText(toTabSeparated(exportTable(*m_table.proxy(), shownColumns())));
    const int rows = m_table.proxy()->rowCount();
    m_context.tell(m_isPart ? tr("Copied the %Ln row(s) shown; there may be more.", nullptr, rows)
                            : tr("Copied %n row(s).", nullptr, rows));
}

void TableExporter::save(const QString &name)
{
    askWhere(name, [this](const QString &path) { saveTo(path); });
}

void TableExporter::askWhere(const QString &name, std::function<void(const QString &path)> then)
{
    // Not modal to the event loop: the dialog answers when it is done.
    auto *dialog = new QFileDialog(&m_page, tr("Export"), QDir::homePath(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, std::move(then));
    dialog->open();
}

void TableExporter::saveTo(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv()) < 0 || !file.commit()) {
        emit failed(couldNotWrite(file));
        return;
    }
    const QString name = QDir::toNativeSeparators(path);
    m_context.tell(m_isPart
            ? tr("Saved the %Ln row(s) shown as %1; there may be more.", nullptr, m_table.proxy()->rowCount()).arg(name)
            : tr("Saved as %1.").arg(name));
}

Error TableExporter::couldNotWrite(const QSaveFile &file)
{
    return {ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error", "%1 could not be written: %2"),
            {QDir::toNativeSeparators(file.fileName()), file.errorString()}}};
}

} // namespace bincard
