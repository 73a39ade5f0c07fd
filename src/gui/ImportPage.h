// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/ImportPreviewModel.h"
#include "models/ValueTableModel.h"
#include "service/MovementImport.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QTabWidget;
class QToolButton;

namespace bincard {

class ColumnsBox;
class DataTable;
class ErrorBanner;
class FormatBox;
class MovementsBox;
class OptionsBox;

/// "import": a flat file into the book. What was detected stands on the left and can be changed, the first rows beside
/// it; Check rehearses the whole import, Import does it in the background, with progress and a cancel that keeps whole
/// documents; movements of a register go in all together or not at all. What could not be taken is a table that can be
/// copied, and marked in the first rows. Arguments: file, kind, register (kind movements).
class ImportPage : public Page
{
    Q_OBJECT
public:
    explicit ImportPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("import"); }
    [[nodiscard]] QString title() const override { return tr("Import"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override { return !m_reading && !m_running && m_listing == 0; }
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;
    [[nodiscard]] bool mayLeave() override;

    /// What the native dialogs and a dropped file do.
    void setFile(const QString &path);
    void setDetailsFile(const QString &path);

    [[nodiscard]] const ImportPreviewModel &previewModel() const { return m_previewModel; }
    [[nodiscard]] const ValueTableModel<ImportProblem> &problemModel() const { return m_problemModel; }
    [[nodiscard]] QString summary() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *buildTop();
    [[nodiscard]] QWidget *buildFiles();
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildWork();
    [[nodiscard]] QWidget *buildResult();
    [[nodiscard]] QList<ValueTableModel<ImportProblem>::Column> problemColumns() const;

    [[nodiscard]] ImportKind kind() const;
    [[nodiscard]] bool isMovements() const;
    void askRegisters();
    void fillRegisters(const QList<RegisterDefinition> &definitions);
    [[nodiscard]] MovementImportRequest movementRequest() const;
    [[nodiscard]] std::optional<ImportRequest> otherRequest(); ///< none, and the banner says why
    void chooseFile(bool details);
    enum class Reading {
        New,        ///< format and columns are found out
        NewColumns, ///< in the format chosen the columns are others than before
        Edited,     ///< format and columns as they are chosen
        Refreshed   ///< the same again; what one looks at stays in sight
    };
    void readPreview(Reading reading);
    void takePreview(Reading reading, const Result<ImportPreview> &preview);
    void showPreview(const ImportPreview &preview, bool keepColumns);
    void columnsEdited();
    void showMeanings();
    void markProblems(const QList<ImportProblem> &problems);
    void run(bool dryRun);
    void showProgress(ImportProgress::Step step, qint64 done, qint64 total);
    void showReport(const ImportReport &report);
    void forgetReport();
    [[nodiscard]] QStringList counts(const ImportReport &report) const;
    [[nodiscard]] QString outcome(const ImportReport &report) const;
    void setRunning(bool running);
    void updateState();

    ImportPreviewModel m_previewModel;
    ValueTableModel<ImportProblem> m_problemModel;
    ImportPreview m_preview;
    QString m_file, m_detailsFile, m_readKind; ///< the last: as what the file was read
    std::shared_ptr<JobControl> m_job;
    QString m_wantedRegister; ///< to be chosen as soon as the registers are known
    QString m_missing;        ///< the register that was wanted and is not there
    Generation m_generation, m_listGeneration;
    int m_listing = 0;
    bool m_reading = false, m_running = false;

    ErrorBanner *m_banner;
    FormatBox *m_format;
    ColumnsBox *m_columns;
    OptionsBox *m_options;
    MovementsBox *m_movements;
    DataTable *m_previewTable, *m_problemTable;
    QComboBox *m_kind, *m_register;
    QLineEdit *m_path, *m_detailsPath;
    QToolButton *m_clearDetails = nullptr;
    QWidget *m_detailsRow = nullptr, *m_progressRow = nullptr;
    QLabel *m_summary, *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_check = nullptr, *m_import = nullptr, *m_cancel = nullptr;
    QTabWidget *m_tabs;
    QScrollArea *m_settings = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace bincard
