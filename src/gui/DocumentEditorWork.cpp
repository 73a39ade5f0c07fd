// SPDX-License-Identifier: GPL-3.0-or-later
// What DocumentEditorPage does: documents come and go, are saved and posted, as a person says.
#include "gui/DocumentEditorPage.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/ConflictPanel.h"
#include "gui/documents/HeaderForm.h"
#include "gui/documents/HistoryPanel.h"
#include "gui/documents/KindMenu.h"
#include "gui/documents/LinesView.h"
#include "gui/documents/QuestionBar.h"
#include "models/CatalogCache.h"
#include "models/DocumentText.h"

#include <QAction>
#include <QLocale>

#include <utility>

namespace bincard {

namespace {

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
    const QString last = lastWarehouse(kind);
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

} // namespace bincard
