#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace dollygrip {

/// What went wrong, in the world's terms. core/project/errortext.cpp makes sentences of it.
enum class ErrorCode {
    Cancelled,        ///< the person asked to stop; callers return it silently
    InvalidArgument,  ///< a value that was given makes no sense here
    NotFound,         ///< the shot, layer, take … named does not exist
    Refused,          ///< the edit would break the film; nothing was changed
    FileNotFound,     ///< no such file or folder
    FileUnreadable,   ///< it is there but may not or cannot be read
    FileUnwritable,   ///< it may not be written (read-only place, no permission)
    FileExists,       ///< something is there already and is not overwritten
    DiskFull,         ///< no room left on the disk
    NotAFilm,         ///< a file that is not a Dollygrip film
    FilmDamaged,      ///< a film file that is cut off or damaged
    FilmNewer,        ///< saved by a newer version; detail: format number
    FilmLocked,       ///< another program holds it; detail: who
    MediaUnsupported, ///< a picture, movie or sound of a kind that cannot be read
    MediaDamaged,     ///< a picture, movie or sound that is broken or cut off
    MediaTooLarge,    ///< a picture beyond the size that is accepted
    EncoderFailed,    ///< a movie encoder refused; detail: its own words
    OutOfMemory,      ///< not enough memory for what was asked
    DeviceLost,       ///< the GPU failed or went away; detail: its own words
    ModelUnusable,    ///< a model folder that cannot be used
    ModelIncomplete,  ///< a model that lacks files or tensors; detail: which
    ModelDamaged,     ///< a model's file that is cut off, or whose header lies
    ModelMixed,       ///< a file that is of another model or family than the rest
    Internal          ///< our own mistake; detail says where
};

/// A failure in the world. `subject` is the file, shot or tensor at fault, `detail` goes to the
/// log and the foldable part of a message, never translated.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    std::string detail;

    bool operator==(const Error&) const = default;
};

/// A short English name of a code, for logs and `--json` ("FileNotFound").
const char* errorName(ErrorCode code);

/// A value, or the Error that prevented it. Names as in std::expected (C++23).
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    const Error& error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace dollygrip
