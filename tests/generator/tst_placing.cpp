#include "core/generator/nn/tensorlist.h"
#include "core/generator/placing.h"
#include "tests/support/randommodel.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

constexpr std::uint64_t kGB = 1'000'000'000;

/// A published model as its files say.
Model modelOf(const char* recipe)
{
    Model model;
    model.name = recipe;
    model.transformer = test::recipeNamed(recipe)->transformer;
    model.parameters = parametersOf(tensorsOf(model.transformer));
    ModelFile file;
    file.bytes = 2 * model.parameters;
    model.files.push_back(file);
    file.role = FileRole::TextEncoder;
    file.bytes = 2 * parametersOf(tensorsOf(model.text));
    model.files.push_back(file);
    return model;
}

MachineFacts gpu(std::uint64_t free, int generation = 8)
{
    MachineFacts machine;
    machine.hasGpu = true;
    machine.gpuFree = machine.gpuFreeAtFirst = free;
    machine.gpuGeneration = generation;
    machine.memoryFree = 64 * kGB;
    return machine;
}

MachineFacts noGpu(std::uint64_t memory)
{
    MachineFacts machine;
    machine.memoryFree = memory;
    return machine;
}

} // namespace

/// Decisions about a machine that is not there.
class TestPlacing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void networksGoWhereThereIsRoom_data()
    {
        QTest::addColumn<MachineFacts>("machine");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<bool>("isOnGpu");
        QTest::addColumn<bool>("isHalf");
        QTest::addColumn<bool>("takesTurns");
        QTest::newRow("a large GPU") << gpu(80 * kGB) << true << true << true << false;
        QTest::newRow("a small GPU") << gpu(12 * kGB) << true << true << true << true;
        QTest::newRow("a GPU without bfloat16")
            << gpu(80 * kGB, 7) << true << true << false << false;
        QTest::newRow("of which less is free")
            << gpu(12 * kGB, 7) << false << true << false << false;
        QTest::newRow("too small a GPU") << gpu(2 * kGB) << false << true << true << false;
        QTest::newRow("a GPU that does not tell") << gpu(0, 0) << true << true << true << false;
        QTest::newRow("a processor") << noGpu(32 * kGB) << true << false << false << false;
        QTest::newRow("with little memory") << noGpu(4 * kGB) << false << false << false << false;
        QTest::newRow("that does not tell") << noGpu(0) << true << false << false << false;
    }
    void networksGoWhereThereIsRoom()
    {
        QFETCH(MachineFacts, machine);
        QFETCH(bool, fits);
        const Model model = modelOf("wan2.1-vace-1.3b");
        const auto placing = placingOf(model, 832, 480, 81, machine);
        QCOMPARE(placing.has_value(), fits);
        if (!fits) {
            QCOMPARE(placing.error().code, ErrorCode::OutOfMemory);
            QCOMPARE(placing.error().subject, model.name);
            QVERIFY(placing.error().detail.find(" GB are free") != std::string::npos);
            return;
        }
        QTEST(placing->isOnGpu, "isOnGpu");
        QTEST(placing->isHalf, "isHalf");
        QTEST(placing->takesTurns, "takesTurns");
    }

    void largerModelsWantLargerCards()
    {
        const Model large = modelOf("wan2.1-vace-14b");
        QVERIFY(!placingOf(large, 832, 480, 81, gpu(24 * kGB)));
        QVERIFY(placingOf(large, 832, 480, 81, gpu(80 * kGB)));
    }

    void memoryThatLibTorchKeepsIsRoom()
    {
        MachineFacts machine = gpu(20 * kGB);
        QCOMPARE(gpuRoom(machine), 20 * kGB);
        machine.gpuFree = 2 * kGB; // after a job: kept for the next
        machine.gpuOwn = 5 * kGB;
        QCOMPARE(gpuRoom(machine), 20 * kGB);
        machine.gpuFreeAtFirst = 3 * kGB; // another program has gone since
        QCOMPARE(gpuRoom(machine), 7 * kGB);
    }

    void failuresAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* what, ErrorCode code) {
            QTest::newRow(name) << QByteArray(what) << int(code);
        };
        row("the caching allocator",
            "CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 7.79 GiB total capacity; 5.41 "
            "GiB already allocated)",
            ErrorCode::OutOfMemory);
        row("the driver", "CUDA error: out of memory", ErrorCode::OutOfMemory);
        row("cuBLAS", "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
            ErrorCode::OutOfMemory);
        row("cuDNN", "cuDNN error: CUDNN_STATUS_ALLOC_FAILED", ErrorCode::OutOfMemory);
        row("main memory",
            "[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you "
            "tried to allocate 9000000000000 bytes.",
            ErrorCode::OutOfMemory);
        row("a lost card", "CUDA error: unspecified launch failure", ErrorCode::DeviceLost);
        row("fallen off", "CUDA error: the launch timed out and was terminated",
            ErrorCode::DeviceLost);
        row("within cuDNN", "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED", ErrorCode::DeviceLost);
        row("within cuBLAS", "CUBLAS_STATUS_EXECUTION_FAILED when calling cublasGemmEx",
            ErrorCode::DeviceLost);
        row("a mistake of ours", "mat1 and mat2 shapes cannot be multiplied", ErrorCode::Internal);
        row("nothing", "", ErrorCode::Internal);
    }
    void failuresAreToldApart()
    {
        QFETCH(QByteArray, what);
        QTEST(int(failureOf(what.toStdString())), "code");
    }
};

QTEST_GUILESS_MAIN(TestPlacing)
#include "tst_placing.moc"
