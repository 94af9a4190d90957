#pragma once

#include "core/base/contenthash.h"
#include "core/base/error.h"
#include "core/generator/tensorfiles.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// What a text encoder's files hold, short: names, types, shapes and the first numbers of each
/// tensor. Another encoder, or another version of it, has another one.
ContentHash fingerprintOf(const TensorFiles& encoder);

/// Key of an embedding: the words as token numbers (so the tokenizer is in it), the encoder and the
/// type that it computed in.
ContentHash embeddingKey(const std::vector<std::int64_t>& ids, const ContentHash& encoder,
                         at::ScalarType type);

/// Embeddings of prompts on disk, one safetensors file each, so that a prompt is read by the text
/// encoder once. Any number of programs may use one folder at a time. It is a cache: whoever
/// removes files from it loses time only.
class EmbeddingCache {
public:
    /// The folder is made when something is first stored. Beyond `limitBytes` those go that were
    /// used longest ago.
    explicit EmbeddingCache(std::string folder, std::uint64_t limitBytes = std::uint64_t(512)
                                                                           << 20);

    /// Undefined when it is not there; so is a damaged one, which is removed.
    at::Tensor find(const ContentHash& key) const;

    /// [tokens, dim] of float32. Errors: FileUnwritable, DiskFull; InvalidArgument for numbers that
    /// are none. Nothing half-written is ever found.
    Result<void> store(const ContentHash& key, const at::Tensor& embedding) const;

    const std::string& folder() const { return m_folder; }

private:
    std::string pathOf(const ContentHash& key) const;
    void makeRoom() const;

    std::string m_folder;
    std::uint64_t m_limitBytes;
};

/// `$XDG_CACHE_HOME/dollygrip/embeddings`, or `~/.cache/…`; empty where neither is known.
std::string usualEmbeddingFolder();

} // namespace dollygrip::generator
