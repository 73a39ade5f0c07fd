// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/ReportPage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/TableExporter.h"
#include "gui/Theme.h"
#include "gui/documents/KindMenu.h"
#include "gui/reports/ReportDelegate.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int typingPauseMs = 180;

} // namespace

ReportPage::ReportPage(AppContext &appContext, const QString &tableKey, FilterBar::Fields fields, QWidget *parent)
    : Page(appContext, parent)
    , m_body(new QVBoxLayout(this))
    , m_controls(new QHBoxLayout)
    , m_title(new QLabel)
    , m_note(new QLabel)
    , m_filter(new FilterBar(fields))
    , m_banner(new ErrorBanner)
    , m_table(new DataTable(appContext, tableKey))
    , m_exporter(new TableExporter(appContext, *m_table, *this))
{
    m_body->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    m_body->setSpacing(Theme::grid);
    m_controls->setSpacing(Theme::grid);
    m_note->setObjectName(QStringLiteral("report.note"));
    m_note->setTextFormat(Qt::RichText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_note->hide();
    connect(m_note, &QLabel::linkActivated, this, &ReportPage::noteLink);
    m_table->view()->installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPauseMs);
    connect(&m_delay, &QTimer::timeout, this, &ReportPage::load);
    connect(m_filter, &FilterBar::changed, this, &ReportPage::loadSoon);
    connect(m_table, &DataTable::activated, this, [this](int row) {
        if (row >= 0)
            open(row);
    });
    connect(&context().catalog, &CatalogCache::changed, this,
        [this] { m_filter->setCatalog(context().catalog.snapshot()); });
    if (context().catalog.isLoaded())
        m_filter->setCatalog(context().catalog.snapshot());
    addNewDocumentKey(this, appContext);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, m_filter, &FilterBar::clear);
}

void ReportPage::buildHeader()
{
    m_title->setText(title());
    Theme::makeTitle(m_title);
    auto *copy = new QAction(icon(QStringLiteral("copy")), tr("Copy the whole table"), this);
    copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copy->setToolTip(tr("Copy the whole table for a spreadsheet (Ctrl+Shift+C)"));
    connect(copy, &QAction::triggered, m_exporter, &TableExporter::copy);
    auto *save = new QAction(icon(QStringLiteral("export")), tr("Export..."), this);
    save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    save->setToolTip(tr("Save what is shown as a CSV file: ISO dates, plain numbers (Ctrl+E)"));
    connect(save, &QAction::triggered, this, [this] { m_exporter->save(exportName()); });
    connect(m_exporter, &TableExporter::failed, this, &ReportPage::showError);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addLayout(m_controls);
    for (QAction *action : {copy, save}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_table->view()->addAction(action);
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        head->addWidget(button);
    }
    m_body->addLayout(head);
    m_body->addWidget(m_filter);
    m_body->addWidget(m_banner);
    m_body->addWidget(m_note);
    m_body->addWidget(m_table, 1);
}

void ReportPage::activate(const QVariantMap &arguments)
{
    m_arguments = arguments;
    m_hasArguments = true;
    m_wantsFocus = true;
    askRange();
}

void ReportPage::refresh() { askRange(); }

void ReportPage::askRange()
{
    m_delay.stop();
    ask<QPair<QDate, QDate>>(
        m_rangeGeneration, [](OpenBook &book) { return book.reports().postedRange(); },
        [this](const QPair<QDate, QDate> &range) {
            m_posted = {range.first, range.second};
            const bool first = !std::exchange(m_shownBefore, true);
            if (std::exchange(m_hasArguments, false) || first)
                take(std::exchange(m_arguments, {}), first);
            load();
        });
}

void ReportPage::loadSoon()
{
    if (m_shownBefore)
        m_delay.start();
}

void ReportPage::updateBusy() { m_table->setBusy(m_pending > 0); }

void ReportPage::setNote(const QString &richText)
{
    m_note->setText(richText);
    m_note->setVisible(!richText.isEmpty());
}

QString ReportPage::note() const { return m_note->text(); }

void ReportPage::showError(const Error &error) { m_banner->showError(error); }

void ReportPage::sortByModel(ReportModel *model)
{
    QHeaderView *header = m_table->view()->horizontalHeader();
    // The view would sort the proxy, row by row; the header only tells what is wanted.
    m_table->view()->setSortingEnabled(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    m_table->proxy()->sort(-1);
    const auto sort = [this, model](int column, Qt::SortOrder order) {
        m_table->proxy()->sort(-1);
        model->sort(column < model->columnCount() ? column : -1, order);
    };
    connect(header, &QHeaderView::sortIndicatorChanged, model, sort);
    sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    m_table->setDelegate(new ReportDelegate(m_table->view()));
}

void ReportPage::showTotals(const QStringList &texts)
{
    m_table->setTotals(texts);
    // Other columns, or other titles, arrange themselves anew; the same ones stand still while one filters.
    QStringList titles;
    const QHeaderView *header = m_table->view()->horizontalHeader();
    for (int column = 0; column < header->count() && !texts.isEmpty(); ++column)
        titles << (header->isSectionHidden(column) ? QString()
                                                   : m_table->proxy()->headerData(column, Qt::Horizontal).toString());
    if (!titles.isEmpty() && std::exchange(m_fittedTitles, titles) != titles)
        m_table->refitUnlessChosen();
    if (!texts.isEmpty() && std::exchange(m_wantsFocus, false)
        && !qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        m_table->view()->setFocus();
}

void ReportPage::stretch(int column)
{
    m_table->setStretchColumn(m_table->proxy()->headerData(column, Qt::Horizontal, role::Key).toString());
}

void ReportPage::foldByKeys(ReportModel *model)
{
    m_foldable = model;
    connect(m_table->view(), &QTableView::clicked, this, [this](const QModelIndex &index) {
        // On the triangle: the strip before the text.
        if (index.column() != 0 || !index.data(role::Section).toBool())
            return;
        const int x =
            m_table->view()->viewport()->mapFromGlobal(QCursor::pos()).x() - m_table->view()->columnViewportPosition(0);
        if (x < ReportDelegate::indent(index)) {
            const int row = m_table->proxy()->mapToSource(index).row();
            m_foldable->setFolded(row, !m_foldable->isFolded(row));
        }
    });
}

bool ReportPage::eventFilter(QObject *watched, QEvent *event)
{
    // Focus alone selects nothing: what is selected is what a person chose, and charts follow it.
    if (watched == m_table->view() && event->type() == QEvent::FocusIn && !m_table->view()->currentIndex().isValid()
        && m_table->proxy()->rowCount() > 0)
        m_table->view()->selectionModel()->setCurrentIndex(
            m_table->proxy()->index(0, 0), QItemSelectionModel::NoUpdate);
    if (m_foldable && watched == m_table->view() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_table->currentRow();
        const bool fold = key->key() == Qt::Key_Left || key->key() == Qt::Key_Minus;
        const bool unfold = key->key() == Qt::Key_Right || key->key() == Qt::Key_Plus;
        if (row >= 0 && (fold || unfold) && !(key->modifiers() & ~Qt::KeypadModifier) && !m_foldable->node(row).isLeaf()
            && m_foldable->isFolded(row) != fold) {
            m_foldable->setFolded(row, fold);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

QString ReportPage::emptyTextForFilter() const { return tr("No item matches the filter. Press Esc to clear it."); }

QByteArray ReportPage::csv() const { return m_exporter->csv(); }

} // namespace bincard
