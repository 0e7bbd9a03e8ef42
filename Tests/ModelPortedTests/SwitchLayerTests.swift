import MLX
import MLXNN
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Networks of experts give the same bits as those of mlx-vlm")
struct SwitchLayerTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var kind: String
        var bias: Bool
        var mode: QuantizationMode?
        var groupSize: Int?
        var bits: Int?
        var dtype: String?
        var shape: [Int]
        var training: Bool
        var summed: Bool

        var testDescription: String { name }
        var type: DType { ModelPortedTests.dtype(dtype ?? "float32") }

        /// The layer with the recorded parameters, quantised and training as the case says.
        func prepare<Layer: Module>(_ layer: Layer, _ recording: Recording) throws -> Layer {
            let recorded = recording.tensors(under: "parameters.")
            let parameters = layer.parameters().flattened().map(\.0).compactMap { path in
                let name = path.replacing("fc1", with: "up_proj").replacing(
                    "fc2", with: "down_proj")
                return recorded[name].map { (path, $0.asType(type)) }
            }
            try layer.update(parameters: .unflattened(parameters), verify: .all)
            if let mode {
                quantize(model: layer, groupSize: groupSize, bits: bits, mode: mode)
            }
            layer.train(training)
            return layer
        }

        /// The first tokens of an array, as many as the case has.
        func cut(_ array: MLXArray) -> MLXArray {
            array[..<shape.reduce(1, *)].reshaped(shape + [-1])
        }
    }

    static let cases: [Case] = {
        do { return try Recording("switch-layers").json("cases") } catch { fatalError("\(error)") }
    }()

    @Test(arguments: cases.filter { $0.kind == "SwitchGLU" })
    func `gated networks, with few tokens and with many`(test: Case) throws {
        let recording = try Recording("switch-layers")
        let layer = try test.prepare(SwitchGLU(32, 64, 5, bias: test.bias), recording)
        let x = try test.cut(recording("x")).asType(test.type)
        let indices = try test.cut(recording("indices"))

        let found =
            try test.summed
            ? layer(x, indices, weights: test.cut(recording("weights")), shared: x)
            : layer(x, indices)
        #expect(try difference(found, recording(test.name)) == nil)
    }

    @Test(arguments: cases.filter { $0.kind == "SwitchMLP" })
    func `networks without a gate, with few tokens and with many`(test: Case) throws {
        let recording = try Recording("switch-layers")
        let layer = try test.prepare(SwitchMLP(32, 64, 5, bias: test.bias), recording)
        let x = try test.cut(recording("x")).asType(test.type)
        let indices = try test.cut(recording("indices"))
        #expect(try difference(layer(x, indices), recording(test.name)) == nil)
    }
}

@Suite("Networks of experts are modules as in Python")
struct SwitchLayerModuleTests {
    @Test func `parameters have Python's names`() {
        let glu = SwitchGLU(32, 64, 3, bias: true)
        #expect(
            Set(glu.parameters().flattened().map(\.0)) == [
                "gate_proj.weight", "gate_proj.bias", "up_proj.weight", "up_proj.bias",
                "down_proj.weight", "down_proj.bias",
            ])
        #expect(
            Set(SwitchMLP(32, 64, 3).parameters().flattened().map(\.0)) == [
                "fc1.weight", "fc2.weight",
            ])
    }

    @Test func `quantising replaces the projections`() {
        let layer = SwitchGLU(32, 64, 3, bias: true)
        quantize(model: layer, groupSize: 32, bits: 4)
        let projection = layer.gateProj
        #expect(projection is QuantizedSwitchLinear)
        #expect(projection.weight.shape == [3, 64, 4])
        #expect(
            Set(projection.parameters().flattened().map(\.0)) == [
                "weight", "scales", "biases", "bias",
            ])
        #expect(projection.trainableParameters().flattened().isEmpty)
        #expect(
            (projection.inputDims, projection.outputDims, projection.numExperts) == (32, 64, 3))
    }

    @Test func `modes without least values have no biases`() {
        let layer = QuantizedSwitchLinear(32, 64, 3, bias: false, groupSize: 32, mode: .mxfp4)
        #expect(Set(layer.parameters().flattened().map(\.0)) == ["weight", "scales"])
    }

    @Test func `networks without an activation of their own share one`() {
        #expect(SwitchGLU(8, 8, 2).activation === SwitchGLU(8, 8, 2).activation)
        #expect(SwitchMLP(8, 8, 2).activation === SwitchMLP(8, 8, 2).activation)
    }

    @Test func `an activation of one's own is applied to the up and the gate projection`() {
        final class Up: Module, GatedActivation {
            func callAsFunction(_ x: MLXArray, gate: MLXArray) -> MLXArray { x }
        }
        let layer = SwitchGLU(8, 4, 2, activation: Up())
        let (x, indices) = (MLXArray.ones([1, 8]), MLXArray([1] as [Int32], [1, 1]))
        let expected = matmul(matmul(x, layer.upProj.weight[1].T), layer.downProj.weight[1].T)
        #expect(allClose(layer(x, indices)[0..., 0], expected).item(Bool.self))
    }

    @Test func `functions stand for activations`() {
        let (x, indices) = (MLXArray.ones([1, 8]), MLXArray([1] as [Int32], [1, 1]))
        let gated = SwitchGLU(8, 4, 2, activation: GatedFunction { up, _ in up })
        let up = matmul(matmul(x, gated.upProj.weight[1].T), gated.downProj.weight[1].T)
        #expect(allClose(gated(x, indices)[0..., 0], up).item(Bool.self))
        let plain = SwitchMLP(8, 4, 2, activation: FunctionLayer { $0 * 2 })
        let doubled = matmul(matmul(x, plain.fc1.weight[1].T) * 2, plain.fc2.weight[1].T)
        #expect(allClose(plain(x, indices)[0..., 0], doubled).item(Bool.self))
    }

    @Test func `networks of any kind are called as a layer of experts`() {
        let (x, indices) = (MLXArray.ones([1, 8]), MLXArray([1] as [Int32], [1, 1]))
        let (gated, plain) = (SwitchGLU(8, 4, 2), SwitchMLP(8, 4, 2))
        let layers: [any SwitchLayer] = [gated, plain]
        #expect(layers.map { $0(x, indices: indices).shape } == [[1, 1, 8], [1, 1, 8]])
        #expect(allClose(layers[0](x, indices: indices), gated(x, indices)).item(Bool.self))
        #expect(allClose(layers[1](x, indices: indices), plain(x, indices)).item(Bool.self))
    }

    @Test func `many rows are sorted by expert and back`() {
        let x = MLXArray(0..<6).reshaped([3, 1, 1, 2])
        let indices = MLXArray([2, 0, 1, 2, 0, 1] as [Int32], [3, 2])
        let (rows, experts, inverseOrder) = gatherSort(x, indices)
        #expect(experts.asArray(Int32.self) == [0, 0, 1, 1, 2, 2])
        #expect(rows.shape == [6, 1, 2])
        let back = scatterUnsort(rows, inverseOrder, indices.shape)
        #expect(difference(back, broadcast(x, to: [3, 2, 1, 2])) == nil)
    }
}
