#include "ui/brushpopup.h"

#include "core/project/document.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QColorDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kSliderSteps = 200;
constexpr int kColumns = 8;

/// Greys for boards, then the colours storyboards mark people and light with.
constexpr const char* kColours[] = {
    "#1c1c1e", "#4a4b50", "#77797f", "#a3a5aa", "#c9cacd", "#e4e2dc", "#f6f3ec", "#ffffff",
    "#b3332c", "#d97b2b", "#e8b93c", "#5f8f4a", "#3d7f8c", "#3b5f9a", "#6d4f93", "#8a5a3c",
};

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

BrushButton::BrushButton(Session& session, QWidget* parent)
    : QAbstractButton(parent), m_session(session)
{
    setObjectName(u"brushButton"_s);
    setFocusPolicy(Qt::NoFocus);
    setFixedSize(sizeHint());
    setToolTip(tr("<b>Pen</b><br>Kind, colour and size"));
    setAccessibleName(tr("Pen"));
    connect(this, &QAbstractButton::clicked, this, &BrushButton::open);
    connect(&session, &Session::brushChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &Session::toolChanged, this, qOverload<>(&QWidget::update));
}

void BrushButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = theme();
    const BrushSettings& brush = m_session.brush();
    const QRectF paper = QRectF(rect()).adjusted(4, 4, -4, -4);
    painter.setPen(QPen(underMouse() ? t.secondary : t.line, 1));
    painter.setBrush(t.paper);
    painter.drawRoundedRect(paper, 4, 4);
    const double width = m_session.tool() == ToolKind::Eraser   ? brush.eraserWidth
                         : m_session.tool() == ToolKind::Region ? brush.regionRadius * 2
                                                                : brush.width;
    const double radius = std::clamp(1.5 + 90 * width, 1.5, paper.height() / 2 - 2);
    QColor colour = m_session.tool() == ToolKind::Region ? t.subject : brush.colour;
    if (m_session.tool() == ToolKind::Eraser)
        colour = Qt::transparent;
    painter.setPen(m_session.tool() == ToolKind::Eraser ? QPen(QColor(0x77, 0x79, 0x7f), 1)
                                                        : QPen(Qt::NoPen));
    colour.setAlphaF(float(colour.alphaF() * brush.opacity));
    painter.setBrush(colour);
    painter.drawEllipse(paper.center(), radius, radius);
}

void BrushButton::open()
{
    auto* popup = new BrushPopup(m_session, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->adjustSize();
    QPoint at = mapToGlobal(QPoint(width() + spacing(1), 0));
    if (const QScreen* here = screen())
        at.setY(std::min(at.y(), here->availableGeometry().bottom() - popup->height()));
    popup->move(at);
    popup->show();
}

BrushPopup::BrushPopup(Session& session, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(session)
{
    setObjectName(u"brushPopup"_s);
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    column->setSpacing(spacing(3));
    column->addWidget(kinds());
    column->addWidget(colours());
    auto* form = new QFormLayout;
    form->setSpacing(spacing(2));
    const BrushSettings& brush = session.brush();
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

QWidget* BrushPopup::kinds()
{
    struct Kind {
        Brush brush;
        QString name;
        QString icon;
    };
    const Kind all[] = {{Brush::Pencil, tr("Pencil"), u"pencil"_s},
                        {Brush::Ink, tr("Ink"), u"ink"_s},
                        {Brush::Marker, tr("Marker"), u"marker-brush"_s},
                        {Brush::Fill, tr("Fill"), u"fill"_s}};
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto* group = new QButtonGroup(holder);
    for (const Kind& kind : all) {
        auto* button = new QToolButton;
        button->setIcon(themedIcon(kind.icon));
        button->setText(kind.name);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setCheckable(true);
        button->setIconSize({20, 20});
        button->setMinimumSize(60, 44);
        button->setChecked(m_session.brush().brush == kind.brush);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, brush = kind.brush] {
            BrushSettings changed = m_session.brush();
            changed.brush = brush;
            m_session.setBrush(changed);
            m_session.setTool(ToolKind::Pen);
        });
    }
    row->addStretch(1);
    return holder;
}

QWidget* BrushPopup::colours()
{
    auto* holder = new QWidget;
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(3);
    int at = 0;
    for (const char* text : kColours) {
        const QColor colour(QLatin1StringView{text});
        auto* button = new QToolButton;
        button->setFixedSize(28, 28);
        button->setAccessibleName(colour.name());
        const bool isChosen = m_session.brush().colour == colour;
        button->setStyleSheet(u"QToolButton { background: %1; border: %2px solid %3; }"_s.arg(
            colour.name(), isChosen ? u"2"_s : u"1"_s,
            (isChosen ? theme().text : theme().line).name()));
        grid->addWidget(button, at / kColumns, at % kColumns);
        ++at;
        connect(button, &QToolButton::clicked, this, [this, colour] {
            BrushSettings changed = m_session.brush();
            changed.colour = colour;
            m_session.setBrush(changed);
            m_session.setTool(ToolKind::Pen);
            close();
        });
    }
    auto* other = new QPushButton(tr("Other colour…"));
    other->setFlat(true);
    grid->addWidget(other, at / kColumns, 0, 1, kColumns, Qt::AlignLeft);
    connect(other, &QPushButton::clicked, this, &BrushPopup::otherColour);
    return holder;
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

void BrushPopup::otherColour()
{
    auto* dialog = new QColorDialog(m_session.brush().colour, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Session* session = &m_session;
    connect(dialog, &QColorDialog::colorSelected, session, [session](const QColor& colour) {
        BrushSettings changed = session->brush();
        changed.colour = colour;
        session->setBrush(changed);
        session->setTool(ToolKind::Pen);
    });
    // The popup goes when the dialog takes the focus; the dialog stays.
    dialog->setParent(parentWidget() ? parentWidget()->window() : nullptr, Qt::Dialog);
    dialog->open();
    close();
}

} // namespace dollygrip::ui
