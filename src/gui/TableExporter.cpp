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
    m_context.tell(tr("Copied %n row(s).", nullptr, m_table.proxy()->rowCount()));
}

void TableExporter::save(const QString &name)
{
    // Not modal to the event loop: the dialog answers when it is done.
    auto *dialog = new QFileDialog(&m_page, tr("Export"), QDir::homePath(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(csv()) >= 0 && file.commit())
            m_context.tell(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
        else
            emit failed(Error(ErrorCode::Storage,
                {QT_TRANSLATE_NOOP("Error", "%1 could not be written: %2"),
                    {QDir::toNativeSeparators(path), file.errorString()}}));
    });
    dialog->open();
}

} // namespace bincard
