import MLX
import MLXNN
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Layers of latent attention give the same bits as those of mlx-vlm")
struct LatentAttentionTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var transpose: Bool
        var mode: QuantizationMode?
        var groupSize: Int?
        var bits: Int?

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        do { return try Recording("latent-attention").json("cases") } catch {
            fatalError("\(error)")
        }
    }()

    @Test(arguments: cases) func `a linear layer for each head`(test: Case) throws {
        let recording = try Recording("latent-attention")
        var layer = MultiLinear(weight: try recording("weight"))
        if let mode = test.mode, let groupSize = test.groupSize, let bits = test.bits {
            layer = QuantizedMultiLinear(
                weight: layer.weight, groupSize: groupSize, bits: bits, mode: mode)
        }
        let x = try recording(test.transpose ? "there" : "back")
        let found = layer(x, transpose: test.transpose)
        #expect(try difference(found, recording("\(test.name).result")) == nil)
    }

    @Test func `quantising replaces a layer behind its property`() {
        final class Attention: Module {
            @ModuleInfo(key: "embed_q") var embedQ = MultiLinear(32, 64, 2)
        }
        let attention = Attention()
        quantize(model: attention, groupSize: 32, bits: 4)
        #expect(attention.embedQ is QuantizedMultiLinear)
        #expect(
            Set(attention.parameters().flattened().map(\.0)) == [
                "embed_q.weight", "embed_q.scales", "embed_q.biases",
            ])
    }

    /// What Python's `max_absorbed_queries` gives for the sizes of DeepSeek-V3 and others.
    @Test(
        arguments: [
            (512, 128, 128, nil, 170), (512, 128, 128, 1, 1), (512, 128, 128, 600, 132),
            (8, 128, 128, nil, 1), (8, 128, 128, 7, 38), (512, 192, 256, 0, 398),
        ] as [(Int, Int, Int, Int?, Int)])
    func `up to how many queries the latents themselves are attended to`(
        rank: Int, key: Int, value: Int, length: Int?, expected: Int
    ) {
        #expect(maxAbsorbedQueries(rank, key, value, length) == expected)
    }

    @Test func `the network of DeepSeek's models`() throws {
        let recording = try Recording("latent-attention")
        let layer = DeepseekMLP(hiddenSize: 32, intermediateSize: 64)
        try layer.update(
            parameters: .unflattened(recording.tensors(under: "network.").map { ($0, $1) }),
            verify: .all)
        #expect(try difference(layer(recording("there")), recording("network result")) == nil)
    }
}
