import MLX
import Testing

@testable import ModelRuntime

@Suite("Tensor summaries have the reference's bits")
struct TensorSummaryTests {
    struct Expected: Sendable {
        var dtype: String
        var sum: Double
        var l2: Double
        var min: Double
        var max: Double
        var checksum: String
        var hash: String
    }

    private static var floats: MLXArray {
        MLXArray([0.1, -2.5, 3e-5, 7.25, -0.0, 65504] as [Float], [2, 3])
    }

    /// What numpy gives for the same arrays.
    private static let cases: [(@Sendable () -> MLXArray, Expected)] = [
        (
            { floats },
            Expected(
                dtype: "float32", sum: 0x1.ffc9b33721e20p+15, l2: 0x1.ffc0003ad9eaap+15, min: -2.5,
                max: 65504, checksum: "00000007969f0653",
                hash: "1e0e9a85172f0c6da1b148efabbff0b7debb5a721917a2ef039567e3fda95f8b")
        ),
        (
            { floats.asType(.bfloat16) },
            Expected(
                dtype: "bfloat16", sum: 0x1.0004d9a1f8000p+16, l2: 0x1.0000001d69485p+16, min: -2.5,
                max: 65536, checksum: "00000000000796a1",
                hash: "d8f27133ae89cfd42f53f2355773cfba216e5ceed599a7601f1cb1b0a19cfa13")
        ),
        (
            { floats.asType(.float16) },
            Expected(
                dtype: "float16", sum: 0x1.ffc9b333ee000p+15, l2: 0x1.ffc0003ad9ea4p+15, min: -2.5,
                max: 65504, checksum: "0000000000083b45",
                hash: "f7bb41c3345f63b6b322c908478bf39f850ff5a39d00e6f450d492a62fa128bf")
        ),
        (
            { MLXArray([1, -2, 3] as [Int32]) },
            Expected(
                dtype: "int32", sum: 2, l2: 0x1.deeea11683f49p+1, min: -2, max: 3,
                checksum: "0000000200000006",
                hash: "66d9f6ea4448712f79044d7fea826fbd59b1447689ef6ca1c7f71c785f0e25e0")
        ),
        (
            { MLXArray([true, false, true]) },
            Expected(
                dtype: "bool", sum: 2, l2: 0x1.6a09e667f3bcdp+0, min: 0, max: 1,
                checksum: "0000000000000004",
                hash: "85f90dfea1d8027e1463e5ca971a250110a20df0119d204a74220bc63516d15b")
        ),
        (
            { MLXArray([200, 3] as [UInt8]) },
            Expected(
                dtype: "uint8", sum: 203, l2: 0x1.900b84f441e83p+7, min: 3, max: 200,
                checksum: "00000000000000ce",
                hash: "5bd7ee13e4fa675763c8740967ec070961da6c167b1bc5ff99450270685fa7bf")
        ),
        (
            { MLXArray([-1, 2] as [Int64]) },
            Expected(
                dtype: "int64", sum: 1, l2: 0x1.1e3779b97f4a8p+1, min: -1, max: 2,
                checksum: "0000000000000003",
                hash: "f063fde67de22b6151b1049a822d081e5ef373d20ddbc3c9d3bd72115e6e13d1")
        ),
    ]

    @Test("figures", arguments: cases.indices)
    func figures(index: Int) {
        let (array, expected) = Self.cases[index]
        let summary = TensorSummary(array())
        let statistics = summary.statistics
        #expect(summary.dtype == expected.dtype)
        #expect(statistics.sum == expected.sum)
        #expect(statistics.l2 == expected.l2)
        #expect(statistics.min == expected.min)
        #expect(statistics.max == expected.max)
        #expect(statistics.checksum.description == expected.checksum)
        #expect(summary.hash.description == expected.hash)
    }

    @Test func orderCountsAndStridesDoNot() {
        let transposed = Self.floats.transposed()
        #expect(TensorSummary(transposed).hash != TensorSummary(Self.floats).hash)
        #expect(TensorSummary(transposed.transposed()) == TensorSummary(Self.floats))
    }

    @Test func notANumberAndNothing() {
        let statistics = TensorSummary(MLXArray([1, .nan, 2] as [Float])).statistics
        #expect(statistics.min.isNaN && statistics.max.isNaN && statistics.sum.isNaN)
        let empty = TensorSummary(MLXArray.zeros([0])).statistics
        #expect(empty.sum == 0 && empty.min.isNaN)
    }
}
