// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "gui/reports/ReportBars.h"
#include "models/CatalogCache.h"
#include "models/ReportModel.h"

#include <QTimer>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace bincard {

class DataTable;
class ErrorBanner;
class TableExporter;

/// What the report pages share: title and controls, the row of filters, the note, one big table, export, and requests
/// whose late answers are dropped. Before a report, the page always learns which days have postings, because periods and
/// defaults hang on them.
class ReportPage : public Page
{
    Q_OBJECT
public:
    void refresh() override;
    [[nodiscard]] bool isSettled() const override { return m_pending == 0 && !m_delay.isActive(); }
    void focusFilter() override { m_filter->focus(); }
    void activate(const QVariantMap &arguments) override;

    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] QString note() const;
    /// Tests and pictures: what day it is. Otherwise the machine's calendar says.
    void setToday(QDate today) { m_fixedToday = today; }
    /// What is shown, as the file of "Export" has it.
    [[nodiscard]] QByteArray csv() const;

protected:
    ReportPage(AppContext &context, const QString &tableKey, FilterBar::Fields fields, QWidget *parent);

    /// Sets the page's controls from go()'s arguments; `first`: nothing has been shown yet. posted() is known.
    virtual void take(const QVariantMap &arguments, bool first) = 0;
    /// Asks for what the controls say.
    virtual void load() = 0;
    /// A row of the table: Enter, F2 or a double click.
    virtual void open(int row) = 0;
    /// What the export is called, without its ending.
    [[nodiscard]] virtual QString exportName() const = 0;

    void buildHeader(); ///< when the derived page knows its title
    [[nodiscard]] QHBoxLayout *controls() const { return m_controls; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] ErrorBanner *banner() const { return m_banner; }
    [[nodiscard]] QDate today() const { return m_fixedToday.isValid() ? m_fixedToday : QDate::currentDate(); }
    [[nodiscard]] const DateRange &posted() const { return m_posted; }
    [[nodiscard]] ReportCatalog catalog() const { return ReportCatalog(context().catalog.snapshot()); }
    void setNote(const QString &richText); ///< one line under the filters; empty hides it
    void showError(const Error &error);
    void loadSoon(); ///< once typing pauses
    /// The header's sort clicks sort the model itself (ReportModel keeps sections together).
    void sortByModel(ReportModel *model);
    /// This column takes the width that the others leave, so that the figures always fit where that is possible.
    void stretch(int column);
    /// Sets the totals row, once the columns are those of the answer; they fit their contents, and no sum is cut.
    void showTotals(const QStringList &texts);
    /// Left and Right fold and unfold sections.
    void foldByKeys(ReportModel *model);
    [[nodiscard]] QString emptyTextForFilter() const;

    template <typename T>
    void ask(Generation &generation, std::function<Result<T>(OpenBook &)> job, std::function<void(T)> show)
    {
        const int token = generation.next();
        ++m_pending;
        updateBusy();
        context().client.request<T>(
            this, std::move(job), [this, &generation, token, show = std::move(show)](Result<T> answer) {
                --m_pending;
                updateBusy();
                if (!generation.isCurrent(token))
                    return; // the person has asked for something else meanwhile
                if (answer.ok())
                    show(std::move(answer).value());
                else
                    showError(answer.error());
            });
    }

signals:
    void noteLink(const QString &href);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askRange();
    void updateBusy();

    QVBoxLayout *m_body;
    QHBoxLayout *m_controls;
    QLabel *m_title;
    QLabel *m_note;
    FilterBar *m_filter;
    ErrorBanner *m_banner;
    DataTable *m_table;
    TableExporter *m_exporter;
    ReportModel *m_foldable = nullptr;
    QTimer m_delay;
    QDate m_fixedToday;
    DateRange m_posted;
    Generation m_rangeGeneration;
    QVariantMap m_arguments; ///< to be taken as soon as the range is known
    bool m_hasArguments = false, m_shownBefore = false;
    QStringList m_fittedTitles; ///< of the columns that were shown when they last fitted themselves
    bool m_wantsFocus = false;  ///< the table takes it as soon as it has rows
    int m_pending = 0;
};

} // namespace bincard
