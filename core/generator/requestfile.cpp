#include "core/generator/requestfile.h"

#include "core/generator/pam.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace dollygrip::generator {
namespace {

constexpr std::string_view kLastLine = "end\n"; // a text without it was cut off
constexpr std::uintmax_t kLargestText = 64 << 20;

std::string requestPath(const std::string& folder)
{
    return (std::filesystem::path(folder) / "request.txt").string();
}

std::string picturePath(const std::string& folder, const std::string& hash)
{
    return (std::filesystem::path(folder) / (hash + ".pam")).string();
}

} // namespace

Result<void> writeRequest(const std::string& folder, const Request& request)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) {
        return Error{ErrorCode::FileUnwritable, folder, failure.message()};
    }
    std::vector<Image> pictures = request.guide;
    for (const multiplane::Plane& plane : request.stage.planes) {
        pictures.push_back(plane.picture);
    }
    for (const conditioning::Reference& reference : request.steering.references) {
        pictures.push_back(reference.picture);
    }
    std::set<std::string> written;
    for (const Image& picture : pictures) {
        const std::string hash = multiplane::pictureHash(picture).toText();
        if (!picture.isNull() && written.insert(hash).second) {
            if (const auto done = writePam(picturePath(folder, hash), picture); !done) {
                return done.error();
            }
        }
    }
    const std::string path = requestPath(folder);
    errno = 0;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << request.toText() << kLastLine;
    out.close();
    if (!out) {
        const int reason = errno;
        return Error{reason == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                     std::strerror(reason)};
    }
    return {};
}

Result<Request> readRequest(const std::string& folder)
{
    const std::string path = requestPath(folder);
    std::error_code failure;
    if (!std::filesystem::exists(path, failure)) {
        return Error{ErrorCode::FileNotFound, path, {}};
    }
    const auto size = std::filesystem::file_size(path, failure);
    std::ifstream in(path, std::ios::binary);
    if (!in || failure) {
        return Error{ErrorCode::FileUnreadable, path, failure.message()};
    }
    if (size > kLargestText) {
        return Error{ErrorCode::InvalidArgument, path, "too long for a request"};
    }
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!text.ends_with(kLastLine)) {
        return Error{ErrorCode::InvalidArgument, path, "the request is cut off"};
    }
    text.resize(text.size() - kLastLine.size());

    std::map<std::string, Image> known;
    auto request = requestFromText(text, [&](const std::string& hash) -> Result<Image> {
        if (const auto found = known.find(hash); found != known.end()) {
            return found->second;
        }
        const std::string file = picturePath(folder, hash);
        auto picture = readPam(file);
        if (picture && multiplane::pictureHash(*picture).toText() != hash) {
            return Error{ErrorCode::MediaDamaged, file, "its pixels are not those of its name"};
        }
        if (picture) {
            known[hash] = *picture;
        }
        return picture;
    });
    if (!request && request.error().subject.empty()) {
        return Error{request.error().code, path, request.error().detail};
    }
    return request;
}

} // namespace dollygrip::generator
