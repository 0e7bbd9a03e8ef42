import Foundation
import Harness
import Testing
import TraceDiff

@Suite("Seeded weights")
struct SeededWeightsTests {
    /// The rule, written down a second time.
    static func values(_ name: String, _ shape: [Int], seed: UInt64) -> [Float] {
        let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state ^= seed &* golden
        let fanIn = Float(shape.dropFirst().reduce(1, *))
        return (1...shape.reduce(1, *)).map { position in
            var z = state &+ UInt64(position) &* golden
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            z ^= z >> 31
            let centred = Float(z >> 40) / 0x1p24 - 0.5
            if shape.count >= 2 { return centred * (2 * (3 / fanIn).squareRoot()) }
            return (name.hasSuffix(".weight") ? 1 : 0) + 0.2 * centred
        }
    }

    @Test("follow the rule to the bit, rounded once for bfloat16")
    func rule() throws {
        let folder = try TemporaryFolder()
        let recorded = try recordWork(
            "llama", selection: VariantSelection(batches: [1]), using: Repository.python,
            folder: folder.path)
        for variant in recorded {
            let file = try TensorFile(contentsOf: variant.checkpoint + "/model.safetensors")
            #expect(file.tensors.count == 39)
            for (name, tensor) in file.tensors {
                let expected = Self.values(name, tensor.shape, seed: 7)
                var found: [Double] = []
                file.withBytes(of: name) { bytes, _ in
                    tensor.type.forEachValue(in: bytes) { found.append($0) }
                }
                let rounded =
                    tensor.type == .bfloat16 ? expected.map(Self.roundedToBfloat16) : expected
                #expect(found == rounded.map(Double.init), "\(name)")
            }
        }
    }

    /// Round to nearest, ties to even.
    static func roundedToBfloat16(_ value: Float) -> Float {
        let bits = value.bitPattern
        return Float(bitPattern: (bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF_0000)
    }
}
