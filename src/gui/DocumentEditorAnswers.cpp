// SPDX-License-Identifier: GPL-3.0-or-later
// What DocumentEditorPage does with the answers of the book: what is wrong is put where it belongs.
#include "gui/DocumentEditorPage.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/HeaderForm.h"
#include "gui/documents/HistoryPanel.h"
#include "gui/documents/KindMenu.h"
#include "gui/documents/LinesView.h"
#include "gui/documents/ProblemList.h"
#include "models/Format.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace bincard {

namespace {

std::optional<LineColumn> lineColumn(const QString &field)
{
    static const QHash<QString, LineColumn> columns{
        {QStringLiteral("lines.item"), LineColumn::Item},
        {QStringLiteral("lines.quantity"), LineColumn::Quantity},
        {QStringLiteral("lines.unit_price"), LineColumn::Price},
        {QStringLiteral("lines.discount"), LineColumn::Discount},
        {QStringLiteral("lines.amount"), LineColumn::Amount},
    };
    const auto found = columns.constFind(field);
    return found == columns.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

void DocumentEditorPage::succeeded(DocumentEditor::Action action)
{
    const Document &header = m_editor.header();
    rememberWarehouse(header.kind, header.warehouse);
    switch (action) {
    case DocumentEditor::Action::Post: context().tell(tr("%1 is posted.").arg(title())); break;
    case DocumentEditor::Action::Unpost: context().tell(tr("%1 is unposted.").arg(title())); break;
    default: context().tell(tr("%1 is saved.").arg(title()));
    }
    if (m_history->isVisible())
        m_history->showHistory(header.id);
    if (const auto then = std::exchange(m_then, {}))
        then();
    else if (action == DocumentEditor::Action::Post && m_next->isChecked())
        startNew(header.kind);
}

void DocumentEditorPage::refused(const Error &error)
{
    m_then = {};
    bool placed = true;
    switch (error.code()) {
    case ErrorCode::Validation:
        for (const Problem &problem : error.problems())
            placed = placeProblem(problem) && placed;
        break;
    case ErrorCode::InsufficientStock: placeShortages(error); break;
    case ErrorCode::Duplicate:
        if (!m_form->setProblem(error.details().value(QLatin1String("field")).toString(), error.message().translated()))
            m_banner->showError(error);
        break;
    case ErrorCode::PeriodClosed:
        // It concerns the whole document: also one that only moves out of a closed month.
        (void)m_form->setProblem(QStringLiteral("date"), error.message().translated());
        m_banner->showError(error);
        break;
    default: m_banner->showError(error);
    }
    updateProblems();
    focusProblem();
}

bool DocumentEditorPage::placeProblem(const Problem &problem)
{
    const QString text = problem.message.translated();
    if (problem.line > 0) {
        const int row = m_editor.lines().rowOfLine(problem.line);
        m_editor.lines().setProblem(row, lineColumn(problem.field).value_or(LineColumn::Item), text);
        return row >= 0;
    }
    if (problem.field == QLatin1String("lines") && m_editor.lines().hasUnreadableCells())
        return true; // the cells say it themselves
    if (m_form->setProblem(problem.field, text))
        return true;
    m_otherProblems.append(text);
    return false;
}

void DocumentEditorPage::placeShortages(const Error &error)
{
    const QJsonArray shortages = error.details().value(QLatin1String("shortages")).toArray();
    for (const QJsonValue &value : shortages) {
        const QJsonObject shortage = value.toObject();
        const QJsonObject key = shortage.value(QLatin1String("key")).toObject();
        const Item *item = m_editor.catalog().item(key.value(QLatin1String("item")).toString());
        const Warehouse *warehouse = m_editor.catalog().warehouse(key.value(QLatin1String("warehouse")).toString());
        const auto quantity = [&](const char *name) {
            const Result<Decimal> parsed =
                Decimal::parse(shortage.value(QLatin1String(name)).toString(), quantityScale);
            return parsed ? format::quantity(*parsed, item ? item->unitDecimals : 0) : QString();
        };
        const QString day = shortage.value(QLatin1String("date")).toString();
        const QString sentence = tr("%1 needed, %2 available in %3 on %4.")
                                     .arg(quantity("required"), quantity("available"),
                                         warehouse ? warehouse->name : key.value(QLatin1String("warehouse")).toString(),
                                         format::date(QDate::fromString(day.left(10), Qt::ISODate)));
        QJsonArray lines = shortage.value(QLatin1String("lines")).toArray();
        if (lines.isEmpty() && shortage.value(QLatin1String("line")).toInt() > 0)
            lines.append(shortage.value(QLatin1String("line")));
        for (const QJsonValue &line : lines)
            m_editor.lines().setProblem(m_editor.lines().rowOfLine(line.toInt()), LineColumn::Quantity, sentence);
        if (lines.isEmpty()) {
            const QString code = key.value(QLatin1String("item")).toString();
            m_otherProblems.append(
                tr("%1: %2", "item, what is short of it").arg(item ? item->code + u' ' + item->name : code, sentence));
        }
    }
    if (shortages.isEmpty())
        m_banner->showError(error);
}

QString DocumentEditorPage::warehouseName() const
{
    const Warehouse *warehouse = m_editor.catalog().warehouse(m_editor.header().warehouse);
    return warehouse ? warehouse->name : m_editor.header().warehouse;
}

void DocumentEditorPage::updateProblems()
{
    const DocumentLinesModel &lines = m_editor.lines();
    QList<ProblemList::Entry> entries;
    for (const QString &text : std::as_const(m_otherProblems))
        entries.append({-1, 0, text});
    QList<int> marked;
    const auto add = [&](int row, LineColumn column, const QString &text) {
        marked.append(row);
        entries.append({row, static_cast<int>(column), tr("Line %1: %2").arg(QLocale().toString(row + 1), text)});
    };
    for (const DocumentLinesModel::CellProblem &problem : lines.problems())
        add(problem.row, problem.column, problem.text);
    // What will be short is said before one posts; once an item, at the last of its lines.
    QStringList said;
    for (int row = lines.rowCount() - 1; row >= 0; --row) {
        const QString code = lines.line(row).line.item.toCaseFolded();
        if (!lines.isShort(row) || said.contains(code) || marked.contains(row))
            continue;
        said.append(code);
        const Availability *figure = lines.availability(row);
        const int decimals = lines.line(row).line.unitDecimals;
        add(row, LineColumn::Quantity,
            tr("%1 needed, %2 available in %3 on %4.")
                .arg(format::quantity(lines.quantityOfItem(code), decimals),
                    format::quantity(figure->available, decimals), warehouseName(), format::date(figure->lowestOn)));
    }
    std::stable_sort(entries.begin(), entries.end(),
        [](const ProblemList::Entry &left, const ProblemList::Entry &right) { return left.row < right.row; });
    m_problems->setEntries(entries);
}

void DocumentEditorPage::focusProblem()
{
    if (m_form->focusProblem())
        return;
    const QList<DocumentLinesModel::CellProblem> problems = m_editor.lines().problems();
    if (problems.isEmpty())
        return;
    m_view->goTo(problems.constFirst().row, problems.constFirst().column);
    m_view->setFocus();
}

} // namespace bincard
