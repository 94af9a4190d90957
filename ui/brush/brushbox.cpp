#include "ui/brush/brushbox.h"

#include "ui/actions.h"
#include "ui/settings.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr qsizetype kRecent = 16;
constexpr int kSaveMs = 800;
constexpr ToolKind kShapes[] = {ToolKind::Line, ToolKind::Rectangle, ToolKind::Ellipse,
                                ToolKind::Polygon, ToolKind::Curve};

QString presetKey(const BrushPreset& preset, const QString& what)
{
    return u"brush-%1/%2"_s.arg(QLatin1StringView(preset.id), what);
}

double within(double value, double least, double most, double otherwise)
{
    return std::isfinite(value) && value >= least && value <= most ? value : otherwise;
}

} // namespace

QList<BrushPreset> brushPresets()
{
    return {
        {"pencil", BrushBox::tr("Pencil"), Brush::Pencil, 0.0055, 1.0},
        {"pencil-soft", BrushBox::tr("6B pencil"), Brush::Pencil, 0.010, 1.0},
        {"pencil-side", BrushBox::tr("Charcoal"), Brush::Pencil, 0.045, 0.75},
        {"ink-fine", BrushBox::tr("Fine pen"), Brush::Ink, 0.004, 1.0},
        {"ink", BrushBox::tr("Ink"), Brush::Ink, 0.008, 1.0},
        {"ink-brush", BrushBox::tr("Brush pen"), Brush::Ink, 0.022, 1.0},
        {"marker", BrushBox::tr("Marker"), Brush::Marker, 0.030, 0.7},
        {"marker-wide", BrushBox::tr("Broad"), Brush::Marker, 0.080, 0.45},
        {"paint", BrushBox::tr("Paint"), Brush::Paint, 0.040, 1.0},
        {"wash", BrushBox::tr("Wash"), Brush::Paint, 0.120, 0.35},
        {"light", BrushBox::tr("Detail"), Brush::Paint, 0.012, 1.0},
        {"fill", BrushBox::tr("Filled shape"), Brush::Fill, 0.0, 1.0},
    };
}

BrushBox::BrushBox(Session& session, Settings& settings, QObject* parent)
    : QObject(parent), m_session(session), m_settings(settings), m_presets(brushPresets())
{
    load();
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveMs);
    connect(&m_save, &QTimer::timeout, this, &BrushBox::save);
    connect(&session, &Session::brushChanged, this, &BrushBox::followBrush);
    connect(&session, &Session::penFeelChanged, &m_save, qOverload<>(&QTimer::start));
    connect(&session.document(), &Document::changed, this, &BrushBox::noteDrawn);
    connect(&session, &Session::toolChanged, this, [this] {
        if (std::find(std::begin(kShapes), std::end(kShapes), m_session.tool())
            != std::end(kShapes))
            m_shape = m_session.tool();
    });
}

BrushBox::~BrushBox()
{
    if (m_save.isActive())
        save();
}

void BrushBox::load()
{
    for (BrushPreset& preset : m_presets) {
        preset.width = within(m_settings.number(presetKey(preset, u"width"_s), preset.width), 0,
                              0.3, preset.width);
        preset.opacity = within(m_settings.number(presetKey(preset, u"opacity"_s), preset.opacity),
                                0.01, 1, preset.opacity);
    }
    for (const QString& name : m_settings.text(u"brush/recent"_s).split(u' ', Qt::SkipEmptyParts)) {
        const QColor colour(name);
        if (colour.isValid() && m_recent.size() < kRecent)
            m_recent.append(colour);
    }
    const QColor other(m_settings.text(u"brush/other"_s));
    if (other.isValid())
        m_other = other;

    BrushSettings brush = m_session.brush();
    m_current =
        std::clamp(int(m_settings.number(u"brush/preset"_s, 4)), 0, int(m_presets.size()) - 1);
    const BrushPreset& preset = m_presets[m_current];
    brush.brush = preset.brush;
    brush.width = preset.width;
    brush.opacity = preset.opacity;
    const QColor colour(m_settings.text(u"brush/colour"_s));
    if (colour.isValid())
        brush.colour = colour;
    const auto number = [this](const QString& key, double fallback, double least, double most) {
        return within(m_settings.number(key, fallback), least, most, fallback);
    };
    brush.eraserWidth = number(u"brush/eraser"_s, brush.eraserWidth, 0.0005, 0.3);
    brush.isEraserSoft = m_settings.flag(u"brush/eraserSoft"_s, brush.isEraserSoft);
    brush.isShapeFilled = m_settings.flag(u"brush/shapeFilled"_s, brush.isShapeFilled);
    brush.textFont = m_settings.text(u"brush/font"_s);
    brush.textHeight = number(u"brush/textHeight"_s, brush.textHeight, 0.005, 0.5);
    brush.fillGap = number(u"brush/fillGap"_s, brush.fillGap, 0, 60);
    brush.fillTolerance = number(u"brush/fillTolerance"_s, brush.fillTolerance, 0, 1);
    brush.fillsByAllLayers = m_settings.flag(u"brush/fillAll"_s, brush.fillsByAllLayers);
    brush.fillsOnTop = m_settings.flag(u"brush/fillOnTop"_s, brush.fillsOnTop);
    m_session.setBrush(brush);

    PenFeel feel;
    feel.pressure = PenCurve::fromText(m_settings.text(u"pen/pressure"_s));
    feel.tilt = PenCurve::fromText(m_settings.text(u"pen/tilt"_s));
    feel.strength = number(u"pen/strength"_s, feel.strength, 0, 1);
    feel.steadying = Steadying(
        std::clamp(int(m_settings.number(u"pen/steadying"_s, double(feel.steadying))), 0, 2));
    feel.catchesUp = m_settings.flag(u"pen/catchesUp"_s, feel.catchesUp);
    m_session.setPenFeel(feel);
}

void BrushBox::save()
{
    for (const BrushPreset& preset : m_presets) {
        m_settings.setNumber(presetKey(preset, u"width"_s), preset.width);
        m_settings.setNumber(presetKey(preset, u"opacity"_s), preset.opacity);
    }
    QStringList names;
    for (const QColor& colour : m_recent)
        names.append(colour.name());
    const BrushSettings& brush = m_session.brush();
    m_settings.setText(u"brush/recent"_s, names.join(u' '));
    m_settings.setText(u"brush/other"_s, m_other.name());
    m_settings.setNumber(u"brush/preset"_s, m_current);
    m_settings.setText(u"brush/colour"_s, brush.colour.name());
    m_settings.setNumber(u"brush/eraser"_s, brush.eraserWidth);
    m_settings.setFlag(u"brush/eraserSoft"_s, brush.isEraserSoft);
    m_settings.setFlag(u"brush/shapeFilled"_s, brush.isShapeFilled);
    m_settings.setText(u"brush/font"_s, brush.textFont);
    m_settings.setNumber(u"brush/textHeight"_s, brush.textHeight);
    m_settings.setNumber(u"brush/fillGap"_s, brush.fillGap);
    m_settings.setNumber(u"brush/fillTolerance"_s, brush.fillTolerance);
    m_settings.setFlag(u"brush/fillAll"_s, brush.fillsByAllLayers);
    m_settings.setFlag(u"brush/fillOnTop"_s, brush.fillsOnTop);
    const PenFeel& feel = m_session.penFeel();
    m_settings.setText(u"pen/pressure"_s, feel.pressure.toText());
    m_settings.setText(u"pen/tilt"_s, feel.tilt.toText());
    m_settings.setNumber(u"pen/steadying"_s, int(feel.steadying));
    m_settings.setNumber(u"pen/strength"_s, feel.strength);
    m_settings.setFlag(u"pen/catchesUp"_s, feel.catchesUp);
}

void BrushBox::choose(int index)
{
    if (index < 0 || index >= m_presets.size())
        return;
    m_current = index;
    const BrushPreset& preset = m_presets[index];
    BrushSettings brush = m_session.brush();
    brush.brush = preset.brush;
    brush.width = preset.width;
    brush.opacity = preset.opacity;
    m_isChoosing = true;
    m_session.setBrush(brush);
    m_isChoosing = false;
    // Shapes are drawn with whatever brush is in hand.
    const ToolKind tool = m_session.tool();
    if (std::find(std::begin(kShapes), std::end(kShapes), tool) == std::end(kShapes))
        m_session.setTool(ToolKind::Pen);
    m_save.start();
    Q_EMIT presetsChanged();
}

void BrushBox::reset(int index)
{
    if (index < 0 || index >= m_presets.size())
        return;
    m_presets[index] = brushPresets()[index];
    choose(index);
}

void BrushBox::followBrush()
{
    const BrushSettings& brush = m_session.brush();
    BrushPreset& preset = m_presets[m_current];
    m_save.start();
    if (m_isChoosing)
        return;
    if (brush.brush != preset.brush) {
        for (int i = 0; i < m_presets.size(); ++i) {
            if (m_presets[i].brush == brush.brush) {
                m_current = i;
                break;
            }
        }
    }
    m_presets[m_current].width = brush.width;
    m_presets[m_current].opacity = brush.opacity;
    Q_EMIT presetsChanged();
}

void BrushBox::noteDrawn()
{
    const ToolKind tool = m_session.tool();
    const bool draws =
        tool == ToolKind::Pen || tool == ToolKind::FillArea || tool == ToolKind::Text
        || std::find(std::begin(kShapes), std::end(kShapes), tool) != std::end(kShapes);
    if (!draws)
        return;
    const QColor colour = m_session.brush().colour;
    if (!m_recent.isEmpty() && m_recent.first() == colour)
        return;
    m_recent.removeAll(colour);
    m_recent.prepend(colour);
    m_recent = m_recent.mid(0, kRecent);
    m_save.start();
    Q_EMIT recentChanged();
}

void BrushBox::setColour(const QColor& colour)
{
    BrushSettings brush = m_session.brush();
    brush.colour = colour;
    m_session.setBrush(brush);
}

void BrushBox::swapColours()
{
    const QColor now = m_session.brush().colour;
    setColour(std::exchange(m_other, now));
    m_save.start();
    Q_EMIT otherChanged();
}

void BrushBox::nextShape()
{
    const auto* at = std::find(std::begin(kShapes), std::end(kShapes), m_session.tool());
    if (at == std::end(kShapes))
        m_session.setTool(m_shape);
    else
        m_session.setTool(at + 1 == std::end(kShapes) ? kShapes[0] : at[1]);
}

void BrushBox::takeActions(Actions& actions)
{
    for (int i = 0; i < m_presets.size(); ++i)
        connect(actions.at(u"brush.preset%1"_s.arg(i + 1)), &QAction::triggered, this,
                [this, i] { choose(i); });
    connect(actions.at(u"brush.swap"_s), &QAction::triggered, this, &BrushBox::swapColours);
    connect(actions.at(u"brush.softEraser"_s), &QAction::triggered, this, [this] {
        BrushSettings brush = m_session.brush();
        brush.isEraserSoft = !brush.isEraserSoft;
        m_session.setBrush(brush);
        m_session.setTool(ToolKind::Eraser);
    });
    connect(actions.at(u"brush.filled"_s), &QAction::triggered, this, [this](bool isFilled) {
        BrushSettings brush = m_session.brush();
        brush.isShapeFilled = isFilled;
        m_session.setBrush(brush);
    });
    QAction* filled = actions.at(u"brush.filled"_s);
    filled->setChecked(m_session.brush().isShapeFilled);
    connect(&m_session, &Session::brushChanged, filled,
            [this, filled] { filled->setChecked(m_session.brush().isShapeFilled); });
    connect(actions.at(u"tool.shape"_s), &QAction::triggered, this,
            [this] { m_session.setTool(m_shape); });
    connect(actions.at(u"tool.nextShape"_s), &QAction::triggered, this, &BrushBox::nextShape);
}

} // namespace dollygrip::ui
