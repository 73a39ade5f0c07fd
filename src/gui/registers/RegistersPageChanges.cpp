// SPDX-License-Identifier: GPL-3.0-or-later
// What RegistersPage does to the registers of the book: create, alter, drop.
#include "gui/ErrorBanner.h"
#include "gui/documents/QuestionBar.h"
#include "gui/registers/DefinitionEditor.h"
#include "gui/registers/PostingPanel.h"
#include "gui/registers/RegistersPage.h"
#include "service/RegisterService.h"

#include <QTabWidget>
#include <QTableView>

namespace bincard {

void RegistersPage::change(
    std::function<Result<void>(OpenBook &)> job, std::function<void(const Result<bool> &)> done, Lane lane)
{
    ++m_pending;
    context().client.request<bool>(
        this,
        [job = std::move(job)](OpenBook &book) -> Result<bool> {
            BINCARD_TRY(job(book));
            return true;
        },
        [this, done = std::move(done)](const Result<bool> &answer) {
            --m_pending;
            done(answer);
        },
        lane);
}

void RegistersPage::showRefusal(const Error &error)
{
    if (error.code() == ErrorCode::Validation)
        m_definition->draft().setRefused(error);
    else
        m_banner->showError(error);
}

void RegistersPage::save()
{
    const QJsonObject definition = m_definition->draft().json();
    m_banner->clear();
    if (m_definition->draft().isExisting())
        alter(m_current, definition);
    else
        create(definition);
}

void RegistersPage::create(const QJsonObject &definition)
{
    m_definition->setBusy(true);
    const QString name = definition.value(QLatin1String("name")).toString();
    change([definition](OpenBook &book) { return book.registers().create(definition); },
        [this, name](const Result<bool> &answer) {
            m_definition->setBusy(false);
            if (!answer.ok()) {
                showRefusal(answer.error());
                return;
            }
            context().tell(tr("The register %1 is there. Movements can be posted to it now.").arg(name));
            m_definition->startNew(); // nothing is left to be lost
            m_isNew = false;
            m_wanted = name;
            m_goOnToPosting = true;
            m_list->load();
        },
        Lane::Interactive);
}

// --- altering ---------------------------------------------------------------------------------------------------------

/// Every movement is copied, which may take its time; until it is done the register stays what it was.
void RegistersPage::alter(const QString &name, const QJsonObject &definition)
{
    m_altering = std::make_shared<JobControl>();
    m_altering->receiver = this;
    m_altering->onProgress = [this](qint64 done, qint64 total) { m_definition->showProgress(done, total); };
    m_definition->setBusy(true);
    updateState();
    change(
        [name, definition, job = m_altering](OpenBook &book) {
            return book.registers().alter(
                name, definition, [job](qint64 done, qint64 total) { return job->report(done, total); });
        },
        [this, definition](const Result<bool> &answer) { altered(definition, answer); }, Lane::Background);
}

void RegistersPage::altered(const QJsonObject &definition, const Result<bool> &answer)
{
    const QString name = definition.value(QLatin1String("name")).toString();
    m_altering.reset();
    m_definition->setBusy(false);
    updateState();
    const bool leaving = std::exchange(m_leaving, false);
    if (answer.ok()) {
        context().tell(tr("The register %1 has been altered.").arg(name));
        if (const auto now = RegisterDefinition::fromJson(definition); now.ok())
            showRegister(*now);
        context().client.announceDocuments();
        m_list->load();
    } else if (answer.error().code() == ErrorCode::Cancelled) {
        context().tell(tr("Cancelled; the register %1 is as it was.").arg(name));
        if (leaving)
            m_definition->draft().startNew();
    } else {
        showRefusal(answer.error());
    }
    if (leaving)
        emit leavable();
    else if (m_tabs->currentWidget()->isAncestorOf(focusWidget()) || !focusWidget())
        m_definition->focusFirst();
}

void RegistersPage::cancelAltering()
{
    if (m_altering)
        m_altering->cancel();
}

void RegistersPage::askToCancelAltering()
{
    m_question->ask(tr("The register %1 is being altered. Cancel that and leave?").arg(m_current),
        {{QStringLiteral("registers.leave"), tr("Cancel and leave"),
             [this] {
                 m_leaving = true;
                 cancelAltering();
             }},
            {QStringLiteral("registers.stay"), tr("Wait for it"), {}}});
    focusAnswer(QStringLiteral("registers.stay"));
}

/// So that a thoughtless Enter does no harm.
void RegistersPage::focusAnswer(const QString &name)
{
    if (auto *answer = m_question->findChild<QWidget *>(name))
        answer->setFocus();
}

// --- dropping ---------------------------------------------------------------------------------------------------------

void RegistersPage::askDrop()
{
    if (m_current.isEmpty())
        return;
    const std::optional<qint64> movements = m_list->movementsOf(m_current);
    const QString name = m_current;
    // Of a register that was said to hold nothing nothing is to go: the book refuses what has come in since.
    const bool force = movements != 0;
    const QString question = !movements
        ? tr("Drop the register %1 with all of its movements? They cannot be brought back.")
        : !force ? tr("Drop the register %1? It holds no movements.")
                 : tr("Drop the register %1 with its %Ln movement(s)? They cannot be brought back.", nullptr,
                     static_cast<int>(*movements));
    m_question->ask(question.arg(name),
        {{QStringLiteral("registers.dropNow"), tr("Drop %1").arg(name), [this, name, force] { drop(name, force); }},
            {QStringLiteral("registers.dropNot"), tr("Keep it"), [this] { m_list->view()->setFocus(); }}});
    focusAnswer(QStringLiteral("registers.dropNot"));
}

void RegistersPage::drop(const QString &name, bool force)
{
    change([name, force](OpenBook &book) { return book.registers().drop(name, force); },
        [this, name](const Result<bool> &answer) {
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                m_list->load(); // how much it holds by now
                return;
            }
            m_list->forget(name);
            context().tell(tr("The register %1 is gone.").arg(name));
            m_current.clear();
            m_definition->draft().startNew();
            m_posting->draft().grid().setRows({}); // there is nothing left that it could be posted to
            m_list->load();
            m_list->view()->setFocus();
        },
        Lane::Interactive);
}

} // namespace bincard
