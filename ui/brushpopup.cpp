#include "ui/brushpopup.h"

#include "core/project/document.h"
#include "ui/brush/brushbox.h"
#include "ui/brush/colourform.h"
#include "ui/brush/presetgrid.h"
#include "ui/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kSliderSteps = 200;

/// Sliders go by ratio, so that thin pens have as much room as thick ones.
int toStep(double value, double least, double most)
{
    return int(std::lround(kSliderSteps * std::log(value / least) / std::log(most / least)));
}

double toValue(int step, double least, double most)
{
    return least * std::pow(most / least, double(step) / kSliderSteps);
}

} // namespace

BrushButton::BrushButton(BrushBox& box, QWidget* parent) : QAbstractButton(parent), m_box(box)
{
    const Session& session = box.session();
    setObjectName(u"brushButton"_s);
    setFocusPolicy(Qt::NoFocus);
    setFixedSize(sizeHint());
    setToolTip(tr("<b>Brush</b><br>Brushes, colour and size"));
    setAccessibleName(tr("Brush"));
    connect(this, &QAbstractButton::clicked, this, &BrushButton::open);
    connect(&session, &Session::brushChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &Session::toolChanged, this, qOverload<>(&QWidget::update));
}

void BrushButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = theme();
    const Session& session = m_box.session();
    const BrushSettings& brush = session.brush();
    const QRectF paper = QRectF(rect()).adjusted(4, 4, -4, -4);
    painter.setPen(QPen(underMouse() ? t.secondary : t.line, 1));
    painter.setBrush(t.paper);
    painter.drawRoundedRect(paper, 4, 4);
    const double width = session.tool() == ToolKind::Eraser   ? brush.eraserWidth
                         : session.tool() == ToolKind::Region ? brush.regionRadius * 2
                                                              : brush.width;
    const double radius = std::clamp(1.5 + 90 * width, 1.5, paper.height() / 2 - 2);
    QColor colour = session.tool() == ToolKind::Region ? t.subject : brush.colour;
    if (session.tool() == ToolKind::Eraser)
        colour = Qt::transparent;
    painter.setPen(session.tool() == ToolKind::Eraser ? QPen(QColor(0x77, 0x79, 0x7f), 1)
                                                      : QPen(Qt::NoPen));
    colour.setAlphaF(float(colour.alphaF() * brush.opacity));
    painter.setBrush(colour);
    painter.drawEllipse(paper.center(), radius, radius);
}

void BrushButton::open()
{
    auto* popup = new BrushPopup(m_box, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->adjustSize();
    QPoint at = mapToGlobal(QPoint(width() + spacing(1), 0));
    if (const QScreen* here = screen())
        at.setY(std::min(at.y(), here->availableGeometry().bottom() - popup->height()));
    popup->move(at);
    popup->show();
}

BrushPopup::BrushPopup(BrushBox& box, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(box.session())
{
    setObjectName(u"brushPopup"_s);
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    column->setSpacing(spacing(3));
    column->addWidget(new PresetGrid(box));
    column->addWidget(new ColourForm(box));
    auto* form = new QFormLayout;
    form->setSpacing(spacing(2));
    const BrushSettings& brush = m_session.brush();
    slider(
        tr("Size"), 0.001, 0.08, brush.width, [](BrushSettings& b, double v) { b.width = v; },
        form);
    slider(
        tr("Opacity"), 0.05, 1.0, brush.opacity, [](BrushSettings& b, double v) { b.opacity = v; },
        form);
    slider(
        tr("Eraser"), 0.004, 0.3, brush.eraserWidth,
        [](BrushSettings& b, double v) { b.eraserWidth = v; }, form);
    slider(
        tr("Motion brush"), 0.005, 0.2, brush.regionRadius,
        [](BrushSettings& b, double v) { b.regionRadius = v; }, form);
    column->addLayout(form);
}

QSlider* BrushPopup::slider(const QString& name, double least, double most, double now,
                            void (*set)(BrushSettings&, double), QFormLayout* form)
{
    auto* made = new QSlider(Qt::Horizontal);
    made->setRange(0, kSliderSteps);
    made->setValue(toStep(now, least, most));
    made->setAccessibleName(name);
    made->setMinimumWidth(140);
    auto* value = new QLabel;
    value->setProperty("role", u"small"_s);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setMinimumWidth(value->fontMetrics().horizontalAdvance(u"0000 px"_s));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    row->addWidget(made, 1);
    row->addWidget(value);
    form->addRow(name, row);
    // Shares of the picture's height are said in pixels of the film, the rest in percent.
    const int high = most < 1.0 ? m_session.document().film().settings.size.height() : 0;
    const auto show = [value, least, most, high](int step) {
        const double now = toValue(step, least, most);
        value->setText(high > 0 ? tr("%1 px").arg(qRound(now * high))
                                : u"%1 %"_s.arg(qRound(now * 100)));
    };
    show(made->value());
    connect(made, &QSlider::valueChanged, this, [this, least, most, set, show](int step) {
        BrushSettings changed = m_session.brush();
        set(changed, toValue(step, least, most));
        m_session.setBrush(changed);
        show(step);
    });
    return made;
}

} // namespace dollygrip::ui
