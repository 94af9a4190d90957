#include "core/generator/pam.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace dollygrip::generator {
namespace {

struct Header {
    long width = 0;
    long height = 0;
    long depth = 0;
    long maximum = 0;
    bool isPam = false;
};

/// PAM: words until ENDHDR. PPM: three numbers. Comments start with #.
Result<Header> readHeader(std::istream& in, const std::string& path)
{
    const Error unsupported{ErrorCode::MediaUnsupported, path, "not a PAM (P7) or PPM (P6) file"};
    char magic[2] = {};
    in.read(magic, 2);
    if (!in || magic[0] != 'P' || (magic[1] != '7' && magic[1] != '6')) {
        return unsupported;
    }
    Header header;
    header.isPam = magic[1] == '7';
    if (!header.isPam) {
        header.depth = 3;
        for (long* value : {&header.width, &header.height, &header.maximum}) {
            in >> std::ws;
            while (in.peek() == '#') {
                std::string comment;
                std::getline(in, comment);
                in >> std::ws;
            }
            if (!(in >> *value)) {
                return Error{ErrorCode::MediaDamaged, path, "header is cut off"};
            }
        }
        in.get(); // the one white space before the pixels
        return header;
    }
    std::string line;
    std::getline(in, line);
    for (int lines = 0; lines < 100 && std::getline(in, line); ++lines) {
        std::istringstream words(line);
        std::string key;
        words >> key;
        if (key == "ENDHDR") {
            return header;
        }
        if (key == "WIDTH") {
            words >> header.width;
        } else if (key == "HEIGHT") {
            words >> header.height;
        } else if (key == "DEPTH") {
            words >> header.depth;
        } else if (key == "MAXVAL") {
            words >> header.maximum;
        }
    }
    return Error{ErrorCode::MediaDamaged, path, "header is cut off"};
}

Result<void> writeFile(const std::string& path, const std::string& header,
                       const std::vector<char>& pixels)
{
    errno = 0;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(header.data(), std::streamsize(header.size()));
    out.write(pixels.data(), std::streamsize(pixels.size()));
    out.close();
    if (!out) {
        const int reason = errno;
        const ErrorCode code =
            reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
        return Error{code, path, std::strerror(reason)};
    }
    return {};
}

std::string sizeText(const Image& image)
{
    return std::to_string(image.width()) + ' ' + std::to_string(image.height());
}

} // namespace

Result<Image> readPam(const std::string& path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure)) {
        return Error{ErrorCode::FileNotFound, path, {}};
    }
    std::ifstream in(path, std::ios::binary);
    const auto fileSize = std::filesystem::file_size(path, failure);
    if (!in || failure) {
        return Error{ErrorCode::FileUnreadable, path, failure.message()};
    }
    const Result<Header> header = readHeader(in, path);
    if (!header) {
        return header.error();
    }
    if (header->maximum != 255 || (header->depth != 4 && header->depth != 3)) {
        return Error{ErrorCode::MediaUnsupported, path, "only RGB and RGBA of 8 bits are read"};
    }
    if (header->width < 1 || header->height < 1) {
        return Error{ErrorCode::MediaDamaged, path, "it has no size"};
    }
    if (header->width > kLargestSide || header->height > kLargestSide) {
        return Error{ErrorCode::MediaTooLarge, path,
                     std::to_string(header->width) + " x " + std::to_string(header->height)};
    }
    const auto bytes = std::size_t(header->width) * header->height * header->depth;
    if (fileSize < bytes) { // before any memory is taken
        return Error{ErrorCode::MediaDamaged, path, "its pixels are cut off"};
    }
    std::vector<std::uint8_t> packed(bytes);
    in.read(reinterpret_cast<char*>(packed.data()), std::streamsize(bytes));
    if (std::size_t(in.gcount()) != bytes) {
        return Error{ErrorCode::MediaDamaged, path, "its pixels are cut off"};
    }
    const std::size_t depth = std::size_t(header->depth);
    return Image::filled(int(header->width), int(header->height), [&](std::uint8_t* pixels) {
        for (std::size_t from = 0; from < bytes; from += depth, pixels += 4) {
            pixels[3] = 255;
            std::memcpy(pixels, packed.data() + from, depth);
        }
    });
}

Result<void> writePam(const std::string& path, const Image& image)
{
    const std::string header = "P7\nWIDTH " + std::to_string(image.width()) + "\nHEIGHT "
                               + std::to_string(image.height())
                               + "\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n";
    const auto* bytes = reinterpret_cast<const char*>(image.pixels());
    return writeFile(path, header, std::vector<char>(bytes, bytes + image.byteCount()));
}

Result<void> writePpm(const std::string& path, const Image& image)
{
    std::vector<char> pixels;
    pixels.reserve(image.byteCount() / 4 * 3);
    for (std::size_t i = 0; i < image.byteCount(); i += 4) {
        const auto* pixel = reinterpret_cast<const char*>(image.pixels()) + i;
        pixels.insert(pixels.end(), pixel, pixel + 3);
    }
    return writeFile(path, "P6\n" + sizeText(image) + "\n255\n", pixels);
}

} // namespace dollygrip::generator
