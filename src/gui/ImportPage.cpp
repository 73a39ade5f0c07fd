// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ImportPage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/import/ColumnsBox.h"
#include "gui/import/FormatBox.h"
#include "gui/import/MovementsBox.h"
#include "gui/import/OptionsBox.h"
#include "models/CatalogCache.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace bincard {

namespace {

QHBoxLayout *row(QWidget *parent)
{
    auto *layout = new QHBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    return layout;
}

/// As wide as its fields with the scroll bar, whenever they change, and never wider: the table beside it needs the room.
class SettingsArea : public QScrollArea
{
public:
    QSize minimumSizeHint() const override
    {
        const int fields = widget() ? widget()->minimumSizeHint().width() : 0;
        return {fields + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

ImportPage::ImportPage(AppContext &appContext, QWidget *parent)
    : Page(appContext, parent)
    , m_problemModel(problemColumns(),
          [](const ImportProblem &problem) {
              const QString place = QStringLiteral("%1:%2:").arg(problem.inDetails).arg(problem.line);
              return QString(place + problem.field + u':' + problem.reason.english());
          })
    , m_banner(new ErrorBanner)
    , m_format(new FormatBox)
    , m_columns(new ColumnsBox)
    , m_options(new OptionsBox)
    , m_movements(new MovementsBox)
    , m_previewTable(new DataTable(appContext, QStringLiteral("import.preview")))
    , m_problemTable(new DataTable(appContext, QStringLiteral("import.problems")))
    , m_kind(new QComboBox)
    , m_register(new QComboBox)
    , m_path(new QLineEdit)
    , m_detailsPath(new QLineEdit)
    , m_summary(new QLabel)
    , m_progressText(new QLabel)
    , m_progress(new QProgressBar)
    , m_tabs(new QTabWidget)
{
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildTop());
    layout->addWidget(m_banner);
    auto *body = new QWidget;
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildWork());
    layout->addWidget(body, 1);

    connect(m_format, &FormatBox::edited, this, [this] { readPreview(Reading::Edited); });
    connect(m_columns, &ColumnsBox::edited, this, &ImportPage::columnsEdited);
    connect(m_movements, &MovementsBox::edited, this, &ImportPage::columnsEdited);
    connect(&context().catalog, &CatalogCache::changed, this,
        [this] { m_options->setWarehouses(context().catalog.snapshot().warehouses); });
    m_options->setWarehouses(context().catalog.snapshot().warehouses);
    auto *now = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    now->setContext(Qt::WidgetWithChildrenShortcut);
    connect(now, &QShortcut::activated, m_import, &QPushButton::click);
    auto *rehearse = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), this);
    rehearse->setContext(Qt::WidgetWithChildrenShortcut);
    connect(rehearse, &QShortcut::activated, m_check, &QPushButton::click);
    updateState();
}

// --- what it looks like -----------------------------------------------------------------------------------------------

QWidget *ImportPage::buildTop()
{
    auto *top = new QWidget;
    auto *layout = row(top);
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("What is imported"));
    m_kind->addItem(tr("Documents"), code(ImportKind::Documents));
    m_kind->addItem(tr("Items"), code(ImportKind::Items));
    m_kind->addItem(tr("Categories"), code(ImportKind::Categories));
    m_kind->addItem(tr("Warehouses"), code(ImportKind::Warehouses));
    m_kind->addItem(tr("Customers"), code(ImportKind::Customers));
    m_kind->addItem(tr("Suppliers"), code(ImportKind::Suppliers));
    m_kind->addItem(tr("Movements"), QStringLiteral("movements"));
    connect(m_kind, &QComboBox::activated, this, [this] {
        updateState();
        readPreview(Reading::New);
    });
    m_register->setObjectName(QStringLiteral("register"));
    m_register->setAccessibleName(tr("Register"));
    m_register->setToolTip(tr("The register that the movements are posted to"));
    m_register->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_register, &QComboBox::activated, this, [this] {
        m_missing.clear();
        readPreview(Reading::New);
    });
    m_check = new QPushButton(tr("Chec&k"));
    m_check->setObjectName(QStringLiteral("check"));
    m_check->setToolTip(tr("Do everything but write, and say what would be left out (Ctrl+Shift+Enter)"));
    m_import = new QPushButton(tr("&Import"));
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setProperty("primary", true);
    m_import->setToolTip(tr("Bring the file into the book (Ctrl+Enter)"));
    connect(m_check, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    layout->addWidget(heading);
    layout->addSpacing(Theme::grid);
    layout->addWidget(m_kind);
    layout->addWidget(m_register);
    layout->addStretch();
    layout->addWidget(m_check);
    layout->addWidget(m_import);
    return top;
}

QWidget *ImportPage::buildEmpty()
{
    auto *empty = new QWidget;
    auto *layout = new QVBoxLayout(empty);
    layout->setSpacing(2 * Theme::grid);
    auto *picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("import")).pixmap(48, 48));
    auto *text = new QLabel(tr("Drop a file here, or choose one."));
    text->setFont(Theme::instance().font(TextSize::Title));
    auto *more =
        new QLabel(tr("Orders, invoices, items, partners or movements from another program, as a CSV file. How it is "
                      "written is found out and shown; nothing is written before you say so."));
    more->setWordWrap(true);
    more->setAlignment(Qt::AlignHCenter);
    more->setFixedWidth(60 * Theme::grid);
    more->setMinimumHeight(
        3 * more->fontMetrics().lineSpacing() + Theme::grid); // a stacked layout asks no height for a width
    auto *choose = new QPushButton(icon(QStringLiteral("open")), tr("&Choose a file…"));
    choose->setObjectName(QStringLiteral("choose"));
    connect(choose, &QPushButton::clicked, this, [this] { chooseFile(false); });
    layout->addStretch(1);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addWidget(more, 0, Qt::AlignHCenter);
    layout->addWidget(choose, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return empty;
}

QWidget *ImportPage::buildFiles()
{
    auto *files = new QWidget;
    auto *layout = new QVBoxLayout(files);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid / 2);
    const auto line = [this](QLineEdit *edit, const QString &label, bool details) {
        auto *widget = new QWidget;
        auto *box = row(widget);
        edit->setReadOnly(true);
        edit->setObjectName(details ? QStringLiteral("detailsPath") : QStringLiteral("path"));
        auto *name = new QLabel(label);
        name->setBuddy(edit);
        name->setMinimumWidth(12 * Theme::grid);
        auto *choose = new QToolButton;
        choose->setIcon(icon(QStringLiteral("open")));
        choose->setText(tr("Choose…"));
        choose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(choose, &QToolButton::clicked, this, [this, details] { chooseFile(details); });
        box->addWidget(name);
        box->addWidget(edit, 1);
        box->addWidget(choose);
        return widget;
    };
    layout->addWidget(line(m_path, tr("File"), false));
    m_detailsRow = line(m_detailsPath, tr("Lines in"), true);
    m_detailsPath->setPlaceholderText(tr("Only if the lines stand in a second file"));
    m_clearDetails = new QToolButton;
    m_clearDetails->setIcon(icon(QStringLiteral("clear")));
    m_clearDetails->setToolTip(tr("The lines stand in the same file"));
    connect(m_clearDetails, &QToolButton::clicked, this, [this] { setDetailsFile({}); });
    m_detailsRow->layout()->addWidget(m_clearDetails);
    layout->addWidget(m_detailsRow);
    return files;
}

QWidget *ImportPage::buildResult()
{
    auto *result = new QWidget;
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins(Theme::grid, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problemTable->setModel(&m_problemModel);
    m_problemTable->view()->horizontalHeader()->setStretchLastSection(true); // reasons are sentences
    layout->addWidget(m_summary);
    layout->addWidget(m_problemTable, 1);
    return result;
}

QWidget *ImportPage::buildWork()
{
    auto *work = new QWidget;
    auto *layout = new QVBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(buildFiles());

    m_progressRow = new QWidget;
    auto *progress = row(m_progressRow);
    m_cancel = new QPushButton(icon(QStringLiteral("cancel")), tr("C&ancel"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_cancel->setEnabled(false);
    });
    progress->addWidget(m_progressText);
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_cancel);
    m_progressRow->hide();
    layout->addWidget(m_progressRow);

    auto *settings = new QWidget;
    auto *boxes = new QVBoxLayout(settings);
    boxes->setContentsMargins(0, 0, Theme::grid, 0);
    boxes->setSpacing(Theme::grid);
    boxes->addWidget(m_format);
    boxes->addWidget(m_options);
    boxes->addWidget(m_movements);
    boxes->addWidget(m_columns);
    boxes->addStretch();
    m_settings = new SettingsArea;
    m_settings->setWidgetResizable(true);
    m_settings->setFrameShape(QFrame::NoFrame);
    m_settings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_settings->setWidget(settings);
    m_previewTable->setModel(&m_previewModel);
    m_previewTable->setEmptyText(tr("The file has no rows below its header."), QString());
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_previewTable, tr("First &rows"));
    m_tabs->addTab(buildResult(), QString());
    forgetReport();
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_settings);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({36 * Theme::grid, 120 * Theme::grid}); // the left as narrow as it may be
    layout->addWidget(splitter, 1);
    return work;
}

QList<ValueTableModel<ImportProblem>::Column> ImportPage::problemColumns() const
{
    using Column = ValueTableModel<ImportProblem>::Column;
    const auto line = [](const ImportProblem &problem) {
        return problem.line == 0 ? QString() : QLocale().toString(problem.line);
    };
    return {
        Column{QStringLiteral("line"), tr("Line"), line,
            [](const ImportProblem &problem) { return problem.line + (problem.inDetails ? 1'000'000'000LL : 0LL); },
            [](const ImportProblem &problem) { return QVariant::fromValue(Decimal(problem.line, 0)); }},
        Column{QStringLiteral("field"), tr("Field"),
            [this](const ImportProblem &problem) { return m_columns->fieldTitle(problem.field); }},
        Column{QStringLiteral("value"), tr("Value"), [](const ImportProblem &problem) { return problem.value; }},
        Column{QStringLiteral("reason"), tr("Reason"),
            [](const ImportProblem &problem) { return problem.reason.translated(); }},
    };
}

} // namespace bincard
