import Testing
import TraceDiff

@Suite("The faults of weights")
struct WeightTests {
    func weight(
        _ name: String, _ values: [Float], shape: [Int]? = nil, dtype: String = "float32",
        run: String = TraceRecord.weightsRun
    ) -> TraceRecord {
        record(name, run: run, kind: .weight, name: name, shape: shape, dtype: dtype, values)
    }

    func stored(_ name: String, _ values: [Float]) -> TraceRecord {
        weight(name, values, run: TraceRecord.checkpointRun)
    }

    @Test("are none where names, shapes, types and values agree, in whatever order")
    func equal() {
        let weights = [weight("a", [1, 2]), weight("b", [3, 4])]
        let faults = WeightFaults(reference: weights, candidate: weights.reversed())
        #expect(faults.isEmpty && faults.lines.isEmpty)
    }

    @Test("are parameters that are missing, unexpected, of another shape or type")
    func names() {
        let faults = WeightFaults(
            reference: [
                weight("a", [1, 2]), weight("b", [3, 4]), weight("c", [5, 6]), weight("d", [7, 8]),
            ],
            candidate: [
                weight("A", [1, 2]), weight("b", [3, 4], shape: [2, 1]),
                weight("c", [5, 6], dtype: "bfloat16"), weight("d", [7, 8]),
            ])
        #expect(faults.missing == ["a"] && faults.unexpected == ["A"])
        #expect(faults.misshapen == ["b: [2, 1], not [2]"])
        #expect(faults.mistyped == ["c: bfloat16, not float32"])
        #expect(faults.lines.count == 4 && !faults.isEmpty)
    }

    @Test("are values of another parameter, or of none")
    func values() {
        let faults = WeightFaults(
            reference: [weight("k", [1, 2]), weight("q", [3, 4]), weight("v", [5, 6])],
            candidate: [weight("k", [3, 4]), weight("q", [1, 2]), weight("v", [0, 0])])
        #expect(
            faults.lines == [
                "wrong: k holds the values of q", "wrong: q holds the values of k",
                "wrong: v does not have the checkpoint's values",
            ])
    }

    @Test("are parameters that the model asks for under another name, or in another shape")
    func model() {
        func parameter(_ name: String, _ shape: [Int]) -> TraceRecord {
            weight(name, [0], shape: shape, run: TraceRecord.parametersRun)
        }
        let weights = [weight("a", [1, 2]), weight("b", [3, 4])]
        let faults = WeightFaults(
            reference: weights,
            candidate: weights + [parameter("a", [2, 1]), parameter("B", [2])])
        #expect(
            faults.lines == [
                "missing: b: the model has no such parameter",
                "unexpected: B: a parameter of the candidate's model alone",
                "of another shape: a: the model asks for [2, 1], not [2]",
            ])
        let right = WeightFaults(
            reference: weights,
            candidate: weights + [parameter("a", [2]), parameter("b", [2])])
        #expect(right.isEmpty)
    }

    @Test("are tensors of the checkpoint that collide; those that are dropped are listed")
    func checkpoint() {
        let faults = WeightFaults(
            reference: [weight("head", [1, 2])],
            candidate: [
                stored("head", [1, 2]), stored("model.head", [3, 4]), stored("inv_freq", [9, 9]),
                weight("head", [3, 4]),
            ])
        #expect(faults.collisions == ["head": "model.head"])
        #expect(faults.dropped == ["inv_freq"])
        #expect(faults.lines.contains("collision: head and model.head both become head"))
        let kept = WeightFaults(
            reference: [weight("head", [1, 2])],
            candidate: [
                stored("head", [1, 2]), stored("inv_freq", [9, 9]), weight("head", [1, 2]),
            ])
        #expect(kept.isEmpty && kept.lines.count == 1, "what is dropped is no fault")
    }
}
