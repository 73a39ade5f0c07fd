// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/BookClient.h"

#include "async/BookWorker.h"

#include <QCoreApplication>

#include <chrono>

namespace bincard {

namespace {

constexpr qint64 millisecondsBetweenReports = 50;

qint64 steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

bool JobControl::cancelled() const { return m_cancelled.load() || BookWorker::currentIsStopping(); }

bool JobControl::report(qint64 done, qint64 total)
{
    const qint64 now = steadyMilliseconds();
    const qint64 last = m_lastReport.load();
    const bool due = last == 0 || now - last >= millisecondsBetweenReports || done >= total;
    const auto self = weak_from_this().lock();
    if (due && self && onProgress) {
        m_lastReport.store(now);
        // Through the application, because the receiver may end in its thread while we look at it in ours.
        if (QCoreApplication *application = QCoreApplication::instance())
            QMetaObject::invokeMethod(
                application,
                [self, done, total] {
                    if (self->receiver && !self->m_cancelled.load())
                        self->onProgress(done, total);
                },
                Qt::QueuedConnection);
    }
    return !cancelled();
}

BookClient::BookClient(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<BookInfo>();
    qRegisterMetaType<BookLocation>();
    qRegisterMetaType<Error>();
}

BookClient::~BookClient()
{
    ++m_session;
    // All are told first, then waited for: the slowest statement is waited for once, not one after the other.
    for (Lanes *lanes : {m_lanes.get(), m_opening.get()}) {
        if (lanes)
            lanes->stop();
    }
}

void BookClient::open(const BookLocation &location, OpenMode mode)
{
    if (m_opening)
        retire(std::move(m_opening));
    m_opening = std::make_unique<Lanes>(*this);
    m_opening->location = location;
    Lanes *lanes = m_opening.get();
    emit opening(location);
    // The second lane opens what the first has made.
    lanes->interactive.open(location, mode, [this, lanes, location](const Result<BookInfo> &first) {
        if (lanes != m_opening.get())
            return;
        if (!first.ok()) {
            laneOpened(lanes, first);
            return;
        }
        const BookInfo info = *first;
        lanes->background.open(location, OpenMode::Existing, [this, lanes, info](const Result<BookInfo> &second) {
            laneOpened(lanes, second.ok() ? Result<BookInfo>(info) : second);
        });
    });
}

void BookClient::laneOpened(const Lanes *lanes, const Result<BookInfo> &result)
{
    if (lanes != m_opening.get())
        return;
    if (!result.ok()) {
        retire(std::move(m_opening));
        emit openFailed(result.error());
        return;
    }
    auto fresh = std::move(m_opening);
    close();
    m_lanes = std::move(fresh);
    m_info = *result;
    m_open = true;
    emit opened(m_info);
}

void BookClient::close()
{
    if (!m_open)
        return;
    ++m_session;
    m_open = false;
    m_info = {};
    retire(std::move(m_lanes));
    emit closed();
}

void BookClient::retire(std::unique_ptr<Lanes> lanes)
{
    Lanes *raw = lanes.get();
    m_retired.push_back(std::move(lanes));
    // Whichever are finished by then, and not these: both workers may have told so before the first is listened to.
    const auto sweep = [this] { std::erase_if(m_retired, [](const auto &each) { return each->areFinished(); }); };
    // Queued: a worker must not be destroyed by its own signal.
    connect(&raw->interactive, &BookWorker::finished, this, sweep, Qt::QueuedConnection);
    connect(&raw->background, &BookWorker::finished, this, sweep, Qt::QueuedConnection);
    raw->stop();
}

void BookClient::enqueue(QObject *receiver, Lane lane, Work work)
{
    auto job = std::make_shared<Job>();
    job->receiver = receiver;
    job->session = m_session;
    job->work = std::move(work);
    setRunning(m_running + 1);
    if (m_open) {
        (lane == Lane::Interactive ? m_lanes->interactive : m_lanes->background).enqueue(std::move(job));
        return;
    }
    const Error none(ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "No book is open."), {}});
    job->finish = job->work(nullptr, &none);
    QMetaObject::invokeMethod(
        this, [this, job] { reply(*job); }, Qt::QueuedConnection); // never before request() has returned
}

void BookClient::reply(Job &job)
{
    setRunning(m_running - 1);
    if (job.finish && job.receiver && job.session == m_session)
        job.finish();
}

void BookClient::setRunning(int running)
{
    m_running = running;
    emit busyChanged(running);
}

void BookClient::announceDocuments() { emit documentsChanged(); }

void BookClient::announceCatalog() { emit catalogChanged(); }

} // namespace bincard
