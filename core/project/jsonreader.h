#pragma once

#include "core/base/error.h"
#include "core/project/ids.h"

#include <QColor>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <Eigen/Core>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace dollygrip {

/// Reads one JSON object of a film key by key, remembers the first thing that is wrong and by name
/// where, and keeps what nobody asked for. Used while reading a film, on any thread.
class JsonReader {
public:
    /// `subject` names the object for people ("shot 1A").
    JsonReader(const QJsonObject& json, QString subject);

    /// The raw value; undefined if absent.
    QJsonValue take(const QString& key);
    QString text(const QString& key, const QString& otherwise = {});
    double number(const QString& key, double otherwise);
    qint64 integer(const QString& key, qint64 otherwise);
    bool flag(const QString& key, bool otherwise);
    QColor colour(const QString& key, const QColor& otherwise);
    /// A list of numbers; empty if absent.
    std::vector<double> numbers(const QString& key);
    /// A list of texts; empty if absent.
    QStringList texts(const QString& key);
    /// Pairs x, y, x, y … as points; empty if absent.
    std::vector<Eigen::Vector2d> points(const QString& key);
    /// Index of a word in a list of allowed ones.
    std::size_t word(const QString& key, std::span<const char* const> words, std::size_t otherwise);
    /// A missing id is made new: films written by hand need none.
    template <class T>
    T id(const QString& key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return T::create();
        const std::optional<T> id = T::fromText(value.toString());
        if (!id)
            fail(key, QStringLiteral("is no id"));
        return id ? *id : T::create();
    }
    /// Calls `read` with the object at `key`, if there is one.
    void object(const QString& key, const std::function<void(JsonReader&)>& read);
    /// Calls `read` with each object of the list at `key`.
    void each(const QString& key, const std::function<void(JsonReader&)>& read);

    void fail(const QString& key, const QString& why);
    /// Keys that nobody asked for.
    const QJsonObject& rest() const { return m_rest; }
    template <class T>
    Result<T> result(T value) const
    {
        if (m_error)
            return *m_error;
        return value;
    }

private:
    QJsonObject m_rest;
    QString m_subject;
    std::optional<Error> m_error;
};

} // namespace dollygrip
