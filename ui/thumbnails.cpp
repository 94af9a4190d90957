#include "ui/thumbnails.h"

#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/poolwork.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr int kRunningAtOnce = 2;
constexpr qsizetype kLongestQueue = 512;
constexpr qsizetype kMostBytes = 256LL * 1024 * 1024;

/// Heights in few steps, so that a window that grows does not paint everything anew.
int steppedHeight(int height)
{
    for (const int step : {72, 144, 216, 288, 432}) {
        if (height <= step)
            return step;
    }
    return 576;
}

} // namespace

Thumbnails::Thumbnails(Document& document, std::shared_ptr<PictureCache> cache, QObject* parent)
    : QObject(parent), m_document(document), m_cache(std::move(cache))
{
    connect(&document, &Document::changed, this, [this](const FilmDiff& diff, const Film& before) {
        const FilmSettings& is = m_document.film().settings;
        if (!diff.settings
            || (before.settings.size == is.size && before.settings.paper == is.paper))
            return;
        ++m_look;
        m_entries.clear();
        m_bytes = 0;
        m_inWork.clear();
    });
}

QImage Thumbnails::picture(const std::shared_ptr<const Shot>& shot, qsizetype panel, int height,
                           const void* asker)
{
    if (!shot || panel < 0 || panel >= shot->panels.size())
        return {};
    const auto& wanted = shot->panels[panel];
    const int stepped = steppedHeight(height);
    const auto known = m_entries.find(wanted->id);
    const bool isKnown = known != m_entries.end();
    if (isKnown)
        known->used = ++m_clock;
    // What could not be painted is not tried again before the panel changes.
    if (isKnown && known->panel == wanted
        && (known->image.height() >= stepped || known->image.isNull()))
        return known->image;
    const auto inWork = m_inWork.constFind(wanted->id);
    if (inWork == m_inWork.constEnd() || *inWork != wanted) {
        Job job{shot->id, wanted->id, wanted, stepped, {asker}};
        for (qsizetype i = 0; i < m_queue.size(); ++i) {
            if (m_queue[i].id != wanted->id)
                continue;
            job.askers += m_queue[i].askers;
            if (m_queue[i].panel == wanted)
                job.height = std::max(job.height, m_queue[i].height);
            m_queue.removeAt(i);
            break;
        }
        m_queue.append(std::move(job));
        if (m_queue.size() > kLongestQueue)
            m_queue.removeFirst();
        // Once all that is asked for in this event is known, the nearest goes first.
        if (!m_isAboutToStart) {
            m_isAboutToStart = true;
            QMetaObject::invokeMethod(this, &Thumbnails::startNext, Qt::QueuedConnection);
        }
    }
    return isKnown ? known->image : QImage();
}

void Thumbnails::keepOnly(const void* asker, const QSet<PanelId>& shown)
{
    for (Job& job : m_queue) {
        if (!shown.contains(job.id))
            job.askers.remove(asker);
    }
    m_queue.removeIf([](const Job& job) { return job.askers.isEmpty(); });
}

void Thumbnails::keep(const Job& job, const QImage& image)
{
    if (m_inWork.value(job.id) == job.panel)
        m_inWork.remove(job.id);
    Entry& entry = m_entries[job.id];
    m_bytes += image.sizeInBytes() - entry.image.sizeInBytes();
    entry = Entry{job.panel, image, ++m_clock};
    if (m_bytes > kMostBytes)
        makeRoom();
}

void Thumbnails::makeRoom()
{
    // The third that was not looked at for longest.
    QList<quint64> times;
    times.reserve(m_entries.size());
    for (const Entry& entry : std::as_const(m_entries))
        times.append(entry.used);
    const auto third = times.begin() + times.size() / 3;
    std::nth_element(times.begin(), third, times.end());
    const quint64 oldest = *third;
    m_entries.removeIf([&](const auto& it) {
        if (it.value().used >= oldest)
            return false;
        m_bytes -= it.value().image.sizeInBytes();
        return true;
    });
}

void Thumbnails::startNext()
{
    m_isAboutToStart = false;
    while (m_running < kRunningAtOnce && !m_queue.isEmpty()) {
        const Job job = m_queue.takeLast();
        ++m_running;
        m_inWork.insert(job.id, job.panel);
        const Film film = m_document.film();
        const int width =
            std::max(2, int(std::lround(double(job.height) * film.settings.aspect())));
        inPool(
            this,
            [film, cache = m_cache, panel = job.panel, size = QSize(width, job.height)] {
                const PanelPainter painter(film, cache);
                return toQImage(painter.panel(*panel, size));
            },
            [this, job, look = m_look](const QImage& image) {
                --m_running;
                if (look == m_look) // else of another frame shape by now; asked for again
                    keep(job, image);
                startNext();
                Q_EMIT painted(job.shot);
            });
    }
}

} // namespace dollygrip::ui
