#include "ui/canvas/drawnpanel.h"

#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/poolwork.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <exception>

namespace dollygrip::ui {

namespace {

constexpr double kOnionOpacity = 0.22;

bool isSame(const DrawnPanel::Wanted& a, const DrawnPanel::Wanted& b)
{
    return a.panel == b.panel && a.frame == b.frame && a.area == b.area && a.onion == b.onion
           && a.onionOpacity == b.onionOpacity && a.film.settings == b.film.settings
           && a.film.assets.size() == b.film.assets.size();
}

} // namespace

DrawnPanel::DrawnPanel(std::shared_ptr<PictureCache> pictures, QObject* parent)
    : QObject(parent), m_pictures(std::move(pictures))
{
}

DrawnPanel::~DrawnPanel() = default;

DrawnPanel::Painted DrawnPanel::paintedFrom(const Wanted& wanted,
                                            std::shared_ptr<PictureCache> pictures)
{
    const PanelPainter painter(wanted.film, std::move(pictures));
    Painted result;
    result.area = wanted.area;
    QList<const Layer*> layers;
    for (const Layer& layer : wanted.panel->layers)
        layers.append(&layer);
    std::stable_sort(layers.begin(), layers.end(),
                     [](const Layer* a, const Layer* b) { return a->depthM > b->depthM; });
    for (const Layer* layer : layers) {
        // Sheets are painted with QPainter, which is quickest in its own order of bytes.
        const Image image = painter.layer(*layer, wanted.frame, wanted.area);
        result.sheets.push_back(
            {layer->id, wanted.panel->isShown(*layer) ? wanted.panel->opacityOf(*layer) : 0.0,
             compositionMode(layer->blend),
             toQImage(image).convertToFormat(QImage::Format_ARGB32_Premultiplied)});
    }
    const QSize half(std::max(16, wanted.frame.width() / 2),
                     std::max(16, wanted.frame.height() / 2));
    for (const Onion& onion : wanted.onion) {
        if (result.onion.isNull()) {
            result.onion = QImage(half, QImage::Format_ARGB32_Premultiplied);
            result.onion.fill(Qt::white);
        }
        QImage shining = toQImage(painter.panel(*onion.panel, half))
                             .convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (onion.tone.isValid()) { // dark lines become the tone, paper stays white
            shining = shining.convertToFormat(QImage::Format_Grayscale8)
                          .convertToFormat(QImage::Format_ARGB32_Premultiplied);
            QPainter tint(&shining);
            tint.setCompositionMode(QPainter::CompositionMode_Screen);
            tint.fillRect(shining.rect(), onion.tone);
        }
        QPainter over(&result.onion);
        over.setCompositionMode(QPainter::CompositionMode_Multiply);
        over.setOpacity(std::min(1.0, onion.strength));
        over.drawImage(0, 0, shining);
    }
    return result;
}

void DrawnPanel::show(const Wanted& wanted)
{
    if (!wanted.panel || wanted.frame.isEmpty())
        return clear();
    if (m_wanted.panel && isSame(wanted, m_wanted))
        return;
    m_wanted = wanted;
    ++m_asked;
    start();
}

void DrawnPanel::clear()
{
    m_wanted = {};
    m_sheets.clear();
    m_onion = {};
    m_live.reset();
    m_shown = ++m_asked;
    ++m_cleared;
}

void DrawnPanel::start()
{
    if (m_isPainting || !m_wanted.panel || m_shown == m_asked)
        return;
    m_isPainting = true;
    const quint64 number = m_asked;
    const auto work = [wanted = m_wanted, pictures = m_pictures] {
        return paintedFrom(wanted, pictures);
    };
    inPool(this, work, [this, number, cleared = m_cleared](const Painted& painted) {
        m_isPainting = false;
        if (number == m_asked) {
            m_shown = number;
            put(painted);
        } else if (cleared == m_cleared && m_sheets.empty()) {
            put(painted); // the same panel a little earlier: better than nothing
        }
        start();
    });
}

void DrawnPanel::put(const Painted& painted)
{
    m_sheets = painted.sheets;
    m_onion = painted.onion;
    m_area = painted.area;
    if (m_live) {
        if (Sheet* its = sheet(m_live->layer)) {
            const Stroke stroke = m_live->stroke.stroke();
            m_live->stroke = LiveStroke(its->image, framePixels(its->image));
            m_live->stroke.show(its->image, stroke, 0);
        }
    }
    Q_EMIT this->painted();
}

void DrawnPanel::paint(QPainter& painter, const QRectF& frame) const
{
    painter.save();
    const QRectF target(frame.x() + m_area.x * frame.width(), frame.y() + m_area.y * frame.height(),
                        m_area.width * frame.width(), m_area.height * frame.height());
    const double ratio = painter.device()->devicePixelRatioF();
    for (const Sheet& sheet : m_sheets) {
        if (sheet.opacity <= 0 || sheet.image.isNull())
            continue;
        painter.setOpacity(sheet.opacity);
        painter.setCompositionMode(sheet.mode);
        const bool isExact = painter.transform().type() <= QTransform::TxTranslate
                             && std::abs(target.width() * ratio - sheet.image.width()) < 1.5
                             && std::abs(target.height() * ratio - sheet.image.height()) < 1.5;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !isExact);
        if (isExact && ratio == 1.0)
            painter.drawImage(target.topLeft().toPoint(), sheet.image);
        else
            painter.drawImage(target, sheet.image, QRectF(sheet.image.rect()));
    }
    if (!m_onion.isNull()) {
        painter.setOpacity(m_wanted.onionOpacity);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.drawImage(frame, m_onion, QRectF(m_onion.rect()));
    }
    painter.restore();
}

QColor DrawnPanel::colourAt(const Eigen::Vector2d& place, const QColor& paper) const
{
    QImage pixel(1, 1, QImage::Format_ARGB32_Premultiplied);
    pixel.fill(paper);
    QPainter painter(&pixel);
    for (const Sheet& sheet : m_sheets) {
        if (sheet.opacity <= 0 || sheet.image.isNull())
            continue;
        const QRectF frame = framePixels(sheet.image);
        const QPoint at(int(std::floor(frame.x() + place.x() * frame.width())),
                        int(std::floor(frame.y() + place.y() * frame.height())));
        painter.setOpacity(sheet.opacity);
        painter.setCompositionMode(sheet.mode);
        if (sheet.image.rect().contains(at))
            painter.drawImage(QPoint(0, 0), sheet.image, QRect(at, QSize(1, 1)));
    }
    painter.end();
    return pixel.pixelColor(0, 0);
}

DrawnPanel::Sheet* DrawnPanel::sheet(const LayerId& layer)
{
    for (Sheet& one : m_sheets) {
        if (one.layer == layer)
            return &one;
    }
    return nullptr;
}

QRectF DrawnPanel::framePixels(const QImage& image) const
{
    const double width = image.width() / m_area.width;
    const double height = image.height() / m_area.height;
    return {-m_area.x * width, -m_area.y * height, width, height};
}

QRectF DrawnPanel::pictureUnits(const QImage& image, const QRect& pixels) const
{
    const QRectF frame = framePixels(image);
    return {(pixels.x() - frame.x()) / frame.width(), (pixels.y() - frame.y()) / frame.height(),
            pixels.width() / frame.width(), pixels.height() / frame.height()};
}

QRectF DrawnPanel::showStroke(const LayerId& layer, const Stroke& stroke, qsizetype firstNew)
{
    Sheet* its = sheet(layer);
    if (!its || its->image.isNull())
        return {};
    if (!m_live)
        m_live.emplace(Live{layer, LiveStroke(its->image, framePixels(its->image))});
    return pictureUnits(its->image, m_live->stroke.show(its->image, stroke, firstNew));
}

QRectF DrawnPanel::endStroke(bool isKept)
{
    if (!m_live)
        return {};
    QRectF changed;
    if (Sheet* its = sheet(m_live->layer)) {
        changed = pictureUnits(its->image, m_live->stroke.touched());
        if (!isKept)
            its->image = m_live->stroke.before();
    }
    m_live.reset();
    return changed;
}

} // namespace dollygrip::ui
