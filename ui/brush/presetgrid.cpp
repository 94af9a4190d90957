#include "ui/brush/presetgrid.h"

#include "core/project/strokepainter.h"
#include "ui/brush/brushbox.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kColumns = 4;
constexpr int kNameHeight = 15;

/// A stroke as a hand draws it: pressed in the middle.
Stroke sampleStroke(const BrushPreset& preset, const QColor& colour, const QSizeF& size)
{
    Stroke stroke;
    stroke.brush = preset.brush;
    stroke.colour = colour;
    stroke.opacity = preset.opacity;
    // Thin ones are shown larger than they are, thick ones smaller.
    const double shown = std::clamp(2.2 * std::sqrt(preset.width * 1080), 2.0, 17.0);
    stroke.width = shown / size.height();
    for (int i = 0; i <= 40; ++i) {
        const double t = i / 40.0;
        const double pressure = std::pow(std::sin(3.14159265 * std::clamp(t, 0.02, 0.98)), 0.6);
        stroke.points.append({float(0.1 + 0.8 * t), float(0.5 + 0.22 * std::sin(t * 6.8 + 2.6)),
                              float(0.95 * pressure)});
    }
    if (preset.brush == Brush::Fill)
        stroke.width = 0;
    return stroke;
}

} // namespace

PresetButton::PresetButton(BrushBox& box, int index, QWidget* parent)
    : QAbstractButton(parent), m_box(box), m_index(index)
{
    setFocusPolicy(Qt::NoFocus);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    const BrushPreset& preset = box.presets()[index];
    setAccessibleName(preset.name);
    const QString key = index < 9 ? u"  &nbsp;%1"_s.arg(index + 1) : QString();
    setToolTip(u"<b>%1</b>%2<br>%3"_s.arg(
        preset.name, key, tr("Keeps size and opacity as you set them; double click: as it came")));
    connect(this, &QAbstractButton::clicked, this, [this] { m_box.choose(m_index); });
    const auto follow = [this] {
        setChecked(m_box.current() == m_index);
        update();
    };
    connect(&box, &BrushBox::presetsChanged, this, follow);
    follow();
}

void PresetButton::mouseDoubleClickEvent(QMouseEvent*)
{
    m_box.reset(m_index);
}

const QImage& PresetButton::sample() const
{
    const BrushPreset& preset = m_box.presets()[m_index];
    const double ratio = devicePixelRatioF();
    const QSize size(int(width() * ratio), int((height() - kNameHeight) * ratio));
    const QString shown = u"%1 %2 %3 %4"_s.arg(preset.width)
                              .arg(preset.opacity)
                              .arg(size.width())
                              .arg(theme().paper.name());
    if (shown == m_sampleOf)
        return m_sample;
    m_sampleOf = shown;
    m_sample = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_sample.fill(Qt::transparent);
    QPainter painter(&m_sample);
    const QSizeF logical(width(), height() - kNameHeight);
    // The grain is that of a panel at its usual size.
    const QRectF frame(QPointF(0, 0), QSizeF(size));
    paintStroke(painter, sampleStroke(preset, QColor(28, 28, 30), logical), frame);
    painter.end();
    m_sample.setDevicePixelRatio(ratio);
    return m_sample;
}

void PresetButton::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    const QRectF paper(whole.x(), whole.y(), whole.width(), whole.height() - kNameHeight);
    QPainterPath card;
    card.addRoundedRect(whole, 4, 4);
    painter.fillPath(card, t.raised);
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(paper, t.paper);
    painter.drawImage(QPointF(0, 0), sample());
    painter.restore();
    painter.setPen(QPen(isChecked()    ? t.text
                        : underMouse() ? t.secondary
                                       : t.line,
                        isChecked() ? 1.5 : 1));
    painter.drawPath(card);
    QFont font = painter.font();
    font.setPixelSize(10);
    painter.setFont(font);
    painter.setPen(isChecked() ? t.text : t.secondary);
    const QRectF words(whole.x() + 4, paper.bottom(), whole.width() - 8, kNameHeight);
    const QString key = m_index < 9 ? QString::number(m_index + 1) : QString();
    const QFontMetricsF metrics(font);
    const double room = words.width() - (key.isEmpty() ? 0 : 9);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_box.presets()[m_index].name, Qt::ElideRight, room));
    painter.setPen(t.disabled);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, key);
}

PresetGrid::PresetGrid(BrushBox& box, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"presetGrid"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing(1));
    for (int i = 0; i < box.presets().size(); ++i)
        grid->addWidget(new PresetButton(box, i), i / kColumns, i % kColumns);
    for (int column = 0; column < kColumns; ++column)
        grid->setColumnStretch(column, 1);
    for (QWidget* button : findChildren<PresetButton*>()) {
        button->setMinimumSize(60, 44);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
}

} // namespace dollygrip::ui
