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

// clang-format off
const Spec kTable[] = {
    {"film.new", "film", QT_TRANSLATE_NOOP("Actions", "New film…"), "Ctrl+N", QT_TRANSLATE_NOOP("Actions", "Starts an empty film in a file of its own"), ""},
    {"film.open", "film", QT_TRANSLATE_NOOP("Actions", "Open film…"), "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Opens a film file"), ""},
    {"film.sample", "film", QT_TRANSLATE_NOOP("Actions", "Open the sample film"), "", QT_TRANSLATE_NOOP("Actions", "Opens a copy of the film that shows what can be done"), ""},
    {"-film.import", "film", QT_TRANSLATE_NOOP("Actions", "Import pictures and sounds…"), "Ctrl+I", QT_TRANSLATE_NOOP("Actions", "Pictures become shots, sounds go to the playhead"), "import"},
    {"film.export", "film", QT_TRANSLATE_NOOP("Actions", "Export movie…"), "Ctrl+E", QT_TRANSLATE_NOOP("Actions", "Writes the film or a part of it as a movie or pictures"), "export"},
    {"-film.pictureSize", "film", QT_TRANSLATE_NOOP("Actions", "Picture size…"), "", QT_TRANSLATE_NOOP("Actions", "Another shape of frame for the whole film: crop, fit or extend"), "fit"},
    {"-film.versions", "film", QT_TRANSLATE_NOOP("Actions", "Versions by name…"), "Ctrl+Shift+S", QT_TRANSLATE_NOOP("Actions", "Keeps the film as it is now under a name, or goes back to one"), ""},
    {"-film.close", "film", QT_TRANSLATE_NOOP("Actions", "Close"), "Ctrl+Q", QT_TRANSLATE_NOOP("Actions", "Everything is saved already"), ""},

    {"edit.undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", QT_TRANSLATE_NOOP("Actions", "Takes back the last edit"), "undo"},
    {"edit.redo", "edit", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z Ctrl+Y", QT_TRANSLATE_NOOP("Actions", "Makes the edit again that was taken back"), "redo"},
    {"-edit.duplicate", "edit", QT_TRANSLATE_NOOP("Actions", "Duplicate shot"), "Ctrl+D", QT_TRANSLATE_NOOP("Actions", "A copy of the shot right after it"), "duplicate"},
    {"-edit.cut", "edit", QT_TRANSLATE_NOOP("Actions", "Cut boards"), "Ctrl+X", QT_TRANSLATE_NOOP("Actions", "Takes the selected boards out and onto the clipboard"), "cut"},
    {"edit.copy", "edit", QT_TRANSLATE_NOOP("Actions", "Copy boards"), "Ctrl+C", QT_TRANSLATE_NOOP("Actions", "The selected boards onto the clipboard, also for another film"), "copy"},
    {"edit.paste", "edit", QT_TRANSLATE_NOOP("Actions", "Paste boards"), "Ctrl+V", QT_TRANSLATE_NOOP("Actions", "Boards from the clipboard after this one"), "paste"},
    {"edit.selectAll", "edit", QT_TRANSLATE_NOOP("Actions", "Select all boards"), "Ctrl+A", QT_TRANSLATE_NOOP("Actions", "Every board of the film"), ""},
    {"edit.delete", "edit", QT_TRANSLATE_NOOP("Actions", "Delete"), "Del", QT_TRANSLATE_NOOP("Actions", "Takes away what is selected where you work"), "delete"},
    {"-edit.search", "edit", QT_TRANSLATE_NOOP("Actions", "Find a command…"), "Ctrl+K", QT_TRANSLATE_NOOP("Actions", "Type a few letters of any command"), ""},
    {"edit.preferences", "edit", QT_TRANSLATE_NOOP("Actions", "Preferences…"), "Ctrl+,", QT_TRANSLATE_NOOP("Actions", "Language, theme, pen, folders"), "settings"},

    {"shot.new", "shot", QT_TRANSLATE_NOOP("Actions", "New shot"), "N", QT_TRANSLATE_NOOP("Actions", "An empty shot after this one"), "new-shot"},
    {"shot.newPanel", "shot", QT_TRANSLATE_NOOP("Actions", "New panel"), "Shift+N", QT_TRANSLATE_NOOP("Actions", "Another drawing in this shot, from the playhead on"), "new-panel"},
    {"shot.duplicatePanel", "shot", QT_TRANSLATE_NOOP("Actions", "Duplicate panel"), "Shift+D D", QT_TRANSLATE_NOOP("Actions", "The same drawing once more, to go on from"), "duplicate-panel"},
    {"shot.newScene", "shot", QT_TRANSLATE_NOOP("Actions", "New scene"), "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Actions", "A new heading with an empty shot"), "new-scene"},
    {"-shot.split", "shot", QT_TRANSLATE_NOOP("Actions", "Split at playhead"), "S", QT_TRANSLATE_NOOP("Actions", "Cuts the shot in two; both halves keep their part of every move"), "split"},
    {"shot.earlier", "shot", QT_TRANSLATE_NOOP("Actions", "Move earlier"), "Alt+Left", QT_TRANSLATE_NOOP("Actions", "One place towards the start of the film"), ""},
    {"shot.later", "shot", QT_TRANSLATE_NOOP("Actions", "Move later"), "Alt+Right", QT_TRANSLATE_NOOP("Actions", "One place towards the end of the film"), ""},
    {"-shot.previousPanel", "shot", QT_TRANSLATE_NOOP("Actions", "Previous board"), "PgUp", QT_TRANSLATE_NOOP("Actions", "To the panel before this one"), ""},
    {"shot.nextPanel", "shot", QT_TRANSLATE_NOOP("Actions", "Next board"), "PgDown", QT_TRANSLATE_NOOP("Actions", "To the panel after this one"), ""},
    {"shot.rename", "shot", QT_TRANSLATE_NOOP("Actions", "Write under the board"), "F2", QT_TRANSLATE_NOOP("Actions", "Action, dialogue or name, in place; Tab goes to the next board"), ""},
    {"shot.continueMoves", "shot", QT_TRANSLATE_NOOP("Actions", "Continue the moves"), "Shift+M", QT_TRANSLATE_NOOP("Actions", "What moved on the panel before goes on from where it stood"), "continue"},
    {"shot.shareBackground", "shot", QT_TRANSLATE_NOOP("Actions", "Share background"), "", QT_TRANSLATE_NOOP("Actions", "The sheet farthest back lies behind all selected boards"), "shared"},
    {"-shot.lockNumbers", "shot", QT_TRANSLATE_NOOP("Actions", "Lock number"), "Alt+L", QT_TRANSLATE_NOOP("Actions", "Renumbering leaves the names of the selected shots as they are"), "lock", true},
    {"shot.lockAllNumbers", "shot", QT_TRANSLATE_NOOP("Actions", "Lock all numbers"), "", QT_TRANSLATE_NOOP("Actions", "From now on new shots are named in between: 12AA"), "", true},
    {"shot.renumber", "shot", QT_TRANSLATE_NOOP("Actions", "Shot numbers…"), "", QT_TRANSLATE_NOOP("Actions", "The rule by which shots are named"), "numbers"},
    {"-shot.deletePanel", "shot", QT_TRANSLATE_NOOP("Actions", "Delete panel"), "Shift+Del", QT_TRANSLATE_NOOP("Actions", "Takes this drawing out of the shot"), ""},
    {"shot.delete", "shot", QT_TRANSLATE_NOOP("Actions", "Delete shot"), "Ctrl+Del", QT_TRANSLATE_NOOP("Actions", "Takes the shot out; what follows moves up"), "delete"},

    {"take.shoot", "shot", QT_TRANSLATE_NOOP("Actions", "Shoot a take"), "Ctrl+Return", QT_TRANSLATE_NOOP("Actions", "Makes a take of this shot in the chosen quality"), "shoot"},
    {"take.cancelAll", "shot", QT_TRANSLATE_NOOP("Actions", "Stop shooting"), "Ctrl+.", QT_TRANSLATE_NOOP("Actions", "Stops the running take and clears what waits"), "cancel"},
    {"take.stopHere", "shot", QT_TRANSLATE_NOOP("Actions", "Stop here and keep it"), "Ctrl+Shift+.", QT_TRANSLATE_NOOP("Actions", "Ends the running take after its step and keeps what there is"), "stop"},
    {"take.compare", "shot", QT_TRANSLATE_NOOP("Actions", "Compare takes"), "Ctrl+Shift+T", QT_TRANSLATE_NOOP("Actions", "Two takes beside each other, or wiped one over the other"), "compare"},
    {"take.conditioning", "shot", QT_TRANSLATE_NOOP("Actions", "What the network gets"), "Ctrl+Shift+I", QT_TRANSLATE_NOOP("Actions", "Control video, mask, references, tracks and camera, frame by frame beside the take"), "conditioning"},
    {"-take.cast", "shot", QT_TRANSLATE_NOOP("Actions", "Cast…"), "Ctrl+Shift+C", QT_TRANSLATE_NOOP("Actions", "Who is to look the same in every shot: pictures, words and seed"), "cast"},
    {"take.models", "shot", QT_TRANSLATE_NOOP("Actions", "Video models…"), "Ctrl+M", QT_TRANSLATE_NOOP("Actions", "What lies in the folder of models, what is missing, which one shoots"), ""},

    {"tool.select", "motion", QT_TRANSLATE_NOOP("Actions", "Select"), "V", QT_TRANSLATE_NOOP("Actions", "Picks and moves what is on the paper"), "select", true},
    {"tool.pick", "motion", QT_TRANSLATE_NOOP("Actions", "Pick drawing"), "Q", QT_TRANSLATE_NOOP("Actions", "Picks strokes by click or lasso and moves, turns, resizes them"), "pick", true},
    {"tool.cutOut", "motion", QT_TRANSLATE_NOOP("Actions", "Cut out drawing"), "Shift+Q", QT_TRANSLATE_NOOP("Actions", "Cuts along a lasso and moves the part away"), "lasso-cut", true},
    {"tool.guides", "motion", QT_TRANSLATE_NOOP("Actions", "Guides"), ";", QT_TRANSLATE_NOOP("Actions", "Drags vanishing points, the eyeline and reference pictures"), "guides", true},
    {"-tool.region", "motion", QT_TRANSLATE_NOOP("Actions", "Motion brush"), "R", QT_TRANSLATE_NOOP("Actions", "Brushes the part of the drawing that moves"), "region", true},
    {"tool.lasso", "motion", QT_TRANSLATE_NOOP("Actions", "Motion lasso"), "Shift+R", QT_TRANSLATE_NOOP("Actions", "Draws an outline around the part that moves"), "lasso", true},
    {"tool.outline", "motion", QT_TRANSLATE_NOOP("Actions", "Find outline"), "W", QT_TRANSLATE_NOOP("Actions", "Click a thing or drag a box around it: its outline is found"), "outline", true},
    {"tool.arrow", "motion", QT_TRANSLATE_NOOP("Actions", "Arrow"), "A", QT_TRANSLATE_NOOP("Actions", "Draws the way that a region travels"), "arrow", true},
    {"tool.camera", "motion", QT_TRANSLATE_NOOP("Actions", "Camera"), "C", QT_TRANSLATE_NOOP("Actions", "Sets camera frames A, B … and their path"), "camera", true},
    {"-camera.addKey", "motion", QT_TRANSLATE_NOOP("Actions", "New camera frame"), "Shift+C", QT_TRANSLATE_NOOP("Actions", "At the playhead, with the camera as it is there"), "camera-add"},
    {"camera.duplicateKey", "motion", QT_TRANSLATE_NOOP("Actions", "Duplicate camera frame"), "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Actions", "The chosen camera frame again at the playhead"), "duplicate"},
    {"camera.previousKey", "motion", QT_TRANSLATE_NOOP("Actions", "Previous camera frame"), "Alt+Up", QT_TRANSLATE_NOOP("Actions", "Chooses it and puts the playhead there"), ""},
    {"camera.nextKey", "motion", QT_TRANSLATE_NOOP("Actions", "Next camera frame"), "Alt+Down", QT_TRANSLATE_NOOP("Actions", "Chooses it and puts the playhead there"), ""},
    {"camera.keyEarlier", "motion", QT_TRANSLATE_NOOP("Actions", "Camera frame earlier"), ",", QT_TRANSLATE_NOOP("Actions", "The chosen camera frame one frame earlier"), ""},
    {"camera.keyLater", "motion", QT_TRANSLATE_NOOP("Actions", "Camera frame later"), ".", QT_TRANSLATE_NOOP("Actions", "The chosen camera frame one frame later"), ""},
    {"-motion.deleteRegion", "motion", QT_TRANSLATE_NOOP("Actions", "Delete region"), "", QT_TRANSLATE_NOOP("Actions", "Takes the selected region and its arrows away"), ""},
    {"motion.copy", "motion", QT_TRANSLATE_NOOP("Actions", "Copy motion"), "Ctrl+Alt+C", QT_TRANSLATE_NOOP("Actions", "The selected region with its arrows, or all of the shot"), ""},
    {"motion.paste", "motion", QT_TRANSLATE_NOOP("Actions", "Paste motion"), "Ctrl+Alt+V", QT_TRANSLATE_NOOP("Actions", "Arrows for the selected region or one of the same name, else the region too"), ""},
    {"motion.clear", "motion", QT_TRANSLATE_NOOP("Actions", "Clear arrows"), "", QT_TRANSLATE_NOOP("Actions", "Takes the arrows of the region, or of the whole shot"), ""},
    {"motion.clearCamera", "motion", QT_TRANSLATE_NOOP("Actions", "Clear camera move"), "", QT_TRANSLATE_NOOP("Actions", "The camera stands still again"), ""},

    {"tool.pen", "draw", QT_TRANSLATE_NOOP("Actions", "Pen"), "B", QT_TRANSLATE_NOOP("Actions", "Draws on the current layer"), "pen", true},
    {"tool.eraser", "draw", QT_TRANSLATE_NOOP("Actions", "Eraser"), "E", QT_TRANSLATE_NOOP("Actions", "Takes away from the current layer"), "eraser", true},
    {"-tool.shape", "draw", QT_TRANSLATE_NOOP("Actions", "Shapes"), "U", QT_TRANSLATE_NOOP("Actions", "The shape that was drawn last"), "shape-line"},
    {"tool.nextShape", "draw", QT_TRANSLATE_NOOP("Actions", "Next shape"), "Shift+U", QT_TRANSLATE_NOOP("Actions", "Line, rectangle, ellipse, polygon, curve"), ""},
    {"tool.line", "draw", QT_TRANSLATE_NOOP("Actions", "Line"), "", QT_TRANSLATE_NOOP("Actions", "Drags a straight line with the brush in hand"), "shape-line", true},
    {"tool.rectangle", "draw", QT_TRANSLATE_NOOP("Actions", "Rectangle"), "", QT_TRANSLATE_NOOP("Actions", "Drags a rectangle; Shift makes it square"), "shape-rectangle", true},
    {"tool.ellipse", "draw", QT_TRANSLATE_NOOP("Actions", "Ellipse"), "", QT_TRANSLATE_NOOP("Actions", "Drags an ellipse; Shift makes it a circle"), "shape-ellipse", true},
    {"tool.polygon", "draw", QT_TRANSLATE_NOOP("Actions", "Polygon"), "", QT_TRANSLATE_NOOP("Actions", "Clicks corner by corner, Return ends it"), "shape-polygon", true},
    {"tool.curve", "draw", QT_TRANSLATE_NOOP("Actions", "Curve"), "", QT_TRANSLATE_NOOP("Actions", "Clicks the points of a smooth line, Return ends it"), "shape-curve", true},
    {"brush.filled", "draw", QT_TRANSLATE_NOOP("Actions", "Fill shapes"), "", QT_TRANSLATE_NOOP("Actions", "Shapes are filled instead of drawn"), "", true},
    {"-tool.fill", "draw", QT_TRANSLATE_NOOP("Actions", "Fill area"), "Shift+B", QT_TRANSLATE_NOOP("Actions", "Pours colour into what lines enclose"), "fill-area", true},
    {"tool.text", "draw", QT_TRANSLATE_NOOP("Actions", "Text"), "T", QT_TRANSLATE_NOOP("Actions", "Types letters onto the paper"), "text", true},
    {"tool.eyedropper", "draw", QT_TRANSLATE_NOOP("Actions", "Eyedropper"), "P", QT_TRANSLATE_NOOP("Actions", "Takes the colour under the tip"), "eyedropper", true},
    {"-brush.smaller", "draw", QT_TRANSLATE_NOOP("Actions", "Smaller brush"), "[", QT_TRANSLATE_NOOP("Actions", "Pen, eraser or motion brush: whatever is in hand"), ""},
    {"brush.larger", "draw", QT_TRANSLATE_NOOP("Actions", "Larger brush"), "]", QT_TRANSLATE_NOOP("Actions", "Pen, eraser or motion brush: whatever is in hand"), ""},
    {"brush.softEraser", "draw", QT_TRANSLATE_NOOP("Actions", "Soft or hard eraser"), "Shift+E", QT_TRANSLATE_NOOP("Actions", "Changes the eraser’s edge and takes it in hand"), ""},
    {"brush.swap", "draw", QT_TRANSLATE_NOOP("Actions", "Swap colours"), "Shift+X", QT_TRANSLATE_NOOP("Actions", "The colour in hand and the other one"), ""},
    {"brush.feel", "draw", QT_TRANSLATE_NOOP("Actions", "Pen feel…"), "", QT_TRANSLATE_NOOP("Actions", "Pressure and tilt as curves, with paper to try them"), ""},
    {"-brush.preset1", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: pencil"), "1", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset2", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: 6B pencil"), "2", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset3", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: charcoal"), "3", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset4", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: fine pen"), "4", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset5", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: ink"), "5", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset6", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: brush pen"), "6", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset7", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: marker"), "7", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset8", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: broad marker"), "8", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset9", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: paint"), "9", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset10", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: wash"), "", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset11", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: detail"), "", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},
    {"brush.preset12", "draw", QT_TRANSLATE_NOOP("Actions", "Brush: filled shape"), "", QT_TRANSLATE_NOOP("Actions", "Takes this brush in hand"), ""},

    {"layer.new", "layer", QT_TRANSLATE_NOOP("Actions", "New layer"), "Ctrl+Shift+L", QT_TRANSLATE_NOOP("Actions", "A sheet over the current one"), "new-layer"},
    {"layer.duplicate", "layer", QT_TRANSLATE_NOOP("Actions", "Duplicate layer"), "Ctrl+J", QT_TRANSLATE_NOOP("Actions", "A copy over each chosen layer"), "duplicate"},
    {"layer.delete", "layer", QT_TRANSLATE_NOOP("Actions", "Delete layer"), "", QT_TRANSLATE_NOOP("Actions", "Takes the chosen layers out of the panel"), "delete"},
    {"-layer.transform", "layer", QT_TRANSLATE_NOOP("Actions", "Transform layer"), "Ctrl+T", QT_TRANSLATE_NOOP("Actions", "Picks everything on the chosen layers to move, turn and resize it"), "transform"},
    {"layer.flip", "layer", QT_TRANSLATE_NOOP("Actions", "Mirror left and right"), "H", QT_TRANSLATE_NOOP("Actions", "Mirrors what is picked, or the whole layer"), "flip-sideways"},
    {"layer.flipUpright", "layer", QT_TRANSLATE_NOOP("Actions", "Mirror top and bottom"), "Ctrl+Alt+H", QT_TRANSLATE_NOOP("Actions", "Turns what is picked, or the whole layer, upside down"), "flip-upright"},
    {"-layer.nearer", "layer", QT_TRANSLATE_NOOP("Actions", "Bring layer nearer"), "Ctrl+PgUp", QT_TRANSLATE_NOOP("Actions", "One place towards the camera"), ""},
    {"layer.farther", "layer", QT_TRANSLATE_NOOP("Actions", "Send layer farther"), "Ctrl+PgDown", QT_TRANSLATE_NOOP("Actions", "One place away from the camera"), ""},
    {"layer.group", "layer", QT_TRANSLATE_NOOP("Actions", "Group layers"), "Ctrl+Alt+G", QT_TRANSLATE_NOOP("Actions", "Folds, hides, locks and fades the chosen layers together"), "group"},
    {"layer.ungroup", "layer", QT_TRANSLATE_NOOP("Actions", "Ungroup layers"), "Ctrl+Alt+Shift+G", QT_TRANSLATE_NOOP("Actions", "The layers stay where they are"), ""},
    {"layer.merge", "layer", QT_TRANSLATE_NOOP("Actions", "Merge layer down"), "Ctrl+Shift+M", QT_TRANSLATE_NOOP("Actions", "The layer and the one behind it become one"), "merge-down"},
    {"layer.solo", "layer", QT_TRANSLATE_NOOP("Actions", "Show only these layers"), "", QT_TRANSLATE_NOOP("Actions", "Hides all other layers of the panel; again shows all"), "eye"},
    {"-layer.shareShot", "layer", QT_TRANSLATE_NOOP("Actions", "Share layer in this shot"), "", QT_TRANSLATE_NOOP("Actions", "The same drawing in every panel of the shot"), "shared"},
    {"layer.shareScene", "layer", QT_TRANSLATE_NOOP("Actions", "Share layer in this scene"), "", QT_TRANSLATE_NOOP("Actions", "The same drawing in every panel of the scene"), "shared"},
    {"layer.unshare", "layer", QT_TRANSLATE_NOOP("Actions", "Stop sharing layer"), "", QT_TRANSLATE_NOOP("Actions", "This panel gets a drawing of its own again"), ""},

    {"view.board", "view", QT_TRANSLATE_NOOP("Actions", "Board"), "Ctrl+1", QT_TRANSLATE_NOOP("Actions", "Arranges the window for drawing many panels"), "", true},
    {"view.stage", "view", QT_TRANSLATE_NOOP("Actions", "Stage"), "Ctrl+2", QT_TRANSLATE_NOOP("Actions", "Arranges the window for moving things and the camera"), "", true},
    {"view.cut", "view", QT_TRANSLATE_NOOP("Actions", "Cut"), "Ctrl+3", QT_TRANSLATE_NOOP("Actions", "Arranges the window around the timeline"), "", true},
    {"view.review", "view", QT_TRANSLATE_NOOP("Actions", "Review"), "Ctrl+4", QT_TRANSLATE_NOOP("Actions", "The picture alone, with its takes"), "", true},
    {"view.reset", "view", QT_TRANSLATE_NOOP("Actions", "Reset this workspace"), "Ctrl+0", QT_TRANSLATE_NOOP("Actions", "Puts the docks back to where they belong"), ""},
    {"view.brush", "view", QT_TRANSLATE_NOOP("Actions", "Brush dock"), "F5", QT_TRANSLATE_NOOP("Actions", "Brushes, colours, palettes, steadying"), "brushes"},
    {"-view.paper", "view", QT_TRANSLATE_NOOP("Actions", "Paper only"), "Tab", QT_TRANSLATE_NOOP("Actions", "Hides everything but the paper; again brings it back"), "", true},
    {"view.fullScreen", "view", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11", QT_TRANSLATE_NOOP("Actions", "Uses the whole screen"), "", true},
    {"-view.zoomIn", "view", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "Ctrl++ Ctrl+=", QT_TRANSLATE_NOOP("Actions", "Closer to the paper"), "zoom-in"},
    {"view.zoomOut", "view", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "Ctrl+-", QT_TRANSLATE_NOOP("Actions", "Away from the paper"), "zoom-out"},
    {"view.fit", "view", QT_TRANSLATE_NOOP("Actions", "Whole picture"), "F", QT_TRANSLATE_NOOP("Actions", "Fits the frame into the window"), "fit"},
    {"-view.moves", "view", QT_TRANSLATE_NOOP("Actions", "Camera moves"), "Shift+Y", QT_TRANSLATE_NOOP("Actions", "All named moves, playing on this panel; a click makes one"), "moves", true},
    {"view.curves", "view", QT_TRANSLATE_NOOP("Actions", "Camera curves"), "Y", QT_TRANSLATE_NOOP("Actions", "Each channel of the camera as a curve over time"), "curves", true},
    {"view.topView", "view", QT_TRANSLATE_NOOP("Actions", "Top view"), "Z", QT_TRANSLATE_NOOP("Actions", "Camera, path and sheets from above, to drag"), "top-view", true},
    {"-view.thirds", "view", QT_TRANSLATE_NOOP("Actions", "Thirds"), "G", QT_TRANSLATE_NOOP("Actions", "Lines at the thirds of the frame"), "thirds", true},
    {"view.safe", "view", QT_TRANSLATE_NOOP("Actions", "Safe areas"), "Shift+G", QT_TRANSLATE_NOOP("Actions", "Action and title safe areas"), "safe", true},
    {"view.onion", "view", QT_TRANSLATE_NOOP("Actions", "Onion skin"), "Shift+O", QT_TRANSLATE_NOOP("Actions", "The panels before and after shine through"), "eye", true},
    {"view.pin", "view", QT_TRANSLATE_NOOP("Actions", "Keep arrows while playing"), "Shift+P", QT_TRANSLATE_NOOP("Actions", "Arrows, regions and camera stay in sight while it plays"), "pin", true},
    {"view.snap", "view", QT_TRANSLATE_NOOP("Actions", "Snap to perspective"), "Shift+;", QT_TRANSLATE_NOOP("Actions", "Strokes keep to the vanishing point that they begin along"), "guides", true},
    {"view.guides", "view", QT_TRANSLATE_NOOP("Actions", "Guides and onion skin…"), "Ctrl+;", QT_TRANSLATE_NOOP("Actions", "Switches for all lines to draw by, second frame, onion skin, reference pictures"), "guides"},
    {"view.pinPicture", "view", QT_TRANSLATE_NOOP("Actions", "Pin a reference picture…"), "", QT_TRANSLATE_NOOP("Actions", "A picture beside the frame to draw from; never in the film"), "pin"},
    {"-view.turnLeft", "view", QT_TRANSLATE_NOOP("Actions", "Turn paper left"), "Ctrl+[", QT_TRANSLATE_NOOP("Actions", "By 15 degrees"), "rotate-canvas"},
    {"view.turnRight", "view", QT_TRANSLATE_NOOP("Actions", "Turn paper right"), "Ctrl+]", QT_TRANSLATE_NOOP("Actions", "By 15 degrees; Shift and the middle button turn it by hand"), ""},
    {"view.mirror", "view", QT_TRANSLATE_NOOP("Actions", "Mirror the paper"), "Shift+H", QT_TRANSLATE_NOOP("Actions", "Shows everything the other way round, to see mistakes; nothing is changed"), "mirror", true},
    {"view.straighten", "view", QT_TRANSLATE_NOOP("Actions", "Straighten the paper"), "Ctrl+'", QT_TRANSLATE_NOOP("Actions", "Neither turned nor mirrored"), "straighten"},
    {"view.fitDrawing", "view", QT_TRANSLATE_NOOP("Actions", "Whole drawing"), "Shift+F", QT_TRANSLATE_NOOP("Actions", "Fits everything that is drawn into the window, beyond the frame too"), "fit"},
    {"-view.grid", "view", QT_TRANSLATE_NOOP("Actions", "Boards as a grid"), "Ctrl+G", QT_TRANSLATE_NOOP("Actions", "Panels in rows instead of a strip"), "grid", true},
    {"view.captions", "view", QT_TRANSLATE_NOOP("Actions", "Captions under boards"), "Ctrl+Shift+G", QT_TRANSLATE_NOOP("Actions", "Action and dialogue under each board"), "captions", true},
    {"view.outline", "view", QT_TRANSLATE_NOOP("Actions", "Outline"), "F6", QT_TRANSLATE_NOOP("Actions", "Scenes, shots and panels as a tree"), "outline-dock", true},
    {"view.timelineIn", "view", QT_TRANSLATE_NOOP("Actions", "Timeline: closer"), "+ =", QT_TRANSLATE_NOOP("Actions", "Zooms the timeline in"), ""},
    {"view.timelineOut", "view", QT_TRANSLATE_NOOP("Actions", "Timeline: wider"), "-", QT_TRANSLATE_NOOP("Actions", "Zooms the timeline out"), ""},
    {"view.timelineFit", "view", QT_TRANSLATE_NOOP("Actions", "Timeline: whole film"), "Shift+Z", QT_TRANSLATE_NOOP("Actions", "The whole film in sight"), ""},
    {"-view.dark", "view", QT_TRANSLATE_NOOP("Actions", "Dark window"), "", QT_TRANSLATE_NOOP("Actions", "For dark rooms"), "", true},
    {"view.light", "view", QT_TRANSLATE_NOOP("Actions", "Light window"), "", QT_TRANSLATE_NOOP("Actions", "For daylight"), "", true},

    {"play.toggle", "play", QT_TRANSLATE_NOOP("Actions", "Play"), "Space", QT_TRANSLATE_NOOP("Actions", "Plays from the playhead, or pauses"), "play"},
    {"play.shot", "play", QT_TRANSLATE_NOOP("Actions", "Play this shot over and over"), "Shift+Space", QT_TRANSLATE_NOOP("Actions", "Loops the current shot until you pause"), "loop"},
    {"-play.backward", "play", QT_TRANSLATE_NOOP("Actions", "Backwards, faster"), "J", QT_TRANSLATE_NOOP("Actions", "Again: 2, 4, 8 times as fast"), ""},
    {"play.pause", "play", QT_TRANSLATE_NOOP("Actions", "Pause"), "K", QT_TRANSLATE_NOOP("Actions", "Stops where it is"), "pause"},
    {"play.forward", "play", QT_TRANSLATE_NOOP("Actions", "Forwards, faster"), "L", QT_TRANSLATE_NOOP("Actions", "Again: 2, 4, 8 times as fast"), ""},
    {"-play.stepBack", "play", QT_TRANSLATE_NOOP("Actions", "Frame back"), "Left", QT_TRANSLATE_NOOP("Actions", "One frame back; with Shift ten"), "step-back"},
    {"play.stepForward", "play", QT_TRANSLATE_NOOP("Actions", "Frame forward"), "Right", QT_TRANSLATE_NOOP("Actions", "One frame on; with Shift ten"), "step-forward"},
    {"play.tenBack", "play", QT_TRANSLATE_NOOP("Actions", "Ten frames back"), "Shift+Left", QT_TRANSLATE_NOOP("Actions", "Ten frames back"), ""},
    {"play.tenForward", "play", QT_TRANSLATE_NOOP("Actions", "Ten frames forward"), "Shift+Right", QT_TRANSLATE_NOOP("Actions", "Ten frames on"), ""},
    {"play.previousCut", "play", QT_TRANSLATE_NOOP("Actions", "Previous cut"), "Up", QT_TRANSLATE_NOOP("Actions", "To the start of this shot, then of the one before"), ""},
    {"play.nextCut", "play", QT_TRANSLATE_NOOP("Actions", "Next cut"), "Down", QT_TRANSLATE_NOOP("Actions", "To the start of the next shot"), ""},
    {"play.first", "play", QT_TRANSLATE_NOOP("Actions", "First frame"), "Home", QT_TRANSLATE_NOOP("Actions", "To the start of the film, or to in"), "first"},
    {"play.last", "play", QT_TRANSLATE_NOOP("Actions", "Last frame"), "End", QT_TRANSLATE_NOOP("Actions", "To the end of the film, or to out"), "last"},
    {"-play.in", "play", QT_TRANSLATE_NOOP("Actions", "Mark in"), "I", QT_TRANSLATE_NOOP("Actions", "Playing and export begin here"), "marker"},
    {"play.out", "play", QT_TRANSLATE_NOOP("Actions", "Mark out"), "O", QT_TRANSLATE_NOOP("Actions", "Playing and export end here"), "marker"},
    {"play.clearRange", "play", QT_TRANSLATE_NOOP("Actions", "Clear in and out"), "X", QT_TRANSLATE_NOOP("Actions", "The whole film plays again"), ""},
    {"-play.loop", "play", QT_TRANSLATE_NOOP("Actions", "Loop"), "Shift+L", QT_TRANSLATE_NOOP("Actions", "Goes round instead of stopping at the end"), "loop", true},
    {"play.mute", "play", QT_TRANSLATE_NOOP("Actions", "Mute"), "M", QT_TRANSLATE_NOOP("Actions", "No sound"), "mute", true},

    {"help.manual", "help", QT_TRANSLATE_NOOP("Actions", "Help"), "F1", QT_TRANSLATE_NOOP("Actions", "Opens the page about the tool in your hand"), ""},
    {"help.keys", "help", QT_TRANSLATE_NOOP("Actions", "All commands and keys"), "", QT_TRANSLATE_NOOP("Actions", "Opens the command search with everything in it"), ""},
    {"help.about", "help", QT_TRANSLATE_NOOP("Actions", "About Dollygrip"), "", QT_TRANSLATE_NOOP("Actions", "Version, licences, and what it runs on"), ""},
};

const char* const kMenus[][2] = {
    {"film", QT_TRANSLATE_NOOP("Actions", "Film")},   {"edit", QT_TRANSLATE_NOOP("Actions", "Edit")}, {"shot", QT_TRANSLATE_NOOP("Actions", "Shot")},
    {"draw", QT_TRANSLATE_NOOP("Actions", "Draw")}, {"layer", QT_TRANSLATE_NOOP("Actions", "Layer")}, {"motion", QT_TRANSLATE_NOOP("Actions", "Motion")}, {"view", QT_TRANSLATE_NOOP("Actions", "View")}, {"play", QT_TRANSLATE_NOOP("Actions", "Play")},
    {"help", QT_TRANSLATE_NOOP("Actions", "Help")},
};
// clang-format on

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
    QString tip = u"<p style='white-space:pre'><b>%1</b>"_s.arg(
        action.text().remove(u'…').trimmed().toHtmlEscaped());
    if (!key.isEmpty())
        tip += u"  &nbsp;%1"_s.arg(key.toHtmlEscaped());
    if (!action.statusTip().isEmpty())
        tip += u"<br>%1"_s.arg(action.statusTip().toHtmlEscaped());
    return tip + u"</p>"_s;
}

} // namespace dollygrip::ui
