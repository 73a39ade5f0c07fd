// SPDX-License-Identifier: GPL-3.0-or-later
// What DocumentEditorPage does: documents come and go, are saved and posted, and what is wrong is put where it belongs.
#include "gui/DocumentEditorPage.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/ConflictPanel.h"
#include "gui/documents/HeaderForm.h"
#include "gui/documents/HistoryPanel.h"
#include "gui/documents/KindMenu.h"
#include "gui/documents/LinesView.h"
#include "gui/documents/ProblemList.h"
#include "gui/documents/QuestionBar.h"
#include "models/CatalogCache.h"
#include "models/DocumentText.h"
#include "models/Format.h"

#include <QAction>
#include <QCheckBox>
#include <QJsonArray>
#include <QLocale>
#include <QSettings>

#include <algorithm>
#include <iterator>

namespace bincard {

namespace {

QString warehouseKey(DocumentKind kind) { return QStringLiteral("documents/warehouse/") + code(kind); }

/// Retail codes (EAN-8, UPC-A, EAN-13, ITF-14) end in a check digit, so that chance digits are rarely taken for one.
bool isRetailCode(const QString &text)
{
    if (text.size() != 8 && (text.size() < 12 || text.size() > 14))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(text.size() - 1 - i).unicode();
        if (c < u'0' || c > u'9')
            return false;
        sum += (c - u'0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
}

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

// --- documents come and go --------------------------------------------------------------------------------------------

void DocumentEditorPage::activate(const QVariantMap &arguments)
{
    const QUuid id = QUuid::fromString(arguments.value(QStringLiteral("id")).toString());
    const Result<DocumentKind> kind = documentKind(arguments.value(QStringLiteral("kind")).toString());
    const bool first = !std::exchange(m_started, true);
    if (!id.isNull()) {
        const bool same = id == m_editor.header().id;
        if (same && m_editor.isModified())
            m_view->setFocus();
        else if (same || first)
            m_editor.load(id);
        else
            whenFree(tr("Open the other document?"), [this, id] { m_editor.load(id); });
        if (first || same || !m_editor.isModified())
            m_view->setFocus();
    } else if (kind && !first) {
        whenFree(tr("Start a new document?"), [this, kind = *kind] { startNew(kind); });
    } else if (first) {
        startNew(kind ? *kind : lastKind());
    } else {
        m_view->setFocus();
    }
    if (first)
        offerLeftOver();
}

void DocumentEditorPage::startNew(DocumentKind kind)
{
    rememberKind(kind);
    m_editor.startNew(kind, QDate::currentDate(), defaultWarehouse(kind));
    m_form->focusFirst();
}

QString DocumentEditorPage::defaultWarehouse(DocumentKind kind) const
{
    const CatalogSnapshot &catalog = context().catalog.snapshot();
    const QString last = QSettings().value(warehouseKey(kind)).toString();
    if (const Warehouse *warehouse = context().catalog.warehouse(last); warehouse && warehouse->active)
        return warehouse->code;
    QStringList active;
    for (const Warehouse &warehouse : catalog.warehouses) {
        if (warehouse.active)
            active.append(warehouse.code);
    }
    return active.size() == 1 ? active.constFirst() : QString(); // with several, a guess would go unnoticed
}

void DocumentEditorPage::takeCatalog()
{
    m_editor.setCatalog(std::make_shared<CatalogIndex>(context().catalog.snapshot()));
    const Document &header = m_editor.header();
    if (m_started && m_editor.isNew() && !m_editor.isModified() && header.warehouse.isEmpty()
        && !defaultWarehouse(header.kind).isEmpty()) {
        const DocumentKind kind = header.kind;
        m_editor.startNew(kind, header.date, defaultWarehouse(kind)); // it was opened before the catalog was there
    }
    m_editor.refreshAvailability();
}

/// Goes on at once if nothing would be lost; else asks in the page and goes on when the document is saved or given up.
void DocumentEditorPage::whenFree(const QString &question, std::function<void()> then)
{
    commit();
    if (m_editor.running() != DocumentEditor::Action::None && m_editor.running() != DocumentEditor::Action::Load)
        return;
    if (!m_editor.isModified()) {
        m_question->dismiss();
        then();
        return;
    }
    const bool posted = m_editor.header().state == DocumentState::Posted;
    m_question->ask(tr("%1 %2 has unsaved changes.", "a question, the name of the document").arg(question, title()),
        {{QStringLiteral("answer.save"), posted ? tr("Repost") : tr("Save draft"),
             [this, then] {
                 m_then = then;
                 save();
             }},
            {QStringLiteral("answer.discard"), tr("Discard changes"),
                [this, then] {
                    m_editor.dropChanges();
                    then();
                }},
            {QStringLiteral("answer.stay"), tr("Stay"), [this] { m_view->setFocus(); }}});
}

bool DocumentEditorPage::mayLeave()
{
    commit();
    if (!m_started || !m_editor.isModified())
        return true;
    whenFree(tr("Leave?"), [this] {
        const DocumentKind kind = m_editor.header().kind;
        m_editor.startNew(kind, QDate::currentDate(), defaultWarehouse(kind));
        context().tell(tr("Nothing is unsaved any more; you can leave now."));
    });
    return false;
}

void DocumentEditorPage::offerLeftOver()
{
    if (!m_editor.recovery())
        return;
    const QList<DocumentDraft> drafts = m_editor.recovery()->leftOver();
    if (drafts.isEmpty())
        return;
    const DocumentDraft draft = drafts.constFirst();
    const QString what = text::document(draft.header);
    const QString when = QLocale().toString(draft.at.toLocalTime(), QLocale::ShortFormat);
    m_question->ask(tr("%1 was not saved when the program ended on %2. It has %n line(s).", nullptr,
                        static_cast<int>(draft.lines.size()))
                        .arg(what, when),
        {{QStringLiteral("answer.restore"), tr("Restore"),
             [this, draft] {
                 whenFree(tr("Restore the other document?"), [this, draft] {
                     m_editor.restore(draft);
                     m_view->setFocus();
                 });
             }},
            {QStringLiteral("answer.forget"), tr("Throw away"),
                [this, id = draft.header.id] {
                    m_editor.recovery()->forgetLeftOver(id);
                    offerLeftOver();
                }},
            {QStringLiteral("answer.later"), tr("Later"), [this] { m_view->setFocus(); }}});
}

void DocumentEditorPage::refresh()
{
    m_editor.refreshAvailability();
    if (m_history->isVisible() && !m_editor.isNew())
        m_history->showHistory(m_editor.header().id);
}

bool DocumentEditorPage::isSettled() const { return m_editor.isSettled() && m_history->isSettled(); }

QVariantMap DocumentEditorPage::place() const
{
    if (m_editor.isNew())
        return {};
    return {{QStringLiteral("id"), m_editor.header().id.toString(QUuid::WithoutBraces)}};
}

// --- what a person does -----------------------------------------------------------------------------------------------

void DocumentEditorPage::commit()
{
    m_view->commitEditor();
    m_form->commit();
}

/// Whether there is anything to save or post; says so if there is not.
bool DocumentEditorPage::prepare(bool posting)
{
    commit();
    const bool posted = m_editor.header().state == DocumentState::Posted;
    if (!m_editor.isModified() && (m_editor.isNew() || posted || !posting)) {
        context().tell(m_editor.isNew() ? tr("Nothing has been entered yet.") : tr("Nothing has changed."));
        return false;
    }
    m_banner->clear();
    m_form->clearProblems();
    m_otherProblems.clear();
    return true;
}

void DocumentEditorPage::save()
{
    if (prepare(false))
        m_editor.save();
}

void DocumentEditorPage::post()
{
    if (prepare(true))
        m_editor.post();
}

void DocumentEditorPage::askUnpost()
{
    commit();
    m_question->ask(tr("Unpost %1? Its movements are taken back; the document stays, cancelled.").arg(title()),
        {{QStringLiteral("answer.unpost"), tr("Unpost"),
             [this] {
                 m_banner->clear();
                 m_otherProblems.clear();
                 m_editor.unpost();
             }},
            {QStringLiteral("answer.keep"), tr("Keep it posted"), [this] { m_view->setFocus(); }}});
}

void DocumentEditorPage::askDiscard()
{
    commit();
    const bool inBook = !m_editor.isNew();
    const bool draft = m_editor.header().state == DocumentState::Draft;
    const QString question = inBook && draft ? tr("Discard the draft %1? It is removed from the book.").arg(title())
                                             : tr("Discard what is unsaved of %1?").arg(title());
    m_question->ask(question,
        {{QStringLiteral("answer.discard"), tr("Discard"),
             [this, inBook, draft] {
                 if (inBook && !draft) {
                     m_editor.dropChanges();
                     m_editor.load(m_editor.header().id);
                 } else {
                     m_editor.discard();
                 }
             }},
            {QStringLiteral("answer.stay"), tr("Keep it"), [this] { m_view->setFocus(); }}});
}

void DocumentEditorPage::duplicate()
{
    commit();
    // Nothing is lost when a document that the book has is left as it is there.
    const auto copy = [this] {
        m_editor.duplicate(QDate::currentDate());
        m_form->focusFirst();
    };
    if (!m_editor.isModified())
        copy();
    else
        whenFree(tr("Duplicate?"), copy);
}

void DocumentEditorPage::toggleHistory()
{
    m_history->setVisible(m_historyAction->isChecked());
    if (m_history->isVisible())
        m_history->showHistory(m_editor.isNew() ? QUuid() : m_editor.header().id);
}

bool DocumentEditorPage::takeScan(const QString &code)
{
    if (m_editor.running() != DocumentEditor::Action::None || m_conflict->isVisible())
        return false;
    const CatalogIndex &catalog = m_editor.catalog();
    const Item *item = catalog.itemByBarcode(code);
    const bool inItemCell = m_view->hasFocus() || m_view->isAncestorOf(focusWidget());
    if (!item && !inItemCell) {
        const Item *bySku = catalog.item(code); // labels of one's own often carry the SKU
        item = bySku && bySku->active ? bySku : nullptr;
    }
    if (!item && !isRetailCode(code))
        return false;
    m_view->commitEditor();
    const int row = item ? m_editor.lines().addScanned(*item) : m_editor.lines().addUnknown(code);
    m_view->goTo(row, item ? LineColumn::Quantity : LineColumn::Item);
    m_view->setFocus();
    context().tell(
        item ? tr("Scanned: %1 %2").arg(item->code, item->name) : tr("No item has the barcode %1.").arg(code));
    return true;
}

// --- answers ----------------------------------------------------------------------------------------------------------

void DocumentEditorPage::succeeded(DocumentEditor::Action action)
{
    const Document &header = m_editor.header();
    QSettings().setValue(warehouseKey(header.kind), header.warehouse);
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
        if (!m_form->setProblem(QStringLiteral("date"), error.message().translated()))
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
