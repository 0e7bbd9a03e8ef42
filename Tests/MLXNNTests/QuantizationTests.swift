import MLX
import MLXNN
import Testing

@Suite("Quantisation")
struct QuantizationTests {
    /// Arguments of `to_quantized` by the name of the fixture.
    struct Way: Sendable, CustomTestStringConvertible {
        let name: String
        var groupSize: Int?
        var bits: Int?
        var mode = QuantizationMode.affine
        var testDescription: String { name }
    }

    static let ways = [
        Way(name: "affine"),
        Way(name: "affine_8", groupSize: 32, bits: 8),
        Way(name: "mxfp4", mode: .mxfp4),
        Way(name: "nvfp4", mode: .nvfp4),
        Way(name: "mxfp8", mode: .mxfp8),
    ]

    @Test("of a linear layer equals Python's bit for bit", arguments: ways, ["f32", "bf16"])
    func linear(way: Way, type: String) throws {
        let fixture = try Fixture("quantized_linear_\(way.name)_\(type)")
        let (x, weight) = (fixture.inputs[0], fixture.inputs[1])
        let expected = ModuleParameters.unflattened(fixture.parameters)
        let layer = QuantizedLinear(
            Linear(weight: weight, bias: expected[unwrapping: "bias"]),
            groupSize: way.groupSize, bits: way.bits, mode: way.mode)

        let parameters = layer.parameters()
        #expect(parameters.keys.sorted() == expected.keys.sorted())
        for (path, array) in expected.flattened() {
            #expect(parameters[unwrapping: path].map(bytes) == bytes(array), "\(path)")
        }
        try fixture.expect([layer(x)])
    }

    @Test("of an embedding equals Python's bit for bit", arguments: ways, ["f32", "bf16"])
    func embedding(way: Way, type: String) throws {
        let fixture = try Fixture("quantized_embedding_\(way.name)_\(type)")
        let layer = QuantizedEmbedding(
            embeddingCount: 8, dimensions: 64, groupSize: way.groupSize, bits: way.bits,
            mode: way.mode)
        #expect(layer.shape == (8, 64))
        try layer.update(parameters: .unflattened(fixture.parameters), verify: .all)
        try fixture.expect([layer(fixture.inputs[0]), layer.asLinear(fixture.inputs[1])])
    }

    @Test("replaces the layers that have a quantised form, and no others")
    func replacesLayers() throws {
        let model = TinyModel()
        quantize(model: model, groupSize: 32, bits: 4)
        #expect(model.head is QuantizedLinear)
        #expect(model.layers.allSatisfy { $0.up is QuantizedLinear && $0.norm is RMSNorm })
        let paths = model.parameters().flattened().map(\.0)
        #expect(paths.contains("lm_head.scales"))
        #expect(paths.contains("layers.1.up_proj.biases"))
        #expect(paths.contains("layers.1.norm.weight"))
        #expect(model(MLXArray([1 as Int32, 2]).reshaped([1, 2])).shape == [1, 2, 64])
    }

    @Test("leaves out what the filter refuses")
    func filter() {
        let model = TinyModel()
        quantize(model: model) { path, _ in path.hasPrefix("layers.0") }
        #expect(model.layers[0].up is QuantizedLinear)
        #expect(!(model.layers[1].up is QuantizedLinear))
        #expect(!(model.head is QuantizedLinear))
    }

    @Test("takes each layer's own way")
    func perLayer() {
        let model = TinyModel()
        quantize(model: model) { path, _ in
            path == "lm_head" ? (groupSize: 32, bits: 8, mode: .affine) : nil
        }
        #expect((model.head as? QuantizedLinear)?.bits == 8)
        #expect(!(model.layers[0].up is QuantizedLinear))
    }

    @Test("keeps quantised weights from being trained")
    func frozen() throws {
        let layer = QuantizedLinear(64, 8)
        #expect(layer.trainableParameters().flattened().isEmpty)
        layer.unfreeze()
        #expect(layer.trainableParameters().flattened().isEmpty)
    }
}
