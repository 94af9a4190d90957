#include "tests/house/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace dollygrip::house {

using namespace Qt::StringLiterals;

namespace {

/// Blanks comments, and literals too when asked, keeping line ends where they are.
QString blanked(const QString& text, bool literalsToo)
{
    QString out = text;
    const auto blank = [&](qsizetype from, qsizetype end) {
        for (qsizetype i = from; i < end; ++i)
            if (out[i] != u'\n')
                out[i] = u' ';
    };
    const auto endAfter = [&](const QString& mark, qsizetype from) {
        const qsizetype at = text.indexOf(mark, from);
        return at < 0 ? text.size() : at + mark.size();
    };
    qsizetype i = 0;
    while (i < text.size()) {
        const QStringView rest = QStringView(text).mid(i);
        if (rest.startsWith(u"//")) {
            qsizetype end = text.indexOf(u'\n', i);
            end = end < 0 ? text.size() : end;
            blank(i, end);
            i = end;
        } else if (rest.startsWith(u"/*")) {
            const qsizetype end = endAfter(u"*/"_s, i + 2);
            blank(i, end);
            i = end;
        } else if (rest.startsWith(u"R\"") && text.indexOf(u'(', i) > 0) {
            const qsizetype open = text.indexOf(u'(', i);
            const QString close = u")"_s + text.mid(i + 2, open - i - 2) + u"\""_s;
            const qsizetype end = endAfter(close, open);
            if (literalsToo)
                blank(open, end - 1);
            i = end;
        } else if (text[i] == u'"'
                   || (text[i] == u'\'' && (i == 0 || !text[i - 1].isLetterOrNumber()))) {
            const QChar quote = text[i];
            qsizetype end = i + 1;
            while (end < text.size() && text[end] != quote && text[end] != u'\n')
                end += text[end] == u'\\' ? 2 : 1;
            end = qMin(end, text.size());
            if (literalsToo)
                blank(i + 1, end);
            i = end + 1;
        } else {
            ++i;
        }
    }
    return out;
}

} // namespace

SourceTree readTree(const QString& root)
{
    SourceTree tree;
    const QDir rootDir(root);
    const QStringList kinds{u"*.h"_s,  u"*.cpp"_s,   u"*.py"_s,
                            u"*.sh"_s, u"*.cmake"_s, u"CMakeLists.txt"_s};
    for (const QString& top :
         {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"resources"_s, u"packaging"_s}) {
        QDirIterator it(rootDir.filePath(top), kinds, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                tree.insert(rootDir.relativeFilePath(file.fileName()),
                            QString::fromUtf8(file.readAll()));
        }
    }
    return tree;
}

QString withoutComments(const QString& text)
{
    return blanked(text, false);
}

QString codeOnly(const QString& text)
{
    return blanked(text, true);
}

QList<Include> includesOf(const QString& text)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QList<Include> includes;
    const QStringList lines = withoutComments(text).split(u'\n');
    for (int i = 0; i < lines.size(); ++i)
        if (const auto match = pattern.match(lines[i]); match.hasMatch())
            includes.append({match.captured(2), match.captured(1) == u"\""_s, i + 1});
    return includes;
}

QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts[0] == u"core" && parts.size() > 2)
        return parts[1];
    if (parts[0] == u"ui")
        return parts[0];
    if (parts[0] == u"app" && parts.size() > 2)
        return u"app/"_s + parts[1];
    return {};
}

} // namespace dollygrip::house
