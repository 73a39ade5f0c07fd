// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/OpenBook.h"

#include <QObject>
#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace bincard {

class BookWorker;

/// Which worker does it. Interactive: answers a person waits for (balances, one save). Background: imports, verify,
/// long reports; so a long import never holds up the screens. Each lane is one thread with one connection of its own.
enum class Lane { Interactive, Background };

/// Seen from the worker while it runs and from the window: progress and cancel. Made with std::make_shared and captured
/// by the job.
class JobControl : public std::enable_shared_from_this<JobControl>
{
public:
    void cancel() { m_cancelled.store(true); }
    /// Also true in the worker's thread once the book is being closed or the program ends.
    [[nodiscard]] bool cancelled() const;
    /// Worker side. Posts at most some 20 reports a second to the window's thread. False once cancelled.
    bool report(qint64 done, qint64 total);

    std::function<void(qint64 done, qint64 total)>
        onProgress;             ///< set before the job starts; runs in the window's thread
    QPointer<QObject> receiver; ///< no progress is told after its end; set it, too

private:
    std::atomic<bool> m_cancelled{false};
    std::atomic<qint64> m_lastReport{0}; ///< milliseconds of a steady clock; 0: none yet
};

/// Latest-only: a page keeps one per kind of request; a reply to an older request is dropped.
class Generation
{
public:
    int next() { return ++m_current; }
    [[nodiscard]] bool isCurrent(int generation) const { return generation == m_current; }

private:
    int m_current = 0;
};

/// The window's way to a book: jobs go to a worker as values, replies come back as values in the window's thread, in
/// the order of the jobs of one lane. Lives in the GUI thread and never touches the database. No nested event loops.
class BookClient : public QObject
{
    Q_OBJECT
public:
    explicit BookClient(QObject *parent = nullptr);
    /// Cancels what runs, drops what waits, and waits for the statement under way to end.
    ~BookClient() override;

    /// Opens both lanes; the reply comes through opened() or openFailed(). A book that is open stays so until the new
    /// one has opened. A second open() takes the place of a first that has not answered yet.
    void open(const BookLocation &location, OpenMode mode);
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isOpening() const { return m_opening != nullptr; }
    [[nodiscard]] const BookInfo &info() const { return m_info; }

    /// Runs `job` in the lane's thread and then `done` in this one, if `receiver` still lives and the book is still the
    /// same. `job` may capture values only; `done` is destroyed in this thread.
    template <typename T>
    void request(QObject *receiver, std::function<Result<T>(OpenBook &)> job, std::function<void(Result<T>)> done,
        Lane lane = Lane::Interactive);

    /// For writing services: after a successful change of documents or catalog, tell everybody (changed()).
    void announceDocuments();
    void announceCatalog();

signals:
    void opening(const bincard::BookLocation &location);
    void opened(const bincard::BookInfo &info);
    void openFailed(const bincard::Error &error);
    void closed();
    void documentsChanged(); ///< something was saved, posted, unposted or imported by this application
    void catalogChanged();
    void busyChanged(int running); ///< jobs under way, for the status bar

private:
    friend class BookWorker;
    using Work = std::function<std::function<void()>(OpenBook *, const Error *)>;
    struct Job;   ///< a piece of work, who waits for it, and the reply once there is one
    struct Lanes; ///< the two workers of one book

    void enqueue(QObject *receiver, Lane lane, Work work);
    void laneOpened(const Lanes *lanes, const Result<BookInfo> &result);
    void reply(Job &job);
    void retire(std::unique_ptr<Lanes> lanes);
    void setRunning(int running);

    std::unique_ptr<Lanes> m_lanes;                ///< of the book that is open
    std::unique_ptr<Lanes> m_opening;              ///< of the one that is being opened
    std::vector<std::unique_ptr<Lanes>> m_retired; ///< whose last statement has not ended
    BookInfo m_info;
    bool m_open = false;
    int m_session = 0; ///< replies of a book closed meanwhile are dropped
    int m_running = 0;
};

template <typename T>
void BookClient::request(
    QObject *receiver, std::function<Result<T>(OpenBook &)> job, std::function<void(Result<T>)> done, Lane lane)
{
    enqueue(receiver, lane, [job = std::move(job), done = std::move(done)](OpenBook *book, const Error *error) {
        auto result = std::make_shared<Result<T>>(book ? job(*book) : Result<T>(*error));
        return std::function<void()>([done, result] { done(std::move(*result)); });
    });
}

} // namespace bincard
