#include "core/generator/shotsignals.h"

#include "core/generator/completion.h"
#include "core/generator/moveshoot.h"

#include <vector>

namespace dollygrip::generator {

ShotSignals::ShotSignals(const Request& request, const ShotGrid& grid)
    : m_request(request), m_grid(grid)
{
}

conditioning::ControlSignals ShotSignals::played(FrameRange range, bool isCompleted) const
{
    multiplane::Stage film = m_request.stage;
    film.frames = m_grid.filmFrames; // a guide's pictures may be fewer or more
    multiplane::Stage stage = onGrid(film, m_grid, range);
    if (m_request.guide.empty())
        return {isCompleted && m_plates ? multiplane::Guide(std::move(stage), *m_plates)
                                        : multiplane::Guide(std::move(stage)),
                m_grid.width, m_grid.height};
    std::vector<Image> pictures;
    for (FrameIndex n = range.first; n < range.end; ++n) {
        const Image& picture = m_request.guide[std::size_t(m_grid.filmFrameAt(n))];
        pictures.push_back(isCompleted ? completeBackdrop(picture, {}, picture.height(), at::kCPU)
                                       : picture);
    }
    return {std::move(pictures), std::move(stage), m_grid.width, m_grid.height};
}

conditioning::ControlSignals ShotSignals::drawn(FrameRange range) const
{
    return played(range, false);
}

conditioning::ControlSignals ShotSignals::completed(FrameRange range) const
{
    return played(range, true);
}

Result<void> ShotSignals::complete(const Device& device, Reporter& reporter,
                                   const std::stop_token& stop)
{
    if (!m_request.guide.empty())
        return {}; // picture by picture, when they are played
    Request atSize = m_request;
    atSize.width = m_grid.width;
    atSize.height = m_grid.height;
    auto plates = completedPlates(m_request.stage, plateHeight(atSize), device, reporter, stop);
    if (!plates)
        return plates.error();
    m_plates = std::move(*plates);
    return {};
}

} // namespace dollygrip::generator
