#include "core/base/error.h"

namespace dollygrip {

const char* errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled: return "Cancelled";
    case ErrorCode::InvalidArgument: return "InvalidArgument";
    case ErrorCode::NotFound: return "NotFound";
    case ErrorCode::Refused: return "Refused";
    case ErrorCode::FileNotFound: return "FileNotFound";
    case ErrorCode::FileUnreadable: return "FileUnreadable";
    case ErrorCode::FileUnwritable: return "FileUnwritable";
    case ErrorCode::FileExists: return "FileExists";
    case ErrorCode::DiskFull: return "DiskFull";
    case ErrorCode::NotAFilm: return "NotAFilm";
    case ErrorCode::FilmDamaged: return "FilmDamaged";
    case ErrorCode::FilmNewer: return "FilmNewer";
    case ErrorCode::FilmLocked: return "FilmLocked";
    case ErrorCode::MediaUnsupported: return "MediaUnsupported";
    case ErrorCode::MediaDamaged: return "MediaDamaged";
    case ErrorCode::MediaTooLarge: return "MediaTooLarge";
    case ErrorCode::EncoderFailed: return "EncoderFailed";
    case ErrorCode::OutOfMemory: return "OutOfMemory";
    case ErrorCode::DeviceLost: return "DeviceLost";
    case ErrorCode::ModelUnusable: return "ModelUnusable";
    case ErrorCode::ModelIncomplete: return "ModelIncomplete";
    case ErrorCode::ModelDamaged: return "ModelDamaged";
    case ErrorCode::ModelMixed: return "ModelMixed";
    case ErrorCode::Internal: return "Internal";
    }
    return "Internal";
}

} // namespace dollygrip
