#include "ui/actions.h"
#include "ui/help/helptext.h"
#include "ui/help/helpwindow.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

class HelpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Dark); }

    void everyPageStandsInEveryLanguage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("language");
        for (const QString& page : helpPages()) {
            for (const char* language : {"en", "de"})
                QTest::addRow("%s %s", qPrintable(page), language)
                    << page << QString::fromLatin1(language);
        }
    }

    void everyPageStandsInEveryLanguage()
    {
        QFETCH(QString, page);
        QFETCH(QString, language);
        const Actions actions;
        if (page != "keys"_L1)
            QVERIFY(QFile::exists(u":/help/%1/%2.md"_s.arg(language, page)));
        const QString text = helpMarkdown(page, language, actions);
        QVERIFY(!helpTitle(text).isEmpty());
        // Every command that is named is one, every link leads to a page, every picture is there.
        QVERIFY2(!text.contains(u'{'), qPrintable(text));
        static const QRegularExpression named(u"[a-z]+\\.[a-z][A-Za-z]+"_s);
        static const QRegularExpression picture(u"!\\[[^\\]]*\\]\\(([^)]*)\\)"_s);
        static const QRegularExpression link(u"(?<!!)\\[[^\\]]+\\]\\(([^)]*)\\)"_s);
        for (const auto& match : picture.globalMatch(text))
            QVERIFY2(QFile::exists(match.captured(1)), qPrintable(match.captured(1)));
        for (const auto& match : link.globalMatch(text))
            QVERIFY2(helpPages().contains(match.captured(1)), qPrintable(match.captured(1)));
    }

    void everyPlaceholderIsACommand_data() { everyPageStandsInEveryLanguage_data(); }

    void everyPlaceholderIsACommand()
    {
        QFETCH(QString, page);
        QFETCH(QString, language);
        const Actions actions;
        QFile file(u":/help/%1/%2.md"_s.arg(language, page));
        if (page == "keys"_L1)
            return;
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression place(u"\\{([^}]+)\\}"_s);
        for (const auto& match : place.globalMatch(QString::fromUtf8(file.readAll())))
            QVERIFY2(actions.find(match.captured(1)), qPrintable(match.captured(1)));
    }

    void keysAreThoseOfNow()
    {
        Actions actions;
        QVERIFY(helpMarkdown(u"start"_s, u"en"_s, actions).contains(u"**B** is the pen"_s));
        actions.at(u"tool.pen"_s)->setShortcut(QKeySequence(u"F9"_s));
        QVERIFY(helpMarkdown(u"start"_s, u"en"_s, actions).contains(u"**F9** is the pen"_s));
    }

    void aCommandWithoutAKeyIsCalledByItsName()
    {
        Actions actions;
        QAction* pin = actions.at(u"view.pinPicture"_s);
        pin->setShortcut({});
        pin->setText(u"Bild anheften …"_s); // some languages have a space before the dots
        QVERIFY(helpMarkdown(u"guides"_s, u"en"_s, actions).contains(u"(*Bild anheften*)"_s));
    }

    void thePageOfKeysNamesEveryCommand()
    {
        const Actions actions;
        const QString text = helpMarkdown(u"keys"_s, u"en"_s, actions);
        for (const QAction* action : actions.all())
            QVERIFY2(text.contains(action->text().remove(u'…')), qPrintable(action->objectName()));
    }

    void aLinkLeadsToItsPageAndASearchHidesTheOthers()
    {
        const Actions actions;
        HelpWindow window(actions, u"en"_s);
        window.show();
        QCOMPARE(window.page(), u"start"_s);
        auto* text = window.findChild<QTextBrowser*>();
        Q_EMIT text->anchorClicked(QUrl(u"motion"_s));
        QCOMPARE(window.page(), u"motion"_s);
        auto* search = window.findChild<QLineEdit*>();
        QTest::keyClicks(search, u"ProRes"_s);
        QCOMPARE(window.page(), u"films"_s);
        auto* pages = window.findChild<QListWidget*>();
        QVERIFY(pages->item(0)->isHidden());
        search->clear();
        QVERIFY(!pages->item(0)->isHidden());
    }

    void escapeCloses()
    {
        const Actions actions;
        HelpWindow window(actions, u"de"_s);
        window.show();
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }
};

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
