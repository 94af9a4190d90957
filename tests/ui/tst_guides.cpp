#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/stageshot.h"
#include "tests/ui/paperdesk.h"
#include "ui/actions.h"
#include "ui/canvas/guides.h"
#include "ui/canvas/guidespopup.h"
#include "ui/canvas/transformbar.h"
#include "ui/canvas/upright.h"
#include "ui/guidesettings.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using test::blank;
using test::isNear;
using test::PaperDesk;
using namespace Qt::StringLiterals;

namespace {

void setGuidesOf(PaperDesk& desk, const DrawingGuides& guides)
{
    const auto done = desk.document.edit(u"Guides"_s, [&](Film& film) {
        return changeShot(film, desk.shot()->id, [&](Shot& shot) -> Result<void> {
            shot.guides = guides;
            return {};
        });
    });
    QVERIFY(done);
}

/// A film of one shot with a picture pinned over the frame's left half.
Film withPinned()
{
    Film film = test::film().size(320, 180).shot(u"1A"_s).stroke({{0.6, 0.2}, {0.8, 0.2}}).build();
    QImage red(64, 64, QImage::Format_ARGB32);
    red.fill(Qt::red);
    Film other = test::film().shot(u"x"_s).picture(red).build();
    const auto asset = other.assets.cbegin().value();
    film.assets.insert(asset->hash, asset);
    const auto done = changeShot(film, test::firstShot(film)->id, [&](Shot& shot) -> Result<void> {
        shot.pinned.append({asset->hash, {0.1, 0.2, 0.3, 0.6}, 1.0});
        return {};
    });
    if (!done)
        qFatal("not pinned");
    return film;
}

const Stroke& lastStroke(PaperDesk& desk)
{
    return *desk.shot()->panels.first()->layers.first().strokes.last();
}

/// Presses, drags and releases at places of the picture, wherever the turned paper shows them.
void drawTurned(PaperDesk& desk, const QList<Eigen::Vector2d>& way)
{
    const auto at = [&](const Eigen::Vector2d& p) { return desk.canvas.placeOf(p).toPoint(); };
    QTest::mousePress(&desk.canvas, Qt::LeftButton, {}, at(way.first()));
    for (qsizetype i = 0; i + 1 < way.size(); ++i) {
        for (int part = 1; part <= 8; ++part) {
            const QPointF place = at(way[i] + (way[i + 1] - way[i]) * part / 8.0);
            QMouseEvent event(QEvent::MouseMove, place, desk.canvas.mapToGlobal(place),
                              Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&desk.canvas, &event);
        }
    }
    QTest::mouseRelease(&desk.canvas, Qt::LeftButton, {}, at(way.last()));
}

} // namespace

class GuidesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- turned and mirrored ---
    void aTurnedPaperIsDrawnOnWhereItIsSeen_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<bool>("isMirrored");
        QTest::newRow("straight") << 0.0 << false;
        QTest::newRow("turned") << 30.0 << false;
        QTest::newRow("mirrored") << 0.0 << true;
        QTest::newRow("both") << -75.0 << true;
    }

    void aTurnedPaperIsDrawnOnWhereItIsSeen()
    {
        QFETCH(double, degrees);
        QFETCH(bool, isMirrored);
        PaperDesk desk(blank());
        desk.canvas.setMirrored(isMirrored);
        desk.canvas.setTurn(degrees);
        drawTurned(desk, {{0.4, 0.4}, {0.6, 0.6}});
        QCOMPARE(desk.steps(), 1);
        const Stroke& stroke = lastStroke(desk);
        QVERIFY(isNear({stroke.points.first().x, stroke.points.first().y}, 0.4, 0.4));
        QVERIFY(isNear({stroke.points.last().x, stroke.points.last().y}, 0.6, 0.6));
        desk.canvas.straighten();
        QCOMPARE(desk.canvas.turn(), 0.0);
        QVERIFY(!desk.canvas.isMirrored());
    }

    void theInkAppearsUnderThePen()
    {
        PaperDesk desk(blank());
        desk.canvas.setTurn(30);
        drawTurned(desk, {{0.4, 0.5}, {0.6, 0.5}});
        const QPoint seen = desk.canvas.placeOf({0.5, 0.5}).toPoint();
        QTRY_VERIFY(desk.canvas.grab().toImage().pixelColor(seen).lightness() < 120);
    }

    void stepsOfFifteenDegrees()
    {
        PaperDesk desk(blank());
        desk.canvas.turnRight();
        QCOMPARE(desk.canvas.turn(), 15.0);
        desk.canvas.turnLeft();
        desk.canvas.turnLeft();
        QCOMPARE(desk.canvas.turn(), -15.0);
    }

    void shiftAndTheMiddleButtonTurn()
    {
        PaperDesk desk(blank());
        const QPoint c(desk.canvas.width() / 2, desk.canvas.height() / 2);
        QTest::mousePress(&desk.canvas, Qt::MiddleButton, Qt::ShiftModifier, c + QPoint(200, 0));
        const QPointF place = c + QPoint(141, 141);
        QMouseEvent event(QEvent::MouseMove, place, desk.canvas.mapToGlobal(place), Qt::NoButton,
                          Qt::MiddleButton, Qt::ShiftModifier);
        QCoreApplication::sendEvent(&desk.canvas, &event);
        QTest::mouseRelease(&desk.canvas, Qt::MiddleButton, Qt::ShiftModifier, place.toPoint());
        QVERIFY(std::abs(desk.canvas.turn() - 45) < 1);
    }

    void aTurnedPaperIsPannedAlongTheHand()
    {
        PaperDesk desk(blank());
        desk.canvas.setTurn(90);
        const QPointF before = desk.canvas.placeOf({0.5, 0.5});
        QTest::mousePress(&desk.canvas, Qt::MiddleButton, {}, QPoint(300, 300));
        const QPointF place(350, 320);
        QMouseEvent event(QEvent::MouseMove, place, desk.canvas.mapToGlobal(place), Qt::NoButton,
                          Qt::MiddleButton, {});
        QCoreApplication::sendEvent(&desk.canvas, &event);
        QTest::mouseRelease(&desk.canvas, Qt::MiddleButton, {}, place.toPoint());
        const QPointF by = desk.canvas.placeOf({0.5, 0.5}) - before;
        QVERIFY(std::abs(by.x() - 50) < 1.5 && std::abs(by.y() - 20) < 1.5);
    }

    // --- perspective ---
    void strokesSnapToTheVanishingPoint()
    {
        PaperDesk desk(blank());
        setGuidesOf(desk, perspectiveOf(1, 0.5));
        GuideLook look = desk.canvas.guides();
        look.snaps = true;
        desk.canvas.setGuides(look);
        desk.drag({{0.1, 0.1}, {0.32, 0.31}}); // nearly towards the middle
        for (const StrokePoint& point : lastStroke(desk).points) {
            const double aspect = desk.document.film().settings.aspect();
            const Eigen::Vector2d way((0.5 - 0.1) * aspect, 0.4);
            const Eigen::Vector2d off((double(point.x) - 0.1) * aspect, double(point.y) - 0.1);
            const double away =
                std::abs(way.normalized().x() * off.y() - way.normalized().y() * off.x());
            QVERIFY2(away < 0.004, QByteArray::number(away));
        }
        desk.drag({{0.1, 0.8}, {0.5, 0.83}}); // nearly level stays level
        QVERIFY(std::abs(lastStroke(desk).points.last().y - 0.8F) < 0.004F);
        look.snaps = false;
        desk.canvas.setGuides(look);
        desk.drag({{0.1, 0.6}, {0.5, 0.7}});
        QVERIFY(std::abs(lastStroke(desk).points.last().y - 0.7F) < 0.004F);
    }

    void vanishingPointsAreDraggedInOneStep()
    {
        PaperDesk desk(blank());
        setGuidesOf(desk, perspectiveOf(1, 0.5));
        desk.session.setTool(ToolKind::Guides);
        desk.drag({{0.5, 0.5}, {0.3, 0.7}});
        QCOMPARE(desk.steps(), 2);
        QVERIFY(isNear(desk.shot()->guides.vanishingPoints[0], 0.3, 0.5)); // stays on its eyeline
        desk.drag({{0.8, 0.5}, {0.8, 0.35}});
        QVERIFY(std::abs(*desk.shot()->guides.eyeline - 0.35) < 0.005);
        QVERIFY(isNear(desk.shot()->guides.vanishingPoints[0], 0.3, 0.35)); // goes along
        desk.press(0.3, 0.35);
        desk.moveTo(0.9, 0.35);
        desk.key(Qt::Key_Escape);
        desk.release(0.9, 0.35);
        QVERIFY(isNear(desk.shot()->guides.vanishingPoints[0], 0.3, 0.35));
        desk.click(0.3, 0.35);
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.shot()->guides.vanishingPoints.empty());
    }

    // --- reference pictures ---
    void pinnedPicturesAreMovedAndResized()
    {
        PaperDesk desk(withPinned());
        desk.session.setTool(ToolKind::Guides);
        desk.drag({{0.25, 0.5}, {0.35, 0.4}});
        multiplane::Placement p = desk.shot()->pinned[0].placement;
        QVERIFY(std::abs(p.x - 0.2) < 0.005 && std::abs(p.y - 0.1) < 0.005);
        desk.drag({{p.x + p.width, p.y + p.height}, {p.x + p.width / 2, p.y + p.height / 2}});
        p = desk.shot()->pinned[0].placement;
        QVERIFY(std::abs(p.width - 0.15) < 0.01 && std::abs(p.height - 0.3) < 0.01);
        QCOMPARE(desk.steps(), 2);
        desk.click(0.25, 0.2);
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.shot()->pinned.isEmpty());
    }

    void pinnedPicturesAreSeenOnThePaperOnly()
    {
        const Film film = withPinned();
        PaperDesk desk(film);
        const QPoint over = desk.canvas.placeOf({0.25, 0.5}).toPoint();
        QTRY_COMPARE(desk.canvas.grab().toImage().pixelColor(over), QColor(Qt::red));
        GuideLook look = desk.canvas.guides();
        look.hasPinned = false;
        desk.canvas.setGuides(look);
        QVERIFY(desk.canvas.grab().toImage().pixelColor(over) != QColor(Qt::red));

        const auto pictures = std::make_shared<PictureCache>();
        const PanelPainter painter(film, pictures);
        const auto shot = test::firstShot(film);
        const QColor board =
            toQImage(painter.panel(*shot->panels[0], QSize(320, 180))).pixelColor(80, 90);
        QCOMPARE(board.rgb(), film.settings.paper.rgb());
        const multiplane::Stage stage = stageShot(*shot, painter, film.settings, 180);
        QCOMPARE(stage.planes.size(), std::size_t(1));
        Shot without = *shot;
        without.pinned.clear();
        without.guides = {};
        QCOMPARE(multiplane::toText(stage),
                 multiplane::toText(stageShot(without, painter, film.settings, 180)));
    }

    // --- second frame and onion skin ---
    void theSecondFrameDimsOutside()
    {
        Film film = blank();
        film.settings.maskAspect = 1.0;
        PaperDesk desk(film);
        const auto lightness = [&](double x) {
            return desk.canvas.grab()
                .toImage()
                .pixelColor(desk.canvas.placeOf({x, 0.3}).toPoint())
                .lightness();
        };
        QTRY_VERIFY(lightness(0.5) > 200);
        QVERIFY(lightness(0.05) < 140);
        GuideLook look = desk.canvas.guides();
        look.hasMask = false;
        desk.canvas.setGuides(look);
        QVERIFY(lightness(0.05) > 200);
    }

    void onionSkinReachesTheNeighbouringShots()
    {
        PaperDesk desk(test::film()
                           .scene(u"INT. ROOM"_s)
                           .shot(u"1A"_s)
                           .stroke({{0.1, 0.3}, {0.9, 0.3}})
                           .shot(u"1B"_s)
                           .shot(u"1C"_s)
                           .stroke({{0.1, 0.7}, {0.9, 0.7}})
                           .build());
        desk.session.setShot(desk.document.film().shotNamed(u"1B"_s)->id);
        const auto colour = [&](double y) {
            return desk.canvas.grab().toImage().pixelColor(
                desk.canvas.placeOf({0.75, y}).toPoint());
        };
        GuideLook look = desk.canvas.guides();
        look.onion.isOn = true;
        look.onion.opacity = 0.9;
        desk.canvas.setGuides(look);
        QTRY_VERIFY(colour(0.3).red() > colour(0.3).blue() + 40); // before: warm
        QTRY_VERIFY(colour(0.7).blue() > colour(0.7).red() + 40); // after: cold
        look.onion.crossesShots = false;
        desk.canvas.setGuides(look);
        QTRY_VERIFY(std::abs(colour(0.3).red() - colour(0.3).blue()) < 30);
    }

    void theWholeDrawingComesIntoSight()
    {
        PaperDesk desk(test::film().shot(u"1A"_s).stroke({{-1.0, 0.5}, {2.0, 0.5}}).build());
        desk.canvas.fitDrawing();
        for (const double x : {-1.0, 2.0}) {
            const QPointF place = desk.canvas.placeOf({x, 0.5});
            QVERIFY(QRectF(desk.canvas.rect()).contains(place));
        }
    }

    void wordsAreReadableHoweverThePaperLies_data()
    {
        QTest::addColumn<QTransform>("world");
        QTest::newRow("mirrored") << QTransform::fromScale(-1, 1);
        QTest::newRow("turned") << QTransform().rotate(90);
        QTest::newRow("both") << QTransform::fromScale(-1, 1) * QTransform().rotate(180);
    }

    // Around a flag's middle, mirrored or turned: the flag stays as it was.
    void wordsAreReadableHoweverThePaperLies()
    {
        QFETCH(QTransform, world);
        const QPointF middle(120, 60);
        const auto painted = [&](bool isUpright, const QTransform& turn) {
            QImage image(240, 120, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setWorldTransform(QTransform::fromTranslate(-middle.x(), -middle.y()) * turn
                                      * QTransform::fromTranslate(middle.x(), middle.y()));
            std::optional<Upright> upright;
            if (isUpright)
                upright.emplace(painter, middle);
            painter.fillRect(QRect(100, 56, 14, 4), Qt::black);
            painter.fillRect(QRect(100, 40, 4, 40), Qt::black);
            upright.reset();
            painter.end();
            return image;
        };
        const QImage straight = painted(false, {});
        QVERIFY(painted(false, world) != straight);
        QCOMPARE(painted(true, world), straight);
    }

    void theFlagOfARegionIsReadableOnTheMirroredPaper()
    {
        const Film film = test::withArrow();
        Shot named = *test::firstShot(film);
        named.regions.first().name = u"Lead"_s;
        const Shot* shot = &named;
        const CanvasFrame frame{QRectF(100, 100, 1600, 900)};
        OverlayState state;
        state.region = shot->regions.first().id;
        QFont font;
        font.setPixelSize(11);
        font.setWeight(QFont::DemiBold);
        const double wide = QFontMetricsF(font).horizontalAdvance(shot->regions.first().name) + 10;
        const QPointF corner = frame.toWidget(Eigen::Vector2d(0.4, 0.4));
        const QRectF flag(corner.x(), corner.y() - 20, wide, 16);
        const auto painted = [&](const QTransform& world) {
            QImage image(1800, 1100, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setWorldTransform(world);
            Overlay().paint(painter, frame, *shot, state, {24, 1});
            painter.end();
            return image.copy(flag.toAlignedRect().adjusted(3, 1, -3, -1));
        };
        const QPointF c = flag.center();
        const QImage straight = painted({});
        const QImage mirrored =
            painted(QTransform::fromTranslate(-c.x(), -c.y()) * QTransform::fromScale(-1, 1)
                    * QTransform::fromTranslate(c.x(), c.y()));
        const auto apart = [](const QImage& a, const QImage& b) {
            double sum = 0;
            for (int y = 0; y < a.height(); ++y) {
                for (int x = 0; x < a.width(); ++x)
                    sum +=
                        std::abs(a.pixelColor(x, y).lightness() - b.pixelColor(x, y).lightness());
            }
            return sum / (a.width() * a.height());
        };
        // Letters fall between pixels a little differently.
        const double backwards = apart(straight.mirrored(true, false), straight);
        QVERIFY2(apart(mirrored, straight) < backwards / 2,
                 qPrintable(u"%1, %2"_s.arg(apart(mirrored, straight)).arg(backwards)));
    }

    void popupsFollowTheTheme()
    {
        applyTheme(*qApp, ThemeKind::Dark);
        PaperDesk desk(blank());
        Actions actions;
        GuidesPopup popup(desk.canvas, desk.session, actions, &desk.canvas);
        TransformBar bar(&desk.canvas);
        bar.show();
        bar.place();
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::Dark}) {
            applyTheme(*qApp, kind);
            QCOMPARE(popup.grab().toImage().pixelColor(6, 6), theme().raised);
            QCOMPARE(bar.grab().toImage().pixelColor(6, 6), theme().raised);
        }
    }

    void guidesAreKeptBetweenStarts()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s.ini"_s);
        GuideLook look;
        look.hasThirds = look.hasGrid = look.snaps = true;
        look.hasPinned = false;
        look.gridRows = 12;
        look.onion.isOn = true;
        look.onion.before = 3;
        look.onion.opacity = 0.6;
        look.onion.afterTone = QColor(10, 200, 30);
        {
            Settings settings(path);
            PaperDesk desk(blank());
            rememberGuides(desk.canvas, settings);
            QVERIFY(desk.canvas.guides() == GuideLook());
            desk.canvas.setGuides(look);
        }
        Settings settings(path);
        PaperDesk desk(blank());
        rememberGuides(desk.canvas, settings);
        QVERIFY(desk.canvas.guides() == look);
    }

    void nonsenseInTheSettingsIsNoGuide()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        settings.setText(u"guides/gridRows"_s, u"-9000"_s);
        settings.setText(u"onion/before"_s, u"nan"_s);
        settings.setText(u"onion/after"_s, u"1e300"_s);
        settings.setText(u"onion/opacity"_s, u"red"_s);
        settings.setText(u"onion/beforeTone"_s, u"0.5"_s);
        QVERIFY(guidesIn(settings) == GuideLook());
    }

    void masksHaveTheirNames()
    {
        QCOMPARE(maskName(2.39), u"2.39"_s);
        QCOMPARE(maskName(9.0 / 16), u"9:16"_s);
        QCOMPARE(maskName(1.0), u"1:1"_s);
    }
};

QTEST_MAIN(GuidesTest)
#include "tst_guides.moc"
