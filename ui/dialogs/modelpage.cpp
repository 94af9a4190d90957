#include "ui/dialogs/modelpage.h"

#include "core/project/errortext.h"
#include "core/takes/modeltext.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

using generator::Model;
using generator::ModelFile;
using generator::WantedFile;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModelPage)
};

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString coloured(const QString& html, const QColor& colour)
{
    return u"<span style='color:%1'>%2</span>"_s.arg(colour.name(), html);
}

QString quiet(const QString& text)
{
    return coloured(escaped(text), theme().secondary);
}

QString heading(const QString& text)
{
    return u"<p style='font-weight:600; margin-top:16px; margin-bottom:4px'>%1</p>"_s.arg(
        escaped(text));
}

QString row(const QStringList& cells)
{
    QString html = u"<tr>"_s;
    for (const QString& cell : cells)
        html += u"<td style='padding:2px 12px 2px 0'>%1</td>"_s.arg(cell);
    return html + u"</tr>"_s;
}

QString table(const QString& rows)
{
    return u"<table cellspacing='0' cellpadding='0'>%1</table>"_s.arg(rows);
}

QString sizeCell(quint64 bytes)
{
    return bytes > 0 ? escaped(bytesText(bytes)).replace(u' ', u"&nbsp;"_s) : QString();
}

QString wantedTable(const std::vector<WantedFile>& files)
{
    QString rows;
    for (const WantedFile& file : files) {
        const QString source = QString::fromStdString(file.source);
        rows +=
            row({escaped(QString::fromStdString(file.name)) + u"<br>"_s
                     + quiet(file.isOptional ? Words::tr("%1, if you like").arg(source) : source),
                 sizeCell(file.bytes)});
    }
    return table(rows);
}

QString memoryText(const generator::MemoryNeed& onProcessor, const generator::MemoryNeed& onGpu,
                   quint64 freeBytes)
{
    const QString bytes = bytesText(onProcessor.peak());
    QString here = escaped(bytes);
    if (freeBytes > 0 && onProcessor.peak() > freeBytes)
        here = coloured(
            escaped(Words::tr("%1, but only %2 are free").arg(bytes, bytesText(freeBytes))),
            theme().alert);
    else if (freeBytes > 0)
        here = escaped(Words::tr("%1 of the %2 that are free").arg(bytes, bytesText(freeBytes)));
    return here + u"<br>"_s
           + quiet(Words::tr("%1 on a graphics card").arg(bytesText(onGpu.peak())));
}

QString factsTable(const Model& model, quint64 freeBytes)
{
    QString rows = row({quiet(Words::tr("Takes")), escaped(inputsText(model))})
                   + row({quiet(Words::tr("Pictures")), escaped(sizeText(model))})
                   + row({quiet(Words::tr("Sampling")), escaped(samplingText(model))});
    for (const JobNeed& need : jobNeeds(model)) {
        const QString job = need.isFinal ? Words::tr("Final, %1 frames").arg(need.frames)
                                         : Words::tr("Draft, %1 frames").arg(need.frames);
        rows += row({quiet(job), memoryText(need.onProcessor, need.onGpu, freeBytes)});
    }
    return table(rows);
}

QString filesTable(const Model& model)
{
    const QDir folder(QString::fromStdString(model.folder));
    const auto whole = model.checkWhole();
    QString rows;
    for (const ModelFile& file : model.files) {
        QString name = escaped(
            QDir::toNativeSeparators(folder.relativeFilePath(QString::fromStdString(file.path))));
        QStringList problems = differencesText(file);
        if (file.fault && (whole || *file.fault != whole.error()))
            problems.prepend(errorText(*file.fault).sentence);
        for (const QString& problem : problems)
            name += u"<br>"_s + coloured(escaped(problem), theme().alert);
        rows += row({quiet(roleText(file.role)), name, sizeCell(file.bytes)});
    }
    return table(rows);
}

} // namespace

QString modelPage(const Model& model, quint64 freeBytes)
{
    QString html =
        u"<p style='font-size:15px; font-weight:600; margin-top:0; margin-bottom:4px'>%1</p>"_s.arg(
            escaped(QString::fromStdString(model.name)));
    const auto whole = model.checkWhole();
    if (whole) {
        html += u"<p style='margin-top:0; margin-bottom:12px'>%1</p>"_s.arg(
            quiet(Words::tr("Whole: it can shoot.")));
    } else {
        const ErrorText text = errorText(whole.error());
        html += u"<p style='margin-top:0; margin-bottom:12px'>%1<br>%2</p>"_s.arg(
            coloured(escaped(text.sentence), theme().alert), quiet(text.advice));
    }
    if (model.parameters > 0)
        html += factsTable(model, freeBytes);
    html += heading(Words::tr("Files")) + filesTable(model);
    if (!model.wanted.empty())
        html += heading(Words::tr("To get")) + wantedTable(model.wanted);
    return html;
}

QString noModelPage(const QString& folder, const std::vector<WantedFile>& files)
{
    return messagePage(
               Words::tr("No video model lies in %1 yet.").arg(QDir::toNativeSeparators(folder)),
               Words::tr("To begin with, get these files with your browser and put them "
                         "into a folder there:"))
           + wantedTable(files);
}

QString messagePage(const QString& sentence, const QString& advice)
{
    return u"<p style='margin-top:0; margin-bottom:4px'>%1</p><p style='margin-top:0; margin-bottom:12px'>%2</p>"_s
        .arg(escaped(sentence), quiet(advice));
}

QString wantedText(const std::vector<WantedFile>& files)
{
    QString text;
    for (const WantedFile& file : files)
        text += u"%1\t%2\t%3\n"_s.arg(QString::fromStdString(file.name),
                                      file.bytes > 0 ? bytesText(file.bytes) : QString(),
                                      QString::fromStdString(file.source));
    return text;
}

} // namespace dollygrip::ui
