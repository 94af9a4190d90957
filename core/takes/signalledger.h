#pragma once

#include "core/project/take.h"

namespace dollygrip {

/// Which pictures of what a network is given have come, by signal. A shot longer than a model's
/// window comes window by window: a signal that runs on continues, one that does not (references, a
/// start picture) would leave a gap and counts once, as the first window had it.
class SignalLedger {
public:
    /// False when the pictures would leave a gap; they are not counted then.
    bool add(const QString& name, FrameIndex first, FrameIndex count);
    const QList<TakeSignal>& list() const { return m_signals; }

private:
    QList<TakeSignal> m_signals; ///< in the order in which each came first
};

} // namespace dollygrip
