#include "ui/canvas/brushbar.h"

#include "core/project/document.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QAction>
#include <QColorDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

using namespace Qt::StringLiterals;

namespace {

// Sizes go up by the same ratio a step: 0.0008 … 0.25 picture heights.
constexpr double kSmallest = 0.0008;
constexpr double kLargest = 0.25;
constexpr int kSteps = 100;
constexpr int kKeySteps = 4;

double sizeOf(int step)
{
    return kSmallest * std::pow(kLargest / kSmallest, double(step) / kSteps);
}

int stepOf(double size)
{
    const double part = std::log(std::max(size, kSmallest) / kSmallest);
    return std::clamp(int(std::lround(kSteps * part / std::log(kLargest / kSmallest))), 0, kSteps);
}

// Ink, pencil greys, and the few colours a storyboard needs.
const QColor kInks[] = {QColor(28, 28, 30),    QColor(104, 104, 108), QColor(176, 174, 168),
                        QColor(246, 243, 236), QColor(196, 62, 48),   QColor(214, 148, 46),
                        QColor(72, 128, 84),   QColor(52, 104, 164)};

QIcon swatch(const QColor& colour, int side)
{
    QPixmap pixmap(side * 2, side * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().line.lighter(130), 1));
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 3, 3);
    return QIcon(pixmap);
}

double& sizeFor(BrushSettings& brush, ToolKind tool)
{
    if (tool == ToolKind::Eraser)
        return brush.eraserWidth;
    return tool == ToolKind::Region ? brush.regionRadius : brush.width;
}

} // namespace

BrushBar::BrushBar(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"brushBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(2), spacing(1), spacing(2), spacing(1));
    row->setSpacing(spacing(2));
    addBrushes();
    addSliders();
    addSwatches();
    m_hint = new QLabel(this);
    m_hint->setProperty("role", u"small"_s);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_hint, 1);
    setFixedHeight(kPenTarget + spacing(2)); // the same for every tool: nothing jumps
    addCommands();
    connect(&session, &Session::brushChanged, this, &BrushBar::follow);
    connect(&session, &Session::toolChanged, this, &BrushBar::follow);
    follow();
}

void BrushBar::addBrushes()
{
    m_brushes = new QWidget(this);
    auto* row = new QHBoxLayout(m_brushes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    struct Kind {
        Brush brush;
        QString icon, name, use;
    };
    const Kind kinds[] = {
        {Brush::Ink, u"ink"_s, tr("Ink"), tr("Opaque; the line swells with pressure")},
        {Brush::Pencil, u"pencil"_s, tr("Pencil"), tr("Grainy; darkens with pressure")},
        {Brush::Marker, u"marker-brush"_s, tr("Marker"), tr("Flat and translucent, for tones")},
        {Brush::Fill, u"fill"_s, tr("Fill"), tr("Fills the outline you draw")},
    };
    for (const Kind& kind : kinds) {
        auto* button = new QToolButton(m_brushes);
        button->setIcon(themedIcon(kind.icon));
        button->setIconSize(QSize(20, 20));
        button->setFixedSize(kPenTarget, kPenTarget);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(kind.name);
        button->setToolTip(u"<b>%1</b><br>%2"_s.arg(kind.name, kind.use));
        connect(button, &QToolButton::clicked, this, [this, brush = kind.brush] {
            BrushSettings settings = m_session.brush();
            settings.brush = brush;
            m_session.setBrush(settings);
            follow();
        });
        m_brushButtons.insert(int(kind.brush), button);
        row->addWidget(button);
    }
    layout()->addWidget(m_brushes);
}

void BrushBar::addSliders()
{
    const auto slider = [this](int most, const QString& name, const QString& tip) {
        auto* made = new QSlider(Qt::Horizontal, this);
        made->setRange(0, most);
        made->setFixedWidth(110);
        made->setFocusPolicy(Qt::NoFocus);
        made->setAccessibleName(name);
        made->setToolTip(tip);
        return made;
    };
    const auto label = [this](const QString& text, int width) {
        auto* made = new QLabel(text, this);
        made->setProperty("role", u"small"_s);
        if (width > 0)
            made->setFixedWidth(width);
        return made;
    };
    m_size = slider(kSteps, tr("Size"),
                    tr("<b>Size</b>  [  ]<br>How wide the line is at full pressure"));
    m_sizeText = label({}, 44);
    m_sizes = new QWidget(this);
    auto* sizes = new QHBoxLayout(m_sizes);
    sizes->setContentsMargins(0, 0, 0, 0);
    sizes->setSpacing(spacing(2));
    sizes->addWidget(label(tr("Size"), 0));
    sizes->addWidget(m_size);
    sizes->addWidget(m_sizeText);
    layout()->addWidget(m_sizes);
    connect(m_size, &QSlider::valueChanged, this, &BrushBar::setSize);

    m_ink = new QWidget(this);
    auto* row = new QHBoxLayout(m_ink);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    m_opacity = slider(100, tr("Opacity"), tr("<b>Opacity</b><br>How much shows through the line"));
    m_opacityText = label({}, 38);
    row->addWidget(label(tr("Opacity"), 0));
    row->addWidget(m_opacity);
    row->addWidget(m_opacityText);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        BrushSettings settings = m_session.brush();
        settings.opacity = std::max(0.02, percent / 100.0);
        m_session.setBrush(settings);
    });
    layout()->addWidget(m_ink);
}

void BrushBar::addSwatches()
{
    auto* row = static_cast<QHBoxLayout*>(m_ink->layout());
    m_colour = new QToolButton(m_ink);
    m_colour->setFixedSize(kPenTarget, kPenTarget);
    m_colour->setIconSize(QSize(22, 22));
    m_colour->setFocusPolicy(Qt::NoFocus);
    m_colour->setAccessibleName(tr("Colour"));
    m_colour->setToolTip(tr("<b>Colour</b><br>Any colour, chosen in a window"));
    connect(m_colour, &QToolButton::clicked, this, &BrushBar::chooseColour);
    row->addWidget(m_colour);
    auto* swatches = new QHBoxLayout;
    swatches->setSpacing(0);
    for (const QColor& ink : kInks) {
        auto* button = new QToolButton(m_ink);
        button->setFixedSize(24, kPenTarget);
        button->setIconSize(QSize(16, 16));
        button->setIcon(swatch(ink, 16));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setToolTip(ink.name());
        button->setProperty("ink", ink);
        connect(button, &QToolButton::clicked, this, [this, ink] {
            BrushSettings settings = m_session.brush();
            settings.colour = ink;
            m_session.setBrush(settings);
            follow();
        });
        m_swatches.append(button);
        swatches->addWidget(button);
    }
    row->addLayout(swatches);
}

void BrushBar::addCommands()
{
    const auto command = [this](const QString& text, const QString& key, int by) {
        auto* action = new QAction(text, this);
        action->setShortcut(QKeySequence(key));
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this,
                [this, by] { m_size->setValue(m_size->value() + by); });
        addAction(action);
        m_commands.append(action);
    };
    command(tr("Smaller brush"), u"["_s, -kKeySteps);
    command(tr("Larger brush"), u"]"_s, kKeySteps);
}

void BrushBar::setSize(int step)
{
    BrushSettings settings = m_session.brush();
    double& size = sizeFor(settings, m_session.tool());
    if (stepOf(size) == step)
        return;
    size = sizeOf(step);
    m_session.setBrush(settings);
}

void BrushBar::follow()
{
    BrushSettings brush = m_session.brush();
    const ToolKind tool = m_session.tool();
    const bool draws = tool == ToolKind::Pen;
    const bool hasSize = draws || tool == ToolKind::Eraser || tool == ToolKind::Region;
    m_brushes->setVisible(draws);
    m_ink->setVisible(draws);
    m_sizes->setVisible(hasSize);
    m_hint->setText(hint());
    const double size = sizeFor(brush, tool);
    const QSignalBlocker sizeBlocked(m_size), opacityBlocked(m_opacity);
    m_size->setValue(stepOf(size));
    // In pixels of the film's picture: what a person can compare.
    const double pixels = size * m_session.document().film().settings.size.height();
    m_sizeText->setText(tr("%1 px").arg(QLocale().toString(pixels, 'f', pixels < 10 ? 1 : 0)));
    m_opacity->setValue(int(std::lround(brush.opacity * 100)));
    m_opacityText->setText(tr("%1 %").arg(m_opacity->value()));
    for (auto button = m_brushButtons.cbegin(); button != m_brushButtons.cend(); ++button)
        button.value()->setChecked(button.key() == int(brush.brush));
    m_colour->setIcon(swatch(brush.colour, 22));
    for (QToolButton* button : m_swatches)
        button->setChecked(button->property("ink").value<QColor>() == brush.colour);
}

QString BrushBar::hint() const
{
    switch (m_session.tool()) {
    case ToolKind::Select:
        return tr("Drag arrows, their points, regions or the edges of camera frames · "
                  "Double click an arrow for one more point · Del takes away");
    case ToolKind::Pen: return tr("Shift: straight line");
    case ToolKind::Eraser: return tr("Shift: straight line · The pen's other end erases always");
    case ToolKind::Region:
        return tr("Brush over what moves · Shift adds to the region · Alt takes away");
    case ToolKind::Lasso:
        return tr("Draw around what moves, or click corner by corner · Shift adds to the region");
    case ToolKind::Arrow:
        return tr("Draw from a region where it goes, or click point by point and end with Return "
                  "· From an arrow's tip the way goes on");
    case ToolKind::Camera:
        return tr("Drag: truck and pedestal, with Ctrl pan and tilt · Corner: dolly, with Ctrl "
                  "zoom · Round handle: roll · Double click: new frame at the playhead");
    }
    return {};
}

void BrushBar::chooseColour()
{
    const QColor chosen =
        QColorDialog::getColor(m_session.brush().colour, this, tr("Colour of the pen"));
    if (!chosen.isValid())
        return;
    BrushSettings settings = m_session.brush();
    settings.colour = chosen;
    m_session.setBrush(settings);
}

} // namespace dollygrip::ui
