// The editor: builds the objects, hands them to each other, runs.
#include "core/base/log.h"
#include "core/base/waitpolicy.h"
#include "ui/languages.h"
#include "ui/settings.h"
#include "ui/shell.h"
#include "ui/theme.h"

#ifdef DOLLYGRIP_WITH_GENERATOR
#include "core/generator/pipeline.h"
#endif

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>
#include <exception>

using namespace Qt::Literals::StringLiterals;

#ifdef DOLLYGRIP_WITH_SAMPLE
static void initSample()
{
    Q_INIT_RESOURCE(sample);
}
#endif

namespace {

dollygrip::ui::TakeRunnerFunction runner()
{
#ifdef DOLLYGRIP_WITH_GENERATOR
    return dollygrip::generator::pipelineRunner();
#else
    // Built without the engine: drawing, moving and cutting work, shooting says why it does not.
    return [](const dollygrip::generator::Request&, const dollygrip::generator::Hooks&,
              std::stop_token) -> dollygrip::Result<dollygrip::generator::Summary> {
        return dollygrip::Error{dollygrip::ErrorCode::ModelUnusable,
                                {},
                                "this program was built without the generator"};
    };
#endif
}

QString engineText()
{
#ifdef DOLLYGRIP_WITH_GENERATOR
    const auto info = dollygrip::generator::engineInfo();
    return u"LibTorch %1\n%2\n%3, %4 threads"_s.arg(
        QString::fromStdString(info.torch), QString::fromStdString(info.blas),
        QString::fromStdString(info.device), QString::number(info.threads));
#else
    return {};
#endif
}

int run(QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Previsualization editor for film directors"));
    parser.addPositionalArgument(u"film"_s, QApplication::translate("main", "Film to open"),
                                 u"[FILM]"_s);
    const QCommandLineOption sample(u"sample"_s,
                                    QApplication::translate("main", "Opens the sample film"));
    const QCommandLineOption exitAtOnce(
        u"exit-after-startup"_s,
        QApplication::translate("main", "Opens the window, then ends (for tests)"));
    const QCommandLineOption settingsFile(
        u"settings"_s, QApplication::translate("main", "Uses this settings file"), u"FILE"_s);
    parser.addOptions({sample, exitAtOnce, settingsFile});
    parser.addHelpOption();
    parser.addVersionOption();

    // The language is known from the settings, the settings' place from the arguments.
    parser.parse(QApplication::arguments());
    dollygrip::ui::Settings settings(parser.value(settingsFile));
    dollygrip::ui::loadTranslations(application, settings.language());
    parser.process(application);

    dollygrip::ui::applyTheme(application, settings.themeKind());
    dollygrip::ui::Shell shell(runner(), settings);
    shell.setEngineText(engineText());
    if (parser.isSet(exitAtOnce)) {
        QObject::connect(&shell, &dollygrip::ui::Shell::settled, &application, [&] {
            QTimer::singleShot(500, &application, &QApplication::closeAllWindows);
            QTimer::singleShot(1500, &application, &QApplication::quit);
        });
    }
    shell.start(parser.positionalArguments().value(0), parser.isSet(sample));
    return QApplication::exec();
}

/// What one event handler throws must not take the film with it: it is on the disk already, and
/// the window goes on.
class Application : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::exception& error) {
            dollygrip::log(dollygrip::LogLevel::Error, "dollygrip.app",
                           std::string("Unexpected: ") + error.what());
        } catch (...) {
            dollygrip::log(dollygrip::LogLevel::Error, "dollygrip.app", "Unexpected failure.");
        }
        return false;
    }
};

} // namespace

int main(int argc, char** argv)
{
#ifdef DOLLYGRIP_WITH_GENERATOR
    dollygrip::letWaitingThreadsSleep(argv);
#endif
    // Every sample of the pen counts.
    QCoreApplication::setAttribute(Qt::AA_CompressTabletEvents, false);
    Application application(argc, argv);
    QApplication::setApplicationName(u"dollygrip"_s);
    QApplication::setApplicationDisplayName(u"Dollygrip"_s);
    QApplication::setApplicationVersion(QStringLiteral(DOLLYGRIP_VERSION));
    QApplication::setDesktopFileName(u"dollygrip"_s);
#ifdef DOLLYGRIP_WITH_SAMPLE
    initSample();
#endif
    try {
        return run(application);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "dollygrip: %s\n", error.what());
        return 1;
    }
}
