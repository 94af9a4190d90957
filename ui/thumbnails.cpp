#include "ui/thumbnails.h"

#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/poolwork.h"

#include <algorithm>

namespace dollygrip::ui {

namespace {

constexpr int kRunningAtOnce = 2;
constexpr qsizetype kLongestQueue = 96;
constexpr qsizetype kMostKept = 1500;

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
    connect(&document, &Document::changed, this, [this](const FilmDiff& diff, const Film&) {
        if (!diff.settings)
            return;
        ++m_look;
        m_entries.clear();
        m_inWork.clear();
    });
}

QImage Thumbnails::picture(const std::shared_ptr<const Shot>& shot, qsizetype panel, int height)
{
    if (!shot || panel < 0 || panel >= shot->panels.size())
        return {};
    const auto& wanted = shot->panels[panel];
    const int stepped = steppedHeight(height);
    const auto known = m_entries.constFind(wanted->id);
    const bool isKnown = known != m_entries.constEnd();
    // What could not be painted is not tried again before the panel changes.
    if (isKnown && known->panel == wanted
        && (known->image.height() >= stepped || known->image.isNull()))
        return known->image;
    const auto inWork = m_inWork.constFind(wanted->id);
    if (inWork == m_inWork.constEnd() || *inWork != wanted) {
        m_queue.removeIf([&](const Job& job) { return job.id == wanted->id; });
        m_queue.append(Job{shot->id, wanted->id, wanted, stepped});
        if (m_queue.size() > kLongestQueue)
            m_queue.removeFirst();
        startNext();
    }
    return isKnown ? known->image : QImage();
}

void Thumbnails::startNext()
{
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
                if (look == m_look) { // else of another frame shape by now; asked for again
                    if (m_inWork.value(job.id) == job.panel)
                        m_inWork.remove(job.id);
                    if (m_entries.size() > kMostKept)
                        m_entries.clear();
                    m_entries.insert(job.id, Entry{job.panel, image});
                }
                startNext();
                Q_EMIT painted(job.shot);
            });
    }
}

} // namespace dollygrip::ui
