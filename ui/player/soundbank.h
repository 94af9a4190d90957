#pragma once

#include "core/media/audioreader.h"
#include "core/media/waveform.h"
#include "core/project/document.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

namespace dollygrip::ui {

inline constexpr int kAudioRate = 48000;
/// Audio frames of one Peak in DecodedSound: a hundredth of a second.
inline constexpr int kPeakBucket = 480;

/// A sound of the film, ready to be mixed and drawn.
struct DecodedSound {
    std::shared_ptr<const media::Sound> sound; ///< at kAudioRate
    std::vector<media::Peak> peaks;
    float loudest = 0; ///< of all peaks, 0 … 1
};

/// The film's sounds, decoded once in the pool. Main thread.
class SoundBank : public QObject {
    Q_OBJECT
public:
    explicit SoundBank(Document& document, QObject* parent = nullptr);

    /// Null while it is being decoded (then ready() follows) and for a sound that cannot be.
    std::shared_ptr<const DecodedSound> sound(const QString& hash);

Q_SIGNALS:
    void ready(const QString& hash);
    void failed(const Error& error);

private:
    Document& m_document;
    QHash<QString, std::shared_ptr<const DecodedSound>> m_sounds; ///< null: in work or failed
};

} // namespace dollygrip::ui
