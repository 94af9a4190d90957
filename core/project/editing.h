#pragma once

#include "core/project/film.h"

#include <functional>

namespace dollygrip {

// Verbs on a film, composable inside one Document::edit(). Each refuses (and then has changed
// nothing) when a name is unknown or the film would break.

Result<void> insertScene(Film& film, qsizetype index, const Scene& scene);
Result<void> removeScene(Film& film, const SceneId& scene);
/// Replaces a scene by what `change` makes of a copy.
Result<void> changeScene(Film& film, const SceneId& scene,
                         const std::function<Result<void>(Scene&)>& change);

/// Puts a shot into a scene before position `index` (clamped).
///   |A|B|  ->  |A|new|B|      what follows moves later, sounds that start there too
Result<void> insertShot(Film& film, const SceneId& scene, qsizetype index, const Shot& shot);
///   |A|B|C|  ->  |A|C|        what follows moves earlier (ripple)
Result<void> removeShot(Film& film, const ShotId& shot);
/// Takes the shot out and puts it before position `index` of `scene` (index counted without it).
/// Sounds keep their place.
Result<void> moveShot(Film& film, const ShotId& shot, const SceneId& scene, qsizetype index);
/// Replaces a shot by what `change` makes of a copy.
Result<void> changeShot(Film& film, const ShotId& shot,
                        const std::function<Result<void>(Shot&)>& change);
/// A copy with ids of its own right after it. Returns the new shot's id.
Result<ShotId> duplicateShot(Film& film, const ShotId& shot);

/// New length; motion and camera keep their fractions and so stretch with the shot; what follows
/// ripples. Sounds: clips that start at or after the shot's old end move with what follows; clips
/// that start inside or before it keep their place and length.
///   |A  |B|  ->  |A     |B|
Result<void> trimShot(Film& film, const ShotId& shot, FrameIndex length);
/// Moves the cut between a shot and the next; their total stays. `by` > 0: the shot gets longer.
///   |A  |B    |  ->  |A    |B  |
Result<void> rollCut(Film& film, const ShotId& shot, FrameIndex by);
/// Cuts a shot in two at its frame `at` (0 < at < length). Each half keeps its part of every
/// motion, of the camera and of the panels, frame for frame. The second half's name gets the next
/// letter.
///   |A      |  ->  |A  |A'  |
Result<ShotId> splitShot(Film& film, const ShotId& shot, FrameIndex at);

Result<void> changePanel(Film& film, const ShotId& shot, const PanelId& panel,
                         const std::function<Result<void>(Panel&)>& change);
Result<void> changeLayer(Film& film, const ShotId& shot, const LayerId& layer,
                         const std::function<Result<void>(Layer&)>& change);
Result<void> addStroke(Film& film, const ShotId& shot, const LayerId& layer, Stroke stroke);
Result<void> changeRegion(Film& film, const ShotId& shot, const RegionId& region,
                          const std::function<Result<void>(ShotRegion&)>& change);
Result<void> setCamera(Film& film, const ShotId& shot, CameraPath camera);

/// Puts somebody at the end of the cast. Refused when the film has that name already.
Result<CastId> addCastMember(Film& film, const CastMember& member);
Result<void> changeCastMember(Film& film, const CastId& member,
                              const std::function<Result<void>(CastMember&)>& change);
/// Shots that list or name the member stay as they are.
Result<void> removeCastMember(Film& film, const CastId& member);

/// Clips that start at or after film frame `from` move by `by` frames (never before the film).
void rippleAudio(Film& film, FrameIndex from, FrameIndex by);
/// Adds the asset to the film if it is not there yet; returns its hash.
QString addAsset(Film& film, const std::shared_ptr<const Asset>& asset);
/// Puts a sound on the first track (made if there is none).
Result<ClipId> addAudioClip(Film& film, const AudioClip& clip);
Result<void> removeAudioClip(Film& film, const ClipId& clip);
Result<void> changeAudioClip(Film& film, const ClipId& clip,
                             const std::function<Result<void>(AudioClip&)>& change);

/// "1A", "1B" … the next free name for a shot in this scene (I and O are skipped).
QString nextShotName(const Film& film, const SceneId& scene);

/// Distance from the start pose to what the shot is about: the depth of the first layer with a
/// moving region, else of the nearest layer that is not pinned; default depth if there is none.
double subjectDistance(const Shot& shot);

} // namespace dollygrip
