#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace dollygrip::generator {

/// One line: a name and its words. Reading past the end or a bad number sets isBad.
class TextLine {
public:
    explicit TextLine(std::string_view text) : m_rest(text), m_name(next()) {}

    std::string_view name() const { return m_name; }
    std::string_view word() { return claim(next()); }
    bool isAtEnd() const { return m_rest.empty(); }
    bool isBad() const { return m_isBad; }
    /// All that follows the name and one space, spaces kept.
    std::string_view rest() const { return m_rest; }
    std::string_view takeRest() { return std::exchange(m_rest, {}); }

    double real()
    {
        double value = 0;
        read(value);
        m_isBad = m_isBad || !std::isfinite(value);
        return value;
    }
    template <class Integer = int>
    Integer integer(Integer low, Integer high)
    {
        Integer value = low;
        read(value);
        m_isBad = m_isBad || value < low || value > high;
        return m_isBad ? low : value;
    }
    bool flag() { return integer(0, 1) == 1; }
    template <class Enum>
    Enum choice(Enum last)
    {
        return Enum(integer(0, int(last)));
    }
    std::vector<Eigen::Vector2d> points()
    {
        std::vector<Eigen::Vector2d> points;
        while (!isAtEnd() && !m_isBad) {
            const double x = real();
            points.emplace_back(x, real());
        }
        return points;
    }

private:
    std::string_view next()
    {
        const std::size_t end = std::min(m_rest.find(' '), m_rest.size());
        const std::string_view word = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        return word;
    }
    std::string_view claim(std::string_view word)
    {
        m_isBad = m_isBad || word.empty();
        return word;
    }
    template <class Number>
    void read(Number& value)
    {
        const std::string_view text = word();
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        m_isBad = m_isBad || failure != std::errc() || end != text.data() + text.size();
    }

    std::string_view m_rest;
    std::string_view m_name;
    bool m_isBad = false;
};

/// One line for any text: backslash, newline and carriage return are escaped; and the way back.
std::string escaped(std::string_view text);
std::string unescaped(std::string_view line);

} // namespace dollygrip::generator
