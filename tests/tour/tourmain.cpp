// A walk through the whole window that leaves numbered pictures:
//   dollygrip-tour FOLDER [--size WxH] [--theme dark|light] [--language CODE] [--only a,b]
// packaging/tour.sh gives it a screen of its own.
#include "tests/tour/tourguide.h"
#include "ui/languages.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"dollygrip-tour"_s);
    Q_INIT_RESOURCE(sample);

    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the window"_s, u"WxH"_s, u"1600x1000"_s);
    const QCommandLineOption theme(u"theme"_s, u"dark or light"_s, u"NAME"_s, u"dark"_s);
    const QCommandLineOption language(u"language"_s, u"Language of the window"_s, u"CODE"_s,
                                      u"en"_s);
    const QCommandLineOption only(u"only"_s, u"Chapters, with commas between"_s, u"NAMES"_s);
    parser.addOptions({size, theme, language, only});
    parser.addHelpOption();
    parser.process(application);
    const QStringList sides = parser.value(size).split(u'x');
    if (parser.positionalArguments().size() != 1 || sides.size() != 2) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }

    using namespace dollygrip;
    ui::loadTranslations(application, parser.value(language));
    tour::Wish wish;
    wish.folder = parser.positionalArguments().first();
    wish.size = QSize(sides[0].toInt(), sides[1].toInt());
    wish.theme = parser.value(theme) == "light"_L1 ? ui::ThemeKind::Light : ui::ThemeKind::Dark;
    wish.chapters = parser.value(only).split(u',', Qt::SkipEmptyParts);
    ui::applyTheme(application, wish.theme);

    const std::pair<QString, void (*)(tour::TourGuide&)> chapters[] = {
        {u"workspaces"_s, tour::showWorkspaces}, {u"tools"_s, tour::showTools},
        {u"boards"_s, tour::showBoards},         {u"drawing"_s, tour::showDrawing},
        {u"layers"_s, tour::showLayers},         {u"guides"_s, tour::showGuides},
        {u"motion"_s, tour::showMotion},         {u"camera"_s, tour::showCamera},
        {u"docks"_s, tour::showDocks},           {u"dialogs"_s, tour::showDialogs},
        {u"redraw"_s, tour::showRedraw},
    };
    int pictures = 0;
    tour::TourGuide guide(wish);
    for (const auto& [name, show] : chapters) {
        if (!guide.wants(name))
            continue;
        guide.chapter(name);
        show(guide);
        std::printf("%s: %d pictures\n", qPrintable(name), guide.count() - pictures);
        std::fflush(stdout);
        pictures = guide.count();
    }
    return 0;
}
