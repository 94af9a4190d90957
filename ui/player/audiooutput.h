#pragma once

#include "core/media/audiomix.h"
#include "core/project/document.h"
#include "ui/player/soundbank.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <vector>

namespace dollygrip {
class Transport;
} // namespace dollygrip

namespace dollygrip::ui {

/// Plays the film's sound along with the transport at normal speed and gives it the device's
/// clock. The device lives on a thread of its own and reads from a ring; without a device, or for
/// a film without sound, nothing happens and the transport keeps the machine's clock. Main thread.
class AudioOutput : public QObject {
    Q_OBJECT
public:
    AudioOutput(Document& document, SoundBank& sounds, Transport& transport,
                QObject* parent = nullptr);
    ~AudioOutput() override;

    /// The playhead was put elsewhere: sound goes on from there.
    void restart();
    double volume() const { return m_volume; } ///< 0 … 1, as the ear hears it
    void setVolume(double volume);
    bool isMuted() const { return m_isMuted; }
    void setMuted(bool isMuted);
    /// True while a device plays and the transport goes by its clock.
    bool isSounding() const { return m_isSounding; }

Q_SIGNALS:
    void volumeChanged();

private:
    class Ring;
    class Device;

    void follow();
    void stop();
    void feed();
    std::vector<media::MixClip> clips();
    bool hasSound() const;

    Document& m_document;
    SoundBank& m_sounds;
    Transport& m_transport;
    std::shared_ptr<Ring> m_ring;
    Device* m_device = nullptr; ///< lives on m_thread
    QThread m_thread;
    QTimer m_feeding;
    std::int64_t m_next = 0; ///< audio frame of the film that is mixed next
    int m_starts = 0;        ///< how often the device was asked to start
    double m_volume = 1.0;
    bool m_isMuted = false;
    bool m_isSounding = false;
    bool m_isStarting = false;
};

} // namespace dollygrip::ui
