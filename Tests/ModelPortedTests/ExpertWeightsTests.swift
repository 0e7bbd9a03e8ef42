import MLX
import ModelPorted
import ModelTestSupport
import OrderedCollections
import Testing

@Suite("Experts are rearranged in a dictionary of weights as mlx-vlm does it")
struct ExpertWeightsTests {
    struct Case: Decodable {
        var name: String
        var before: [String]
        var after: [String]
    }

    /// Rearranges a recorded dictionary and compares names, their order and all values.
    private func check(
        _ name: String, _ change: (inout OrderedDictionary<String, MLXArray>) throws -> Void
    ) throws {
        let recording = try Recording("expert-weights")
        let cases: [Case] = try recording.json("cases")
        let test = try #require(cases.first { $0.name == name })
        var weights = OrderedDictionary<String, MLXArray>()
        for key in test.before { weights[key] = try recording("\(name).before.\(key)") }
        try change(&weights)
        #expect(Array(weights.keys) == test.after)
        for (key, value) in weights {
            #expect(try difference(value, recording("\(name).after.\(key)")) == nil, "\(key)")
        }
    }

    @Test func `experts are stacked`() throws {
        try check("stack") {
            try stackExpertProjection(&$0, "mlp.experts", "up_proj", "mlp.switch.up", 3)
        }
    }

    @Test func `fused rows are taken apart with what belongs to them`() throws {
        try check("split") { try splitExpertProjection(&$0, "gate_up", ["gate", "up"]) }
    }

    @Test func `a projection is renamed`() throws {
        try check("move") { moveExpertProjection(&$0, "down", "switch.down") }
    }

    @Test func `factors are repeated for each row`() throws {
        try check("expand") { try expandExpertScales(&$0, ["a", "b", "c"]) }
    }

    @Test func `an expert that is missing is named`() {
        var weights: OrderedDictionary = ["e.0.up.weight": MLXArray.zeros([2, 2])]
        #expect(throws: PythonFailure.missing("e.1.up.weight")) {
            try stackExpertProjection(&weights, "e", "up", "up", 2)
        }
    }

    @Test func `a fused projection without experts is refused`() {
        var weights: OrderedDictionary = ["gate_up": MLXArray.zeros([4, 2])]
        #expect(throws: PythonFailure.self) {
            try splitExpertProjection(&weights, "gate_up", ["gate", "up"])
        }
    }
}
