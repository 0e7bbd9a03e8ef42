import MLX
import MLXNN
import Testing

/// A layer that is to give what Python's gives for the same parameters and inputs.
struct LayerCase: Sendable, CustomTestStringConvertible {
    let name: String
    private let compute: @Sendable (Fixture) throws -> [MLXArray]

    var testDescription: String { name }

    /// A function of the inputs.
    init(_ name: String, compute: @escaping @Sendable ([MLXArray]) -> [MLXArray]) {
        self.name = name
        self.compute = { compute($0.inputs) }
    }

    /// A layer, which takes the parameters that Python's has, all of them and no others.
    init<Layer: Module>(
        _ name: String, layer: @escaping @Sendable () -> Layer,
        call: @escaping @Sendable (Layer, [MLXArray]) -> [MLXArray]
    ) {
        self.name = name
        self.compute = { fixture in
            let layer = layer()
            layer.train(false)
            try layer.update(parameters: .unflattened(fixture.parameters), verify: .all)
            return call(layer, fixture.inputs)
        }
    }

    /// A layer of one input and one output.
    init<Layer: UnaryLayer>(_ name: String, layer: @escaping @Sendable () -> Layer) {
        self.init(name, layer: layer) { layer, inputs in [layer(inputs[0])] }
    }

    /// Computes the layer and expects Python's outputs.
    func check() throws {
        let fixture = try Fixture(name)
        try fixture.expect(compute(fixture))
    }

    /// One case for each floating point type of the fixtures.
    static func forEachType(_ make: (String) -> [LayerCase]) -> [LayerCase] {
        ["f32", "bf16", "f16"].flatMap(make)
    }
}
