#include "ui/player/audiooutput.h"

#include "core/playback/filmsound.h"
#include "core/playback/transport.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <deque>
#include <mutex>

namespace dollygrip::ui {

namespace {

constexpr std::int64_t kAhead = kAudioRate * 4 / 10; ///< audio frames kept in the ring
constexpr std::int64_t kChunk = kAudioRate / 20;
constexpr int kFrameBytes = 2 * int(sizeof(float));

std::int64_t audioFrame(FrameIndex frame, FrameRate rate)
{
    return audioFrameOf(frame, rate, kAudioRate);
}

} // namespace

/// Interleaved stereo between the main thread, which mixes, and the device, which plays. What is
/// missing plays as silence, so that the clock never stops.
class AudioOutput::Ring : public QIODevice {
public:
    qint64 readData(char* data, qint64 maxSize) override
    {
        const qint64 whole = maxSize / kFrameBytes * kFrameBytes;
        const std::size_t wanted = std::size_t(whole) / sizeof(float);
        auto* out = reinterpret_cast<float*>(data);
        const float gain = m_gain.load();
        std::size_t copied = 0;
        {
            const std::lock_guard lock(m_mutex);
            copied = std::min(wanted, m_samples.size());
            for (std::size_t i = 0; i < copied; ++i)
                out[i] = m_samples[i] * gain;
            m_samples.erase(m_samples.begin(), m_samples.begin() + std::ptrdiff_t(copied));
        }
        std::fill(out + copied, out + wanted, 0.0F);
        m_delivered += whole / kFrameBytes;
        return whole;
    }
    qint64 writeData(const char*, qint64) override { return -1; }
    qint64 bytesAvailable() const override { return kAudioRate * kFrameBytes; }
    bool isSequential() const override { return true; }

    void append(const std::vector<float>& samples)
    {
        const std::lock_guard lock(m_mutex);
        m_samples.insert(m_samples.end(), samples.begin(), samples.end());
    }
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_samples.clear();
    }
    std::int64_t waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return std::int64_t(m_samples.size() / 2);
    }
    void setGain(float gain) { m_gain = gain; }
    std::int64_t delivered() const { return m_delivered; }

    /// Audio frames that the device has made heard.
    std::atomic<std::int64_t> played{0};

private:
    mutable std::mutex m_mutex;
    std::deque<float> m_samples;
    std::atomic<float> m_gain{1.0F};
    std::atomic<std::int64_t> m_delivered{0};
};

/// The sound device, on its own thread: finding and opening one may take its time.
class AudioOutput::Device : public QObject {
public:
    explicit Device(std::shared_ptr<Ring> ring) : m_ring(std::move(ring)), m_watch(this)
    {
        m_watch.setInterval(8);
        QObject::connect(&m_watch, &QTimer::timeout, this, [this] { measure(); });
    }

    /// True when a device plays now.
    bool start()
    {
        if (!m_sink) {
            const QAudioDevice device = QMediaDevices::defaultAudioOutput();
            if (device.isNull())
                return false;
            QAudioFormat format;
            format.setSampleRate(kAudioRate);
            format.setChannelCount(2);
            format.setSampleFormat(QAudioFormat::Float);
            if (!device.isFormatSupported(format))
                return false;
            m_sink = std::make_unique<QAudioSink>(device, format);
            m_sink->setBufferSize(kAudioRate / 10 * kFrameBytes);
        }
        if (!m_ring->isOpen())
            m_ring->open(QIODevice::ReadOnly | QIODevice::Unbuffered); // a stop leaves nothing over
        m_base = m_ring->delivered();
        m_ring->played = 0;
        m_sink->start(m_ring.get());
        if (m_sink->error() != QAudio::NoError) {
            m_sink.reset();
            return false;
        }
        m_watch.start();
        return true;
    }
    void stop()
    {
        m_watch.stop();
        if (m_sink)
            m_sink->stop();
    }

private:
    void measure()
    {
        const std::int64_t inDevice =
            std::max<qsizetype>(0, m_sink->bufferSize() - m_sink->bytesFree()) / kFrameBytes;
        const std::int64_t heard = m_ring->delivered() - m_base - inDevice;
        m_ring->played = std::max(m_ring->played.load(), heard);
    }

    std::shared_ptr<Ring> m_ring;
    std::unique_ptr<QAudioSink> m_sink;
    QTimer m_watch;
    std::int64_t m_base = 0;
};

AudioOutput::AudioOutput(Document& document, SoundBank& sounds, Transport& transport,
                         QObject* parent)
    : QObject(parent), m_document(document), m_sounds(sounds), m_transport(transport),
      m_ring(std::make_shared<Ring>())
{
    m_feeding.setInterval(20);
    connect(&m_feeding, &QTimer::timeout, this, &AudioOutput::feed);
    connect(&transport, &Transport::speedChanged, this, &AudioOutput::follow);
    connect(&transport, &Transport::rangeChanged, this, &AudioOutput::restart);
    connect(&transport, &Transport::loopingChanged, this, &AudioOutput::restart);
}

AudioOutput::~AudioOutput()
{
    stop();
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait();
    }
}

bool AudioOutput::hasSound() const
{
    for (const auto& track : m_document.film().audio) {
        if (!track->isMuted && !track->clips.isEmpty())
            return true;
    }
    return false;
}

void AudioOutput::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    m_ring->setGain(m_isMuted ? 0.0F : float(m_volume * m_volume));
    Q_EMIT volumeChanged();
}

void AudioOutput::setMuted(bool isMuted)
{
    m_isMuted = isMuted;
    setVolume(m_volume);
}

void AudioOutput::restart()
{
    if (!m_isSounding && !m_isStarting)
        return;
    stop();
    follow();
}

void AudioOutput::follow()
{
    if (m_transport.speed() != 1 || !hasSound()) {
        stop();
        return;
    }
    if (m_isSounding || m_isStarting)
        return;
    if (!m_device) {
        m_device = new Device(m_ring);
        m_device->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("sound"));
        connect(&m_thread, &QThread::finished, m_device, &QObject::deleteLater);
        m_thread.start();
    }
    m_isStarting = true;
    const int start = ++m_starts;
    m_ring->clear();
    m_next = audioFrame(m_transport.position(), m_transport.rate());
    feed();
    QMetaObject::invokeMethod(m_device, [this, start, device = m_device] {
        const bool plays = device->start();
        QMetaObject::invokeMethod(this, [this, start, plays] {
            if (start != m_starts || !m_isStarting)
                return; // stopped meanwhile; a later start answers for itself
            m_isStarting = false;
            if (!plays)
                return;
            m_isSounding = true;
            m_feeding.start();
            // Picture and sound start together: from where the sound was mixed.
            m_transport.setSoundClock(
                [ring = m_ring] { return double(ring->played.load()) / kAudioRate; });
        });
    });
}

void AudioOutput::stop()
{
    m_feeding.stop();
    const bool wasSounding = m_isSounding;
    const bool wasStarting = m_isStarting;
    m_isSounding = m_isStarting = false;
    if (wasSounding)
        m_transport.setSoundClock({});
    if ((wasSounding || wasStarting) && m_device)
        QMetaObject::invokeMethod(m_device, [device = m_device] { device->stop(); });
    m_ring->clear();
}

std::vector<media::MixClip> AudioOutput::clips()
{
    std::vector<media::MixClip> mixed;
    const Film& film = m_document.film();
    for (const auto& track : film.audio)
        for (const AudioClip& clip : track->clips)
            if (const auto decoded = m_sounds.sound(clip.sound))
                mixed.push_back(mixClip(*track, clip, decoded->sound, film.settings.rate));
    return mixed;
}

void AudioOutput::feed()
{
    const std::vector<media::MixClip> mixed = clips();
    const FrameRange range = m_transport.range();
    const std::int64_t end = audioFrame(range.end, m_transport.rate());
    while (m_ring->waiting() < kAhead) {
        std::int64_t count = kChunk;
        if (m_transport.isLooping() && m_next < end)
            count = std::min(count, end - m_next);
        m_ring->append(media::mix(mixed, m_next, count));
        m_next += count;
        if (m_transport.isLooping() && m_next >= end)
            m_next = audioFrame(range.first, m_transport.rate());
    }
}

} // namespace dollygrip::ui
