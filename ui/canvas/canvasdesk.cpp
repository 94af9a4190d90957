#include "ui/canvas/canvasdesk.h"

#include "core/playback/prefetcher.h"
#include "core/playback/transport.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"

namespace dollygrip::ui {

void joinCanvas(CanvasView& canvas, FilmDesk& desk)
{
    CanvasView* paper = &canvas;
    FilmDesk* its = &desk;
    const auto showPicture = [paper, its] {
        const FrameIndex frame = its->session().playhead();
        paper->setPicture(frame, its->prefetcher().picture(frame));
    };
    QObject::connect(&desk.prefetcher(), &Prefetcher::frameReady, paper,
                     [its, showPicture](FrameIndex frame) {
                         if (frame == its->session().playhead())
                             showPicture();
                     });
    QObject::connect(&desk.session(), &Session::playheadChanged, paper, showPicture);
    QObject::connect(paper, &CanvasView::pictureSizeChanged, its, &FilmDesk::setPictureSize);
    QObject::connect(paper, &CanvasView::errorOccurred, its, &FilmDesk::report);
    QObject::connect(paper, &CanvasView::playToggled, &desk.transport(), &Transport::togglePlaying);
    QObject::connect(paper, &CanvasView::stopAsked, &desk.transport(), &Transport::pause);
    desk.setPictureSize(canvas.pictureSize());
}

} // namespace dollygrip::ui
