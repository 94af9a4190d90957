#pragma once

#include <QStringList>

class QCoreApplication;

namespace dollygrip::ui {

/// The languages of the window, "de", "en", by the translations that are compiled in.
QStringList languages();
/// A language's name in that language: "Deutsch".
QString languageName(const QString& code);

/// The language that the window speaks, "de": the chosen one, or the desktop's.
QString languageInForce(const QString& chosen);

/// Gives the application the language "de", or the desktop's when `chosen` is empty. What a
/// language does not say is said in English. Before the first widget; main thread.
void loadTranslations(QCoreApplication& application, const QString& chosen);

} // namespace dollygrip::ui
