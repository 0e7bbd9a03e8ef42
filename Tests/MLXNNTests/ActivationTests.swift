import MLX
import MLXNN
import Testing

@Suite("Activations")
struct ActivationTests {
    /// An activation by the name of Python's.
    struct Function: Sendable, CustomTestStringConvertible {
        let name: String
        let call: @Sendable (MLXArray) -> MLXArray
        var testDescription: String { name }
        init(_ name: String, _ call: @escaping @Sendable (MLXArray) -> MLXArray) {
            self.name = name
            self.call = call
        }
    }

    static let functions = [
        Function("sigmoid") { MLXNN.sigmoid($0) },
        Function("relu") { relu($0) },
        Function("relu2") { reluSquared($0) },
        Function("relu6") { relu6($0) },
        Function("leaky_relu") { leakyRelu($0) },
        Function("leaky_relu_02") { leakyRelu($0, negativeSlope: 0.2) },
        Function("log_softmax") { logSoftmax($0) },
        Function("log_softmax_0") { logSoftmax($0, axis: 0) },
        Function("elu") { elu($0) },
        Function("elu_03") { elu($0, alpha: 0.3) },
        Function("softplus") { softplus($0) },
        Function("softsign") { softsign($0) },
        Function("softshrink") { softshrink($0) },
        Function("celu") { celu($0) },
        Function("celu_07") { celu($0, alpha: 0.7) },
        Function("silu") { silu($0) },
        Function("log_sigmoid") { logSigmoid($0) },
        Function("gelu") { gelu($0) },
        Function("gelu_approx") { geluApproximate($0) },
        Function("gelu_fast_approx") { geluFastApproximate($0) },
        Function("glu") { glu($0) },
        Function("step") { step($0) },
        Function("selu") { selu($0) },
        Function("mish") { mish($0) },
        Function("hardswish") { hardSwish($0) },
        Function("hard_tanh") { hardTanH($0) },
        Function("hard_shrink") { hardShrink($0) },
        Function("softmin") { softmin($0) },
    ]

    @Test("equal Python's bit for bit", arguments: functions, ["f32", "bf16", "f16"])
    func equalPython(function: Function, type: String) throws {
        let input = try #require(try Fixture("activations_\(type)").inputs.first)
        try Fixture("\(function.name)_\(type)").expect([function.call(input)])
    }

    @Test(
        "take integers as Python's do",
        arguments: functions.filter {
            ["relu", "leaky_relu", "elu", "silu", "softsign", "hardswish", "step"].contains($0.name)
        })
    func takeIntegers(function: Function) throws {
        let fixture = try Fixture("\(function.name)_i32")
        try fixture.expect(fixture.inputs.map(function.call))
    }

    @Test("with learned slopes equal Python's bit for bit", arguments: ["f32", "bf16", "f16"])
    func prelu(type: String) throws {
        let fixture = try Fixture("prelu_\(type)")
        try fixture.expect([MLXNN.prelu(fixture.inputs[0], alpha: fixture.inputs[1])])
    }

    @Test("are layers, too", arguments: ["f32", "bf16", "f16"])
    func layers(type: String) throws {
        let layers: [(String, any UnaryLayer)] = [
            ("sigmoid", Sigmoid()), ("relu", ReLU()), ("relu2", ReLUSquared()), ("relu6", ReLU6()),
            ("leaky_relu", LeakyReLU()), ("leaky_relu_02", LeakyReLU(negativeSlope: 0.2)),
            ("log_softmax", LogSoftmax()), ("log_softmax_0", LogSoftmax(axis: 0)), ("elu", ELU()),
            ("elu_03", ELU(alpha: 0.3)), ("softmax", Softmax()), ("softplus", Softplus()),
            ("softsign", Softsign()), ("softshrink", Softshrink()), ("celu", CELU()),
            ("celu_07", CELU(alpha: 0.7)), ("silu", SiLU()), ("log_sigmoid", LogSigmoid()),
            ("gelu", GELU()), ("gelu_approx", GELU(approximation: .precise)),
            ("gelu_approx", GELU(approximation: .tanh)),
            ("gelu_fast_approx", GELU(approximation: .fast)), ("glu", GLU()), ("step", Step()),
            ("selu", SELU()), ("mish", Mish()), ("hardswish", HardSwish()),
            ("hard_tanh", HardTanh()), ("hard_shrink", HardShrink()), ("softmin", Softmin()),
            ("tanh", Tanh()),
        ]
        let input = try #require(try Fixture("activations_\(type)").inputs.first)
        for (name, layer) in layers {
            try Fixture("\(name)_\(type)").expect([layer(input)])
        }
    }
}
