// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/BookWorker.h"

#include <QCoreApplication>

namespace bincard {

namespace {

thread_local const std::atomic<bool> *stopFlagOfThread = nullptr;

Error closing() { return {ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "The book is being closed."), {}}}; }

} // namespace

BookWorker::BookWorker(BookClient &client, const QString &name) : m_client(client), m_context(new QObject)
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, this, &BookWorker::finished);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context, [this] { stopFlagOfThread = &m_stopping; }, Qt::QueuedConnection);
}

BookWorker::~BookWorker()
{
    stop();
    m_thread.wait();
}

void BookWorker::open(const BookLocation &location, OpenMode mode, std::function<void(const Result<BookInfo> &)> answer)
{
    const auto work = [this, location, mode]() -> Result<BookInfo> {
        if (m_stopping)
            return closing();
        BINCARD_ASSIGN(book, OpenBook::open(location, mode));
        BINCARD_ASSIGN(info, book->info());
        m_book = std::move(book);
        return info;
    };
    QMetaObject::invokeMethod(
        m_context,
        [this, work, answer = std::move(answer)] {
            auto result = std::make_shared<Result<BookInfo>>(work());
            QMetaObject::invokeMethod(
                this, [answer, result] { answer(*result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void BookWorker::enqueue(std::shared_ptr<BookClient::Job> job)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, job = std::move(job)]() mutable {
            run(*job);
            // The job goes back whole: what `done` captured belongs to the client's thread and has to end there.
            QMetaObject::invokeMethod(
                &m_client, [client = &m_client, job = std::move(job)] { client->reply(*job); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void BookWorker::run(BookClient::Job &job)
{
    if (m_stopping)
        return;
    if (m_book && m_book->connectionLost()) {
        // The server came back, or another network: what failed has been said, what comes next gets a new connection.
        Result<std::unique_ptr<OpenBook>> fresh = OpenBook::open(m_book->location(), OpenMode::Existing);
        if (!fresh.ok()) {
            job.finish = job.work(nullptr, &fresh.error());
            return;
        }
        m_book = std::move(*fresh);
    }
    if (m_book) {
        job.finish = job.work(m_book.get(), nullptr);
        return;
    }
    const Error error = closing();
    job.finish = job.work(nullptr, &error);
}

void BookWorker::stop()
{
    if (m_stopping.exchange(true))
        return;
    // The last event of the thread: jobs before it see m_stopping and end at once.
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_book.reset();
            delete m_context;
            m_thread.quit();
        },
        Qt::QueuedConnection);
}

bool BookWorker::currentIsStopping() { return stopFlagOfThread && stopFlagOfThread->load(); }

} // namespace bincard
