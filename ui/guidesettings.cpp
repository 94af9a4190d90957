#include "ui/guidesettings.h"

#include "ui/canvas/canvasview.h"
#include "ui/settings.h"

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct Switch {
    const char* key;
    bool GuideLook::*flag;
};
constexpr std::array kSwitches = {
    Switch{"guides/thirds", &GuideLook::hasThirds},
    Switch{"guides/safe", &GuideLook::hasSafeAreas},
    Switch{"guides/centre", &GuideLook::hasCentre},
    Switch{"guides/grid", &GuideLook::hasGrid},
    Switch{"guides/perspective", &GuideLook::hasPerspective},
    Switch{"guides/rays", &GuideLook::hasRays},
    Switch{"guides/snap", &GuideLook::snaps},
    Switch{"guides/mask", &GuideLook::hasMask},
    Switch{"guides/pinned", &GuideLook::hasPinned},
};

double within(double value, double least, double most, double fallback)
{
    return std::isfinite(value) && value >= least && value <= most ? value : fallback;
}

QColor colourIn(const Settings& settings, const QString& key, const QColor& fallback)
{
    const QColor colour(settings.text(key));
    return colour.isValid() ? colour : fallback;
}

} // namespace

GuideLook guidesIn(const Settings& settings)
{
    GuideLook look;
    for (const Switch& one : kSwitches)
        look.*one.flag = settings.flag(QLatin1StringView(one.key), look.*one.flag);
    const auto number = [&](const QString& key, double least, double most, double fallback) {
        return within(settings.number(key, fallback), least, most, fallback);
    };
    look.gridRows = int(number(u"guides/gridRows"_s, 2, 40, look.gridRows));
    OnionSkin& onion = look.onion;
    onion.isOn = settings.flag(u"onion/on"_s, onion.isOn);
    onion.before = int(number(u"onion/before"_s, 0, 4, onion.before));
    onion.after = int(number(u"onion/after"_s, 0, 4, onion.after));
    onion.crossesShots = settings.flag(u"onion/crossesShots"_s, onion.crossesShots);
    onion.isTinted = settings.flag(u"onion/tinted"_s, onion.isTinted);
    onion.opacity = number(u"onion/opacity"_s, 0.05, 0.9, onion.opacity);
    onion.beforeTone = colourIn(settings, u"onion/beforeTone"_s, onion.beforeTone);
    onion.afterTone = colourIn(settings, u"onion/afterTone"_s, onion.afterTone);
    return look;
}

void keepGuides(Settings& settings, const GuideLook& look)
{
    for (const Switch& one : kSwitches)
        settings.setFlag(QLatin1StringView(one.key), look.*one.flag);
    settings.setNumber(u"guides/gridRows"_s, look.gridRows);
    const OnionSkin& onion = look.onion;
    settings.setFlag(u"onion/on"_s, onion.isOn);
    settings.setNumber(u"onion/before"_s, onion.before);
    settings.setNumber(u"onion/after"_s, onion.after);
    settings.setFlag(u"onion/crossesShots"_s, onion.crossesShots);
    settings.setFlag(u"onion/tinted"_s, onion.isTinted);
    settings.setNumber(u"onion/opacity"_s, onion.opacity);
    settings.setText(u"onion/beforeTone"_s, onion.beforeTone.name());
    settings.setText(u"onion/afterTone"_s, onion.afterTone.name());
}

void rememberGuides(CanvasView& canvas, Settings& settings)
{
    canvas.setGuides(guidesIn(settings));
    QObject::connect(&canvas, &CanvasView::guidesChanged, &canvas,
                     [&canvas, &settings] { keepGuides(settings, canvas.guides()); });
}

} // namespace dollygrip::ui
