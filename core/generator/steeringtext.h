#pragma once

#include "core/generator/request.h"
#include "core/generator/textline.h"

#include <string>

namespace dollygrip::generator {

inline constexpr std::size_t kMostReferences = 64;

/// The lines of a request that only networks take: sampling, LoRAs, steering. What stands at its
/// default is not written, so that a request without networks has the text it always had.
std::string directionText(const Request& request);

/// Takes one of these lines, but "reference", which needs its picture. False when it is none of
/// them or says what cannot be.
bool readDirection(TextLine& line, Request& request);

} // namespace dollygrip::generator
