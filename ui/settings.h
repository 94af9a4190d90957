#pragma once

#include "ui/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace dollygrip::ui {

/// What the person set and how they left the window: an INI file on every platform. Nothing about
/// a film's content is in it. Main thread.
class Settings {
public:
    /// Empty: the person's own file in the configuration folder.
    explicit Settings(const QString& path = {});

    QString path() const { return m_store.fileName(); }

    ThemeKind themeKind() const;
    void setThemeKind(ThemeKind kind);
    /// "de", "zh_CN" …; empty follows the desktop.
    QString language() const;
    void setLanguage(const QString& language);

    /// Newest first; files that are gone stay until they are opened in vain.
    QStringList recentFilms() const;
    void addRecentFilm(const QString& path);
    void removeRecentFilm(const QString& path);
    /// The film that was open last; empty at the first start.
    QString lastFilm() const;

    /// Geometry and state of the window, per workspace.
    QByteArray state(const QString& name) const;
    void setState(const QString& name, const QByteArray& state);
    void removeState(const QString& name);

    QString text(const QString& key, const QString& fallback = {}) const;
    void setText(const QString& key, const QString& value);
    double number(const QString& key, double fallback) const;
    void setNumber(const QString& key, double value);
    bool flag(const QString& key, bool fallback) const;
    void setFlag(const QString& key, bool value);

private:
    QSettings m_store;
};

} // namespace dollygrip::ui
