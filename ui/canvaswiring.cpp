#include "ui/canvaswiring.h"

#include "core/playback/prefetcher.h"
#include "core/playback/transport.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/canvas/guidespopup.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

void connectCanvas(CanvasView& canvas, FilmDesk& desk, Actions& actions)
{
    Prefetcher& prefetcher = desk.prefetcher();
    Session& session = desk.session();
    QObject::connect(&canvas, &CanvasView::pictureSizeChanged, &desk, &FilmDesk::setPictureSize);
    QObject::connect(&prefetcher, &Prefetcher::frameReady, &canvas,
                     [&canvas, &prefetcher, &session](FrameIndex frame) {
                         if (frame == session.playhead())
                             canvas.setPicture(frame, prefetcher.picture(frame));
                     });
    // Under the hand the picture may be a moment behind, the film and the playhead go on meanwhile.
    QObject::connect(&prefetcher, &Prefetcher::lateReady, &canvas,
                     [&canvas, &session](FrameIndex frame, const Image& picture) {
                         if (session.hasDraft())
                             canvas.setPicture(frame, picture);
                     });
    QObject::connect(&session, &Session::playheadChanged, &canvas,
                     [&canvas, &prefetcher](FrameIndex frame) {
                         canvas.setPicture(frame, prefetcher.picture(frame));
                     });
    QObject::connect(&canvas, &CanvasView::playToggled, &desk.transport(),
                     &Transport::togglePlaying);
    QObject::connect(&canvas, &CanvasView::stopAsked, &desk.transport(), &Transport::pause);
    QObject::connect(&canvas, &CanvasView::shotWanted, actions.at(u"shot.new"_s),
                     &QAction::trigger);
    QObject::connect(&canvas, &CanvasView::errorOccurred, &desk, &FilmDesk::report);

    const auto on = [&](const QString& id, auto act) {
        QObject::connect(actions.at(id), &QAction::triggered, &canvas, act);
    };
    on(u"view.zoomIn"_s, &CanvasView::zoomIn);
    on(u"view.zoomOut"_s, &CanvasView::zoomOut);
    on(u"view.fit"_s, &CanvasView::fit);
    on(u"brush.smaller"_s, &CanvasView::smallerBrush);
    on(u"brush.larger"_s, &CanvasView::largerBrush);
    on(u"view.thirds"_s, &CanvasView::setThirds);
    on(u"view.safe"_s, &CanvasView::setSafeAreas);
    on(u"view.onion"_s, &CanvasView::setOnionSkin);
    connectGuides(canvas, session, actions);
    on(u"layer.transform"_s, &CanvasView::transformLayers);
    on(u"layer.flip"_s, [&canvas] { canvas.flipDrawing(true); });
    on(u"layer.flipUpright"_s, [&canvas] { canvas.flipDrawing(false); });
    on(u"view.pin"_s, &CanvasView::setOverlaysPinned);
}

} // namespace dollygrip::ui
