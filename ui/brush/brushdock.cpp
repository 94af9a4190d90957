#include "ui/brush/brushdock.h"

#include "ui/brush/brushbox.h"
#include "ui/brush/colourform.h"
#include "ui/brush/paletteform.h"
#include "ui/brush/pendialog.h"
#include "ui/brush/presetgrid.h"
#include "ui/canvas/brushrange.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

void change(Session& session, const std::function<void(BrushSettings&)>& by)
{
    BrushSettings brush = session.brush();
    by(brush);
    session.setBrush(brush);
}

/// The size that belongs to the tool in hand.
double& sizeOf(BrushSettings& brush, ToolKind tool)
{
    switch (tool) {
    case ToolKind::Eraser: return brush.eraserWidth;
    case ToolKind::Region: return brush.regionRadius;
    case ToolKind::Text: return brush.textHeight;
    default: return brush.width;
    }
}

} // namespace

BrushDock::BrushDock(FilmDesk& desk, BrushBox& box, QWidget* parent)
    : QDockWidget(tr("Brush"), parent), m_desk(desk), m_box(box)
{
    setObjectName(u"brushDock"_s);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(280);
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(spacing(3), spacing(2), spacing(3), spacing(3));
    column->setSpacing(spacing(2));
    column->addWidget(new PresetGrid(box));
    column->addWidget(sizes());
    column->addWidget(toolOptions());
    column->addSpacing(spacing(1));
    column->addWidget(new ColourForm(box));
    column->addWidget(new PaletteForm(desk, box));
    column->addWidget(steadying());
    column->addStretch(1);
    area->setWidget(holder);
    setWidget(area);
    connect(&desk.session(), &Session::brushChanged, this, &BrushDock::follow);
    connect(&desk.session(), &Session::toolChanged, this, &BrushDock::follow);
    connect(&desk.session(), &Session::penFeelChanged, this, &BrushDock::followPen);
    follow();
    followPen();
}

QWidget* BrushDock::sizes()
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    NumberField::Options size;
    size.minimum = 0.5;
    size.maximum = 500;
    size.step = 0.5;
    size.decimals = 1;
    size.unit = u" px"_s;
    size.reset = 8;
    m_size = new NumberField(size);
    m_size->setObjectName(u"brushSize"_s);
    m_size->setAccessibleName(tr("Size"));
    m_size->setToolTip(tr("<b>Size</b>  &nbsp;[ and ]<br>Also Ctrl+Alt and drag on the paper"));
    m_opacity = percentField(100);
    m_opacity->setObjectName(u"brushOpacity"_s);
    m_opacity->setAccessibleName(tr("Opacity"));
    m_opacityName = new QLabel(tr("Opacity"));
    row->addWidget(new QLabel(tr("Size")));
    row->addWidget(m_size, 1);
    row->addWidget(m_opacityName);
    row->addWidget(m_opacity, 1);
    connect(m_size, &NumberField::edited, this, [this](double pixels) {
        Session& session = m_desk.session();
        const double high = m_desk.document().film().settings.size.height();
        change(session, [&](BrushSettings& brush) {
            sizeOf(brush, session.tool()) =
                std::clamp(pixels / high, kSmallestBrush, kLargestBrush);
        });
    });
    connect(m_opacity, &NumberField::edited, this, [this](double percent) {
        change(m_desk.session(),
               [&](BrushSettings& brush) { brush.opacity = std::clamp(percent / 100, 0.01, 1.0); });
    });
    return holder;
}

QWidget* BrushDock::toolOptions()
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    m_soft = new QCheckBox(tr("Soft eraser"));
    m_filled = new QCheckBox(tr("Fill shapes"));
    column->addWidget(m_soft);
    column->addWidget(m_filled);
    m_fill = fillOptions();
    m_text = textOptions();
    column->addWidget(m_fill);
    column->addWidget(m_text);
    Session& session = m_desk.session();
    connect(m_soft, &QCheckBox::clicked, this, [&session](bool isSoft) {
        change(session, [isSoft](BrushSettings& brush) { brush.isEraserSoft = isSoft; });
    });
    connect(m_filled, &QCheckBox::clicked, this, [&session](bool isFilled) {
        change(session, [isFilled](BrushSettings& brush) { brush.isShapeFilled = isFilled; });
    });
    return holder;
}

QWidget* BrushDock::fillOptions()
{
    auto* holder = new QWidget;
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(spacing(1));
    NumberField::Options gap;
    gap.maximum = 40;
    gap.unit = u" px"_s;
    gap.reset = 6;
    m_gap = new NumberField(gap);
    m_gap->setToolTip(tr("<b>Close gaps</b><br>Openings in the lines up to this wide hold the "
                         "fill back"));
    form->addRow(tr("Close gaps"), m_gap);
    m_tolerance = percentField(22);
    m_tolerance->setToolTip(tr("<b>Tolerance</b><br>How far colours may differ and still be one "
                               "area"));
    form->addRow(tr("Tolerance"), m_tolerance);
    m_allLayers = new QCheckBox(tr("Lines of all layers"));
    m_onTop = new QCheckBox(tr("On top of the layer's lines"));
    form->addRow(m_allLayers);
    form->addRow(m_onTop);
    Session& session = m_desk.session();
    connect(m_gap, &NumberField::edited, this, [&session](double value) {
        change(session, [value](BrushSettings& brush) { brush.fillGap = value; });
    });
    connect(m_tolerance, &NumberField::edited, this, [&session](double value) {
        change(session, [value](BrushSettings& brush) { brush.fillTolerance = value / 100; });
    });
    connect(m_allLayers, &QCheckBox::clicked, this, [&session](bool isOn) {
        change(session, [isOn](BrushSettings& brush) { brush.fillsByAllLayers = isOn; });
    });
    connect(m_onTop, &QCheckBox::clicked, this, [&session](bool isOn) {
        change(session, [isOn](BrushSettings& brush) { brush.fillsOnTop = isOn; });
    });
    return holder;
}

QWidget* BrushDock::textOptions()
{
    auto* holder = new QWidget;
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(0, 0, 0, 0);
    auto* font = new QComboBox; // filled when it is first seen: reading all fonts takes a while
    font->setObjectName(u"textFont"_s);
    font->setMinimumWidth(120);
    font->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    font->setAccessibleName(tr("Font"));
    form->addRow(tr("Font"), font);
    m_font = font;
    connect(font, &QComboBox::activated, this, [this] {
        change(m_desk.session(),
               [this](BrushSettings& brush) { brush.textFont = m_font->currentText(); });
    });
    return holder;
}

QWidget* BrushDock::steadying()
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    auto* top = new QHBoxLayout;
    top->addWidget(sectionHeading(tr("Hand")), 1);
    column->addLayout(top);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_steadying = new QComboBox;
    m_steadying->setObjectName(u"steadyingBox"_s);
    m_steadying->addItems({tr("As it is"), tr("Smoothed"), tr("On a string")});
    m_steadying->setAccessibleName(tr("Steadying"));
    m_steadying->setToolTip(tr("<b>Steadying</b><br>Smoothed: the line follows the mean of the "
                               "last moments. On a string: the pen pulls the line behind it"));
    m_strength = percentField(20);
    m_strength->setAccessibleName(tr("Strength of steadying"));
    row->addWidget(m_steadying, 3);
    row->addWidget(m_strength, 2);
    auto* feel = new QPushButton(tr("Pen feel…"));
    feel->setToolTip(tr("<b>Pen feel</b><br>Pressure and tilt as curves, with paper to try them"));
    top->addWidget(feel);
    column->addLayout(row);
    m_catchesUp = new QCheckBox(tr("Line catches up with the pen"));
    m_catchesUp->setObjectName(u"catchesUpBox"_s);
    m_catchesUp->setToolTip(tr("On a string: when the pen is lifted the line goes on to it"));
    column->addWidget(m_catchesUp);
    connect(feel, &QPushButton::clicked, this, &BrushDock::showPenFeel);
    const auto changeFeel = [this] {
        PenFeel pen = m_desk.session().penFeel();
        pen.steadying = Steadying(m_steadying->currentIndex());
        pen.strength = m_strength->value() / 100;
        pen.catchesUp = m_catchesUp->isChecked();
        m_desk.session().setPenFeel(pen);
    };
    connect(m_steadying, &QComboBox::activated, this, changeFeel);
    connect(m_strength, &NumberField::edited, this, changeFeel);
    connect(m_catchesUp, &QCheckBox::clicked, this, changeFeel);
    return holder;
}

void BrushDock::showPenFeel()
{
    auto* dialog = window()->findChild<PenDialog*>();
    if (!dialog) {
        dialog = new PenDialog(m_desk.session(), window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
}

void BrushDock::follow()
{
    BrushSettings brush = m_desk.session().brush();
    const ToolKind tool = m_desk.session().tool();
    const double high = m_desk.document().film().settings.size.height();
    m_size->setValue(sizeOf(brush, tool) * high);
    m_opacity->setValue(std::round(brush.opacity * 100));
    m_opacity->setEnabled(tool != ToolKind::Eraser && tool != ToolKind::Region);
    m_opacityName->setEnabled(m_opacity->isEnabled());
    m_soft->setVisible(tool == ToolKind::Eraser);
    m_soft->setChecked(brush.isEraserSoft);
    const bool hasShape = tool == ToolKind::Rectangle || tool == ToolKind::Ellipse
                          || tool == ToolKind::Polygon || tool == ToolKind::Curve;
    m_filled->setVisible(hasShape);
    m_filled->setChecked(brush.isShapeFilled);
    m_fill->setVisible(tool == ToolKind::FillArea);
    m_gap->setValue(brush.fillGap);
    m_tolerance->setValue(std::round(brush.fillTolerance * 100));
    m_allLayers->setChecked(brush.fillsByAllLayers);
    m_onTop->setChecked(brush.fillsOnTop);
    m_text->setVisible(tool == ToolKind::Text);
    if (tool == ToolKind::Text && m_font->count() == 0)
        m_font->addItems(QFontDatabase::families());
    const int at = m_font->findText(brush.textFont);
    m_font->setCurrentIndex(at >= 0 ? at : m_font->findText(font().family()));
}

void BrushDock::followPen()
{
    const PenFeel& pen = m_desk.session().penFeel();
    m_steadying->setCurrentIndex(int(pen.steadying));
    m_strength->setValue(std::round(pen.strength * 100));
    m_strength->setEnabled(pen.steadying != Steadying::None);
    m_catchesUp->setVisible(pen.steadying == Steadying::String);
    m_catchesUp->setChecked(pen.catchesUp);
}

} // namespace dollygrip::ui
