#pragma once

namespace dollygrip::ui {

class CanvasView;
class FilmDesk;

/// Joins the paper to the film that is open: pictures from the prefetcher for the playhead's
/// frame, at the size in which they are shown; refusals are reported, Space plays, a pen that
/// draws stops the playing.
void joinCanvas(CanvasView& canvas, FilmDesk& desk);

} // namespace dollygrip::ui
