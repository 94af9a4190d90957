#include "core/project/jsonreader.h"

#include <QJsonArray>

#include <cmath>

namespace dollygrip {

using namespace Qt::StringLiterals;

JsonReader::JsonReader(const QJsonObject& json, QString subject)
    : m_rest(json), m_subject(std::move(subject))
{
}

QJsonValue JsonReader::take(const QString& key)
{
    return m_rest.take(key);
}

QString JsonReader::text(const QString& key, const QString& otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isString())
        fail(key, u"is no text"_s);
    return value.toString(otherwise);
}

double JsonReader::number(const QString& key, double otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isDouble())
        fail(key, u"is no number"_s);
    return value.toDouble(otherwise);
}

qint64 JsonReader::integer(const QString& key, qint64 otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined()
        && (!value.isDouble() || std::floor(value.toDouble()) != value.toDouble()))
        fail(key, u"is no whole number"_s);
    return value.toInteger(otherwise);
}

bool JsonReader::flag(const QString& key, bool otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        fail(key, u"is neither true nor false"_s);
    return value.toBool(otherwise);
}

QColor JsonReader::colour(const QString& key, const QColor& otherwise)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return otherwise;
    const QColor colour(value.toString());
    if (!colour.isValid())
        fail(key, u"is no colour"_s);
    return colour;
}

std::vector<double> JsonReader::numbers(const QString& key)
{
    const QJsonValue value = take(key);
    std::vector<double> numbers;
    if (value.isUndefined())
        return numbers;
    if (!value.isArray())
        fail(key, u"is no list"_s);
    for (const QJsonValue& each : value.toArray()) {
        if (!each.isDouble())
            fail(key, u"is no list of numbers"_s);
        numbers.push_back(each.toDouble());
    }
    return numbers;
}

QStringList JsonReader::texts(const QString& key)
{
    const QJsonValue value = take(key);
    QStringList texts;
    if (value.isUndefined())
        return texts;
    if (!value.isArray())
        fail(key, u"is no list"_s);
    for (const QJsonValue& each : value.toArray()) {
        if (!each.isString())
            fail(key, u"is no list of texts"_s);
        texts.append(each.toString());
    }
    return texts;
}

std::vector<Eigen::Vector2d> JsonReader::points(const QString& key)
{
    const std::vector<double> values = numbers(key);
    if (values.size() % 2 != 0)
        fail(key, u"are not two numbers each"_s);
    std::vector<Eigen::Vector2d> points;
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        points.emplace_back(values[i], values[i + 1]);
    return points;
}

std::size_t JsonReader::word(const QString& key, std::span<const char* const> words,
                             std::size_t otherwise)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return otherwise;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (value.toString() == QLatin1StringView(words[i]))
            return i;
    }
    fail(key, u"is not known: %1"_s.arg(value.toString()));
    return otherwise;
}

void JsonReader::object(const QString& key, const std::function<void(JsonReader&)>& read)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return;
    if (!value.isObject()) {
        fail(key, u"is no object"_s);
        return;
    }
    JsonReader reader(value.toObject(), m_subject);
    read(reader);
    if (!m_error)
        m_error = reader.m_error;
}

void JsonReader::each(const QString& key, const std::function<void(JsonReader&)>& read)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return;
    if (!value.isArray())
        fail(key, u"is no list"_s);
    for (const QJsonValue& item : value.toArray()) {
        if (!item.isObject())
            fail(key, u"is no list of objects"_s);
        JsonReader reader(item.toObject(), m_subject);
        read(reader);
        if (!m_error)
            m_error = reader.m_error;
    }
}

void JsonReader::fail(const QString& key, const QString& why)
{
    if (!m_error)
        m_error = Error{ErrorCode::FilmDamaged, m_subject.toStdString(),
                        (u"“"_s + key + u"” "_s + why).toStdString()};
}

} // namespace dollygrip
