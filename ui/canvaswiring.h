#pragma once

namespace dollygrip::ui {

class Actions;
class CanvasView;
class FilmDesk;

/// Connects the paper with the film's playback and with the commands that look at it. Everything
/// ends with the canvas.
void connectCanvas(CanvasView& canvas, FilmDesk& desk, Actions& actions);

} // namespace dollygrip::ui
