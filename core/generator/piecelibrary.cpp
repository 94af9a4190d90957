#include "core/generator/piecelibrary.h"

#include "core/generator/piecemodule.h"

#include <array>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>

namespace dollygrip::generator {
namespace {

struct Module {
    decltype(&dollygrip_pieces_open) open = nullptr;
    decltype(&dollygrip_pieces_close) close = nullptr;
    decltype(&dollygrip_pieces_encode) encode = nullptr;

    bool isWhole() const { return open && close && encode; }
};

// AddressSanitizer forbids what is needed here (RTLD_DEEPBIND).
#if defined(DOLLYGRIP_WITH_SENTENCEPIECE) && !defined(__SANITIZE_ADDRESS__)
#define DOLLYGRIP_OPENS_MODULE
#endif

#ifdef DOLLYGRIP_OPENS_MODULE
/// Beside this program as it is installed or built, or where it was to be installed.
std::vector<std::string> places()
{
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return {(self.parent_path() / ".." / DOLLYGRIP_PIECES_BESIDE).string(), DOLLYGRIP_PIECES_BUILT,
            DOLLYGRIP_PIECES_INSTALLED};
}
#endif

Module opened()
{
    Module module;
#ifdef DOLLYGRIP_OPENS_MODULE
    for (const std::string& place : places()) {
        // Local and bound to its own libraries first: neither side sees the other's protobuf.
        void* const handle = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
        if (!handle)
            continue;
        const auto find = [handle](const char* name) { return ::dlsym(handle, name); };
        module.open = reinterpret_cast<decltype(module.open)>(find("dollygrip_pieces_open"));
        module.close = reinterpret_cast<decltype(module.close)>(find("dollygrip_pieces_close"));
        module.encode = reinterpret_cast<decltype(module.encode)>(find("dollygrip_pieces_encode"));
        if (module.isWhole())
            break; // and stays open until the end
        module = {};
        ::dlclose(handle);
    }
#endif
    return module;
}

const Module& module()
{
    static const Module once = opened();
    return once;
}

} // namespace

bool PieceLibrary::isThere()
{
    return module().isWhole();
}

Result<PieceLibrary> PieceLibrary::open(std::span<const std::byte> model, const std::string& name)
{
    std::array<char, 256> reason{};
    void* const pieces = module().open(reinterpret_cast<const char*>(model.data()), model.size(),
                                       reason.data(), reason.size());
    if (!pieces)
        return Error{ErrorCode::ModelUnusable, name, reason.data()};
    PieceLibrary library;
    library.m_pieces = std::shared_ptr<void>(pieces, module().close);
    return library;
}

std::vector<int> PieceLibrary::encode(std::string_view text) const
{
    std::vector<int> numbers(text.size() + 1); // a piece has a byte at least; and the leading mark
    long count =
        module().encode(m_pieces.get(), text.data(), text.size(), numbers.data(), numbers.size());
    if (count > static_cast<long>(numbers.size())) {
        numbers.resize(static_cast<std::size_t>(count));
        count = module().encode(m_pieces.get(), text.data(), text.size(), numbers.data(),
                                numbers.size());
    }
    numbers.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return numbers;
}

} // namespace dollygrip::generator
