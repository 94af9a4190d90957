#include "ui/canvas/texttool.h"

#include "core/project/drawing.h"
#include "core/project/editing.h"
#include "core/project/textshape.h"
#include "ui/canvas/drawtool.h"
#include "ui/canvas/textkeys.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kDragged = 14; // pixels that make a direction

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TextTool)
public:
    static QString add() { return tr("Add text"); }
    static QString change() { return tr("Change text"); }
    static QString remove() { return tr("Delete text"); }
};

/// The box of a text on the paper, in widget pixels; an empty one has room for the cursor.
QPolygonF boxOf(const Stroke& text, const CanvasFrame& frame)
{
    QRectF box = textBox(text, frame.rect);
    const double high = text.width * frame.rect.height();
    box.setWidth(std::max(box.width(), high * 0.4));
    box.setHeight(std::max(box.height(), high * 1.2));
    box.adjust(-4, -2, 4, 2);
    return textTransform(text, frame.rect).map(QPolygonF(box));
}

} // namespace

TextTool::TextTool(ToolHost& host) : Tool(host) {}

TextTool::~TextTool() = default;

bool TextTool::isOver(const Stroke& text, const Eigen::Vector2d& place) const
{
    const CanvasFrame frame = host().frame();
    return boxOf(text, frame).containsPoint(frame.toWidget(place), Qt::WindingFill);
}

std::shared_ptr<const Stroke> TextTool::textAt(const Eigen::Vector2d& place) const
{
    const auto shot = host().session().shot();
    const auto id = host().session().layerId();
    const Layer* layer = shot && id ? shot->layer(*id) : nullptr;
    if (!layer)
        return nullptr;
    for (auto it = layer->strokes.crbegin(); it != layer->strokes.crend(); ++it) {
        if ((*it)->brush == Brush::Text && isOver(**it, place))
            return *it;
    }
    return nullptr;
}

void TextTool::press(const PointerEvent& event)
{
    if (m_keys) {
        if (isOver(m_text, event.position))
            placeCursor(event, event.modifiers & Qt::ShiftModifier);
        else
            end();
        return;
    }
    if (!mayDraw(host()))
        return;
    if (const auto text = textAt(event.position)) {
        const CanvasFrame frame = host().frame();
        begin(*text, text, textPositionAt(*text, frame.toWidget(event.position), frame.rect));
        return;
    }
    m_from = event.position;
    m_to = event.position;
}

void TextTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (m_keys)
        placeCursor(event, true);
    m_to = event.position;
    if (m_from && event.modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        m_to = snappedDirection(*m_from, event.position, host().frame().aspect());
    host().repaint();
}

void TextTool::release(const PointerEvent&)
{
    if (m_keys) {
        m_keys->setFocus();
        return;
    }
    if (!m_from)
        return;
    const CanvasFrame frame = host().frame();
    const BrushSettings& brush = host().session().brush();
    Stroke text;
    text.brush = Brush::Text;
    text.colour = brush.colour;
    text.opacity = brush.opacity;
    text.width = brush.textHeight;
    text.font = brush.textFont;
    Eigen::Vector2d to = m_to;
    if (seenDistance(*m_from, m_to, frame.aspect()) < kDragged * frame.pixel())
        to = *m_from + Eigen::Vector2d(0.1, 0);
    text.points = {{float(m_from->x()), float(m_from->y()), 1.0F},
                   {float(to.x()), float(to.y()), 1.0F}};
    m_from.reset();
    begin(text, nullptr, 0);
}

void TextTool::doubleClick(const PointerEvent& event)
{
    if (m_keys && isOver(m_text, event.position)) {
        placeCursor(event, false);
        QTextCursor cursor = m_keys->textCursor();
        cursor.select(QTextCursor::WordUnderCursor);
        m_keys->setTextCursor(cursor);
        m_keys->setFocus();
        return;
    }
    press(event);
    release(event);
}

void TextTool::begin(const Stroke& text, const std::shared_ptr<const Stroke>& old, qsizetype cursor)
{
    Session& session = host().session();
    m_text = text;
    m_old = old;
    m_shot = session.shotId();
    m_layer = session.layerId();
    if (old) { // what the text is like is what the next one is like
        BrushSettings brush = session.brush();
        brush.colour = text.colour;
        brush.opacity = text.opacity;
        brush.textFont = text.font;
        brush.textHeight = text.width;
        session.setBrush(brush);
        host().hideStroke(old);
    }
    m_keys = new TextKeys(&host().surface());
    m_keys->setPlainText(text.text);
    QTextCursor at = m_keys->textCursor();
    at.setPosition(int(std::clamp<qsizetype>(cursor, 0, text.text.size())));
    m_keys->setTextCursor(at);
    QObject::connect(m_keys, &TextKeys::changed, m_keys, [this] { follow(); });
    QObject::connect(m_keys, &TextKeys::ended, m_keys, [this] { end(); });
    QObject::connect(m_keys, &TextKeys::blinked, m_keys, [this] {
        m_isCursorShown = !m_isCursorShown;
        host().repaint();
    });
    QObject::connect(&session, &Session::brushChanged, m_keys, [this] { followBrush(); });
    for (const auto signal :
         {&Session::shotChanged, &Session::panelChanged, &Session::layerChanged})
        QObject::connect(&session, signal, m_keys, [this] { end(); });
    m_keys->show();
    m_keys->setFocus();
    follow();
}

void TextTool::follow()
{
    if (!m_keys)
        return;
    m_text.text = m_keys->shownText();
    m_isCursorShown = true;
    const CanvasFrame frame = host().frame();
    // Where input methods open their lists.
    const QRectF box = boxOf(m_text, frame).boundingRect();
    m_keys->setGeometry(box.toAlignedRect().intersected(host().surface().rect()));
    host().showStroke(m_text, 0);
    host().repaint();
}

void TextTool::followBrush()
{
    const BrushSettings& brush = host().session().brush();
    m_text.colour = brush.colour;
    m_text.opacity = brush.opacity;
    m_text.font = brush.textFont;
    m_text.width = brush.textHeight;
    follow();
}

void TextTool::placeCursor(const PointerEvent& event, bool isExtending)
{
    const CanvasFrame frame = host().frame();
    const qsizetype at = textPositionAt(m_text, frame.toWidget(event.position), frame.rect);
    QTextCursor cursor = m_keys->textCursor();
    cursor.setPosition(int(std::clamp<qsizetype>(at, 0, m_keys->toPlainText().size())),
                       isExtending ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    m_keys->setTextCursor(cursor);
}

void TextTool::end()
{
    if (!m_keys || m_isEnding)
        return;
    m_isEnding = true; // what follows tells the session
    Stroke text = m_text;
    text.text = m_keys->shownText();
    while (text.text.endsWith(u'\n') || text.text.endsWith(u' '))
        text.text.chop(1);
    const bool hadFocus = m_keys->hasFocus();
    m_keys->disconnect();
    host().session().disconnect(m_keys);
    m_keys->hide();
    m_keys->deleteLater();
    m_keys = nullptr;
    const auto old = std::exchange(m_old, nullptr);
    const ShotId shot = *m_shot;
    const LayerId layer = *m_layer;
    bool isKept = false;
    if (old) {
        host().hideStroke(nullptr);
        if (text != *old)
            isKept =
                host().edit(text.text.isEmpty() ? Text::remove() : Text::change(), [&](Film& film) {
                    return replaceStroke(film, shot, layer, old, text);
                });
    } else if (!text.text.isEmpty()) {
        isKept = host().edit(Text::add(),
                             [&](Film& film) { return addStroke(film, shot, layer, text); });
    }
    host().endStroke(isKept && !text.text.isEmpty());
    if (hadFocus)
        host().surface().setFocus();
    m_isEnding = false;
    host().repaint();
}

bool TextTool::cancel()
{
    if (m_from) {
        m_from.reset();
        return true;
    }
    if (!m_keys)
        return false;
    end();
    return true;
}

void TextTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    host().repaint();
}

void TextTool::leave()
{
    m_hover.reset();
}

void TextTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QColor accent(40, 110, 150);
    if (m_from) {
        painter.setPen(QPen(accent, 1.5));
        painter.drawLine(frame.toWidget(*m_from), frame.toWidget(m_to));
        return;
    }
    if (!m_keys) {
        if (const auto text = m_hover ? textAt(*m_hover) : nullptr) {
            painter.setPen(QPen(accent, 1, Qt::DashLine));
            painter.drawPolygon(boxOf(*text, frame));
        }
        return;
    }
    painter.setPen(QPen(accent, 1));
    painter.drawPolygon(boxOf(m_text, frame));
    const QTextCursor cursor = m_keys->textCursor();
    if (cursor.hasSelection()) {
        QColor behind = accent;
        behind.setAlphaF(0.3F);
        painter.fillPath(
            textSelection(m_text, cursor.selectionStart(), cursor.selectionEnd(), frame.rect),
            behind);
    }
    if (m_isCursorShown) {
        painter.setPen(QPen(QColor(20, 20, 22), 1.5));
        painter.drawLine(textCursor(m_text, cursor.position(), frame.rect));
    }
}

} // namespace dollygrip::ui
