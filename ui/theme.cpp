#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QStyleFactory>
#include <QSvgRenderer>

// Outside of every namespace, as Qt wants it.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace dollygrip::ui {

using namespace Qt::StringLiterals;

namespace {

QColor colour(const char* text)
{
    return QColor(QLatin1StringView(text));
}

Theme darkTheme()
{
    Theme t;
    t.kind = ThemeKind::Dark;
    t.surround = colour("#141517");
    t.window = colour("#1b1c1f");
    t.dock = colour("#222327");
    t.raised = colour("#2b2d32");
    t.line = colour("#383a40");
    t.text = colour("#e8e7e3");
    t.secondary = colour("#a0a2a8");
    t.disabled = colour("#63656b");
    t.paper = colour("#f6f3ec");
    t.subject = colour("#ffb000");
    t.camera = colour("#4cc3ee");
    t.still = colour("#b292ff");
    t.sound = colour("#79c98a");
    t.alert = colour("#ff5c5c");
    t.take = colour("#79c98a");
    return t;
}

Theme lightTheme()
{
    Theme t;
    t.kind = ThemeKind::Light;
    t.surround = colour("#8f9195");
    t.window = colour("#e9e9e7");
    t.dock = colour("#f3f3f1");
    t.raised = colour("#ffffff");
    t.line = colour("#d0d0cc");
    t.text = colour("#1d1e20");
    t.secondary = colour("#5d5f64");
    t.disabled = colour("#a5a7ab");
    t.paper = colour("#fbf9f4");
    t.subject = colour("#b87500");
    t.camera = colour("#0b7fa8");
    t.still = colour("#6d4bd0");
    t.sound = colour("#2f8a45");
    t.alert = colour("#cc2b2b");
    t.take = colour("#2f8a45");
    return t;
}

Theme& current()
{
    static Theme t = darkTheme();
    return t;
}

QPalette palette(const Theme& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.dock);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.secondary);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.alert);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    const bool isDark = t.kind == ThemeKind::Dark;
    p.setColor(QPalette::Highlight, isDark ? colour("#4a4d55") : colour("#c9ccd2"));
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.camera);
    p.setColor(QPalette::Light, isDark ? t.raised.lighter(115) : colour("#ffffff"));
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, isDark ? t.surround : colour("#b5b5b0"));
    p.setColor(QPalette::Shadow, isDark ? colour("#000000") : colour("#8a8a86"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    return p;
}

// The style sheet names tokens as @name; longer names first so that none eats another's start.
QString filled(QString sheet, const Theme& t)
{
    const bool isDark = t.kind == ThemeKind::Dark;
    const std::pair<const char*, QColor> tokens[] = {
        {"@surround", t.surround},
        {"@secondary", t.secondary},
        {"@disabled", t.disabled},
        {"@subject", t.subject},
        {"@window", t.window},
        {"@raised", t.raised},
        {"@hover", isDark ? colour("#34363c") : colour("#e4e4e1")},
        {"@pressed", isDark ? colour("#3d4047") : colour("#d6d6d2")},
        {"@chosen", isDark ? colour("#3a3d44") : colour("#d3d6dc")},
        {"@field", isDark ? colour("#17181b") : colour("#ffffff")},
        {"@focus", isDark ? colour("#d8d7d3") : colour("#2a2b2e")},
        {"@handle", isDark ? colour("#c9c8c4") : colour("#4a4b4f")},
        {"@scroll", isDark ? colour("#45484f") : colour("#b9bab6")},
        {"@camera", t.camera},
        {"@alert", t.alert},
        {"@take", t.take},
        {"@dock", t.dock},
        {"@line", t.line},
        {"@text", t.text},
    };
    for (const auto& [name, value] : tokens)
        sheet.replace(QLatin1StringView(name), value.name());
    sheet.replace("@theme"_L1, isDark ? "dark"_L1 : "light"_L1);
    return sheet;
}

QByteArray iconSource(const QString& name)
{
    static QHash<QString, QByteArray> known;
    auto found = known.find(name);
    if (found == known.end()) {
        QFile file(u":/icons/%1.svg"_s.arg(name));
        QByteArray text;
        if (file.open(QIODevice::ReadOnly))
            text = file.readAll();
        found = known.insert(name, text);
    }
    return *found;
}

// Draws the SVG anew for every size, scale and state, in the colours of the theme in force.
class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(const QString& name) : m_name(name) {}
    QIconEngine* clone() const override { return new LineIconEngine(m_name); }
    QString key() const override { return u"dollygrip-line"_s; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Theme& t = theme();
        QColor stroke = state == QIcon::On ? t.text : mixed(t.text, t.secondary);
        if (mode == QIcon::Disabled)
            stroke = t.disabled;
        else if (mode == QIcon::Active || mode == QIcon::Selected)
            stroke = t.text;
        QByteArray text = iconSource(m_name);
        text.replace("currentColor", stroke.name().toLatin1());
        QSvgRenderer renderer(text);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

private:
    static QColor mixed(const QColor& a, const QColor& b)
    {
        return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2,
                      (a.blue() + b.blue()) / 2);
    }
    QString m_name;
};

QFont interfaceFont()
{
    QFont font = QGuiApplication::font();
    const QStringList families = QFontDatabase::families();
    for (const QString& wish : {u"Inter"_s, u"Noto Sans"_s}) {
        if (families.contains(wish)) {
            font.setFamily(wish);
            break;
        }
    }
    font.setPixelSize(13);
    return font;
}

} // namespace

const Theme& theme()
{
    return current();
}

void applyTheme(QApplication& application, ThemeKind kind)
{
    initResources();
    current() = kind == ThemeKind::Dark ? darkTheme() : lightTheme();
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(palette(current()));
    application.setFont(interfaceFont());
    QFile sheet(u":/theme.qss"_s);
    if (sheet.open(QIODevice::ReadOnly))
        application.setStyleSheet(filled(QString::fromUtf8(sheet.readAll()), current()));
}

QIcon themedIcon(const QString& name)
{
    initResources();
    if (name == "dollygrip"_L1)
        return QIcon(u":/icons/dollygrip.svg"_s);
    return QIcon(new LineIconEngine(name));
}

void paintShotMark(QPainter& painter, const QRectF& rectangle, ShotMark mark)
{
    const Theme& t = theme();
    const double side = std::min(rectangle.width(), rectangle.height()) - 1.5;
    QRectF round(0, 0, side, side);
    round.moveCenter(rectangle.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tone = t.secondary;
    if (mark == ShotMark::Move)
        tone = t.subject;
    else if (mark == ShotMark::Draft)
        tone = t.camera;
    else if (mark == ShotMark::Take)
        tone = t.take;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    if (mark == ShotMark::Move) // left half
        painter.drawPie(round, 90 * 16, 180 * 16);
    else if (mark == ShotMark::Draft) // right half
        painter.drawPie(round, -90 * 16, 180 * 16);
    else if (mark == ShotMark::Take)
        painter.drawEllipse(round);
    painter.setPen(QPen(tone, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(round);
    painter.restore();
}

} // namespace dollygrip::ui
