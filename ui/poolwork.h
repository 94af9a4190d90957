#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace dollygrip::ui {

/// Runs `work()` in the pool and hands its value to `then(value)` on the context's thread. When
/// the context is gone by then, the value is dropped. `work` must own what it uses; an exception in
/// it ends in no call of `then`. Call it on the context's thread.
template <class Work, class Then>
void inPool(QObject* context, Work work, Then then,
            QThreadPool* pool = QThreadPool::globalInstance())
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<Value>>();
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             then(watcher->result());
                     });
    watcher->setFuture(promise->future());
    promise->start();
    pool->start([promise, work = std::move(work)]() mutable {
        try {
            promise->addResult(work());
        } catch (...) {
            // No result: the watcher sees an empty future.
        }
        promise->finish();
    });
}

} // namespace dollygrip::ui
