#include "ui/brush/pendialog.h"

#include "core/project/strokepainter.h"
#include "ui/brush/curvefield.h"
#include "ui/canvas/pentilt.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTabletEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

PenPad::PenPad(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"penPad"_s);
    setMinimumHeight(110);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Paper to try the pen on"));
}

void PenPad::clear()
{
    m_paper.fill(theme().paper);
    m_stroke = {};
    update();
}

void PenPad::resizeEvent(QResizeEvent*)
{
    QImage paper(size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    paper.fill(theme().paper);
    if (!m_paper.isNull())
        QPainter(&paper).drawImage(0, 0, m_paper);
    m_paper = paper;
}

void PenPad::paintEvent(QPaintEvent*)
{
    QImage shown = m_paper;
    // The strokes are as large as on a panel a thousand pixels high.
    const double ratio = devicePixelRatioF();
    const QRectF frame(0, 0, 1920 * ratio, 1080 * ratio);
    if (!m_stroke.points.isEmpty()) {
        QPainter over(&shown);
        dollygrip::paintStroke(over, m_stroke, frame);
    }
    QPainter painter(this);
    shown.setDevicePixelRatio(ratio);
    painter.drawImage(0, 0, shown);
    if (m_stroke.points.isEmpty()) {
        painter.setPen(QColor(110, 106, 98));
        painter.drawText(rect().adjusted(8, 4, -8, -6), Qt::AlignLeft | Qt::AlignBottom,
                         tr("Try the pen here"));
    }
    painter.setPen(QPen(theme().line, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PenPad::add(const QPointF& place, double pressure, double tilt, bool isFirst)
{
    const BrushSettings& brush = m_session.brush();
    if (isFirst) {
        m_stroke = {};
        m_stroke.brush = brush.brush;
        m_stroke.colour = brush.colour;
        m_stroke.width = brush.width;
        m_stroke.opacity = brush.opacity;
    }
    const PenFeel& feel = m_session.penFeel();
    m_stroke.points.append({float(place.x() / 1920), float(place.y() / 1080),
                            float(feel.pressure.at(pressure)), float(feel.tilt.at(tilt))});
    Q_EMIT felt(pressure, tilt);
    update();
}

void PenPad::end()
{
    const double ratio = devicePixelRatioF();
    QPainter over(&m_paper);
    dollygrip::paintStroke(over, m_stroke, QRectF(0, 0, 1920 * ratio, 1080 * ratio));
    over.end();
    m_stroke.points = {StrokePoint{-9, -9, 0}}; // something was drawn
    Q_EMIT felt(-1, -1);
    update();
}

void PenPad::mousePressEvent(QMouseEvent* event)
{
    add(event->position(), 0.5, 0, true);
}

void PenPad::mouseMoveEvent(QMouseEvent* event)
{
    add(event->position(), 0.5, 0, false);
}

void PenPad::mouseReleaseEvent(QMouseEvent*)
{
    end();
}

void PenPad::tabletEvent(QTabletEvent* event)
{
    const double tilt = penTilt(event->xTilt(), event->yTilt());
    if (event->type() == QEvent::TabletPress)
        add(event->position(), event->pressure(), tilt, true);
    else if (event->type() == QEvent::TabletMove && event->buttons() != Qt::NoButton)
        add(event->position(), event->pressure(), tilt, false);
    else if (event->type() == QEvent::TabletRelease)
        end();
    event->accept();
}

PenDialog::PenDialog(Session& session, QWidget* parent) : QDialog(parent), m_session(session)
{
    setObjectName(u"penDialog"_s);
    setWindowTitle(tr("Pen feel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(5), spacing(5), spacing(5), spacing(4));
    column->setSpacing(spacing(3));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(4));
    const auto field = [&](const QString& title, const QString& name) {
        auto* side = new QVBoxLayout;
        side->setSpacing(spacing(1));
        side->addWidget(sectionHeading(title));
        auto* made = new CurveField;
        made->setObjectName(name);
        made->setAccessibleName(title);
        side->addWidget(made, 1);
        row->addLayout(side, 1);
        return made;
    };
    m_pressure = field(tr("Pressure"), u"pressureCurve"_s);
    m_tilt = field(tr("Tilt"), u"tiltCurve"_s);
    column->addLayout(row, 1);
    column->addWidget(quietLabel(tr("Across: what the pen says. Up: what the brush gets. Click for "
                                    "a point, double click takes it away.")));
    auto* pad = new PenPad(session);
    column->addWidget(pad, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* soft = buttons->addButton(tr("Softer"), QDialogButtonBox::ActionRole);
    auto* firm = buttons->addButton(tr("Firmer"), QDialogButtonBox::ActionRole);
    auto* straight = buttons->addButton(tr("As it came"), QDialogButtonBox::ResetRole);
    for (QPushButton* button : {soft, firm, straight})
        button->setAutoDefault(false);
    column->addWidget(buttons);
    resize(560, 460);

    const auto setFeel = [this](const PenCurve& pressure, const PenCurve& tilt) {
        PenFeel feel = m_session.penFeel();
        feel.pressure = pressure;
        feel.tilt = tilt;
        m_session.setPenFeel(feel);
    };
    connect(m_pressure, &CurveField::edited, this,
            [this, setFeel](const PenCurve& curve) { setFeel(curve, m_session.penFeel().tilt); });
    connect(m_tilt, &CurveField::edited, this, [this, setFeel](const PenCurve& curve) {
        setFeel(m_session.penFeel().pressure, curve);
    });
    connect(soft, &QPushButton::clicked, this, [this, setFeel] {
        setFeel(PenCurve({{0, 0}, {0.35, 0.62}, {1, 1}}), m_session.penFeel().tilt);
    });
    connect(firm, &QPushButton::clicked, this, [this, setFeel] {
        setFeel(PenCurve({{0, 0}, {0.62, 0.35}, {1, 1}}), m_session.penFeel().tilt);
    });
    connect(straight, &QPushButton::clicked, this, [setFeel] { setFeel({}, {}); });
    connect(straight, &QPushButton::clicked, pad, &PenPad::clear);
    connect(pad, &PenPad::felt, this, [this](double pressure, double tilt) {
        m_pressure->setMark(pressure);
        m_tilt->setMark(tilt);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&session, &Session::penFeelChanged, this, &PenDialog::follow);
    follow();
}

void PenDialog::follow()
{
    m_pressure->setCurve(m_session.penFeel().pressure);
    m_tilt->setCurve(m_session.penFeel().tilt);
}

} // namespace dollygrip::ui
