#include "core/project/errortext.h"
#include "ui/actions.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/languages.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>
#include <memory>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or as many as the language has numbers
    bool isFinished = true;
};

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message{context, {}, {}, true};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isFinished = !xml.attributes().hasAttribute("type"_L1);
            QString single;
            while (!(xml.readNext() == QXmlStreamReader::EndElement
                     && xml.name() == "translation"_L1)) {
                if (xml.isStartElement())
                    message.translations += xml.readElementText();
                else if (xml.isCharacters())
                    single += xml.text();
                if (xml.atEnd())
                    break;
            }
            if (message.translations.isEmpty())
                message.translations += single;
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QString translationFile(const QString& language)
{
    return QStringLiteral(DOLLYGRIP_SOURCE_DIR) + u"/translations/dollygrip_%1.ts"_s.arg(language);
}

/// The messages of a .ts file; none when it cannot be read.
QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> found;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "message"_L1)
                found += readMessage(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    return xml.hasError() ? QList<Message>() : found;
}

/// "%1 %2 %n" of a text, in order of their names.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%L?([0-9]+|n)"_s);
    QStringList found;
    for (const auto& match : pattern.globalMatch(text))
        found += match.captured();
    found.sort();
    return found;
}

/// The language of the application while it lives.
class Speaking {
public:
    explicit Speaking(const QString& language) : m_locale(QLocale())
    {
        loadTranslations(*qApp, language);
    }
    ~Speaking()
    {
        qDeleteAll(qApp->findChildren<QTranslator*>(Qt::FindDirectChildrenOnly));
        QLocale::setDefault(m_locale);
    }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    QLocale m_locale;
};

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMessageIsFinishedAndKeepsItsPlaceholders_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("least");
        QTest::newRow("German") << u"de"_s << 600;
        QTest::newRow("English plurals") << u"en"_s << 5;
    }
    void everyMessageIsFinishedAndKeepsItsPlaceholders()
    {
        QFETCH(QString, language);
        QFETCH(int, least);
        const QList<Message> all = messagesOf(translationFile(language));
        QVERIFY2(all.size() >= least, qPrintable(QString::number(all.size())));
        for (const Message& message : all) {
            const QByteArray which = (message.context + u": "_s + message.source).toUtf8();
            QVERIFY2(message.isFinished, which);
            const bool isCounted = message.source.contains("%n"_L1);
            QVERIFY2(message.translations.size() == (isCounted ? 2 : 1), which);
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.trimmed().isEmpty(), which);
                QVERIFY2(placeholders(translation) == placeholders(message.source), which);
                QVERIFY2(!translation.contains("(s)"_L1), which);
                QVERIFY2(translation.count(u'\n') == message.source.count(u'\n'), which);
                QVERIFY2(translation.endsWith(u'…') == message.source.endsWith(u'…'), which);
            }
        }
    }

    /// Whoever writes a new text runs the target update_translations and translates it.
    void noTextOfTheSourcesIsMissing()
    {
        QTemporaryDir folder;
        const QString gathered = folder.filePath(u"gathered.ts"_s);
        QStringList arguments{u"-silent"_s,
                              u"-locations"_s,
                              u"none"_s,
                              u"-extensions"_s,
                              u"cpp,h"_s,
                              u"-I"_s,
                              QStringLiteral(DOLLYGRIP_SOURCE_DIR)};
        for (const QString& part :
             {u"core/project"_s, u"core/interchange"_s, u"core/takes"_s, u"ui"_s, u"app/gui"_s})
            arguments += QStringLiteral(DOLLYGRIP_SOURCE_DIR) + u'/' + part;
        QProcess lupdate;
        lupdate.start(QStringLiteral(DOLLYGRIP_LUPDATE), arguments << u"-ts"_s << gathered);
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);

        QSet<QString> known;
        for (const Message& message : messagesOf(translationFile(u"de"_s)))
            known += message.context + u": "_s + message.source;
        const QList<Message> all = messagesOf(gathered);
        QVERIFY(all.size() > 600);
        QStringList missing;
        for (const Message& message : all)
            if (!known.contains(message.context + u": "_s + message.source))
                missing += message.context + u": "_s + message.source;
        QCOMPARE(missing, QStringList());
    }

    /// What a file dialog filters by must not be translated away.
    void filtersOfFileDialogsStayTheSame()
    {
        static const QRegularExpression pattern(u"\\([^)]*\\*[^)]*\\)"_s);
        int filters = 0;
        for (const Message& message : messagesOf(translationFile(u"de"_s))) {
            QStringList before, after;
            for (const auto& match : pattern.globalMatch(message.source))
                before += match.captured();
            for (const auto& match : pattern.globalMatch(message.translations.first()))
                after += match.captured();
            QCOMPARE(after, before);
            filters += int(before.size());
        }
        QVERIFY(filters > 0);
    }

    void bothLanguagesAreCompiledIn()
    {
        const QStringList all = languages();
        QCOMPARE(QSet<QString>(all.begin(), all.end()), (QSet<QString>{u"de"_s, u"en"_s}));
        QCOMPARE(languageName(u"de"_s), u"Deutsch"_s);
        QCOMPARE(languageName(u"en"_s), u"English"_s);
    }

    void shootBecomesGerman()
    {
        QCOMPARE(QCoreApplication::translate("dollygrip::ui::TopBar", "Shoot"), u"Shoot"_s);
        const Speaking german(u"de"_s);
        QCOMPARE(QCoreApplication::translate("dollygrip::ui::TopBar", "Shoot"), u"Drehen"_s);
    }

    /// No line of the tables is left out by the gathering of the texts.
    void everyCommandSpeaksGerman()
    {
        const Actions english;
        const Speaking speaking(u"de"_s);
        const Actions german;
        const QStringList same{u"play.pause"_s, u"view.board"_s, u"view.onion"_s,
                               u"tool.ellipse"_s};
        for (const QAction* action : english.all()) {
            const QAction* other = german.at(action->objectName());
            QVERIFY2(other->statusTip() != action->statusTip(), qPrintable(action->objectName()));
            if (!same.contains(action->objectName()))
                QVERIFY2(other->text() != action->text(), qPrintable(action->objectName()));
        }
    }

    void noTwoCommandsBearTheSameGermanName()
    {
        const Speaking speaking(u"de"_s);
        const Actions german;
        QHash<QString, QString> ids;
        for (const QAction* action : german.all()) {
            QVERIFY2(!ids.contains(action->text()),
                     qPrintable(action->objectName() + u' ' + ids.value(action->text())));
            ids.insert(action->text(), action->objectName());
        }
    }

    void errorsAndEasesSpeakGerman()
    {
        const Speaking speaking(u"de"_s);
        QCOMPARE(errorText({ErrorCode::Cancelled, {}, {}}).sentence,
                 u"Auf Ihren Wunsch abgebrochen."_s);
        QCOMPARE(errorText({ErrorCode::NotAFilm, "/tmp/a.txt", {}}).sentence,
                 u"„a.txt“ ist kein Dollygrip-Film."_s);
        const std::unique_ptr<QComboBox> eases(easeBox());
        QCOMPARE(eases->itemText(0), u"Gleichmäßig"_s);
    }

    void pluralsAreWholeWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("three");
        QTest::newRow("English") << u"en"_s << u"1 arrow"_s << u"3 arrows"_s;
        QTest::newRow("German") << u"de"_s << u"1 Pfeil"_s << u"3 Pfeile"_s;
        // A language that is not here is English, plurals and all.
        QTest::newRow("Finnish") << u"fi"_s << u"1 arrow"_s << u"3 arrows"_s;
        QTest::newRow("as the desktop") << QString() << u"1 arrow"_s << u"3 arrows"_s;
    }
    void pluralsAreWholeWords()
    {
        QFETCH(QString, language);
        QFETCH(QString, one);
        QFETCH(QString, three);
        const Speaking speaking(language);
        const auto arrows = [](int n) {
            return QCoreApplication::translate("dollygrip::ui::RegionList", "%n arrow(s)", nullptr,
                                               n);
        };
        QCOMPARE(arrows(1), one);
        QCOMPARE(arrows(3), three);
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
