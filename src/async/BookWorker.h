// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"

#include <QThread>

namespace bincard {

struct BookClient::Job
{
    QPointer<QObject> receiver; ///< looked at in the client's thread only
    int session = 0;
    Work work;
    std::function<void()> finish; ///< empty while it has not run, and for good if it was dropped
};

/// One thread that owns one OpenBook: it opens the book, runs jobs one after the other and closes the book where it was
/// opened. Made, told and destroyed by the client in the client's thread.
class BookWorker : public QObject
{
    Q_OBJECT
public:
    BookWorker(BookClient &client, const QString &name);
    /// Stops and waits.
    ~BookWorker() override;

    /// `answer` is called in the client's thread.
    void open(const BookLocation &location, OpenMode mode, std::function<void(const Result<BookInfo> &)> answer);
    void enqueue(std::shared_ptr<BookClient::Job> job);

    /// What runs is asked to end (JobControl::cancelled() says so), what waits is dropped. Does not wait.
    void stop();
    [[nodiscard]] bool isFinished() const { return m_thread.isFinished(); }

    /// True in a worker's thread that has been told to stop.
    [[nodiscard]] static bool currentIsStopping();

signals:
    void finished();

private:
    void run(BookClient::Job &job);

    BookClient &m_client;
    QThread m_thread;
    QObject *m_context;               ///< lives in the thread; jobs are events of it
    std::unique_ptr<OpenBook> m_book; ///< touched in the thread only
    std::atomic<bool> m_stopping{false};
};

struct BookClient::Lanes
{
    explicit Lanes(BookClient &client)
        : interactive(client, QStringLiteral("book interactive"))
        , background(client, QStringLiteral("book background"))
    {}
    void stop()
    {
        interactive.stop();
        background.stop();
    }
    [[nodiscard]] bool areFinished() const { return interactive.isFinished() && background.isFinished(); }

    BookLocation location;
    BookWorker interactive, background;
};

} // namespace bincard
