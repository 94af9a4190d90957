#include "ui/windowcommands.h"

#include "core/playback/transport.h"
#include "core/project/cut.h"
#include "ui/actions.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/layercommands.h"
#include "ui/motion/motionclipboard.h"
#include "ui/player/audiooutput.h"
#include "ui/session.h"
#include "ui/storyboard/boardselection.h"

#include <QUndoStack>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

WindowCommands::WindowCommands(FilmDesk& desk, FilmCommands& commands, Actions& actions,
                               QObject* parent)
    : QObject(parent), m_desk(desk), m_commands(commands), m_actions(actions)
{
    connectEdit();
    connectShot();
    connectPlay();
    connectMotion();
    connectLayers(m_desk, m_actions, this);
    connect(&desk.document(), &Document::changed, this, &WindowCommands::showStates);
    connect(&desk.session(), &Session::shotChanged, this, &WindowCommands::showStates);
    connect(&desk.session(), &Session::regionChanged, this, &WindowCommands::showStates);
    connect(&desk.runner(), &TakeRunner::jobsChanged, this, &WindowCommands::showStates);
    connect(&desk.transport(), &Transport::rangeChanged, this, &WindowCommands::showStates);
    showStates();
}

void WindowCommands::on(const QString& id, std::function<void()> act)
{
    connect(m_actions.at(id), &QAction::triggered, this, [act = std::move(act)] { act(); });
}

void WindowCommands::connectEdit()
{
    QUndoStack& stack = m_desk.document().undoStack();
    QAction* undo = m_actions.at(u"edit.undo"_s);
    QAction* redo = m_actions.at(u"edit.redo"_s);
    on(u"edit.undo"_s, [&stack] { stack.undo(); });
    on(u"edit.redo"_s, [&stack] { stack.redo(); });
    const auto showUndo = [this, &stack, undo, redo] {
        undo->setEnabled(stack.canUndo());
        redo->setEnabled(stack.canRedo());
        undo->setText(stack.canUndo() ? tr("Undo “%1”").arg(stack.undoText()) : tr("Undo"));
        redo->setText(stack.canRedo() ? tr("Redo “%1”").arg(stack.redoText()) : tr("Redo"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, showUndo);
    showUndo();
}

void WindowCommands::connectShot()
{
    on(u"shot.new"_s, [this] { m_commands.newShot(); });
    on(u"shot.newPanel"_s, [this] { m_commands.newPanel(); });
    on(u"shot.newScene"_s, [this] { m_commands.newScene(); });
    on(u"shot.split"_s, [this] { m_commands.splitShot(); });
    on(u"shot.earlier"_s, [this] { m_commands.moveShot(-1); });
    on(u"shot.later"_s, [this] { m_commands.moveShot(1); });
    on(u"shot.delete"_s, [this] { m_commands.deleteShot(); });
    on(u"shot.deletePanel"_s, [this] { m_commands.deletePanel(); });
    on(u"take.cancelAll"_s, [this] { m_desk.runner().cancelAll(); });
}

void WindowCommands::connectMotion()
{
    for (const CameraMove move : allCameraMoves()) {
        connect(m_actions.cameraMove(move), &QAction::triggered, this,
                [this, move] { m_commands.setCameraMove(move); });
    }
    on(u"motion.deleteRegion"_s, [this] { m_commands.deleteRegion(); });
    on(u"motion.copy"_s, [this] { copyMotion(m_desk.session()); });
    on(u"motion.paste"_s, [this] {
        pasteMotion(m_desk.session(), m_desk.boards().shots(), false,
                    [this](const QString& text, const std::function<Result<void>(Film&)>& change) {
                        return m_desk.edit(text, change);
                    });
    });
    on(u"motion.clear"_s, [this] { m_commands.clearMotion(); });
    on(u"motion.clearCamera"_s, [this] { m_commands.clearCamera(); });
}

void WindowCommands::connectPlay()
{
    Transport& transport = m_desk.transport();
    Session& session = m_desk.session();
    on(u"play.toggle"_s, [&transport] { transport.togglePlaying(); });
    on(u"play.shot"_s, [this] { m_desk.playShot(); });
    on(u"play.backward"_s, [&transport] { transport.backward(); });
    on(u"play.forward"_s, [&transport] { transport.forward(); });
    on(u"play.pause"_s, [&transport] { transport.pause(); });
    on(u"play.stepBack"_s, [&transport] { transport.step(-1); });
    on(u"play.stepForward"_s, [&transport] { transport.step(1); });
    on(u"play.tenBack"_s, [&transport] { transport.step(-10); });
    on(u"play.tenForward"_s, [&transport] { transport.step(10); });
    on(u"play.previousCut"_s, [this] { goToCut(-1); });
    on(u"play.nextCut"_s, [this] { goToCut(1); });
    on(u"play.first"_s, [&] {
        const FrameRange range = transport.range();
        session.setPlayhead(transport.position() == range.first ? 0 : range.first);
    });
    on(u"play.last"_s, [&] {
        const FrameIndex last = transport.range().end - 1;
        session.setPlayhead(transport.position() == last ? transport.length() - 1 : last);
    });
    on(u"play.in"_s, [&transport] { transport.setIn(transport.position()); });
    on(u"play.out"_s, [&transport] { transport.setOut(transport.position() + 1); });
    on(u"play.clearRange"_s, [&transport] { transport.setRange({}); });
    connect(m_actions.at(u"play.loop"_s), &QAction::triggered, &transport, &Transport::setLooping);
    connect(m_actions.at(u"play.mute"_s), &QAction::triggered, &m_desk.audio(),
            &AudioOutput::setMuted);
}

void WindowCommands::goToCut(int direction)
{
    const Cut cut(m_desk.document().film());
    const FrameIndex playhead = m_desk.session().playhead();
    const CutEntry* here = cut.at(playhead);
    if (!here)
        return;
    if (direction > 0) {
        m_desk.session().setPlayhead(here->range.end < cut.length() ? here->range.end
                                                                    : cut.length() - 1);
        return;
    }
    if (playhead > here->range.first) {
        m_desk.session().setPlayhead(here->range.first);
        return;
    }
    if (const CutEntry* before = cut.at(here->range.first - 1))
        m_desk.session().setPlayhead(before->range.first);
}

void WindowCommands::showStates()
{
    const auto shot = m_commands.currentShot();
    const bool hasShot = shot != nullptr;
    for (const QString& id :
         {u"edit.duplicate"_s, u"shot.split"_s, u"shot.earlier"_s, u"shot.later"_s,
          u"shot.delete"_s, u"shot.deletePanel"_s, u"take.shoot"_s, u"play.toggle"_s,
          u"play.shot"_s, u"play.in"_s, u"play.out"_s})
        m_actions.at(id)->setEnabled(hasShot);
    for (const CameraMove move : allCameraMoves())
        m_actions.cameraMove(move)->setEnabled(hasShot);
    m_actions.at(u"motion.deleteRegion"_s)->setEnabled(m_desk.session().regionId().has_value());
    m_actions.at(u"motion.clear"_s)->setEnabled(hasShot && !shot->regions.isEmpty());
    m_actions.at(u"motion.clearCamera"_s)->setEnabled(hasShot && !shot->camera.isStatic());
    m_actions.at(u"take.cancelAll"_s)->setEnabled(!m_desk.runner().jobs().isEmpty());
    m_actions.at(u"play.clearRange"_s)->setEnabled(m_desk.transport().hasRange());
}

} // namespace dollygrip::ui
