#include "ui/canvas/canvasview.h"

#include "core/project/document.h"
#include "ui/canvas/arrowtool.h"
#include "ui/canvas/cameratool.h"
#include "ui/canvas/drawtool.h"
#include "ui/canvas/eyedroppertool.h"
#include "ui/canvas/filltool.h"
#include "ui/canvas/guidetool.h"
#include "ui/canvas/lassotool.h"
#include "ui/canvas/outlinetool.h"
#include "ui/canvas/picktool.h"
#include "ui/canvas/regiontool.h"
#include "ui/canvas/selecttool.h"
#include "ui/canvas/shapetool.h"
#include "ui/canvas/texttool.h"

#include <QResizeEvent>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kMargin = 44;          // around the fitted frame, pixels
constexpr double kSmallestFrame = 80;   // pixels high
constexpr double kLargestFrame = 16000; // pixels high
constexpr int kSettleMs = 60;
constexpr int kMarchMs = 120;

} // namespace

CanvasView::CanvasView(Session& session, std::shared_ptr<PictureCache> pictures, QWidget* parent)
    : QWidget(parent), m_session(session), m_pictures(std::move(pictures)), m_drawn(m_pictures)
{
    ToolHost& host = *this;
    m_tools[ToolKind::Select] = std::make_unique<SelectTool>(host);
    m_tools[ToolKind::Pen] = std::make_unique<DrawTool>(host, false);
    m_tools[ToolKind::Eraser] = std::make_unique<DrawTool>(host, true);
    m_tools[ToolKind::Region] = std::make_unique<RegionTool>(host);
    m_tools[ToolKind::Lasso] = std::make_unique<LassoTool>(host);
    m_tools[ToolKind::Outline] = std::make_unique<OutlineTool>(host);
    m_tools[ToolKind::Pick] = std::make_unique<PickTool>(host, false);
    m_tools[ToolKind::CutOut] = std::make_unique<PickTool>(host, true);
    m_tools[ToolKind::Guides] = std::make_unique<GuideTool>(host);
    m_tools[ToolKind::Arrow] = std::make_unique<ArrowTool>(host);
    m_tools[ToolKind::Camera] = std::make_unique<CameraTool>(host);

    m_tools[ToolKind::Line] = std::make_unique<ShapeTool>(host, ShapeKind::Line);
    m_tools[ToolKind::Rectangle] = std::make_unique<ShapeTool>(host, ShapeKind::Rectangle);
    m_tools[ToolKind::Ellipse] = std::make_unique<ShapeTool>(host, ShapeKind::Ellipse);
    m_tools[ToolKind::Polygon] = std::make_unique<ShapeTool>(host, ShapeKind::Polygon);
    m_tools[ToolKind::Curve] = std::make_unique<ShapeTool>(host, ShapeKind::Curve);
    m_tools[ToolKind::FillArea] = std::make_unique<FillTool>(host);
    m_tools[ToolKind::Text] = std::make_unique<TextTool>(host);
    m_tools[ToolKind::Eyedropper] = std::make_unique<EyedropperTool>(host);

    setObjectName(QStringLiteral("canvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setTabletTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);

    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &CanvasView::readPanel);
    connect(&m_drawn, &DrawnPanel::painted, this, [this] { update(); });
    connect(&m_session, &Session::shotChanged, this, [this] {
        m_drawn.clear();
        m_picture = {};
        m_pictureFrame = -1;
        showPanel();
    });
    connect(&m_session, &Session::panelChanged, this, &CanvasView::showPanel);
    connect(&m_session, &Session::shotEdited, this, [this] {
        if (m_isFitted && std::abs(fitted().width() - m_frame.rect.width()) > 0.5)
            setFrame(fitted());
        showPanel();
    });
    const auto repaintAll = [this] {
        followMarching();
        update();
    };
    connect(&m_session, &Session::regionChanged, this, repaintAll);
    connect(&m_session, &Session::motionChanged, this, repaintAll);
    connect(&m_session, &Session::cameraKeyChanged, this, repaintAll);
    connect(&m_session, &Session::layerChanged, this, repaintAll);
    connect(&m_session, &Session::playheadChanged, this, repaintAll);
    connect(&m_session, &Session::playingChanged, this, repaintAll);
    connect(&m_session, &Session::draftChanged, this, repaintAll);
    connect(&m_session, &Session::ghostsChanged, this, repaintAll);
    connect(&m_session, &Session::toolChanged, this, [this] {
        for (const auto& [kind, tool] : m_tools) {
            if (kind != m_session.tool())
                tool->cancel();
        }
        followCursor();
        say(hint());
        update();
    });
    connect(&m_session, &Session::brushChanged, this, [this] { update(); });
    followCursor();
}

CanvasView::~CanvasView() = default;

Tool& CanvasView::tool() const
{
    return *m_tools.at(m_borrowed.value_or(m_session.tool()));
}

// --- what is shown ---------------------------------------------------------------------------

bool CanvasView::isWatching() const
{
    const auto shot = m_session.shot();
    if (!shot)
        return false;
    if (m_session.isPlaying() || m_session.hasDraft() || m_isPictureAlone)
        return true;
    const FrameIndex frame = m_session.shotFrame();
    const bool isDrawn = frame == shot->panelStart(shot->panelAt(frame));
    return !isDrawn && (shot->hasMove() || shot->circledTake);
}

void CanvasView::setPicture(FrameIndex frame, const Image& picture)
{
    if (picture.isNull())
        return;
    m_picture = picture;
    m_pictureFrame = frame;
    if (isWatching())
        update();
}

QSize CanvasView::pictureSize() const
{
    const QSizeF size = m_frame.rect.size() * devicePixelRatioF();
    // Never more than the film has, and even, as the film's size is.
    const QSizeF most(m_session.document().film().settings.size);
    const double scale = std::min(1.0, most.height() / std::max(1.0, size.height()));
    const auto even = [](double v) { return std::max(16, int(std::lround(v / 2)) * 2); };
    return {even(size.width() * scale), even(size.height() * scale)};
}

void CanvasView::showPanel()
{
    readPanel();
    followMarching();
    update();
}

void CanvasView::readPanel()
{
    const auto shot = m_session.shot();
    const auto id = m_session.panelId();
    const Film& film = m_session.document().film();
    if (!shot || !id || m_frame.rect.isEmpty()) {
        m_drawn.clear();
        return;
    }
    DrawnPanel::Wanted wanted;
    for (qsizetype i = 0; i < shot->panels.size(); ++i) {
        if (shot->panels[i]->id != *id)
            continue;
        wanted.panel = shot->panels[i];
        wanted.onion = onionOf(*shot, i);
        wanted.onionOpacity = m_guides.onion.opacity;
    }
    if (m_inHand && wanted.panel && m_inHand->id == wanted.panel->id)
        wanted.panel = m_inHand;
    if (m_hidden && wanted.panel) {
        Panel without = *wanted.panel;
        for (Layer& layer : without.layers)
            layer.strokes.removeAll(m_hidden);
        wanted.panel = std::make_shared<const Panel>(without);
    }
    wanted.film.settings = film.settings;
    wanted.film.assets = film.assets;
    if (!m_inHandAssets.isEmpty())
        wanted.film.assets.insert(m_inHandAssets);
    const double ratio = devicePixelRatioF();
    wanted.frame = (m_frame.rect.size() * ratio).toSize();
    // What is in sight and a little more, in whole pixels of the frame.
    const QRectF sight = this->sight().intersected(paperRect());
    const QRectF room = sight
                            .adjusted(-sight.width() / 8, -sight.height() / 8, sight.width() / 8,
                                      sight.height() / 8)
                            .intersected(paperRect());
    const double w = wanted.frame.width(), h = wanted.frame.height();
    const double left = std::floor((room.left() - m_frame.rect.left()) * ratio);
    const double top = std::floor((room.top() - m_frame.rect.top()) * ratio);
    const double right = std::ceil((room.right() - m_frame.rect.left()) * ratio);
    const double bottom = std::ceil((room.bottom() - m_frame.rect.top()) * ratio);
    wanted.area = {left / w, top / h, std::max(1.0, right - left) / w,
                   std::max(1.0, bottom - top) / h};
    m_drawn.show(wanted);
    const QSize size = pictureSize();
    if (size != m_toldSize) {
        m_toldSize = size;
        Q_EMIT pictureSizeChanged(size);
    }
}

void CanvasView::setOverlaysPinned(bool isPinned)
{
    m_isPinned = isPinned;
    update();
}

void CanvasView::setPictureAlone(bool isAlone)
{
    if (isAlone && !m_isPictureAlone)
        tool().cancel();
    m_isPictureAlone = isAlone;
    followCursor();
    followMarching();
    update();
}

void CanvasView::holdPanel(const std::shared_ptr<const Panel>& panel,
                           const QHash<QString, std::shared_ptr<const Asset>>& assets)
{
    if (panel == m_inHand)
        return;
    m_inHand = panel;
    m_inHandAssets = panel ? assets : QHash<QString, std::shared_ptr<const Asset>>();
    showPanel();
}

void CanvasView::transformLayers()
{
    m_session.setTool(ToolKind::Pick);
    static_cast<PickTool&>(*m_tools.at(ToolKind::Pick)).selectAll();
    setFocus();
}

void CanvasView::flipDrawing(bool isSideways)
{
    if (m_session.tool() != ToolKind::CutOut)
        m_session.setTool(ToolKind::Pick);
    static_cast<PickTool&>(tool()).flip(isSideways);
}

// --- zoom and pan ----------------------------------------------------------------------------

QRectF CanvasView::fitted() const
{
    const double aspect = m_session.document().film().settings.aspect();
    const double margin = std::min({kMargin, width() / 8.0, height() / 8.0});
    const double room = std::max(16.0, height() - 2 * margin);
    const double high = std::min(room, std::max(16.0, width() - 2 * margin) / aspect);
    return {(width() - high * aspect) / 2, (height() - high) / 2, high * aspect, high};
}

void CanvasView::setFrame(const QRectF& wished)
{
    // On whole device pixels, so that what is painted at this size is shown as it is.
    const double ratio = devicePixelRatioF();
    const auto snapped = [&](double v) { return std::round(v * ratio) / ratio; };
    m_frame.rect = QRectF(snapped(wished.x()), snapped(wished.y()), snapped(wished.width()),
                          snapped(wished.height()));
    m_settle.start();
    update();
}

void CanvasView::fit()
{
    m_isFitted = true;
    setFrame(fitted());
}

void CanvasView::zoomBy(double factor, const QPointF& towards)
{
    const double high = m_frame.rect.height() * factor;
    if (high < kSmallestFrame || high > kLargestFrame)
        return;
    m_isFitted = false;
    const QPointF offset = (m_frame.rect.topLeft() - towards) * factor;
    setFrame(QRectF(towards + offset, m_frame.rect.size() * factor));
}

void CanvasView::zoomIn()
{
    zoomBy(1.25, rect().center());
}

void CanvasView::zoomOut()
{
    zoomBy(0.8, rect().center());
}

void CanvasView::resizeEvent(QResizeEvent* event)
{
    if (m_isFitted || event->oldSize().isEmpty()) {
        setFrame(fitted());
        if (!m_drawn.isPainted())
            readPanel();
    } else {
        const QSizeF grown = event->size() - event->oldSize();
        setFrame(m_frame.rect.translated(grown.width() / 2, grown.height() / 2));
    }
}

// --- ToolHost --------------------------------------------------------------------------------

bool CanvasView::edit(const QString& text, const std::function<Result<void>(Film&)>& change,
                      const QString& mergeKey)
{
    const auto done = m_session.document().edit(text, change, mergeKey);
    if (!done)
        Q_EMIT errorOccurred(done.error());
    return bool(done);
}

void CanvasView::showStroke(const Stroke& stroke, qsizetype firstNew)
{
    const auto layer = m_session.layerId();
    if (!layer)
        return;
    const QRectF changed = m_drawn.showStroke(*layer, stroke, firstNew);
    if (!changed.isEmpty())
        updateSeen(m_frame.toWidget(changed));
}

void CanvasView::endStroke(bool isKept)
{
    const QRectF changed = m_drawn.endStroke(isKept);
    if (!changed.isEmpty())
        updateSeen(m_frame.toWidget(changed));
    update(); // overlays come back
}

// The outline of the selected region walks, slowly, while somebody looks at it.
void CanvasView::followMarching()
{
    const bool marches =
        m_session.regionId() && !m_session.isPlaying() && !m_isPictureAlone && isVisible();
    if (marches && !m_march.isActive())
        m_march.start(kMarchMs, this);
    else if (!marches)
        m_march.stop();
}

void CanvasView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_march.timerId())
        return QWidget::timerEvent(event);
    const auto shot = m_session.shot();
    const auto id = m_session.regionId();
    const ShotRegion* region = shot && id ? shot->region(*id) : nullptr;
    if (!region || !isActiveWindow() || m_drawn.hasStroke())
        return;
    m_marching = (m_marching + 1) % 7000;
    updateSeen(m_overlay.outline(*region, m_frame).boundingRect().adjusted(-4, -4, 4, 4));
}

} // namespace dollygrip::ui
