#include "core/interchange/motion/camerafiles.h"

#include "core/base/json.h"
#include "core/interchange/motion/numbertext.h"

#include <Eigen/Geometry>
#include <Eigen/LU>

#include <charconv>
#include <cmath>

namespace dollygrip::interchange {
namespace {

Error damaged(std::string why)
{
    return {ErrorCode::MediaDamaged, {}, std::move(why)};
}

/// A rotation, up to what few decimals leave of it.
bool isRigid(const CameraFrame& frame)
{
    const Eigen::Matrix3d turn = frame.worldToCamera.leftCols<3>();
    return frame.worldToCamera.allFinite()
           && (turn * turn.transpose() - Eigen::Matrix3d::Identity()).cwiseAbs().maxCoeff() < 0.05
           && turn.determinant() > 0;
}

/// The numbers of one line; false when anything else is in it.
bool readNumbers(std::string_view line, std::vector<double>& numbers)
{
    numbers.clear();
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        if (line.empty()) {
            return true;
        }
        double value = 0;
        const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), value);
        if (failure != std::errc() || !std::isfinite(value)) {
            return false;
        }
        line.remove_prefix(std::size_t(end - line.data()));
        numbers.push_back(value);
    }
}

} // namespace

std::string numberText(double value)
{
    char text[40];
    const auto [end, failure] = std::to_chars(text, text + sizeof text, value + 0.0);
    return failure == std::errc() ? std::string(text, end) : "0";
}

NamedFiles writeRealEstate(const MotionFile& motion)
{
    std::string text = "\n";
    const double rate = motion.framesPerSecond > 0 ? motion.framesPerSecond : 24;
    for (std::size_t k = 0; k < motion.camera.size(); ++k) {
        const CameraFrame& frame = motion.camera[k];
        text += std::to_string(std::llround(double(k) * 1e6 / rate));
        for (const double value : {frame.fx, frame.fy, frame.cx, frame.cy, 0.0, 0.0}) {
            text += ' ' + numberText(value);
        }
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 4; ++column) {
                text += ' ' + numberText(frame.worldToCamera(row, column));
            }
        }
        text += '\n';
    }
    return {{"camera.txt", text}};
}

Result<MotionFile> readRealEstate(const NamedFiles& files)
{
    std::string_view text = files.front().second;
    MotionFile motion;
    std::vector<double> numbers;
    double firstTime = 0;
    for (int line = 0; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view content = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line == 0 || content.find_first_not_of(" \t\r") == content.npos) {
            continue; // an address or nothing
        }
        if (!readNumbers(content, numbers) || numbers.size() != 19) {
            return damaged("line " + std::to_string(line + 1) + " has not 19 numbers");
        }
        CameraFrame frame;
        frame.fx = numbers[1];
        frame.fy = numbers[2];
        frame.cx = numbers[3];
        frame.cy = numbers[4];
        for (int i = 0; i < 12; ++i) {
            frame.worldToCamera(i / 4, i % 4) = numbers[std::size_t(7 + i)];
        }
        if (!isRigid(frame) || frame.fx <= 0 || frame.fy <= 0) {
            return damaged("line " + std::to_string(line + 1) + " is no camera");
        }
        motion.camera.push_back(frame);
        if (FrameIndex(motion.camera.size()) > kMostFrames) {
            return Error{ErrorCode::MediaTooLarge, {}, "too many frames"};
        }
        if (motion.camera.size() == 1) {
            firstTime = numbers[0];
        } else if (numbers[0] > firstTime) {
            motion.framesPerSecond =
                double(motion.camera.size() - 1) * 1e6 / (numbers[0] - firstTime);
        }
    }
    if (motion.camera.empty()) {
        return damaged("no frame in it");
    }
    motion.frames = FrameIndex(motion.camera.size());
    return motion;
}

NamedFiles writeMotionCtrl(const MotionFile& motion)
{
    // Relative to the first camera: R_i R_0ᵀ, t_i - (R_i R_0ᵀ) t_0.
    const Eigen::Matrix3d firstTurn = motion.camera.front().worldToCamera.leftCols<3>();
    const Eigen::Vector3d firstPlace = motion.camera.front().worldToCamera.col(3);
    std::string text = "[";
    for (std::size_t k = 0; k < motion.camera.size(); ++k) {
        const Eigen::Matrix<double, 3, 4>& camera = motion.camera[k].worldToCamera;
        const Eigen::Matrix3d turn = camera.leftCols<3>() * firstTurn.transpose();
        Eigen::Matrix<double, 3, 4> relative;
        relative << turn, camera.col(3) - turn * firstPlace;
        text += k > 0 ? ",\n [" : "\n [";
        for (int i = 0; i < 12; ++i) {
            text += (i > 0 ? ", " : "") + numberText(relative(i / 4, i % 4));
        }
        text += ']';
    }
    return {{"camera.json", text + "\n]\n"}};
}

Result<MotionFile> readMotionCtrl(const NamedFiles& files)
{
    const auto json = Json::parse(files.front().second);
    if (!json) {
        return damaged(json.error().detail);
    }
    const Json::Array* frames = json->array();
    if (!frames || frames->empty() || FrameIndex(frames->size()) > kMostFrames) {
        return damaged("no list of frames");
    }
    MotionFile motion;
    for (const Json& entry : *frames) {
        const Json::Array* numbers = entry.array();
        CameraFrame frame;
        bool isGood = numbers && numbers->size() == 12;
        for (int i = 0; isGood && i < 12; ++i) {
            const auto value = (*numbers)[std::size_t(i)].number();
            isGood = value.has_value();
            frame.worldToCamera(i / 4, i % 4) = value.value_or(0);
        }
        if (!isGood || !isRigid(frame)) {
            return damaged("frame " + std::to_string(motion.camera.size() + 1) + " is no camera");
        }
        motion.camera.push_back(frame);
    }
    motion.frames = FrameIndex(motion.camera.size());
    return motion;
}

} // namespace dollygrip::interchange
