#include "core/generator/pickle.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace dollygrip::generator {
namespace {

using Kind = PickleValue::Kind;

constexpr std::size_t kLongest = std::size_t{16} << 20; ///< bytes; real ones have a few 100,000
constexpr std::size_t kMostValues = 2'000'000;
constexpr std::size_t kMostMarks = 1000;
constexpr std::size_t kMostItems = 16'000'000;

enum Op : unsigned char {
    Mark = '(',
    Stop = '.',
    Pop = '0',
    PopMark = '1',
    BinFloat = 'G',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    None = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    BinString = 'T',
    ShortBinString = 'U',
    BinUnicode = 'X',
    Append = 'a',
    Build = 'b',
    Global = 'c',
    DictFromMark = 'd',
    EmptyDict = '}',
    Appends = 'e',
    BinGet = 'h',
    LongBinGet = 'j',
    ListFromMark = 'l',
    EmptyList = ']',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    TupleFromMark = 't',
    EmptyTuple = ')',
    SetItems = 'u',
    Proto = 0x80,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8a,
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95
};

/// What may be named. The rest of Python stays outside.
bool isHarmless(std::string_view module, std::string_view name)
{
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 9> kKnown{Pair{"collections", "OrderedDict"},
                                         {"torch._utils", "_rebuild_tensor"},
                                         {"torch._utils", "_rebuild_tensor_v2"},
                                         {"torch._utils", "_rebuild_tensor_v3"},
                                         {"torch._utils", "_rebuild_parameter"},
                                         {"torch", "Size"},
                                         {"torch.storage", "UntypedStorage"},
                                         {"torch.storage", "_UntypedStorage"},
                                         {"torch", "UntypedStorage"}};
    constexpr std::array<std::string_view, 22> kTypes{
        "FloatStorage",  "HalfStorage", "BFloat16Storage", "DoubleStorage",
        "LongStorage",   "IntStorage",  "ShortStorage",    "CharStorage",
        "ByteStorage",   "BoolStorage", "float32",         "float16",
        "bfloat16",      "float64",     "int64",           "int32",
        "int16",         "int8",        "uint8",           "bool",
        "float8_e4m3fn", "float8_e5m2"};
    return std::find(kKnown.begin(), kKnown.end(), Pair{module, name}) != kKnown.end()
           || (module == "torch" && std::find(kTypes.begin(), kTypes.end(), name) != kTypes.end());
}

class Machine {
public:
    explicit Machine(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    Result<Pickle> run()
    {
        while (!m_isDone && m_error.empty())
            step();
        if (m_error.empty())
            return std::move(m_pickle);
        return Error{ErrorCode::InvalidArgument, {}, std::move(m_error)};
    }

private:
    void fail(std::string why)
    {
        if (m_error.empty())
            m_error = std::move(why);
    }

    // --- bytes

    std::uint64_t number(std::size_t size)
    {
        const std::string_view bytes = text(size);
        std::uint64_t value = 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    }

    std::string_view text(std::uint64_t size)
    {
        if (size > m_bytes.size() - m_at) {
            fail("its description of the tensors is cut off");
            return {};
        }
        const std::string_view out(reinterpret_cast<const char*>(m_bytes.data()) + m_at, size);
        m_at += size;
        return out;
    }

    std::string_view line()
    {
        const std::string_view rest(reinterpret_cast<const char*>(m_bytes.data()) + m_at,
                                    m_bytes.size() - m_at);
        const std::size_t end = rest.find('\n');
        if (end == rest.npos) {
            fail("its description of the tensors is cut off");
            return {};
        }
        m_at += end + 1;
        return rest.substr(0, end);
    }

    // --- stack

    void push(PickleValue value)
    {
        if (m_pickle.values.size() >= kMostValues)
            return fail("describes absurdly many values");
        m_stack.push_back(static_cast<std::uint32_t>(m_pickle.values.size()));
        m_pickle.values.push_back(std::move(value));
    }
    void push(Kind kind) { push(PickleValue{kind, 0, 0, {}, {}, {}}); }
    void pushInteger(std::int64_t value, Kind kind = Kind::Integer)
    {
        push(PickleValue{kind, value, 0, {}, {}, {}});
    }
    void pushText(std::string_view text) { push(PickleValue{Kind::Text, 0, 0, text, {}, {}}); }

    /// Never below the last mark.
    std::optional<std::uint32_t> pop()
    {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back())) {
            fail("its description of the tensors is damaged");
            return std::nullopt;
        }
        const std::uint32_t top = m_stack.back();
        m_stack.pop_back();
        return top;
    }

    std::vector<std::uint32_t> popToMark()
    {
        if (m_marks.empty()) {
            fail("its description of the tensors is damaged");
            return {};
        }
        const auto from = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
        std::vector<std::uint32_t> items(from, m_stack.end());
        m_stack.erase(from, m_stack.end());
        m_marks.pop_back();
        return items;
    }

    std::vector<std::uint32_t> popSome(std::size_t count)
    {
        std::vector<std::uint32_t> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop().value_or(0);
        return items;
    }

    void pushItems(Kind kind, std::vector<std::uint32_t> items)
    {
        push(PickleValue{kind, 0, 0, {}, {}, std::move(items)});
    }

    /// Adds to the list or dictionary on top.
    void extend(Kind kind, const std::vector<std::uint32_t>& items)
    {
        if (!m_error.empty())
            return;
        PickleValue* const target = top();
        if (!target || target->kind != kind || (kind == Kind::Dict && items.size() % 2 != 0))
            return fail("its description of the tensors is damaged");
        if ((m_items += items.size()) > kMostItems)
            return fail("describes absurdly many values");
        target->items.insert(target->items.end(), items.begin(), items.end());
    }

    PickleValue* top()
    {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
            return nullptr;
        return &m_pickle.values[m_stack.back()];
    }

    void remember(std::uint64_t as)
    {
        if (!top())
            return fail("its description of the tensors is damaged");
        m_memo[as] = m_stack.back();
    }

    void recall(std::uint64_t what)
    {
        const auto found = m_memo.find(what);
        if (found == m_memo.end())
            return fail("its description of the tensors is damaged");
        if (m_stack.size() >= kMostValues)
            return fail("describes absurdly many values");
        m_stack.push_back(found->second);
    }

    // --- what is made

    void name(std::string_view module, std::string_view what)
    {
        if (!m_error.empty())
            return;
        if (!isHarmless(module, what))
            return fail("holds more than tensors: " + shown(module) + "." + shown(what));
        push(PickleValue{Kind::Global, 0, 0, module, what, {}});
    }

    /// A name from the file, fit for a message.
    static std::string shown(std::string_view text)
    {
        constexpr std::size_t kShown = 80;
        std::string out(text.substr(0, kShown));
        std::replace_if(
            out.begin(), out.end(), [](char c) { return c < ' ' || c == 0x7f; }, '?');
        return out;
    }

    void call()
    {
        const std::optional<std::uint32_t> given = pop();
        const std::optional<std::uint32_t> what = pop();
        if (!given || !what)
            return;
        const PickleValue& arguments = m_pickle.at(*given);
        const PickleValue& function = m_pickle.at(*what);
        constexpr std::size_t kMostArguments = 16;
        if (function.kind != Kind::Global || arguments.kind != Kind::Tuple
            || arguments.items.size() > kMostArguments)
            return fail("its description of the tensors is damaged");
        const std::vector<std::uint32_t> items = arguments.items;
        const std::string_view name = function.name;
        if (name == "OrderedDict" && items.empty())
            return push(Kind::Dict);
        if (name == "OrderedDict" && items.size() == 1)
            return pushPairs(m_pickle.at(items[0]));
        if (name == "Size" && items.size() == 1)
            return m_stack.push_back(items[0]);
        if (name == "_rebuild_parameter" && !items.empty())
            return m_stack.push_back(items[0]);
        if (name == "_rebuild_tensor" && items.size() >= 4)
            return pushItems(Kind::Tensor, {items.begin(), items.begin() + 4});
        if (name == "_rebuild_tensor_v2" && items.size() >= 6)
            return pushItems(Kind::Tensor, {items.begin(), items.begin() + 4});
        if (name == "_rebuild_tensor_v3" && items.size() >= 7)
            return pushItems(Kind::Tensor, {items[0], items[1], items[2], items[3], items[6]});
        fail("its description of the tensors is damaged: " + shown(name));
    }

    /// OrderedDict([(key, value), …]).
    void pushPairs(const PickleValue& pairs)
    {
        std::vector<std::uint32_t> items;
        if ((m_items += 2 * pairs.items.size()) > kMostItems)
            return fail("describes absurdly many values");
        for (const std::uint32_t place : pairs.items) {
            const PickleValue& pair = m_pickle.at(place);
            if (pairs.kind != Kind::List || pair.items.size() != 2)
                return fail("its description of the tensors is damaged");
            items.insert(items.end(), pair.items.begin(), pair.items.end());
        }
        pushItems(Kind::Dict, std::move(items));
    }

    void store()
    {
        if (const std::optional<std::uint32_t> index = pop())
            pushItems(Kind::Storage, {*index});
    }

    /// What is set on an object besides its items (versions of a network's parts) is passed over.
    void dropState()
    {
        pop();
        const PickleValue* const target = top();
        if (!target || (target->kind != Kind::Dict && target->kind != Kind::Tensor))
            fail("its description of the tensors is damaged");
    }

    void floating()
    {
        std::uint64_t bits = 0;
        for (const char c : text(8))
            bits = bits << 8 | static_cast<unsigned char>(c);
        PickleValue value;
        value.kind = Kind::Number;
        std::memcpy(&value.number, &bits, sizeof bits);
        push(std::move(value));
    }

    void longInteger()
    {
        const std::size_t size = number(1);
        if (size > 8)
            return fail("a number in it is absurdly large");
        std::uint64_t value = number(size);
        if (size > 0 && size < 8 && (value >> (8 * size - 1) & 1) != 0)
            value |= ~std::uint64_t{0} << (8 * size);
        pushInteger(static_cast<std::int64_t>(value));
    }

    void stackGlobal()
    {
        const std::optional<std::uint32_t> what = pop();
        const std::optional<std::uint32_t> module = pop();
        if (!what || !module)
            return;
        if (m_pickle.at(*what).kind != Kind::Text || m_pickle.at(*module).kind != Kind::Text)
            return fail("its description of the tensors is damaged");
        name(m_pickle.at(*module).text, m_pickle.at(*what).text);
    }

    void step();

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    std::size_t m_items = 0;
    Pickle m_pickle;
    std::vector<std::uint32_t> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_memo;
    std::string m_error;
    bool m_isDone = false;
};

void Machine::step()
{
    const auto op = static_cast<unsigned char>(number(1));
    if (!m_error.empty())
        return;
    switch (op) {
    case Proto:
        if (const std::uint64_t protocol = number(1); protocol < 2 || protocol > 5)
            fail("a pickle of protocol " + std::to_string(protocol));
        return;
    case Frame: number(8); return;
    case Stop:
        m_pickle.root = pop().value_or(0);
        m_isDone = m_error.empty();
        return;
    case Mark:
        if (m_marks.size() >= kMostMarks)
            return fail("nested absurdly deep");
        return m_marks.push_back(m_stack.size());
    case Pop: pop(); return;
    case PopMark: popToMark(); return;
    case None: return push(Kind::None);
    case NewTrue: return pushInteger(1, Kind::Bool);
    case NewFalse: return pushInteger(0, Kind::Bool);
    case BinInt: return pushInteger(static_cast<std::int32_t>(number(4)));
    case BinInt1: return pushInteger(static_cast<std::int64_t>(number(1)));
    case BinInt2: return pushInteger(static_cast<std::int64_t>(number(2)));
    case Long1: return longInteger();
    case BinFloat: return floating();
    case ShortBinUnicode:
    case ShortBinString: return pushText(text(number(1)));
    case BinUnicode:
    case BinString: return pushText(text(number(4)));
    case BinUnicode8: return pushText(text(number(8)));
    case EmptyDict: return push(Kind::Dict);
    case EmptyList: return push(Kind::List);
    case EmptyTuple: return push(Kind::Tuple);
    case Tuple1: return pushItems(Kind::Tuple, popSome(1));
    case Tuple2: return pushItems(Kind::Tuple, popSome(2));
    case Tuple3: return pushItems(Kind::Tuple, popSome(3));
    case TupleFromMark: return pushItems(Kind::Tuple, popToMark());
    case ListFromMark: return pushItems(Kind::List, popToMark());
    case DictFromMark: {
        const std::vector<std::uint32_t> items = popToMark();
        push(Kind::Dict);
        return extend(Kind::Dict, items);
    }
    case Append: return extend(Kind::List, popSome(1));
    case Appends: return extend(Kind::List, popToMark());
    case SetItem: return extend(Kind::Dict, popSome(2));
    case SetItems: return extend(Kind::Dict, popToMark());
    case BinPut: return remember(number(1));
    case LongBinPut: return remember(number(4));
    case Memoize: return remember(m_memo.size());
    case BinGet: return recall(number(1));
    case LongBinGet: return recall(number(4));
    case Global: {
        const std::string_view module = line();
        return name(module, line());
    }
    case StackGlobal: return stackGlobal();
    case Reduce: return call();
    case Build: return dropState();
    case BinPersId: return store();
    default: break;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    fail(std::string("an instruction that no list of tensors needs: 0x") + kDigits[op >> 4]
         + kDigits[op & 15]);
}

} // namespace

Result<Pickle> tensorPickle(std::span<const std::byte> bytes)
{
    if (bytes.size() > kLongest)
        return Error{
            ErrorCode::InvalidArgument, {}, "its description of the tensors is absurdly long"};
    return Machine(bytes).run();
}

} // namespace dollygrip::generator
