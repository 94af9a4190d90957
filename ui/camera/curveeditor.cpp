#include "ui/camera/curveeditor.h"

#include "core/geometry/motionpath.h"
#include "ui/camera/curveedit.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

QString valueText(const QLocale& locale, CameraChannel channel, double value)
{
    switch (unitOf(channel)) {
    case CurveUnit::Metres: return locale.toString(value, 'f', 2) + u" m"_s;
    case CurveUnit::Degrees: return locale.toString(toDegrees(value), 'f', 1) + u"°"_s;
    case CurveUnit::Millimetres: return locale.toString(value, 'f', 1) + u" mm"_s;
    }
    return {};
}

QString tip(const QString& name, const QString& use)
{
    return u"<p style='white-space:pre'><b>%1</b><br>%2</p>"_s.arg(name.toHtmlEscaped(),
                                                                   use.toHtmlEscaped());
}

const char* iconOf(CurveHandles handles)
{
    switch (handles) {
    case CurveHandles::Auto: return "curve-auto";
    case CurveHandles::Aligned: return "curve-aligned";
    case CurveHandles::Free: return "curve-free";
    case CurveHandles::Linear: return "curve-linear";
    case CurveHandles::Hold: return "curve-hold";
    }
    return "";
}

QToolButton* iconButton(const char* icon, const QString& name, const QString& use)
{
    auto* button = new QToolButton;
    button->setIcon(themedIcon(QLatin1StringView(icon)));
    button->setIconSize({18, 18});
    button->setFixedSize(28, kRowHeight);
    button->setToolTip(tip(name, use));
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

CurveEditor::CurveEditor(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    setObjectName(u"curveEditor"_s);
    m_view = new CurveView(desk);
    m_channels = new ChannelList(*m_view, desk);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTools());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_channels);
    row->addWidget(m_view, 1);
    column->addLayout(row, 1);
    connect(m_view, &CurveView::selectionChanged, this, &CurveEditor::fill);
    connect(m_view, &CurveView::channelChanged, this, &CurveEditor::fill);
    connect(m_view, &CurveView::curvesChanged, this, &CurveEditor::fill);
    fill();
}

QWidget* CurveEditor::buildTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(spacing(2), spacing(1), spacing(2), spacing(1));
    row->setSpacing(2);
    const std::pair<CurveHandles, QString> kinds[] = {
        {CurveHandles::Auto, tr("Smooth, never beyond its neighbours")},
        {CurveHandles::Aligned, tr("Both handles in one line")},
        {CurveHandles::Free, tr("Each handle for itself: the curve may have a corner")},
        {CurveHandles::Linear, tr("Straight to the neighbours")},
        {CurveHandles::Hold, tr("Stays until the next point, then jumps")}};
    for (const auto& [kind, use] : kinds) {
        auto* button = iconButton(iconOf(kind), tr("Handles: %1").arg(handlesName(kind)), use);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, m_view, [this, kind = kind] {
            m_view->setHandles(kind);
            fill();
        });
        m_handles.append(button);
        row->addWidget(button);
    }
    row->addSpacing(spacing(2));
    auto* eases = new QToolButton;
    eases->setText(tr("Ease"));
    eases->setToolTip(tip(tr("Ease"), tr("How the way on from the selected points goes")));
    eases->setPopupMode(QToolButton::InstantPopup);
    eases->setFixedHeight(kRowHeight);
    auto* menu = new QMenu(eases);
    for (const Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut})
        connect(menu->addAction(curveEaseName(ease)), &QAction::triggered, m_view,
                [this, ease] { m_view->applyEase(ease); });
    eases->setMenu(menu);
    row->addWidget(eases);
    auto* add =
        iconButton("curve-add", tr("Point at the playhead"),
                   tr("Puts a point on the curve; a double click on the curve does so too"));
    connect(add, &QToolButton::clicked, m_view, &CurveView::addPointAtPlayhead);
    row->addWidget(add);
    auto* remove = iconButton("delete", tr("Delete points"), tr("Takes the selected points (Del)"));
    connect(remove, &QToolButton::clicked, m_view, [this] { m_view->removeSelected(); });
    row->addWidget(remove);
    row->addStretch(1);
    m_time = new NumberField(
        {-100000,
         100000,
         1,
         0,
         {},
         1,
         [this](const QString& text) {
             auto frames = framesFromText(text, m_desk.document().film().settings.rate);
             if (frames) // a length of time from the shot's start: its first frame is number 1
                 *frames += 1;
             return frames;
         },
         [](double frame) { return tr("frame %1").arg(std::lround(frame)); }});
    m_time->setFixedWidth(92);
    m_time->setToolTip(tip(tr("When"), tr("Frame of the shot; also 1 s 12, 00:00:01:12")));
    connect(m_time, &NumberField::edited, this, [this](double frame) {
        if (!m_isShowing)
            m_view->setTime((frame - 1) * m_view->graph().frameStep(), u"curve.time"_s);
    });
    connect(m_time, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    row->addWidget(m_time);
    m_value = new NumberField({-100000, 100000, 0.05, 3, {}, 0, {}, [this](double shown) {
                                   const CameraChannel channel =
                                       m_view->selection().empty()
                                           ? m_view->channel()
                                           : m_view->selection().front().channel;
                                   return valueText(locale(), channel, storedValue(channel, shown));
                               }});
    m_value->setFixedWidth(92);
    m_value->setToolTip(
        tip(tr("Value"), tr("Of the selected points: drag, type or turn the wheel")));
    connect(m_value, &NumberField::edited, this, [this](double shown) {
        if (!m_isShowing && !m_view->selection().empty())
            m_view->setValue(storedValue(m_view->selection().front().channel, shown),
                             u"curve.value"_s);
    });
    connect(m_value, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    row->addWidget(m_value);
    row->addSpacing(spacing(2));
    auto* snaps = iconButton("snap", tr("Snap to frames"),
                             tr("Points stay on whole frames; Ctrl while dragging does the other"));
    snaps->setCheckable(true);
    snaps->setChecked(true);
    connect(snaps, &QToolButton::toggled, m_view, &CurveView::setSnaps);
    row->addWidget(snaps);
    m_follow = iconButton("curve-follow", tr("Follow the camera frames"),
                          tr("Drops this channel's own curve"));
    connect(m_follow, &QToolButton::clicked, m_view, &CurveView::followFrames);
    row->addWidget(m_follow);
    auto* fit = iconButton("fit", tr("Show all  F"), tr("Fits the shown curves into the view"));
    connect(fit, &QToolButton::clicked, m_view, &CurveView::fit);
    row->addWidget(fit);
    return tools;
}

void CurveEditor::fill()
{
    m_isShowing = true;
    const auto& selection = m_view->selection();
    const bool hasPoint = !selection.empty();
    m_time->setEnabled(hasPoint);
    m_value->setEnabled(hasPoint);
    std::optional<CurveHandles> kind;
    bool isMixed = false;
    for (const auto& one : selection) {
        const CurveHandles here = m_view->curve(one.channel).points[one.point].handles;
        isMixed = isMixed || (kind && *kind != here);
        kind = here;
    }
    for (qsizetype i = 0; i < m_handles.size(); ++i)
        m_handles[i]->setChecked(kind && !isMixed && int(*kind) == i);
    if (hasPoint) {
        const auto& first = selection.front();
        const CurvePoint& point = m_view->curve(first.channel).points[first.point];
        m_time->setValue(std::round(point.at / m_view->graph().frameStep()) + 1);
        m_value->setValue(shownValue(first.channel, point.value));
    }
    m_follow->setEnabled(m_view->hasOwnCurve(m_view->channel()));
    m_channels->update();
    m_isShowing = false;
}

ChannelList::ChannelList(CurveView& view, FilmDesk& desk, QWidget* parent)
    : QWidget(parent), m_view(view), m_desk(desk)
{
    setFixedWidth(150);
    connect(&desk.session(), &Session::playheadChanged, this, qOverload<>(&QWidget::update));
}

QRectF ChannelList::row(std::size_t index) const
{
    const double high = std::clamp((height() - 8.0) / double(kCameraChannels), 14.0, 28.0);
    return {0, 4 + double(index) * high, double(width()), high};
}

void ChannelList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& t = theme();
    painter.fillRect(rect(), t.dock);
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double at = shotFraction(double(m_desk.session().shotFrame()), shot->length);
    QFont font = painter.font();
    font.setPixelSize(12);
    for (const CameraChannel channel : kAllCameraChannels) {
        const QRectF box = row(std::size_t(channel));
        const bool isCurrent = channel == m_view.channel();
        const bool isShown = m_view.isShown(channel);
        if (isCurrent) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.raised);
            painter.drawRoundedRect(box.adjusted(4, 0.5, -4, -0.5), 4, 4);
        }
        const QPointF dot(box.left() + 17, box.center().y());
        const QColor tone = CurveView::tone(channel);
        painter.setPen(QPen(tone, 1.5));
        painter.setBrush(isShown ? tone : Qt::transparent);
        painter.drawEllipse(dot, 4.5, 4.5);
        font.setBold(isCurrent);
        painter.setFont(font);
        painter.setPen(isShown ? t.text : t.secondary);
        painter.drawText(box.adjusted(30, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         channelName(channel));
        font.setBold(false);
        painter.setFont(font);
        painter.setPen(isShown ? t.secondary : t.disabled);
        if (!m_view.curve(channel).isEmpty())
            painter.drawText(box.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
                             valueText(locale(), channel, m_view.curve(channel).at(at)));
    }
    painter.setPen(QPen(t.line, 1));
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
}

void ChannelList::mousePressEvent(QMouseEvent* event)
{
    for (const CameraChannel channel : kAllCameraChannels) {
        if (!row(std::size_t(channel)).contains(event->position()))
            continue;
        const bool onDot = event->position().x() < 28;
        if (onDot && channel != m_view.channel()) {
            m_view.setShown(channel, !m_view.isShown(channel));
        } else {
            const bool wasShown = m_view.isShown(channel);
            m_view.setChannel(channel);
            if (!wasShown)
                m_view.fit();
        }
        m_view.setFocus();
    }
    update();
}

bool ChannelList::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(),
                           tip(tr("Channels"), tr("Click: work on it · Dot: show or hide it")),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace dollygrip::ui
