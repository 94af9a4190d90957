#include "ui/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

// Outside of every namespace, as the macro needs it.
static void initTranslations()
{
    Q_INIT_RESOURCE(i18n);
}

namespace dollygrip::ui {

namespace {

void install(QCoreApplication& application, const QLocale& locale, const QString& name,
             const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    initTranslations();
    QStringList found;
    for (const QString& file : QDir(u":/i18n"_s).entryList({u"dollygrip_*.qm"_s}))
        found += file.section(u'_', 1).section(u'.', 0, 0);
    return found;
}

QString languageName(const QString& code)
{
    if (code == "en"_L1)
        return u"English"_s; // Qt would name one of its countries
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name.isEmpty() ? code : name;
}

QString languageInForce(const QString& chosen)
{
    return (chosen.isEmpty() ? QLocale::system().name() : chosen).section(u'_', 0, 0);
}

void loadTranslations(QCoreApplication& application, const QString& chosen)
{
    initTranslations();
    const QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
    if (!chosen.isEmpty())
        QLocale::setDefault(locale); // numbers and dates speak the same language
    // English first, for its plurals: what comes later is asked earlier.
    install(application, QLocale(QLocale::English), u"dollygrip"_s, u":/i18n"_s);
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, u"dollygrip"_s, u":/i18n"_s);
}

} // namespace dollygrip::ui
