#include "ui/help/helptext.h"

#include "ui/actions.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

// Outside of every namespace, as the macro needs it.
static void initHelp()
{
    Q_INIT_RESOURCE(help);
}

namespace dollygrip::ui {

namespace {

constexpr const char* kPages[] = {"start",  "boards",  "drawing",  "layers", "guides", "motion",
                                  "camera", "cutting", "shooting", "films",  "keys"};

QString fileText(const QString& page, const QString& language)
{
    initHelp();
    QFile file(u":/help/%1/%2.md"_s.arg(language, page));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

QString keyText(const QAction& action)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? u"*%1*"_s.arg(action.text().remove(u'…').trimmed())
                         : u"**%1**"_s.arg(key);
}

QString withKeys(QString text, const Actions& actions)
{
    static const QRegularExpression place(u"\\{([a-z]+\\.[A-Za-z0-9]+)\\}"_s);
    qsizetype from = 0;
    for (;;) {
        const QRegularExpressionMatch match = place.match(text, from);
        if (!match.hasMatch())
            return text;
        const QAction* action = actions.find(match.captured(1));
        const QString key = action ? keyText(*action) : match.captured(1);
        text.replace(match.capturedStart(), match.capturedLength(), key);
        from = match.capturedStart() + key.size();
    }
}

QString keysPage(const Actions& actions)
{
    QString text =
        u"# "_s + QCoreApplication::translate("Help", "All commands and keys") + u"\n\n"_s;
    for (const QString& menu : Actions::menuNames() + QStringList{u"camera"_s}) {
        text += u"## %1\n\n| | | |\n|---|---|---|\n"_s.arg(Actions::menuTitle(menu));
        for (const QAction* action : actions.menu(menu)) {
            if (action)
                text += u"| %1 | **%2** | %3 |\n"_s.arg(
                    action->text().remove(u'…'),
                    action->shortcut().toString(QKeySequence::NativeText).replace(u'|', u"\\|"_s),
                    action->statusTip());
        }
        text += u'\n';
    }
    return text.replace(u"****"_s, QString());
}

} // namespace

QStringList helpPages()
{
    QStringList pages;
    for (const char* page : kPages)
        pages.append(QLatin1StringView(page));
    return pages;
}

QString helpPageOf(ToolKind tool)
{
    switch (tool) {
    case ToolKind::Region:
    case ToolKind::Lasso:
    case ToolKind::Outline:
    case ToolKind::Arrow: return u"motion"_s;
    case ToolKind::Camera: return u"camera"_s;
    case ToolKind::Select: return u"start"_s;
    default: return u"drawing"_s;
    }
}

QString helpMarkdown(const QString& page, const QString& language, const Actions& actions)
{
    if (page == "keys"_L1)
        return keysPage(actions);
    QString text = fileText(page, language);
    if (text.isEmpty())
        text = fileText(page, u"en"_s);
    return withKeys(text, actions);
}

QString helpTitle(const QString& markdown)
{
    for (const QString& line : markdown.split(u'\n')) {
        if (line.startsWith("# "_L1))
            return line.mid(2).trimmed();
    }
    return {};
}

} // namespace dollygrip::ui
