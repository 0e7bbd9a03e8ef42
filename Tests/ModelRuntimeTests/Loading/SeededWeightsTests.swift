import Foundation
import MLX
import Testing
import TraceDiff

@testable import ModelRuntime

@Suite("Seeded weights are equal to the reference's to the bit")
struct SeededWeightsTests {
    @Test(
        "the numbers that numpy gives",
        arguments: [
            (
                "language_model.model.layers.0.mlp.up_proj.weight", [3, 5], 7 as UInt64,
                [
                    0xbe01_591d, 0xbd02_7f63, 0x3f18_ba75, 0xbc63_a0e9, 0xbe10_d7f2, 0xbe96_7e43,
                    0xbe21_b879, 0x3f3b_b61f, 0xbe1b_b405, 0x3ea9_8942, 0xbf10_8404, 0x3e45_5beb,
                    0x3f19_78d8, 0x3ead_f0a9, 0x3f21_87e6,
                ] as [UInt32]
            ),
            (
                "model.norm.weight", [6], 0,
                [0x3f68_e490, 0x3f6d_74d6, 0x3f7a_fc3e, 0x3f83_997c, 0x3f7d_3a09, 0x3f85_c031]
            ),
            ("a.bias", [4], 123_456_789, [0xbd94_606d, 0xbd17_be40, 0x3cd7_f6cd, 0x3bf8_479a]),
        ])
    func values(name: String, shape: [Int], seed: UInt64, bits: [UInt32]) {
        let values = SeededWeights(seed: seed).values(name: name, shape: shape)
        #expect(values.map(\.bitPattern) == bits)
    }

    @Test func aLargeMatrix() {
        let values = SeededWeights(seed: 3).values(name: "big", shape: [257, 129])
        let digest = values.withUnsafeBytes { sha256($0) }
        #expect(
            digest.map { String(format: "%02x", $0) }.joined()
                == "a1353c2cbbe805e1ab887a5263ffb1d652920327fa69ea805115d77890eb2806")
    }

    @Test func everyFloatingPointParameterIsFilledInItsType() throws {
        let model = BigramModel(TinyConfiguration(vocabulary: 4, dimensions: 3))
        try SeededWeights(seed: 5).fill(model, dtype: .bfloat16)
        #expect(model.embed.weight.dtype == .bfloat16)
        let expected = SeededWeights(seed: 5).array(
            name: "head.weight", shape: [4, 3], dtype: .bfloat16)
        #expect(arrayEqual(model.head.weight, expected).item(Bool.self))
    }
}
