#include "ui/camera/cameradraft.h"

#include "core/project/editing.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

namespace dollygrip::ui {

bool CameraDraft::begin()
{
    const auto id = m_desk.session().shotId();
    m_before = id ? m_desk.document().film().shot(*id) : nullptr;
    m_shot.reset();
    return m_before != nullptr;
}

void CameraDraft::show(CameraPath camera)
{
    if (!m_before)
        return;
    auto draft = std::make_shared<Shot>(*m_before);
    draft->camera = keepingTheDrawing(std::move(camera), m_before->camera);
    show(draft);
}

void CameraDraft::show(const std::shared_ptr<const Shot>& shot)
{
    if (!m_before)
        return;
    m_shot = shot;
    m_desk.session().setDraft(m_shot);
}

bool CameraDraft::take(const QString& text)
{
    const auto shot = m_shot;
    const auto before = m_before;
    bool isDone = false;
    if (shot && before) {
        isDone = m_desk.edit(text, [&](Film& film) {
            return changeShot(film, shot->id, [&](Shot& changed) -> Result<void> {
                if (changed == *before) {
                    changed = *shot;
                } else { // somebody else was there meanwhile: only what this hand did
                    changed.camera = shot->camera;
                }
                return {};
            });
        });
    }
    drop();
    return isDone;
}

void CameraDraft::drop()
{
    const bool had = m_shot != nullptr;
    m_before.reset();
    m_shot.reset();
    if (had)
        m_desk.session().clearDraft();
}

CameraPath keepingTheDrawing(CameraPath camera, const CameraPath& before)
{
    if (!camera.origin && !(camera.startPose() == before.startPose()))
        camera.origin = before.startPose();
    return camera;
}

bool changeCamera(FilmDesk& desk, const QString& text, const CameraPath& camera,
                  const QString& mergeKey)
{
    const auto shot = desk.session().shotId();
    return shot
           && desk.edit(
               text, [&](Film& film) { return setCamera(film, *shot, camera); }, mergeKey);
}

} // namespace dollygrip::ui
