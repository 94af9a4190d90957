#include "ui/actions.h"

#include "ui/inspector/cameramovename.h"
#include "ui/theme.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct Spec {
    const char* id; ///< a separator before it when it begins with '-'
    const char* menu;
    const char* text;
    const char* keys; ///< several with a blank between them; the first is shown
    const char* use;
    const char* icon;
    bool isCheckable = false;
};

#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

// clang-format off
const Spec kTable[] = {
    {"film.new", "film", TEXT("New film…"), "Ctrl+N", TEXT("Starts an empty film in a file of its own"), ""},
    {"film.open", "film", TEXT("Open film…"), "Ctrl+O", TEXT("Opens a film file"), ""},
    {"film.sample", "film", TEXT("Open the sample film"), "", TEXT("Opens a copy of the film that shows what can be done"), ""},
    {"-film.import", "film", TEXT("Import pictures and sounds…"), "Ctrl+I", TEXT("Pictures become shots, sounds go to the playhead"), "import"},
    {"film.export", "film", TEXT("Export movie…"), "Ctrl+E", TEXT("Writes the film or a part of it as a movie or pictures"), "export"},
    {"-film.versions", "film", TEXT("Versions by name…"), "Ctrl+Shift+S", TEXT("Keeps the film as it is now under a name, or goes back to one"), ""},
    {"-film.close", "film", TEXT("Close"), "Ctrl+Q", TEXT("Everything is saved already"), ""},

    {"edit.undo", "edit", TEXT("Undo"), "Ctrl+Z", TEXT("Takes back the last edit"), "undo"},
    {"edit.redo", "edit", TEXT("Redo"), "Ctrl+Shift+Z Ctrl+Y", TEXT("Makes the edit again that was taken back"), "redo"},
    {"-edit.duplicate", "edit", TEXT("Duplicate shot"), "Ctrl+D", TEXT("A copy of the shot right after it"), "duplicate"},
    {"edit.delete", "edit", TEXT("Delete"), "Del", TEXT("Takes away what is selected where you work"), "delete"},
    {"-edit.search", "edit", TEXT("Find a command…"), "Ctrl+K F1", TEXT("Type a few letters of any command"), ""},
    {"edit.preferences", "edit", TEXT("Preferences…"), "Ctrl+,", TEXT("Language, theme, pen, folders"), "settings"},

    {"shot.new", "shot", TEXT("New shot"), "N", TEXT("An empty shot after this one"), "new-shot"},
    {"shot.newPanel", "shot", TEXT("New panel"), "Shift+N", TEXT("Another drawing in this shot, from the playhead on"), "new-panel"},
    {"shot.newScene", "shot", TEXT("New scene"), "Ctrl+Shift+N", TEXT("A new heading with an empty shot"), "new-scene"},
    {"-shot.split", "shot", TEXT("Split at playhead"), "S", TEXT("Cuts the shot in two; both halves keep their part of every move"), "split"},
    {"shot.earlier", "shot", TEXT("Move earlier"), "Alt+Left", TEXT("One place towards the start of the film"), ""},
    {"shot.later", "shot", TEXT("Move later"), "Alt+Right", TEXT("One place towards the end of the film"), ""},
    {"-shot.deletePanel", "shot", TEXT("Delete panel"), "Shift+Del", TEXT("Takes this drawing out of the shot"), ""},
    {"shot.delete", "shot", TEXT("Delete shot"), "Ctrl+Del", TEXT("Takes the shot out; what follows moves up"), "delete"},

    {"take.shoot", "shot", TEXT("Shoot a take"), "Ctrl+Return", TEXT("Makes a take of this shot in the chosen quality"), "shoot"},
    {"take.cancelAll", "shot", TEXT("Stop shooting"), "Ctrl+.", TEXT("Stops the running take and clears what waits"), "cancel"},

    {"tool.select", "motion", TEXT("Select"), "V", TEXT("Picks and moves what is on the paper"), "select", true},
    {"tool.pen", "motion", TEXT("Pen"), "B", TEXT("Draws on the current layer"), "pen", true},
    {"tool.eraser", "motion", TEXT("Eraser"), "E", TEXT("Takes away from the current layer"), "eraser", true},
    {"-tool.region", "motion", TEXT("Motion brush"), "R", TEXT("Brushes the part of the drawing that moves"), "region", true},
    {"tool.lasso", "motion", TEXT("Motion lasso"), "Shift+R", TEXT("Draws an outline around the part that moves"), "lasso", true},
    {"tool.arrow", "motion", TEXT("Arrow"), "A", TEXT("Draws the way that a region travels"), "arrow", true},
    {"tool.camera", "motion", TEXT("Camera"), "C", TEXT("Sets camera frames A, B … and their path"), "camera", true},
    {"-brush.smaller", "motion", TEXT("Smaller brush"), "[", TEXT("Pen, eraser or motion brush: whatever is in hand"), ""},
    {"brush.larger", "motion", TEXT("Larger brush"), "]", TEXT("Pen, eraser or motion brush: whatever is in hand"), ""},
    {"-motion.deleteRegion", "motion", TEXT("Delete region"), "", TEXT("Takes the selected region and its arrows away"), ""},
    {"motion.clear", "motion", TEXT("Clear arrows"), "", TEXT("Takes the arrows of the region, or of the whole shot"), ""},
    {"motion.clearCamera", "motion", TEXT("Clear camera move"), "", TEXT("The camera stands still again"), ""},

    {"view.board", "view", TEXT("Board"), "Ctrl+1", TEXT("Arranges the window for drawing many panels"), "", true},
    {"view.stage", "view", TEXT("Stage"), "Ctrl+2", TEXT("Arranges the window for moving things and the camera"), "", true},
    {"view.cut", "view", TEXT("Cut"), "Ctrl+3", TEXT("Arranges the window around the timeline"), "", true},
    {"view.review", "view", TEXT("Review"), "Ctrl+4", TEXT("The picture alone, with its takes"), "", true},
    {"view.reset", "view", TEXT("Reset this workspace"), "Ctrl+0", TEXT("Puts the docks back to where they belong"), ""},
    {"-view.paper", "view", TEXT("Paper only"), "Tab", TEXT("Hides everything but the paper; again brings it back"), "", true},
    {"view.fullScreen", "view", TEXT("Full screen"), "F11", TEXT("Uses the whole screen"), "", true},
    {"-view.zoomIn", "view", TEXT("Zoom in"), "Ctrl++ Ctrl+=", TEXT("Closer to the paper"), "zoom-in"},
    {"view.zoomOut", "view", TEXT("Zoom out"), "Ctrl+-", TEXT("Away from the paper"), "zoom-out"},
    {"view.fit", "view", TEXT("Whole picture"), "F", TEXT("Fits the frame into the window"), "fit"},
    {"-view.thirds", "view", TEXT("Thirds"), "G", TEXT("Lines at the thirds of the frame"), "thirds", true},
    {"view.safe", "view", TEXT("Safe areas"), "Shift+G", TEXT("Action and title safe areas"), "safe", true},
    {"view.onion", "view", TEXT("Onion skin"), "Shift+O", TEXT("The panels before and after shine through"), "eye", true},
    {"view.pin", "view", TEXT("Keep arrows while playing"), "Shift+P", TEXT("Arrows, regions and camera stay in sight while it plays"), "pin", true},
    {"-view.grid", "view", TEXT("Boards as a grid"), "Ctrl+G", TEXT("Panels in rows instead of a strip"), "", true},
    {"view.timelineIn", "view", TEXT("Timeline: closer"), "+ =", TEXT("Zooms the timeline in"), ""},
    {"view.timelineOut", "view", TEXT("Timeline: wider"), "-", TEXT("Zooms the timeline out"), ""},
    {"view.timelineFit", "view", TEXT("Timeline: whole film"), "Shift+Z", TEXT("The whole film in sight"), ""},
    {"-view.dark", "view", TEXT("Dark window"), "", TEXT("For dark rooms"), "", true},
    {"view.light", "view", TEXT("Light window"), "", TEXT("For daylight"), "", true},

    {"play.toggle", "play", TEXT("Play"), "Space", TEXT("Plays from the playhead, or pauses"), "play"},
    {"play.shot", "play", TEXT("Play this shot over and over"), "Shift+Space", TEXT("Loops the current shot until you pause"), "loop"},
    {"-play.backward", "play", TEXT("Backwards, faster"), "J", TEXT("Again: 2, 4, 8 times as fast"), ""},
    {"play.pause", "play", TEXT("Pause"), "K", TEXT("Stops where it is"), "pause"},
    {"play.forward", "play", TEXT("Forwards, faster"), "L", TEXT("Again: 2, 4, 8 times as fast"), ""},
    {"-play.stepBack", "play", TEXT("Frame back"), "Left", TEXT("One frame back; with Shift ten"), "step-back"},
    {"play.stepForward", "play", TEXT("Frame forward"), "Right", TEXT("One frame on; with Shift ten"), "step-forward"},
    {"play.tenBack", "play", TEXT("Ten frames back"), "Shift+Left", TEXT("Ten frames back"), ""},
    {"play.tenForward", "play", TEXT("Ten frames forward"), "Shift+Right", TEXT("Ten frames on"), ""},
    {"play.previousCut", "play", TEXT("Previous cut"), "Up", TEXT("To the start of this shot, then of the one before"), ""},
    {"play.nextCut", "play", TEXT("Next cut"), "Down", TEXT("To the start of the next shot"), ""},
    {"play.first", "play", TEXT("First frame"), "Home", TEXT("To the start of the film, or to in"), "first"},
    {"play.last", "play", TEXT("Last frame"), "End", TEXT("To the end of the film, or to out"), "last"},
    {"-play.in", "play", TEXT("Mark in"), "I", TEXT("Playing and export begin here"), "marker"},
    {"play.out", "play", TEXT("Mark out"), "O", TEXT("Playing and export end here"), "marker"},
    {"play.clearRange", "play", TEXT("Clear in and out"), "X", TEXT("The whole film plays again"), ""},
    {"-play.loop", "play", TEXT("Loop"), "Shift+L", TEXT("Goes round instead of stopping at the end"), "loop", true},
    {"play.mute", "play", TEXT("Mute"), "M", TEXT("No sound"), "mute", true},

    {"help.keys", "help", TEXT("All commands and keys"), "", TEXT("Opens the command search with everything in it"), ""},
    {"help.about", "help", TEXT("About Dollygrip"), "", TEXT("Version, licences, and what it runs on"), ""},
};

const char* const kMenus[][2] = {
    {"film", TEXT("Film")},   {"edit", TEXT("Edit")}, {"shot", TEXT("Shot")},
    {"motion", TEXT("Motion")}, {"view", TEXT("View")}, {"play", TEXT("Play")},
    {"help", TEXT("Help")},
};
// clang-format on
#undef TEXT

const char* iconOf(CameraMove move)
{
    switch (move) {
    case CameraMove::PanRight:
    case CameraMove::PanLeft:
    case CameraMove::WhipPanRight:
    case CameraMove::WhipPanLeft: return "pan";
    case CameraMove::TiltUp:
    case CameraMove::TiltDown: return "tilt";
    case CameraMove::RollClockwise:
    case CameraMove::RollCounterclockwise: return "roll";
    case CameraMove::TruckRight:
    case CameraMove::TruckLeft: return "truck";
    case CameraMove::PedestalUp:
    case CameraMove::PedestalDown: return "pedestal";
    case CameraMove::DollyIn:
    case CameraMove::DollyOut:
    case CameraMove::PushIn:
    case CameraMove::PullOut: return "dolly";
    case CameraMove::ZoomIn:
    case CameraMove::ZoomOut:
    case CameraMove::DollyZoomIn:
    case CameraMove::DollyZoomOut: return "zoom";
    case CameraMove::CraneUp:
    case CameraMove::CraneDown: return "crane";
    case CameraMove::OrbitRight:
    case CameraMove::OrbitLeft: return "orbit";
    case CameraMove::Handheld: return "handheld";
    case CameraMove::Static: return "camera";
    }
    return "";
}

QString cameraId(CameraMove move)
{
    return u"camera."_s + QString::fromStdString(toText(move));
}

} // namespace

Actions::Actions(QObject* parent) : QObject(parent)
{
    for (const Spec& spec : kTable) {
        QString id = QString::fromLatin1(spec.id);
        const QString menu = QString::fromLatin1(spec.menu);
        if (id.startsWith(u'-')) {
            id.remove(0, 1);
            m_menus[menu].append(nullptr);
        }
        QAction* action = add(id, menu, QCoreApplication::translate("Actions", spec.text));
        QList<QKeySequence> keys;
        for (const QString& key : QString::fromLatin1(spec.keys).split(u' ', Qt::SkipEmptyParts))
            keys.append(QKeySequence::fromString(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
        action->setStatusTip(QCoreApplication::translate("Actions", spec.use));
        action->setCheckable(spec.isCheckable);
        if (*spec.icon)
            action->setIcon(themedIcon(QString::fromLatin1(spec.icon)));
        action->setToolTip(actionTip(*action));
    }
    addCameraMoves();
}

QAction* Actions::add(const QString& id, const QString& menu, const QString& text)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setIconVisibleInMenu(true);
    m_all.append(action);
    m_byId.insert(id, action);
    m_menus[menu].append(action);
    return action;
}

void Actions::addCameraMoves()
{
    for (const CameraMove move : allCameraMoves()) {
        QAction* action = add(cameraId(move), u"camera"_s, cameraMoveName(move));
        action->setIcon(themedIcon(QString::fromLatin1(iconOf(move))));
        action->setStatusTip(tr("Gives this shot the camera move “%1”").arg(action->text()));
        action->setToolTip(actionTip(*action));
    }
}

QAction* Actions::at(const QString& id) const
{
    QAction* action = m_byId.value(id);
    Q_ASSERT_X(action, "Actions::at", qUtf8Printable(id));
    return action;
}

QAction* Actions::cameraMove(CameraMove move) const
{
    return at(cameraId(move));
}

QStringList Actions::menuNames()
{
    QStringList names;
    for (const auto& menu : kMenus)
        names.append(QString::fromLatin1(menu[0]));
    return names;
}

QString Actions::menuTitle(const QString& name)
{
    for (const auto& menu : kMenus) {
        if (name == QLatin1StringView(menu[0]))
            return QCoreApplication::translate("Actions", menu[1]);
    }
    return name == "camera"_L1 ? QCoreApplication::translate("Actions", "Camera move") : name;
}

QString actionTip(const QAction& action)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    QString tip =
        u"<p style='white-space:pre'><b>%1</b>"_s.arg(action.text().remove(u'…').toHtmlEscaped());
    if (!key.isEmpty())
        tip += u"  &nbsp;%1"_s.arg(key.toHtmlEscaped());
    if (!action.statusTip().isEmpty())
        tip += u"<br>%1"_s.arg(action.statusTip().toHtmlEscaped());
    return tip + u"</p>"_s;
}

} // namespace dollygrip::ui
