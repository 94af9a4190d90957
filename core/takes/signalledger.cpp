#include "core/takes/signalledger.h"

#include <algorithm>

namespace dollygrip {

bool SignalLedger::add(const QString& name, FrameIndex first, FrameIndex count)
{
    auto known = std::find_if(m_signals.begin(), m_signals.end(),
                              [&](const TakeSignal& signal) { return signal.name == name; });
    const FrameIndex frames = known == m_signals.end() ? 0 : known->frames;
    if (count < 1 || first < 0 || first > frames)
        return false;
    if (known == m_signals.end()) {
        m_signals.append(TakeSignal{name, count});
        return true;
    }
    known->frames = std::max(frames, first + count);
    return true;
}

} // namespace dollygrip
