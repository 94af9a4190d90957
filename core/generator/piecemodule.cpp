#include "core/generator/piecemodule.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <sentencepiece_processor.h>
#include <vector>

using sentencepiece::SentencePieceProcessor;

void* dollygrip_pieces_open(const char* bytes, std::size_t size, char* reason, std::size_t room)
{
    try {
        auto processor = std::make_unique<SentencePieceProcessor>();
        const auto status = processor->LoadFromSerializedProto({bytes, size});
        if (status.ok())
            return processor.release();
        std::snprintf(reason, room, "%s", status.ToString().c_str());
    } catch (const std::exception& failure) {
        std::snprintf(reason, room, "%s", failure.what());
    }
    return nullptr;
}

void dollygrip_pieces_close(void* pieces)
{
    delete static_cast<SentencePieceProcessor*>(pieces);
}

long dollygrip_pieces_encode(const void* pieces, const char* text, std::size_t size, int* numbers,
                             std::size_t room)
{
    try {
        std::vector<int> ids;
        const auto* const processor = static_cast<const SentencePieceProcessor*>(pieces);
        if (!processor->Encode({text, size}, &ids).ok())
            return -1;
        std::copy_n(ids.begin(), std::min(room, ids.size()), numbers);
        return static_cast<long>(ids.size());
    } catch (const std::exception&) {
        return -1;
    }
}
