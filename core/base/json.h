#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dollygrip {

/// A JSON value as it stands in a file, for the rooms that have no Qt. Reading only. Strict: no
/// comments, no trailing commas, no key twice in one object, nothing behind the value.
class Json {
public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>; ///< in the file's order

    /// Refuses with InvalidArgument; detail says what and at which byte.
    static Result<Json> parse(std::string_view text);

    Json() = default;
    Json(bool value) : m_value(value) {}
    Json(std::int64_t value) : m_value(value) {}
    Json(double value) : m_value(value) {}
    Json(std::string value) : m_value(std::move(value)) {}
    Json(Array value) : m_value(std::move(value)) {}
    Json(Object value) : m_value(std::move(value)) {}

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    std::optional<bool> boolean() const;
    /// A number written without fraction and exponent that fits.
    std::optional<std::int64_t> integer() const;
    /// Any number.
    std::optional<double> number() const;
    /// Null when it is something else.
    const std::string* string() const { return std::get_if<std::string>(&m_value); }
    const Array* array() const { return std::get_if<Array>(&m_value); }
    const Object* object() const { return std::get_if<Object>(&m_value); }

    /// The member of an object; null when this is no object or has none of that name.
    const Json* find(std::string_view key) const;
    /// The member's number, or `otherwise` when it is absent or something else.
    std::int64_t integerOr(std::string_view key, std::int64_t otherwise) const;
    double numberOr(std::string_view key, double otherwise) const;
    bool booleanOr(std::string_view key, bool otherwise) const;
    std::string stringOr(std::string_view key, std::string_view otherwise) const;
    /// The member's whole numbers; nothing when it is absent or holds anything else.
    std::optional<std::vector<std::int64_t>> integers(std::string_view key) const;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

} // namespace dollygrip
