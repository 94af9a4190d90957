// Regions, arrows and the camera in use.
#include "tests/tour/tourguide.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/timeline/timelineview.h"

#include <QDockWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::tour {

void showMotion(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"2A"_s);
    guide.page(u"Motion"_s);
    const auto shot = guide.session().shot();
    if (!shot->regions.isEmpty()) {
        guide.session().setRegion(shot->regions.first().id);
        if (!shot->regions.first().motions.isEmpty())
            guide.session().setMotion(shot->regions.first().motions.first().id);
    }
    guide.command(u"tool.arrow"_s);
    guide.picture(u"an arrow in hand"_s);
    guide.session().setRegion({});
    guide.command(u"tool.region"_s);
    guide.drag({{0.62, 0.55}, {0.8, 0.55}, {0.8, 0.62}}, {},
               [&guide] { guide.picture(u"painting what moves"_s); });
    guide.picture(u"painted"_s);
    guide.command(u"tool.arrow"_s);
    guide.drag({{0.7, 0.57}, {0.75, 0.45}, {0.9, 0.4}}, {},
               [&guide] { guide.picture(u"drawing its way"_s); });
    guide.picture(u"its way"_s);
    guide.goTo(u"3A"_s);
    guide.command(u"tool.outline"_s);
    guide.click({0.22, 0.5});
    guide.picture(u"an outline found"_s);
    guide.key(Qt::Key_Escape);
    guide.command(u"tool.select"_s);
    guide.hover({0.7, 0.4});
    guide.picture(u"what would be picked"_s);
    guide.command(u"play.toggle"_s);
    QTest::qWait(600);
    guide.picture(u"playing"_s);
    guide.command(u"play.pause"_s);
}

void showCamera(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"1A"_s);
    guide.page(u"Camera"_s);
    guide.command(u"tool.camera"_s);
    guide.picture(u"frames"_s);
    guide.session().setPlayhead(guide.session().playhead() + 30);
    guide.command(u"camera.addKey"_s);
    guide.picture(u"a frame more"_s);
    guide.command(u"view.curves"_s);
    guide.picture(u"curves"_s);
    guide.command(u"view.curves"_s);
    guide.command(u"view.topView"_s);
    guide.picture(u"top view"_s);
    guide.command(u"view.topView"_s);
    guide.command(u"view.moves"_s);
    QTest::qWait(1500);
    guide.picture(u"named moves"_s);
    guide.command(u"view.moves"_s);
    guide.goTo(u"2A"_s);
    guide.picture(u"a pan and what is said of it"_s);
}

} // namespace dollygrip::tour
