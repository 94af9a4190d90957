#include "ui/dialogs/modelsdialog.h"

#include "core/base/memory.h"
#include "core/project/errortext.h"
#include "core/takes/modelshelf.h"
#include "ui/dialogs/modelpage.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/poolwork.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

using generator::Model;

namespace {

constexpr int kListWidth = 232;

} // namespace

ModelsDialog::ModelsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent), m_settings(settings)
{
    setWindowTitle(tr("Video models"));
    resize(880, 560);
    build();
    m_list->setFocus();
    search();
}

void ModelsDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(3));
    column->setSpacing(spacing(3));
    auto* top = new QHBoxLayout;
    top->setSpacing(spacing(2));
    m_folder = quietLabel();
    m_folder->setObjectName(u"folderLabel"_s);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* choose = new QPushButton(tr("Choose folder…"));
    auto* again = new QPushButton(tr("Look again"));
    top->addWidget(m_folder, 1);
    top->addWidget(again);
    top->addWidget(choose);
    column->addLayout(top);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(spacing(3));
    m_list = new QListWidget;
    m_list->setObjectName(u"modelsList"_s);
    m_list->setFixedWidth(kListWidth);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details = new QTextBrowser;
    m_details->setObjectName(u"details"_s);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setOpenLinks(false);
    m_details->document()->setDocumentMargin(spacing(3));
    middle->addWidget(m_list);
    middle->addWidget(m_details, 1);
    column->addLayout(middle, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    const auto add = [&](const QString& text, const QString& name) {
        QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        return button;
    };
    m_draft = add(tr("Use for drafts"), u"draftButton"_s);
    m_final = add(tr("Use for finals"), u"finalButton"_s);
    m_copy = add(tr("Copy list of files to get"), u"copyButton"_s);
    m_draft->setCheckable(true);
    m_final->setCheckable(true);
    column->addWidget(buttons);
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);

    connect(choose, &QPushButton::clicked, this, &ModelsDialog::askFolder);
    connect(again, &QPushButton::clicked, this, &ModelsDialog::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &ModelsDialog::showCurrent);
    connect(m_draft, &QPushButton::clicked, this, [this](bool on) { use(kDraftModelKey, on); });
    connect(m_final, &QPushButton::clicked, this, [this](bool on) { use(kFinalModelKey, on); });
    connect(m_copy, &QPushButton::clicked, this, &ModelsDialog::copyWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ModelsDialog::folder() const
{
    return m_settings.text(QLatin1StringView(kModelsFolderKey), defaultModelsFolder());
}

void ModelsDialog::setFolder(const QString& folder)
{
    m_settings.setText(QLatin1StringView(kModelsFolderKey), folder);
    Q_EMIT chosen();
    search();
}

void ModelsDialog::askFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of video models"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ModelsDialog::setFolder);
    dialog->open();
}

void ModelsDialog::search()
{
    const QString where = folder();
    m_folder->setText(QDir::toNativeSeparators(where));
    m_models.clear();
    m_list->clear();
    m_details->setHtml(messagePage(tr("Looking…"), QString()));
    showCurrent();
    inPool(
        this,
        [where]() -> Result<std::vector<Model>> {
            if (!QDir(where).exists())
                return std::vector<Model>();
            return generator::modelsIn(where.toStdString());
        },
        [this, number = ++m_search](Result<std::vector<Model>> models) {
            if (number != m_search)
                return;
            if (models)
                showModels(std::move(*models));
            else
                showFailure(models.error());
            Q_EMIT searched();
        });
}

void ModelsDialog::showModels(std::vector<Model> models)
{
    m_models = std::move(models);
    m_list->setVisible(!m_models.empty());
    fillList();
    if (m_models.empty())
        m_details->setHtml(noModelPage(folder(), wanted()));
    else
        m_list->setCurrentRow(0);
    showCurrent();
}

void ModelsDialog::showFailure(const Error& error)
{
    const ErrorText text = errorText(error);
    m_details->setHtml(messagePage(text.sentence, text.advice));
}

void ModelsDialog::fillList()
{
    const int row = m_list->currentRow();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const auto isChosen = [&](const char* key, const Model& model) {
        return m_settings.text(QLatin1StringView(key)) == QString::fromStdString(model.id);
    };
    for (const Model& model : m_models) {
        QStringList marks;
        if (!model.isWhole())
            marks.append(tr("cannot be used yet"));
        if (isChosen(kDraftModelKey, model))
            marks.append(tr("drafts"));
        if (isChosen(kFinalModelKey, model))
            marks.append(tr("finals"));
        const QString name = QString::fromStdString(model.name);
        auto* item =
            new QListWidgetItem(marks.isEmpty() ? name : name + u'\n' + marks.join(u", "_s));
        if (!model.isWhole())
            item->setForeground(theme().secondary);
        m_list->addItem(item);
    }
    m_list->setCurrentRow(row);
}

const Model* ModelsDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_models.size()) ? &m_models[std::size_t(row)] : nullptr;
}

std::vector<generator::WantedFile> ModelsDialog::wanted() const
{
    const Model* model = current();
    return model ? model->wanted : generator::filesToBegin();
}

void ModelsDialog::showCurrent()
{
    const Model* const model = current();
    const auto mark = [&](QPushButton* button, const char* key) {
        button->setEnabled(model && model->isWhole());
        button->setChecked(
            model && m_settings.text(QLatin1StringView(key)) == QString::fromStdString(model->id));
    };
    mark(m_draft, kDraftModelKey);
    mark(m_final, kFinalModelKey);
    m_copy->setEnabled(!wanted().empty());
    if (model)
        m_details->setHtml(modelPage(*model, freeMemory()));
}

void ModelsDialog::use(const char* key, bool isOn)
{
    const Model* const model = current();
    if (!model)
        return;
    m_settings.setText(QLatin1StringView(key),
                       isOn ? QString::fromStdString(model->id) : QString());
    fillList();
    showCurrent();
    Q_EMIT chosen();
}

void ModelsDialog::copyWanted() const
{
    QGuiApplication::clipboard()->setText(wantedText(wanted()));
}

} // namespace dollygrip::ui
