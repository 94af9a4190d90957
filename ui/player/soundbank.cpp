#include "ui/player/soundbank.h"

#include "ui/poolwork.h"

#include <algorithm>
#include <span>

namespace dollygrip::ui {

namespace {

using Decoded = Result<std::shared_ptr<const DecodedSound>>;

Decoded decode(const std::shared_ptr<const Asset>& asset)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(asset->bytes.constData());
    auto read = media::readSound(std::span(bytes, std::size_t(asset->bytes.size())),
                                 asset->name.toStdString(), kAudioRate);
    if (!read)
        return read.error();
    auto made = std::make_shared<DecodedSound>();
    made->peaks = media::peaks(read->samples, kPeakBucket);
    for (const media::Peak& peak : made->peaks)
        made->loudest = std::max({made->loudest, peak.high, -peak.low});
    made->sound = std::make_shared<const media::Sound>(std::move(*read));
    return std::shared_ptr<const DecodedSound>(std::move(made));
}

} // namespace

SoundBank::SoundBank(Document& document, QObject* parent) : QObject(parent), m_document(document) {}

std::shared_ptr<const DecodedSound> SoundBank::sound(const QString& hash)
{
    const auto known = m_sounds.constFind(hash);
    if (known != m_sounds.constEnd())
        return *known;
    const auto asset = m_document.film().assets.value(hash);
    if (!asset)
        return nullptr;
    m_sounds.insert(hash, nullptr);
    inPool(
        this, [asset] { return decode(asset); },
        [this, hash](const Decoded& decoded) {
            if (!decoded) {
                Q_EMIT failed(decoded.error());
                return;
            }
            m_sounds.insert(hash, *decoded);
            Q_EMIT ready(hash);
        });
    return nullptr;
}

} // namespace dollygrip::ui
