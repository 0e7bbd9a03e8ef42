import Testing
import TraceDiff

@Suite("Two records")
struct RecordComparisonTests {
    @Test("are identical if shape, type and hash are")
    func identical() {
        let comparison = compare([record("a")], [record("a")])
        #expect(comparison.isIdentical)
        #expect(comparison.counts.identical == 1)
        #expect(comparison.firstDifference == nil)
        #expect(comparison.smallestRelativeTolerance == 0)
    }

    @Test("are aligned by path, whatever the class is called in Swift")
    func className() {
        let comparison = compare(
            [record("a", name: "Attention"), record("b", name: "Block.1")],
            [record("a", name: "StandardAttention"), record("b", name: "StandardBlock.1")])
        #expect(comparison.isIdentical)
    }

    @Test("are aligned by the number of the output, the first of which may go without")
    func outputs() {
        let comparison = compare(
            [record("a", name: "Block.0", [1]), record("a", name: "Block.1", [2])],
            [record("a", name: "Block", [1]), record("a", name: "Block.1", [2])])
        #expect(comparison.isIdentical)
    }

    @Test("differ in shape first, then in type, then in bits")
    func stages() {
        let reference = record("a", shape: [1, 3])
        #expect(
            compare([reference], [record("a", shape: [3, 1], dtype: "float16", [1, 2, 4])])
                .firstDifference?.stage == .shape)
        #expect(
            compare([reference], [record("a", shape: [1, 3], dtype: "float16", [1, 2, 4])])
                .firstDifference?.stage == .dtype)
        #expect(
            compare([reference], [record("a", shape: [1, 3], [1, 2, 4])])
                .firstDifference?.stage == .bits)
    }

    @Test("differ in type even where the values are equal")
    func typeAlone() {
        let comparison = compare([record("a")], [record("a", dtype: "bfloat16")])
        #expect(comparison.entries[0].verdict == .differs)
        #expect(!comparison.isWithinTolerance)
        #expect(comparison.smallestRelativeTolerance == nil)
    }

    @Test("are not identical because their sums are")
    func equalSums() {
        let comparison = compare([record("a", [1, 2, 3])], [record("a", [3, 2, 1])])
        #expect(comparison.counts.identical == 0)
        #expect(comparison.entries[0].statistics?.sum == 0)
        #expect(!comparison.isIdentical)
    }

    @Test("are within the tolerance that their statistics allow, and no less")
    func tolerance() throws {
        let reference = [record("a", [100, 200])]
        let candidate = [record("a", [100, 202])]
        let strict = compare(reference, candidate)
        #expect(strict.entries[0].verdict == .differs)
        let smallest = try #require(strict.smallestRelativeTolerance)
        #expect(smallest > 0.005 && smallest < 0.011)

        let loose = TolerancePolicy(relative: smallest * 1.001)
        let passed = compare(reference, candidate, policy: loose)
        #expect(passed.entries[0].verdict == .withinTolerance)
        #expect(passed.isWithinTolerance && !passed.isIdentical)
        let tight = TolerancePolicy(relative: smallest * 0.999)
        #expect(!compare(reference, candidate, policy: tight).isWithinTolerance)
    }

    @Test("of integers have no tolerance")
    func integers() {
        let comparison = compare(
            [record("a", dtype: "int32", [1, 2])], [record("a", dtype: "int32", [2, 1])],
            policy: TolerancePolicy(relative: 1, absolute: 1))
        #expect(comparison.entries[0].verdict == .differs)
    }

    @Test(
        "differ if one alone has a NaN or an infinity",
        arguments: [
            Float.nan, .infinity, -.infinity,
        ])
    func nonFinite(value: Float) {
        for (left, right) in [([1, value], [1, 2]), ([1, 2], [1, value])] as [([Float], [Float])] {
            let comparison = compare(
                [record("a", left)], [record("a", right)],
                policy: TolerancePolicy(relative: 1e9, absolute: 1e9))
            #expect(comparison.entries[0].verdict == .differs)
            #expect(comparison.entries[0].hasNonFinite)
            #expect(comparison.smallestRelativeTolerance == nil)
        }
    }

    @Test("are identical with the same NaN, and that is shown")
    func sameNaN() {
        let comparison = compare([record("a", [.nan, 1])], [record("a", [.nan, 1])])
        #expect(comparison.isIdentical)
        #expect(comparison.entries[0].hasNonFinite)
    }

    @Test("with a NaN on both sides but other bits are not excused by a tolerance")
    func otherBitsBesideNaN() {
        let comparison = compare(
            [record("a", [.nan, 1])], [record("a", [.nan, 2])],
            policy: TolerancePolicy(relative: 1e9))
        #expect(comparison.entries[0].verdict == .differs)
    }
}

@Suite("Two traces")
struct TraceComparisonTests {
    static let layers = (0..<4).map { record("layers.\($0)", [Float($0), 1]) }

    @Test("name the first difference in execution order")
    func firstDifference() throws {
        var candidate = Self.layers
        candidate[3] = record("layers.3", [9, 9])
        candidate[1] = record("layers.1", [9, 9])
        let comparison = compare(Self.layers, candidate)
        let first = try #require(comparison.firstDifference)
        #expect(comparison.record(first).path == "layers.1")
        #expect(comparison.counts.differs == 2)
        #expect(comparison.counts.identical == 2)
    }

    @Test("name the module whose code calls the one that differs")
    func caller() throws {
        let reference = [
            record("model.layers.1.norm", [1]), record("model.layers.1", name: "Block", [2]),
            record("model.layers.10.norm", [3]), record("model.layers.10", name: "Block", [4]),
            record("model", name: "LlamaModel", [5]), record("", name: "Model", [6]),
        ]
        for (changed, caller) in [(2, "model.layers.10"), (1, "model"), (4, "")] {
            var candidate = reference
            candidate[changed] = record(reference[changed].path, [99])
            let comparison = compare(reference, candidate)
            let first = try #require(comparison.firstDifference)
            #expect(comparison.enclosingRecord(of: first)?.path == caller)
        }
        let root = compare(reference, Array(reference.dropLast()) + [record("", [99])])
        #expect(root.enclosingRecord(of: try #require(root.firstDifference)) == nil)
    }

    @Test("miss a record")
    func missing() throws {
        var candidate = Self.layers
        candidate.remove(at: 2)
        let comparison = compare(Self.layers, candidate)
        #expect(
            comparison.entries.map(\.verdict) == [.identical, .identical, .missing, .identical])
        #expect(!comparison.isWithinTolerance)
        #expect(comparison.smallestRelativeTolerance == nil)
    }

    @Test("have an extra record, which stands where the candidate has it")
    func extra() throws {
        var candidate = Self.layers
        candidate.insert(record("other"), at: 2)
        let comparison = compare(Self.layers, candidate)
        #expect(
            comparison.entries.map { comparison.record($0).path } == [
                "layers.0", "layers.1", "other", "layers.2", "layers.3",
            ])
        #expect(comparison.entries[2].verdict == .extra)
        #expect(!comparison.isIdentical)
    }

    @Test("start with an extra record")
    func extraAtStart() {
        let comparison = compare(Self.layers, [record("other")] + Self.layers)
        #expect(comparison.entries[0].verdict == .extra)
        #expect(comparison.counts.identical == 4)
    }

    @Test("differ in order alone and are still identical record by record")
    func otherOrder() {
        let comparison = compare(Self.layers, Self.layers.reversed())
        #expect(comparison.isIdentical)
    }

    @Test("keep calls and passes apart")
    func callsAndRuns() {
        let records = [
            record("rope", call: 0, [1]), record("rope", call: 1, [2]),
            record("rope", run: "decode.0", call: 0, [3]),
        ]
        let comparison = compare(records, records)
        #expect(comparison.isIdentical)
        #expect(comparison.countsByRun.map(\.run) == ["prefill", "decode.0"])
        #expect(comparison.countsByRun.map(\.counts.identical) == [2, 1])
        #expect(!compare(records, [records[1], records[0]]).isIdentical)
    }

    @Test("with nothing in common are not identical")
    func nothing() {
        #expect(!compare([], []).isIdentical)
        #expect(!compare([], []).isWithinTolerance)
        #expect(!compare(Self.layers, []).isIdentical)
    }

    @Test("check token ids before anything else")
    func tokens() throws {
        let ids = record("input_ids", kind: .input, name: "input_ids", dtype: "int32", [5, 6])
        let others = record("input_ids", kind: .input, name: "input_ids", dtype: "int32", [5, 7])
        let comparison = compare([ids, record("a", [1])], [others, record("a", [2])])
        #expect(comparison.firstDifference?.stage == .tokens)
        let pixels = record("pixel_values", kind: .input, name: "pixel_values", [5, 6])
        let changed = record("pixel_values", kind: .input, name: "pixel_values", [5, 9])
        #expect(compare([pixels], [changed]).firstDifference?.stage == .inputs)
    }
}

@Suite("What a candidate cannot record")
struct ProbeTests {
    static let reference = [
        record("", kind: .input, name: "input_ids"), record("model.norm", name: "RMSNorm"),
        record("model", name: "LlamaModel"), record("model.out.0", name: "Linear"),
    ]

    @Test("is a difference if it claims to record every module")
    func full() {
        let comparison = compare(Self.reference, [Self.reference[1], Self.reference[3]])
        #expect(
            comparison.entries.map(\.verdict) == [
                .notProbed, .identical, .missing, .identical,
            ])
        #expect(!comparison.isIdentical)
    }

    @Test("is listed, and no difference, if it says which classes carry probes")
    func partial() {
        let comparison = compare(
            Self.reference, [Self.reference[1], Self.reference[3]],
            probes: .classes(["RMSNorm", "Linear"]))
        #expect(comparison.isIdentical)
        #expect(comparison.counts.notProbed == 2)
        #expect(comparison.notProbedClasses.map(\.name) == ["input_ids", "LlamaModel"])
    }

    @Test("does not excuse a record of a class or a path that does carry a probe")
    func missingDespiteProbe() {
        let classes = TraceProbes.classes(["Linear"])
        #expect(
            compare(Self.reference, [Self.reference[1]], probes: classes).counts.missing == 1)
        let twice = [record("a", name: "Block"), record("a", name: "Block", call: 1)]
        #expect(compare(twice, [twice[0]], probes: .classes([])).counts.missing == 1)
    }
}
