#pragma once

#include "core/project/shot.h"

#include <QString>

#include <memory>

namespace dollygrip::ui {

class FilmDesk;

/// A change of the current shot's camera that is still under the hand: shown and played as the
/// session's draft, one undo step when it is taken. Main thread.
class CameraDraft {
public:
    explicit CameraDraft(FilmDesk& desk) : m_desk(desk) {}

    /// Begins with the shot on record. False without a shot.
    bool begin();
    bool isActive() const { return m_before != nullptr; }
    bool hasChanged() const { return m_shot != nullptr; }
    /// As it was when it began.
    const Shot& before() const { return *m_before; }
    /// The shot's camera is this one for now. What is drawn stays where it was drawn when the
    /// first frame moves away from it.
    void show(CameraPath camera);
    /// The whole shot is this one for now (planes moved in depth).
    void show(const std::shared_ptr<const Shot>& shot);
    /// Makes it one undo step; false when nothing had changed or it was refused.
    bool take(const QString& text);
    void drop();

private:
    FilmDesk& m_desk;
    std::shared_ptr<const Shot> m_before;
    std::shared_ptr<const Shot> m_shot;
};

/// `camera` with its origin said, if its first pose is another than that of `before`.
CameraPath keepingTheDrawing(CameraPath camera, const CameraPath& before);
/// The camera of a shot changed in one undo step; edits with the same key in a row are one step.
bool changeCamera(FilmDesk& desk, const QString& text, const CameraPath& camera,
                  const QString& mergeKey = {});

} // namespace dollygrip::ui
