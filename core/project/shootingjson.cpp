#include "core/project/shootingjson.h"

#include "core/project/filmjson.h"

#include <QJsonArray>

#include <array>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

// In the order of the enumerations; the words are those of a request's text.
constexpr std::array<const char*, 8> kLooks = {"automatic", "none",   "keep", "scribble",
                                               "flow",      "layout", "gray", "depth"};
constexpr std::array<const char*, 4> kTracks = {"automatic", "none", "wan-move", "ati"};

void putUnless(QJsonObject& json, const QString& key, const QJsonValue& value,
               const QJsonValue& usual)
{
    if (value != usual)
        json[key] = value;
}

} // namespace

QJsonObject shootingToJson(const Shooting& shooting)
{
    const Shooting usual;
    QJsonObject json = shooting.unknown;
    putUnless(json, u"look"_s, QLatin1StringView(kLooks[std::size_t(shooting.look)]),
              QLatin1StringView(kLooks[0]));
    putUnless(json, u"strength"_s, shooting.strength, usual.strength);
    putUnless(json, u"givesFirstPanel"_s, shooting.givesFirstPanel, false);
    putUnless(json, u"givesLastPanel"_s, shooting.givesLastPanel, false);
    putUnless(json, u"givesKeyPanels"_s, shooting.givesKeyPanels, false);
    putUnless(json, u"whiteOnBlackLayout"_s, shooting.whiteOnBlackLayout, false);
    putUnless(json, u"tracks"_s, QLatin1StringView(kTracks[std::size_t(shooting.tracks)]),
              QLatin1StringView(kTracks[0]));
    putUnless(json, u"startSigma"_s, shooting.startSigma, usual.startSigma);
    putUnless(json, u"heldSigma"_s, shooting.heldSigma, usual.heldSigma);
    putUnless(json, u"solver"_s, shooting.solver, QString());
    putUnless(json, u"steps"_s, shooting.steps, usual.steps);
    putUnless(json, u"guidance"_s, shooting.guidance, usual.guidance);
    putUnless(json, u"shift"_s, shooting.shift, usual.shift);
    QJsonArray loras;
    for (const ShotLora& lora : shooting.loras)
        loras.append(QJsonObject{{u"file"_s, lora.file}, {u"strength"_s, lora.strength}});
    putUnless(json, u"loras"_s, loras, QJsonArray());
    QJsonArray cast;
    for (const CastId& id : shooting.cast)
        cast.append(id.toText());
    putUnless(json, u"cast"_s, cast, QJsonArray());
    return json;
}

Shooting shootingFromJson(JsonReader& reader)
{
    Shooting shooting;
    shooting.look = conditioning::ControlLook(reader.word(u"look"_s, kLooks, 0));
    shooting.strength = reader.number(u"strength"_s, shooting.strength);
    shooting.givesFirstPanel = reader.flag(u"givesFirstPanel"_s, false);
    shooting.givesLastPanel = reader.flag(u"givesLastPanel"_s, false);
    shooting.givesKeyPanels = reader.flag(u"givesKeyPanels"_s, false);
    shooting.whiteOnBlackLayout = reader.flag(u"whiteOnBlackLayout"_s, false);
    shooting.tracks = conditioning::TrackMethod(reader.word(u"tracks"_s, kTracks, 0));
    shooting.startSigma = reader.number(u"startSigma"_s, shooting.startSigma);
    shooting.heldSigma = reader.number(u"heldSigma"_s, shooting.heldSigma);
    shooting.solver = reader.text(u"solver"_s);
    shooting.steps = int(reader.integer(u"steps"_s, 0));
    shooting.guidance = reader.number(u"guidance"_s, shooting.guidance);
    shooting.shift = reader.number(u"shift"_s, 0);
    reader.each(u"loras"_s, [&](JsonReader& each) {
        ShotLora lora;
        lora.file = each.text(u"file"_s);
        lora.strength = each.number(u"strength"_s, lora.strength);
        shooting.loras.append(lora);
    });
    for (const QString& text : reader.texts(u"cast"_s)) {
        if (const auto id = CastId::fromText(text))
            shooting.cast.append(*id);
        else
            reader.fail(u"cast"_s, u"holds something that is no id"_s);
    }
    shooting.unknown = reader.rest();
    return shooting;
}

QJsonObject toJson(const CastMember& member)
{
    QJsonObject json = member.unknown;
    json[u"id"_s] = member.id.toText();
    json[u"name"_s] = member.name;
    json[u"words"_s] = member.words;
    json[u"seed"_s] = QString::number(member.seed); // JSON numbers do not hold 64 bits
    json[u"pictures"_s] = QJsonArray::fromStringList(member.pictures);
    return json;
}

Result<CastMember> castMemberFromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"cast member "_s + json[u"name"_s].toString());
    CastMember member;
    member.id = reader.id<CastId>(u"id"_s);
    member.name = reader.text(u"name"_s);
    member.words = reader.text(u"words"_s);
    bool isNumber = false;
    member.seed = reader.text(u"seed"_s, u"0"_s).toULongLong(&isNumber);
    if (!isNumber)
        reader.fail(u"seed"_s, u"is no number"_s);
    member.pictures = reader.texts(u"pictures"_s);
    member.unknown = reader.rest();
    return reader.result(std::move(member));
}

} // namespace dollygrip
