#include "core/generator/pthfile.h"

#include "core/base/ziparchive.h"
#include "core/generator/mappedfile.h"
#include "core/generator/pickle.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace dollygrip::generator {
namespace {

using Kind = PickleValue::Kind;

constexpr std::size_t kMostAxes = 16;
constexpr int kDeepest = 8; ///< dictionaries within each other
/// Networks within a file, best first.
constexpr std::array<std::string_view, 10> kNetworks{
    "generator_ema", "ema",    "state_dict_ema", "params_ema", "generator",
    "state_dict",    "params", "model",          "module",     "weights"};

struct TypeName {
    std::string_view storage;
    std::string_view type;
    NumberType number;
};
constexpr std::array<TypeName, 12> kTypes{TypeName{"FloatStorage", "float32", NumberType::F32},
                                          {"HalfStorage", "float16", NumberType::F16},
                                          {"BFloat16Storage", "bfloat16", NumberType::BF16},
                                          {"DoubleStorage", "float64", NumberType::F64},
                                          {"LongStorage", "int64", NumberType::I64},
                                          {"IntStorage", "int32", NumberType::I32},
                                          {"ShortStorage", "int16", NumberType::I16},
                                          {"CharStorage", "int8", NumberType::I8},
                                          {"ByteStorage", "uint8", NumberType::U8},
                                          {"BoolStorage", "bool", NumberType::Bool},
                                          {"", "float8_e4m3fn", NumberType::F8E4M3},
                                          {"", "float8_e5m2", NumberType::F8E5M2}};

std::optional<NumberType> typeOf(const PickleValue& global)
{
    if (global.kind == Kind::Global && global.text == "torch")
        for (const TypeName& known : kTypes)
            if (global.name == known.type
                || (!known.storage.empty() && global.name == known.storage))
                return known.number;
    return std::nullopt;
}

Error unusable(const std::string& path, std::string detail)
{
    return Error{ErrorCode::ModelUnusable, path, std::move(detail)};
}

/// An archive's entries by name. Every one is stored as it is: a small file stays small.
using StoredEntries = std::map<std::string, std::span<const std::byte>, std::less<>>;
Result<StoredEntries> storedEntries(std::span<const std::byte> archive)
{
    const Result<std::vector<ZipEntry>> all = zipEntries(archive);
    if (!all)
        return all.error();
    StoredEntries stored;
    for (const ZipEntry& entry : *all) {
        if (entry.isDeflated)
            return Error{ErrorCode::InvalidArgument, {}, "compressed: " + entry.name};
        stored.emplace(entry.name, entry.packed);
    }
    return stored;
}

std::optional<std::vector<std::int64_t>> integersOf(const Pickle& pickle, std::uint32_t place)
{
    const PickleValue& value = pickle.at(place);
    if ((value.kind != Kind::Tuple && value.kind != Kind::List) || value.items.size() > kMostAxes)
        return std::nullopt;
    std::vector<std::int64_t> out;
    for (const std::uint32_t item : value.items) {
        if (pickle.at(item).kind != Kind::Integer || pickle.at(item).integer < 0)
            return std::nullopt;
        out.push_back(pickle.at(item).integer);
    }
    return out;
}

bool isRowMajor(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides)
{
    std::int64_t stride = 1;
    for (std::size_t axis = shape.size(); axis-- > 0;) {
        if (shape[axis] != 1 && strides[axis] != stride)
            return false;
        stride *= shape[axis]; // the count was checked to fit
    }
    return true;
}

/// The numbers from the first to the last one; nothing where that goes beyond 64 bits.
std::optional<std::uint64_t> reachOf(const StoredTensor& tensor)
{
    std::uint64_t reach = 1;
    for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
        std::uint64_t way = 0;
        if (tensor.shape[axis] == 0)
            return 0;
        if (__builtin_mul_overflow(static_cast<std::uint64_t>(tensor.shape[axis] - 1),
                                   static_cast<std::uint64_t>(tensor.strides[axis]), &way)
            || __builtin_add_overflow(reach, way, &reach))
            return std::nullopt;
    }
    return reach;
}

/// An archive with its pickle: finds the network in it and places its tensors.
class Archive {
public:
    Archive(const Pickle& pickle, const StoredEntries& entries, std::string root)
        : m_pickle(pickle), m_entries(entries), m_root(std::move(root))
    {
    }

    /// The dictionary that holds the tensors itself; where it stands is added to `place`.
    std::optional<std::uint32_t> network(std::uint32_t from, std::string& place, int depth = 0)
    {
        const PickleValue& value = m_pickle.at(from);
        // Looked at once each: dictionaries may stand in themselves.
        if (value.kind != Kind::Dict || depth > kDeepest || !m_seen.insert(from).second)
            return std::nullopt;
        std::map<std::string_view, std::uint32_t> inner;
        for (std::size_t i = 0; i + 1 < value.items.size(); i += 2) {
            const PickleValue& key = m_pickle.at(value.items[i]);
            const PickleValue& item = m_pickle.at(value.items[i + 1]);
            if (key.kind == Kind::Text && item.kind == Kind::Tensor)
                return from;
            if (key.kind == Kind::Text && item.kind == Kind::Dict)
                inner[key.text] = value.items[i + 1];
        }
        std::vector<std::string_view> order(kNetworks.begin(), kNetworks.end());
        for (const auto& [key, item] : inner)
            order.push_back(key);
        for (const std::string_view key : order) {
            const auto found = inner.find(key);
            if (found == inner.end())
                continue;
            std::string deeper = place.empty() ? std::string(key) : place + "." + std::string(key);
            if (const auto network = this->network(found->second, deeper, depth + 1)) {
                place = std::move(deeper);
                return network;
            }
        }
        return std::nullopt;
    }

    /// Without its holder and path; a reason where it cannot be.
    Result<StoredTensor> tensor(const PickleValue& value) const
    {
        const auto wrong = [](const char* why) {
            return Error{ErrorCode::InvalidArgument, {}, why};
        };
        const PickleValue& storage = m_pickle.at(value.items[0]);
        const PickleValue& offset = m_pickle.at(value.items[1]);
        const auto shape = integersOf(m_pickle, value.items[2]);
        const auto strides = integersOf(m_pickle, value.items[3]);
        if (storage.kind != Kind::Storage || offset.kind != Kind::Integer || offset.integer < 0
            || !shape || !strides || shape->size() != strides->size())
            return wrong("described wrongly");
        // ("storage", type, key, where it was, count)
        const PickleValue& index = m_pickle.at(storage.items[0]);
        if (index.kind != Kind::Tuple || index.items.size() < 5
            || m_pickle.at(index.items[0]).text != "storage"
            || m_pickle.at(index.items[2]).kind != Kind::Text
            || m_pickle.at(index.items[4]).kind != Kind::Integer)
            return wrong("its storage is described wrongly");
        const PickleValue& kind = m_pickle.at(index.items[1]);
        const std::optional<NumberType> stored = typeOf(kind);
        const bool isUntyped = kind.kind == Kind::Global && kind.name.ends_with("UntypedStorage");
        const std::optional<NumberType> type =
            value.items.size() > 4 ? typeOf(m_pickle.at(value.items[4])) : stored;
        if (!type || (!stored && !isUntyped))
            return wrong("numbers of a kind that is not read");
        const auto entry =
            m_entries.find(m_root + "data/" + std::string(m_pickle.at(index.items[2]).text));
        if (entry == m_entries.end())
            return wrong("its numbers are not in the file");
        const std::int64_t count = m_pickle.at(index.items[4]).integer;
        std::uint64_t bytes = 0;
        if (count < 0
            || __builtin_mul_overflow(static_cast<std::uint64_t>(count),
                                      isUntyped ? 1 : sizeOf(*stored), &bytes)
            || bytes != entry->second.size())
            return wrong("its storage is not of the size that is said");

        StoredTensor out;
        out.type = *type;
        out.shape = *shape;
        out.strides = *strides;
        const std::uint64_t size = sizeOf(out.type);
        const std::uint64_t room = bytes / size;
        const std::optional<std::uint64_t> numbers = countOf(out.shape);
        const std::optional<std::uint64_t> reach = reachOf(out);
        const auto first = static_cast<std::uint64_t>(offset.integer);
        if (!numbers || *numbers > room || !reach || first > room || *reach > room - first)
            return wrong("reaches beyond its storage");
        out.bytes = entry->second.subspan(first * size, *reach * size);
        if (isRowMajor(out.shape, out.strides))
            out.strides.clear();
        return out;
    }

private:
    const Pickle& m_pickle;
    const StoredEntries& m_entries;
    std::string m_root;
    std::set<std::uint32_t> m_seen;
};

/// "archive/" of "archive/data.pkl"; nothing when there is not exactly one.
std::optional<std::string> rootOf(const StoredEntries& entries)
{
    constexpr std::string_view kIndex = "data.pkl";
    std::optional<std::string> root;
    for (const auto& [name, bytes] : entries) {
        const bool isIndex =
            name == kIndex
            || (name.ends_with("/data.pkl") && name.find('/') == name.size() - kIndex.size() - 1);
        if (!isIndex)
            continue;
        if (root)
            return std::nullopt;
        root = name.substr(0, name.size() - kIndex.size());
    }
    return root;
}

} // namespace

bool PthFile::isLikely(std::span<const std::byte> start)
{
    const auto byte = [&start](std::size_t i) {
        return i < start.size() ? std::to_integer<unsigned>(start[i]) : 0U;
    };
    const bool isZip = byte(0) == 'P' && byte(1) == 'K' && byte(2) == 3 && byte(3) == 4;
    const bool isOld = byte(0) == 0x80 && byte(1) == 2 && byte(2) == 0x8a && byte(3) == 0x0a;
    return isZip || isOld;
}

Result<PthFile> PthFile::open(const std::string& path)
{
    const Result<MappedFile> mapped = MappedFile::open(path);
    if (!mapped)
        return mapped.error();
    if (mapped->bytes().empty() || std::to_integer<unsigned>(mapped->bytes()[0]) == 0x80)
        return unusable(path, "a PyTorch file of the layout before 1.6, which is not read");
    const Result<StoredEntries> entries = storedEntries(mapped->bytes());
    if (!entries)
        return unusable(path, entries.error().detail);
    const std::optional<std::string> root = rootOf(*entries);
    if (!root)
        return unusable(path, "no PyTorch file: not one data.pkl in it");
    if (const auto order = entries->find(*root + "byteorder"); order != entries->end()) {
        const std::string_view text(reinterpret_cast<const char*>(order->second.data()),
                                    order->second.size());
        if (!text.starts_with("little"))
            return unusable(path, "its numbers are big-endian");
    }
    const Result<Pickle> pickle = tensorPickle(entries->at(*root + "data.pkl"));
    if (!pickle)
        return unusable(path, pickle.error().detail);

    PthFile file;
    Archive archive(*pickle, *entries, *root);
    const std::optional<std::uint32_t> network = archive.network(pickle->root, file.m_place);
    if (!network)
        return unusable(path, "no tensors with names in it");
    const std::vector<std::uint32_t>& items = pickle->at(*network).items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        const PickleValue& key = pickle->at(items[i]);
        const PickleValue& value = pickle->at(items[i + 1]);
        if (key.kind != Kind::Text || value.kind != Kind::Tensor)
            continue;
        Result<StoredTensor> tensor = archive.tensor(value);
        if (!tensor)
            return unusable(path, std::string(key.text) + ": " + tensor.error().detail);
        tensor->holder = mapped->holder();
        tensor->path = path;
        if (!file.m_tensors.emplace(key.text, std::move(*tensor)).second)
            return unusable(path, "twice in it: " + std::string(key.text));
    }
    return file;
}

} // namespace dollygrip::generator
