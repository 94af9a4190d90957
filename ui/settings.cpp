#include "ui/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr qsizetype kRecentFilms = 12;

QString ownPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(u"dollygrip/dollygrip.ini"_s);
}

} // namespace

Settings::Settings(const QString& path)
    : m_store(path.isEmpty() ? ownPath() : path, QSettings::IniFormat)
{
}

ThemeKind Settings::themeKind() const
{
    return m_store.value(u"window/theme"_s).toString() == "light"_L1 ? ThemeKind::Light
                                                                     : ThemeKind::Dark;
}

void Settings::setThemeKind(ThemeKind kind)
{
    m_store.setValue(u"window/theme"_s, kind == ThemeKind::Light ? u"light"_s : u"dark"_s);
}

QString Settings::language() const
{
    return m_store.value(u"window/language"_s).toString();
}

void Settings::setLanguage(const QString& language)
{
    m_store.setValue(u"window/language"_s, language);
}

QStringList Settings::recentFilms() const
{
    return m_store.value(u"films/recent"_s).toStringList();
}

void Settings::addRecentFilm(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList films = recentFilms();
    films.removeAll(absolute);
    films.prepend(absolute);
    m_store.setValue(u"films/recent"_s, films.mid(0, kRecentFilms));
}

void Settings::removeRecentFilm(const QString& path)
{
    QStringList films = recentFilms();
    films.removeAll(QFileInfo(path).absoluteFilePath());
    m_store.setValue(u"films/recent"_s, films);
}

QString Settings::lastFilm() const
{
    return recentFilms().value(0);
}

QByteArray Settings::state(const QString& name) const
{
    return m_store.value(u"state/"_s + name).toByteArray();
}

void Settings::setState(const QString& name, const QByteArray& state)
{
    m_store.setValue(u"state/"_s + name, state);
}

void Settings::removeState(const QString& name)
{
    m_store.remove(u"state/"_s + name);
}

QString Settings::text(const QString& key, const QString& fallback) const
{
    return m_store.value(key, fallback).toString();
}

void Settings::setText(const QString& key, const QString& value)
{
    m_store.setValue(key, value);
}

double Settings::number(const QString& key, double fallback) const
{
    bool ok = false;
    const double value = m_store.value(key, fallback).toDouble(&ok);
    return ok ? value : fallback;
}

void Settings::setNumber(const QString& key, double value)
{
    m_store.setValue(key, value);
}

bool Settings::flag(const QString& key, bool fallback) const
{
    return m_store.value(key, fallback).toBool();
}

void Settings::setFlag(const QString& key, bool value)
{
    m_store.setValue(key, value);
}

} // namespace dollygrip::ui
