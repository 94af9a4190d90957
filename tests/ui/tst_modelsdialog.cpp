#include "core/takes/modelshelf.h"
#include "tests/support/randommodel.h"
#include "ui/actions.h"
#include "ui/dialogs/modelsdialog.h"
#include "ui/settings.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <memory>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The dialog on a folder with two tiny models, one of them without its VAE where asked.
class Fixture {
public:
    Fixture()
        : settings(m_folder.filePath(u"settings.ini"_s)), models(m_folder.filePath(u"models"_s))
    {
        settings.setText(QLatin1StringView(kModelsFolderKey), models);
    }
    void put(const QString& name, const char* recipe) const
    {
        QVERIFY(test::writeRandomModel(*test::recipeNamed(recipe), {},
                                       (models + u'/' + name).toStdString()));
    }
    void open()
    {
        dialog = std::make_unique<ModelsDialog>(settings);
        dialog->show();
        QSignalSpy searched(dialog.get(), &ModelsDialog::searched);
        QVERIFY(searched.wait());
    }
    QListWidget* list() const { return dialog->findChild<QListWidget*>(u"modelsList"_s); }
    QString details() const
    {
        return dialog->findChild<QTextBrowser*>(u"details"_s)->toPlainText();
    }
    QPushButton* button(const QString& name) const { return dialog->findChild<QPushButton*>(name); }

private:
    QTemporaryDir m_folder;

public:
    Settings settings;
    QString models;
    std::unique_ptr<ModelsDialog> dialog;
};

} // namespace

class ModelsDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsWhatLiesInTheFolder()
    {
        Fixture on;
        on.put(u"a"_s, "tiny-vace");
        on.put(u"b"_s, "tiny-i2v");
        on.open();
        QCOMPARE(on.list()->count(), 2);
        QVERIFY(on.list()->item(0)->text().startsWith(u"Wan 2.1 I2V"_s));
        on.list()->setCurrentRow(1);
        for (const QString& part : {u"Wan 2.1 VACE"_s, u"control video"_s, u"832 x 480"_s,
                                    u"Wan2.1_VAE.pth"_s, u"on a graphics card"_s})
            QVERIFY2(on.details().contains(part), qPrintable(part + u'\n' + on.details()));
    }

    void modelsAreChosenForDraftsAndFinals()
    {
        Fixture on;
        on.put(u"a"_s, "tiny-vace");
        on.put(u"b"_s, "tiny-i2v");
        on.open();
        QSignalSpy chosen(on.dialog.get(), &ModelsDialog::chosen);
        on.list()->setCurrentRow(0);
        QTest::mouseClick(on.button(u"draftButton"_s), Qt::LeftButton);
        on.list()->setCurrentRow(1);
        QVERIFY(!on.button(u"draftButton"_s)->isChecked());
        QTest::mouseClick(on.button(u"finalButton"_s), Qt::LeftButton);
        QCOMPARE(chosen.count(), 2);
        const auto models = generator::modelsIn(on.models.toStdString());
        QVERIFY(models);
        const auto setting = [&](const char* key) {
            return on.settings.text(QLatin1StringView(key)).toStdString();
        };
        QCOMPARE(setting(kDraftModelKey), models->at(0).id);
        QCOMPARE(setting(kFinalModelKey), models->at(1).id);
        QVERIFY(on.list()->item(0)->text().endsWith(u"drafts"_s));
        QVERIFY(on.list()->item(1)->text().endsWith(u"finals"_s));
        QTest::mouseClick(on.button(u"finalButton"_s), Qt::LeftButton);
        QCOMPARE(setting(kFinalModelKey), std::string());
    }

    void incompleteModelsSayWhatToGet()
    {
        Fixture on;
        on.put(u"a"_s, "tiny-vace");
        QVERIFY(QFile::remove(on.models + u"/a/Wan2.1_VAE.pth"_s));
        on.open();
        QVERIFY(on.list()->item(0)->text().endsWith(u"cannot be used yet"_s));
        QVERIFY(on.details().contains(u"is incomplete"_s));
        QVERIFY(on.details().contains(u"508"_s));
        QVERIFY(!on.button(u"draftButton"_s)->isEnabled());
        QTest::mouseClick(on.button(u"copyButton"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"Wan2.1_VAE.pth\t"_s), qPrintable(copied));
    }

    void brokenFilesAreSaidInASentence()
    {
        Fixture on;
        on.put(u"a"_s, "tiny-vace");
        QVERIFY(QFile::resize(on.models + u"/a/diffusion_pytorch_model.safetensors"_s, 4000));
        on.open();
        QVERIFY2(on.details().contains(u"is damaged or cut off"_s), qPrintable(on.details()));
        QVERIFY(!on.button(u"finalButton"_s)->isEnabled());
    }

    void anEmptyFolderSaysHowToBegin()
    {
        Fixture on;
        on.open(); // the folder is not even there
        QCOMPARE(on.list()->count(), 0);
        QVERIFY(on.details().contains(u"No video model lies in"_s));
        QVERIFY(on.details().contains(u"Wan-AI/Wan2.1-VACE-1.3B"_s));
        QVERIFY(on.button(u"copyButton"_s)->isEnabled());
    }

    void anotherFolderIsLookedThrough()
    {
        Fixture on;
        on.put(u"a"_s, "tiny-vace");
        on.open();
        QTemporaryDir other;
        QVERIFY(
            test::writeRandomModel(*test::recipeNamed("tiny-t2v"), {}, other.path().toStdString()));
        QSignalSpy searched(on.dialog.get(), &ModelsDialog::searched);
        on.dialog->setFolder(other.path());
        QVERIFY(searched.wait());
        QCOMPARE(on.list()->count(), 1);
        QVERIFY(on.details().contains(u"Wan 2.1 T2V"_s));
        QCOMPARE(on.settings.text(QLatin1StringView(kModelsFolderKey)), other.path());
    }

    void aCommandOpensIt()
    {
        const Actions actions;
        QVERIFY(actions.menu(u"shot"_s).contains(actions.at(u"take.models"_s)));
    }
};

QTEST_MAIN(ModelsDialogTest)
#include "tst_modelsdialog.moc"
