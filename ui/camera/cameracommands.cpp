#include "ui/camera/cameracommands.h"

#include "core/geometry/camerachannels.h"
#include "core/geometry/motionpath.h"
#include "ui/actions.h"
#include "ui/camera/cameradraft.h"
#include "ui/canvas/overlay.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QAction>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

CameraCommands::CameraCommands(FilmDesk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void CameraCommands::take(Actions& actions)
{
    const auto on = [&](const QString& id, auto act) {
        connect(actions.at(id), &QAction::triggered, this, act);
    };
    on(u"camera.addKey"_s, &CameraCommands::addKey);
    on(u"camera.duplicateKey"_s, &CameraCommands::duplicateKey);
    on(u"camera.previousKey"_s, [this] { goToKey(-1); });
    on(u"camera.nextKey"_s, [this] { goToKey(1); });
    on(u"camera.keyEarlier"_s, [this] { moveKeyInTime(-1); });
    on(u"camera.keyLater"_s, [this] { moveKeyInTime(1); });
}

void CameraCommands::select(int key, bool follows)
{
    Session& session = m_desk.session();
    session.setCameraKey(key);
    const auto shot = session.shot();
    if (!follows || !shot || key < 0 || key >= int(shot->camera.keys.size()))
        return;
    const double at = std::clamp(shot->camera.keys[std::size_t(key)].at, 0.0, 1.0);
    session.setPlayhead(session.playhead() - session.shotFrame()
                        + FrameIndex(std::lround(at * double(shot->length - 1))));
}

void CameraCommands::addKey()
{
    Session& session = m_desk.session();
    const auto shot = session.shot();
    if (!shot)
        return;
    const double at = shotFraction(double(session.shotFrame()), shot->length);
    const double half = 0.5 / double(std::max<FrameIndex>(1, shot->length - 1));
    CameraPath path = shot->camera;
    const std::size_t before = path.keys.size();
    const auto index = insertKey(path, at, half);
    if (path.keys.size() == before) {
        session.setCameraKey(int(index));
        Q_EMIT message(tr("Camera frame %1 is at the playhead already. Move the playhead first.")
                           .arg(cameraKeyName(int(index))));
        return;
    }
    if (changeCamera(m_desk, tr("Add camera frame %1").arg(cameraKeyName(int(index))), path)) {
        session.setTool(ToolKind::Camera);
        session.setCameraKey(int(index));
    }
}

void CameraCommands::duplicateKey()
{
    Session& session = m_desk.session();
    const auto shot = session.shot();
    const int key = session.cameraKey();
    if (!shot || key < 0 || key >= int(shot->camera.keys.size())) {
        Q_EMIT message(tr("Choose a camera frame first."));
        return;
    }
    CameraPath path = shot->camera;
    const CameraKey original = path.keys[std::size_t(key)];
    const double half = 0.5 / double(std::max<FrameIndex>(1, shot->length - 1));
    double at = shotFraction(double(session.shotFrame()), shot->length);
    const auto isTaken = [&](double time) {
        return std::any_of(path.keys.begin(), path.keys.end(),
                           [&](const CameraKey& one) { return std::abs(one.at - time) < half; });
    };
    if (isTaken(at)) { // between it and its neighbour, or the shot's end
        const double next = key + 1 < int(path.keys.size()) ? path.keys[std::size_t(key + 1)].at
                            : original.at < 1               ? 1.0
                                              : path.keys[std::size_t(std::max(0, key - 1))].at;
        at = original.at < 1 && key + 1 == int(path.keys.size()) ? 1.0 : (original.at + next) / 2;
        if (isTaken(at)) {
            Q_EMIT message(tr("There is no room for another camera frame."));
            return;
        }
    }
    const auto index = insertKey(path, at, half);
    setKeyPose(path, index, original.pose);
    path.arc.reset();
    if (changeCamera(m_desk, tr("Duplicate camera frame %1").arg(cameraKeyName(key)), path))
        select(int(index), false);
}

void CameraCommands::goToKey(int direction)
{
    const auto shot = m_desk.session().shot();
    if (!shot || shot->camera.keys.empty())
        return;
    const int count = int(shot->camera.keys.size());
    const int now = m_desk.session().cameraKey();
    const int next =
        now < 0 ? (direction > 0 ? 0 : count - 1) : std::clamp(now + direction, 0, count - 1);
    select(next, true);
}

void CameraCommands::moveKeyInTime(int frames)
{
    const auto shot = m_desk.session().shot();
    const int key = m_desk.session().cameraKey();
    if (!shot || key < 0 || key >= int(shot->camera.keys.size())) {
        Q_EMIT message(tr("Choose a camera frame first."));
        return;
    }
    CameraPath path = shot->camera;
    const double step = 1.0 / double(std::max<FrameIndex>(1, shot->length - 1));
    const auto i = std::size_t(key);
    const double at = std::clamp((std::round(path.keys[i].at / step) + frames) * step, 0.0, 1.0);
    const bool isFree = (i == 0 || at > path.keys[i - 1].at + step / 2)
                        && (i + 1 == path.keys.size() || at < path.keys[i + 1].at - step / 2);
    if (!isFree)
        return;
    moveKey(path, i, at);
    if (changeCamera(m_desk, tr("Move camera frame %1 in time").arg(cameraKeyName(key)),
                     keepingTheDrawing(path, shot->camera)))
        select(key, true);
}

} // namespace dollygrip::ui
