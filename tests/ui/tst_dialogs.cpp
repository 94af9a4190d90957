#include "tests/ui/deskonfilm.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/newfilmdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/versionsdialog.h"
#include "ui/settings.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

QPushButton* button(const QWidget& in, const QString& text)
{
    for (auto* one : in.findChildren<QPushButton*>())
        if (one->text() == text)
            return one;
    return nullptr;
}

/// The line that says where to.
QLineEdit* pathOf(const ExportDialog& dialog)
{
    for (auto* line : dialog.findChildren<QLineEdit*>())
        if (line->text().contains(u"film"_s))
            return line;
    return nullptr;
}

void chooseSmall(const ExportDialog& dialog)
{
    for (auto* box : dialog.findChildren<QComboBox*>())
        if (const int at = box->findText(u"480"_s, Qt::MatchEndsWith); at >= 0)
            box->setCurrentIndex(at);
}

} // namespace

class DialogsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void returnExportsAndSaysWhatWasWritten()
    {
        test::DeskOnFilm on(test::twoScenes());
        ExportDialog dialog(*on.desk, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        chooseSmall(dialog);
        QVERIFY(pathOf(dialog));
        const QString path = pathOf(dialog)->text();
        QPushButton* start = button(dialog, u"Export"_s);
        QVERIFY(start && start->isDefault());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(button(dialog, u"Cancel"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, u"Close"_s), 30000);
        QVERIFY2(QFileInfo(path).size() > 1000, qPrintable(path));
        QVERIFY(start->isEnabled());
    }

    void aCancelledExportLeavesNoFile()
    {
        test::DeskOnFilm on(test::twoScenes());
        ExportDialog dialog(*on.desk, nullptr);
        dialog.show();
        const QString path = pathOf(dialog)->text();
        button(dialog, u"Export"_s)->click();
        button(dialog, u"Cancel"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, u"Close"_s), 30000);
        QVERIFY(!QFileInfo::exists(path));
        QCOMPARE(QDir(on.folder.path()).entryList({u"*.mp4*"_s}).size(), qsizetype(0));
    }

    void thePenIsReachedFromThePreferences()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        PreferencesDialog dialog(settings);
        QSignalSpy wanted(&dialog, &PreferencesDialog::penFeelWanted);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.findChild<QPushButton*>(u"penFeelButton"_s)->click();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!dialog.isVisible());
    }

    void returnCreatesTheFilm()
    {
        NewFilmDialog dialog(nullptr);
        dialog.show();
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        QVERIFY(button(dialog, u"Create film"_s)->isDefault());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
    }

    void returnKeepsAVersionOnceAndStays()
    {
        test::DeskOnFilm on(test::twoScenes());
        VersionsDialog dialog(*on.desk, nullptr);
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit*>(), u"before the re-cut"_s);
        QTest::keyClick(dialog.findChild<QLineEdit*>(), Qt::Key_Return);
        QCOMPARE(dialog.findChild<QListWidget*>()->count(), 1);
        QVERIFY(dialog.isVisible());
    }
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
