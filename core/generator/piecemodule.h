#pragma once

#include <cstddef>

/// What the module around the SentencePiece library offers. It is a module that is opened apart,
/// because that library brings its own protobuf with it, which in one name space with LibTorch's
/// ends every program before its first line.
extern "C" {

/// Null when the bytes are no model; then `reason`, of `room` bytes, says why.
void* dollygrip_pieces_open(const char* bytes, std::size_t size, char* reason, std::size_t room);
void dollygrip_pieces_close(void* pieces);
/// The first `room` numbers of the text; returns how many there are, -1 when it cannot be cut.
long dollygrip_pieces_encode(const void* pieces, const char* text, std::size_t size, int* numbers,
                             std::size_t room);
}
