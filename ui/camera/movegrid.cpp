#include "ui/camera/movegrid.h"

#include "ui/camera/movethumbnails.h"
#include "ui/inspector/cameramovename.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kLeastTile = 112;
constexpr int kGap = 8;
constexpr int kName = 20;
constexpr int kDelayMs = 180;
constexpr int kTickMs = 83; // 12 pictures a second
constexpr int kPause = 5;   // ticks at the end of a move

} // namespace

MoveGrid::MoveGrid(MoveThumbnails& thumbnails, QWidget* parent)
    : QWidget(parent), m_thumbnails(thumbnails), m_moves(allCameraMoves())
{
    setObjectName(u"moveGrid"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (m_hovered)
            Q_EMIT previewWanted(*m_hovered);
    });
    connect(&thumbnails, &MoveThumbnails::painted, this,
            [this](CameraMove move) { update(tile(move)); });
}

bool MoveGrid::wantsMotion() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

int MoveGrid::columns(int width) const
{
    return std::max(2, (width - kGap) / (kLeastTile + kGap));
}

int MoveGrid::tileWidth(int width) const
{
    return (width - kGap * (columns(width) + 1)) / columns(width);
}

int MoveGrid::tileHeight(int width) const
{
    return tileWidth(width) * 9 / 16 + kName;
}

int MoveGrid::heightForWidth(int width) const
{
    const int rows = (int(m_moves.size()) + columns(width) - 1) / columns(width);
    return rows * (tileHeight(width) + kGap) + kGap;
}

QSize MoveGrid::sizeHint() const
{
    return {280, heightForWidth(280)};
}

void MoveGrid::resizeEvent(QResizeEvent*)
{
    setMinimumHeight(heightForWidth(width()));
}

QRect MoveGrid::tile(CameraMove move) const
{
    const auto index = int(std::find(m_moves.begin(), m_moves.end(), move) - m_moves.begin());
    const int across = columns(width());
    const int w = tileWidth(width()), h = tileHeight(width());
    return {kGap + index % across * (w + kGap), kGap + index / across * (h + kGap), w, h};
}

std::optional<CameraMove> MoveGrid::moveAt(const QPoint& at) const
{
    for (const CameraMove move : m_moves) {
        if (tile(move).contains(at))
            return move;
    }
    return std::nullopt;
}

void MoveGrid::setChosen(std::optional<CameraMove> move)
{
    m_chosen = move;
    update();
}

void MoveGrid::hover(std::optional<CameraMove> move)
{
    if (move == m_hovered)
        return;
    m_hovered = move;
    m_frame = 0;
    m_delay.stop();
    if (move)
        m_delay.start();
    else
        Q_EMIT previewEnded();
    update();
}

void MoveGrid::mouseMoveEvent(QMouseEvent* event)
{
    hover(moveAt(event->pos()));
}

void MoveGrid::leaveEvent(QEvent*)
{
    hover(std::nullopt);
}

void MoveGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto move = moveAt(event->pos())) {
        m_delay.stop();
        Q_EMIT applied(*move);
    }
}

bool MoveGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Escape:
            if (key->modifiers() == Qt::NoModifier) {
                event->accept();
                return true;
            }
            break;
        default: break;
        }
    }
    return QWidget::event(event);
}

void MoveGrid::keyPressEvent(QKeyEvent* event)
{
    const CameraMove from = m_hovered.value_or(m_chosen.value_or(m_moves.front()));
    const auto index = int(std::find(m_moves.begin(), m_moves.end(), from) - m_moves.begin());
    const auto walk = [&](int by) {
        const int next = m_hovered ? index + by : index;
        if (next >= 0 && next < int(m_moves.size()))
            hover(m_moves[std::size_t(next)]);
    };
    switch (event->key()) {
    case Qt::Key_Left: walk(-1); break;
    case Qt::Key_Right: walk(1); break;
    case Qt::Key_Up: walk(-columns(width())); break;
    case Qt::Key_Down: walk(columns(width())); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_delay.stop();
        if (m_hovered)
            Q_EMIT applied(*m_hovered);
        break;
    case Qt::Key_Escape: hover(std::nullopt); break;
    default: QWidget::keyPressEvent(event);
    }
}

void MoveGrid::showEvent(QShowEvent*)
{
    if (wantsMotion())
        m_tick.start(kTickMs, this);
}

void MoveGrid::hideEvent(QHideEvent*)
{
    m_tick.stop();
    hover(std::nullopt);
}

void MoveGrid::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_tick.timerId())
        return QWidget::timerEvent(event);
    if (!isActiveWindow())
        return;
    ++m_frame;
    if (m_hovered) {
        update(tile(*m_hovered));
        return;
    }
    const CameraMove now = m_moves[std::size_t(m_turn)];
    update(tile(now));
    if (m_frame >= MoveThumbnails::kFrames + kPause) {
        m_frame = 0;
        m_turn = (m_turn + 1) % int(m_moves.size());
        update(tile(m_moves[std::size_t(m_turn)]));
    }
}

void MoveGrid::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const Theme& t = theme();
    painter.fillRect(event->rect(), t.dock);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    for (const CameraMove move : m_moves) {
        const QRect box = tile(move);
        if (!box.intersects(event->rect()))
            continue;
        const QRect picture = box.adjusted(0, 0, 0, -kName);
        const QList<QImage>& frames = m_thumbnails.frames(move);
        const bool isHot = m_hovered == move;
        const bool plays = isHot || (!m_hovered && m_moves[std::size_t(m_turn)] == move);
        painter.save();
        QPainterPath clip;
        clip.addRoundedRect(QRectF(picture), 4, 4);
        painter.setClipPath(clip);
        painter.fillRect(picture, t.window);
        if (!frames.isEmpty()) {
            const qsizetype last = frames.size() - 1;
            const qsizetype at =
                plays && wantsMotion()
                    ? std::min<qsizetype>(m_frame % (MoveThumbnails::kFrames + kPause), last)
                    : last;
            const QImage& image = frames[at];
            QSizeF size = image.size().scaled(picture.size(), Qt::KeepAspectRatio);
            const QRectF where(picture.x() + (picture.width() - size.width()) / 2,
                               picture.y() + (picture.height() - size.height()) / 2, size.width(),
                               size.height());
            painter.drawImage(where, image);
        }
        painter.restore();
        const bool isChosen = m_chosen == move;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isHot      ? t.camera
                            : isChosen ? t.text
                                       : t.line,
                            isHot || isChosen ? 2 : 1));
        painter.drawRoundedRect(QRectF(picture).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(isHot || isChosen ? t.text : t.secondary);
        const QRect name(box.x(), picture.bottom() + 1, box.width(), kName);
        painter.drawText(
            name, Qt::AlignCenter,
            painter.fontMetrics().elidedText(cameraMoveName(move), Qt::ElideRight, box.width()));
    }
    if (hasFocus() && m_hovered) {
        painter.setPen(QPen(t.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(tile(*m_hovered)).adjusted(-2, -2, 2, 0), 5, 5);
    }
}

} // namespace dollygrip::ui
