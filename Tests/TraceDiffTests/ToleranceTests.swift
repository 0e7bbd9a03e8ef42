import Testing
import TraceDiff

@Suite("A tolerance by name")
struct ToleranceTests {
    @Test(
        "is read from NAME=RELATIVE and NAME=RELATIVE,ABSOLUTE",
        arguments: [
            ("bfloat16=0.1", "bfloat16", 0.1, 0),
            ("layers.*.mlp=1e-3,1e-5", "layers.*.mlp", 1e-3, 1e-5),
            ("a=b=0,2", "a=b", 0, 2),
        ])
    func parsing(text: String, pattern: String, relative: Double, absolute: Double) {
        let tolerance = Tolerance(relative: relative, absolute: absolute)
        #expect(
            ToleranceOverride(text) == ToleranceOverride(pattern: pattern, tolerance: tolerance))
    }

    @Test(
        "is nothing else", arguments: ["", "x", "=1", "x=", "x=a", "x=-1", "x=inf", "x=1,2,3"])
    func malformed(text: String) {
        #expect(ToleranceOverride(text) == nil)
    }

    func policy(_ texts: String...) -> TolerancePolicy {
        TolerancePolicy(overrides: texts.compactMap { ToleranceOverride($0) })
    }

    @Test("is about a path, a class, the name of a line or an element type; the last one counts")
    func matching() {
        let policy = policy("float32=1", "layers.*=2", "RMSNorm=3", "queries=4")
        func relative(_ path: String, _ name: String, kind: TraceRecord.Kind = .module) -> Double {
            policy.tolerance(for: record(path, kind: kind, name: name)).relative
        }
        #expect(relative("head", "Linear") == 1)
        #expect(relative("layers.0.mlp", "MLP") == 2)
        #expect(relative("layers.0.norm", "RMSNorm") == 3)
        #expect(relative("layers.0.norm", "RMSNorm.1") == 3)
        #expect(relative("layers.0.attn", "queries", kind: .line) == 4)
    }

    @Test("excuses whole numbers too, where it names them, but never token ids")
    func integers() {
        func compared(_ path: String) -> Comparison {
            compare(
                [record(path, kind: .input, name: path, dtype: "uint8", [100, 200])],
                [record(path, kind: .input, name: path, dtype: "uint8", [101, 200])],
                policy: policy("pixels=0,1", "input_ids=0,1"))
        }
        #expect(compared("pixels").isWithinTolerance)
        #expect(!compared("input_ids").isWithinTolerance)
    }

    @Test("that would have passed is told for each element type")
    func smallest() throws {
        let comparison = compare(
            [record("a", [1, 2]), record("b", dtype: "bfloat16", [1, 2])],
            [record("a", [1, 2.5]), record("b", dtype: "bfloat16", [1, 3])])
        let smallest = try #require(comparison.smallestRelativeTolerances)
        #expect(smallest["float32"]! < smallest["bfloat16"]!)
        #expect(comparison.smallestRelativeTolerance == smallest["bfloat16"])
    }
}

@Suite("What enters a model")
struct InputOrderTests {
    @Test("is compared before all else: token ids, then whole numbers, then floats")
    func order() {
        func input(_ name: String, _ dtype: String, _ values: [Float]) -> TraceRecord {
            record(name, kind: .input, name: name, dtype: dtype, values)
        }
        func all(_ values: [Float]) -> [TraceRecord] {
            [
                input("audio_features", "float32", values), input("pixels", "uint8", values),
                input("input_ids", "int32", values), record("model", values),
            ]
        }
        let comparison = compare(all([1, 2]), all([3, 4]))
        #expect(comparison.firstDifference.map { comparison.record($0).path } == "input_ids")
        var same = all([3, 4])
        same[2] = all([1, 2])[2]
        let pixels = compare(all([1, 2]), same)
        #expect(pixels.firstDifference.map { pixels.record($0).path } == "pixels")
    }

    @Test("comes after the parameters, which a short reference may lack")
    func weights() {
        let weight = record("w", run: TraceRecord.weightsRun, kind: .weight, name: "w")
        #expect(compare([record("a")], [weight, record("a")]).isIdentical)
        #expect(compare([weight, record("a")], [record("a")]).entries[0].verdict == .notProbed)
        let other = record("w", run: TraceRecord.weightsRun, kind: .weight, name: "w", [9, 9, 9])
        #expect(compare([weight], [other]).firstDifference?.stage == .weights)
    }
}
