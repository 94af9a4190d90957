#pragma once

#include "core/base/error.h"
#include "core/base/log.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

namespace dollygrip::ui {

/// Lets the calling thread, one of the pool's, step back whenever the main thread wants the
/// processor. Once a thread, for good.
void standBehindTheWindow();

/// What a job that threw comes back with: its Error where the value can be one, else an empty
/// value.
template <class Value>
Value failedValue(const Error& error)
{
    if constexpr (std::is_constructible_v<Value, Error>)
        return Value(error);
    else
        return Value();
}

/// Runs `work()` in the pool and hands its value to `then(value)` on the context's thread, exactly
/// once, also when `work` throws: see failedValue(). When the context is gone by then, the value is
/// dropped in the pool's thread or in the context's. `work` must own what it uses. Values may be
/// move-only. Call it on the context's thread.
template <class Work, class Then>
void inPool(QObject* context, Work work, Then then,
            QThreadPool* pool = QThreadPool::globalInstance())
{
    using Value = decltype(work());
    // Written before the promise finishes, read after the watcher heard of it.
    auto value = std::make_shared<std::optional<Value>>();
    auto promise = std::make_shared<QPromise<void>>();
    auto* watcher = new QFutureWatcher<void>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, value, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         then(std::move(**value));
                     });
    watcher->setFuture(promise->future());
    promise->start();
    pool->start([promise, value, work = std::move(work)]() mutable {
        const auto fail = [&](ErrorCode code, const char* what) {
            log(LogLevel::Error, "dollygrip.ui", std::string("A job in the pool threw: ") + what);
            value->emplace(failedValue<Value>(Error{code, {}, what}));
        };
        standBehindTheWindow();
        try {
            value->emplace(work());
        } catch (const std::bad_alloc& exception) {
            fail(ErrorCode::OutOfMemory, exception.what());
        } catch (const std::exception& exception) {
            fail(ErrorCode::Internal, exception.what());
        } catch (...) {
            fail(ErrorCode::Internal, "something unnamed");
        }
        promise->finish();
    });
}

} // namespace dollygrip::ui
