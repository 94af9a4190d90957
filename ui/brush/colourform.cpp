#include "ui/brush/colourform.h"

#include "ui/brush/brushbox.h"
#include "ui/brush/colourwheel.h"
#include "ui/brush/swatchgrid.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// The colour in hand over the other one; a click swaps them.
class ColourPair : public QAbstractButton {
public:
    ColourPair(BrushBox& box, const QString& tip) : m_box(box)
    {
        setFixedSize(44, 40);
        setFocusPolicy(Qt::NoFocus);
        setToolTip(tip);
        setObjectName(u"colourPair"_s);
        connect(this, &QAbstractButton::clicked, &box, &BrushBox::swapColours);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().line, 1));
        painter.setBrush(m_box.otherColour());
        painter.drawRoundedRect(QRectF(17.5, 13.5, 26, 26), 4, 4);
        painter.setPen(QPen(theme().dock, 3));
        painter.setBrush(m_box.session().brush().colour);
        painter.drawRoundedRect(QRectF(1.5, 1.5, 27, 27), 4, 4);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().secondary, 1));
        painter.drawRoundedRect(QRectF(1.5, 1.5, 26, 26), 4, 4);
    }

private:
    BrushBox& m_box;
};

} // namespace

ColourForm::ColourForm(BrushBox& box, QWidget* parent) : QWidget(parent), m_box(box)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(3));
    m_wheel = new ColourWheel;
    m_wheel->setFixedSize(156, 156);
    row->addWidget(m_wheel);
    auto* side = new QVBoxLayout;
    side->setSpacing(spacing(1));
    m_pair = new ColourPair(box, tr("<b>Two colours</b>  &nbsp;Shift+X<br>Swaps the colour in hand "
                                    "with the other one"));
    side->addWidget(m_pair);
    side->addSpacing(spacing(1));
    m_hex = new QLineEdit;
    m_hex->setObjectName(u"hexField"_s);
    m_hex->setMaxLength(24);
    m_hex->setAccessibleName(tr("Colour as a number"));
    m_hex->setToolTip(tr("<b>Hex</b><br>#rrggbb or a name like “teal”"));
    side->addWidget(m_hex);
    const QString names[] = {tr("H", "hue"), tr("S", "saturation"), tr("V", "brightness")};
    const QString whole[] = {tr("Hue"), tr("Saturation"), tr("Brightness")};
    auto* form = new QFormLayout;
    form->setSpacing(spacing(1));
    for (int i = 0; i < 3; ++i) {
        NumberField::Options options;
        options.maximum = i == 0 ? 359 : 100;
        options.unit = i == 0 ? u"°"_s : u" %"_s;
        m_numbers[i] = new NumberField(options);
        m_numbers[i]->setAccessibleName(whole[i]);
        m_numbers[i]->setToolTip(whole[i]);
        form->addRow(names[i], m_numbers[i]);
        connect(m_numbers[i], &NumberField::edited, this, &ColourForm::takeNumbers);
    }
    side->addLayout(form);
    side->addStretch(1);
    row->addLayout(side, 1);
    column->addLayout(row);
    m_recent = new SwatchGrid;
    m_recent->setObjectName(u"recentColours"_s);
    m_recent->setAccessibleName(tr("Colours used lately"));
    column->addWidget(m_recent);

    connect(m_wheel, &ColourWheel::picked, &box, &BrushBox::setColour);
    connect(m_recent, &SwatchGrid::picked, &box, &BrushBox::setColour);
    connect(m_hex, &QLineEdit::editingFinished, this, [this] {
        QString text = m_hex->text().trimmed();
        QColor colour(text);
        if (!colour.isValid())
            colour = QColor(u'#' + text);
        if (colour.isValid())
            m_box.setColour(colour);
        follow();
    });
    connect(&box.session(), &Session::brushChanged, this, &ColourForm::follow);
    connect(&box, &BrushBox::otherChanged, m_pair, qOverload<>(&QWidget::update));
    connect(&box, &BrushBox::recentChanged, this, [this] { m_recent->setColours(m_box.recent()); });
    m_recent->setColours(box.recent());
    follow();
}

void ColourForm::takeNumbers()
{
    m_box.setColour(QColor::fromHsv(int(std::lround(m_numbers[0]->value())) % 360,
                                    int(std::lround(m_numbers[1]->value() * 2.55)),
                                    int(std::lround(m_numbers[2]->value() * 2.55))));
}

void ColourForm::follow()
{
    const QColor colour = m_box.session().brush().colour;
    m_wheel->setColour(colour);
    m_pair->update();
    m_recent->setCurrent(colour);
    if (!m_hex->hasFocus() || !m_hex->isModified())
        m_hex->setText(colour.name());
    const QColor shown = m_wheel->colour();
    const double values[] = {std::max(0.0F, shown.hsvHueF()) * 359.0,
                             shown.hsvSaturationF() * 100.0, shown.valueF() * 100.0};
    for (int i = 0; i < 3; ++i) {
        if (!m_numbers[i]->hasFocus())
            m_numbers[i]->setValue(std::round(values[i]));
    }
}

} // namespace dollygrip::ui
