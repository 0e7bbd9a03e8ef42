import Foundation
import Testing
import TraceDiff

@Suite("The likely cause of a difference")
struct CauseTests {
    /// Values without a pattern, the same each time.
    static func tensor(_ shape: [Int], seed: UInt64 = 3) -> DenseTensor {
        // Two dimensions, so that values are spread around zero.
        let values = SeededValues(seed: seed).weight(
            name: "x", shape: [shape.reduce(1, *), 1])
        return DenseTensor(shape: shape, values: values.map(Double.init))!
    }

    static func map(_ tensor: DenseTensor, _ transform: (Int, Double) -> Double) -> DenseTensor {
        DenseTensor(
            shape: tensor.shape, values: tensor.values.enumerated().map { transform($0, $1) })!
    }

    /// The tensor with another order of axes.
    static func transpose(_ tensor: DenseTensor, _ axes: [Int]) -> DenseTensor {
        let shape = axes.map { tensor.shape[$0] }
        var steps = [Int](repeating: 1, count: tensor.shape.count)
        for axis in steps.indices.dropLast().reversed() {
            steps[axis] = steps[axis + 1] * tensor.shape[axis + 1]
        }
        let values = (0..<tensor.values.count).map { index in
            var (rest, offset) = (index, 0)
            for axis in axes.indices.reversed() {
                offset += rest % shape[axis] * steps[axes[axis]]
                rest /= shape[axis]
            }
            return tensor.values[offset]
        }
        return DenseTensor(shape: shape, values: values)!
    }

    /// Rotary embedding of `[B, H, L, D]`, as the engine computes it.
    static func rotary(
        _ tensor: DenseTensor, traditional: Bool = false, offset: Int = 0, base: Double = 10000,
        direction: Double = 1, dimensions: Int? = nil
    ) -> DenseTensor {
        let (length, width) = (tensor.shape[2], tensor.shape[3])
        let rotated = dimensions ?? width
        var values = tensor.values
        for vector in 0..<tensor.values.count / width {
            let position = Double(vector % length + offset)
            for pair in 0..<rotated / 2 {
                let angle =
                    direction * position * pow(base, -2 * Double(pair) / Double(rotated))
                let places =
                    traditional ? (2 * pair, 2 * pair + 1) : (pair, pair + rotated / 2)
                let (i, j) = (vector * width + places.0, vector * width + places.1)
                values[i] = tensor.values[i] * cos(angle) - tensor.values[j] * sin(angle)
                values[j] = tensor.values[i] * sin(angle) + tensor.values[j] * cos(angle)
            }
        }
        return DenseTensor(shape: tensor.shape, values: values)!
    }

    func cause(
        _ reference: DenseTensor, _ candidate: DenseTensor, dtype: String = "float32",
        run: String = "prefill"
    ) -> DifferenceCause? {
        findCauses(reference: reference, candidate: candidate, dtype: dtype, run: run).first
    }

    @Test("is none for equal values")
    func equal() {
        let x = Self.tensor([2, 3, 4])
        #expect(cause(x, x) == nil)
    }

    @Test("is none for values that have nothing to do with each other")
    func unrelated() {
        for shape in [[2, 3, 4], [1, 4, 6, 8], [7], [13, 64]] {
            #expect(cause(Self.tensor(shape), Self.tensor(shape, seed: 9)) == nil, "\(shape)")
        }
    }

    @Test(
        "is a transposition, whether the shape tells or not",
        arguments: [
            ([2, 3, 4], [0, 2, 1]), ([5, 5], [1, 0]), ([1, 4, 4, 6], [0, 2, 1, 3]),
            ([2, 3, 4], [2, 0, 1]),
        ])
    func transposition(shape: [Int], axes: [Int]) {
        let x = Self.tensor(shape)
        #expect(cause(x, Self.transpose(x, axes)) == .transposed(axes: axes))
    }

    @Test("is a transpose that was forgotten before heads are joined")
    func heads() {
        let x = Self.tensor([2, 5, 4, 6])
        let joined = DenseTensor(shape: [2, 5, 24], values: x.values)!
        let forgotten = DenseTensor(
            shape: [2, 5, 24], values: Self.transpose(x, [0, 2, 1, 3]).values)!
        #expect(cause(joined, forgotten) == .regrouped(groups: 4))
        let interleaved = DenseTensor(
            shape: [2, 5, 24], values: Self.transpose(x, [0, 1, 3, 2]).values)!
        #expect(cause(joined, interleaved) == .regrouped(groups: 4))
    }

    @Test("is another order where the values are the same in all")
    func reordered() {
        let x = Self.tensor([2, 7])
        let y = DenseTensor(shape: x.shape, values: x.values.reversed())!
        #expect(cause(x, y) == .reordered)
    }

    @Test("is a shift by a position, in either direction", arguments: [1, -1])
    func shift(by: Int) {
        let x = Self.tensor([2, 6, 4])
        let y = Self.map(Self.tensor(x.shape, seed: 8)) { index, value in
            let position = index / 4 % 6 + by
            return (0..<6).contains(position) ? x.values[index + by * 4] : value
        }
        #expect(cause(x, y) == .shifted(axis: 1, by: by))
    }

    @Test("is a scale that is missing, with the root that it is")
    func scale() throws {
        let x = Self.tensor([2, 6, 4])
        let found = try #require(cause(x, Self.map(x) { $1 * 8 }))
        #expect(found == .scaled(by: 8))
        let root = try #require(cause(x, Self.map(x) { $1 / 24.0.squareRoot() }))
        #expect(root.description.contains("1/√24"))
        #expect(cause(x, Self.map(x) { -$1 }) == .scaled(by: -1))
    }

    @Test("is a scale in bfloat16 too, where values are rounded")
    func roundedScale() throws {
        func rounded(_ value: Double) -> Double {
            Double(Float(bitPattern: Float(value).bitPattern & 0xFFFF_0000))
        }
        let x = Self.map(Self.tensor([3, 32])) { rounded($1) }
        let y = Self.map(x) { rounded($1 * 0.7) }
        guard case .scaled(let ratio) = try #require(cause(x, y, dtype: "bfloat16")) else {
            Issue.record("no scale")
            return
        }
        #expect(abs(ratio - 0.7) < 0.01)
    }

    @Test("is a constant, a bias, or nothing but a constant")
    func additions() {
        let x = Self.tensor([3, 5, 4])
        #expect(cause(x, Self.map(x) { $1 + 1 }) == .constantAdded(1))
        let bias = Self.tensor([4], seed: 5).values
        #expect(cause(x, Self.map(x) { $1 + bias[$0 % 4] }) == .biasAdded)
        #expect(cause(x, Self.map(x) { _, _ in 0 }) == .constant(0))
    }

    @Test("is the polarity of a mask: of truth values, of scores, of weights")
    func mask() {
        let causal = DenseTensor(
            shape: [4, 4], values: (0..<16).map { $0 % 4 <= $0 / 4 ? 1 : 0 })!
        let inverse = Self.map(causal) { 1 - $1 }
        #expect(cause(causal, inverse, dtype: "bool") == .maskInverted)
        for masked in [-Double.infinity, -1e9, -65504] {
            let scores = Self.map(causal) { $1 == 1 ? 0.5 + Double($0) : masked }
            let wrong = Self.map(causal) { $1 == 0 ? 0.5 + Double($0) : masked }
            #expect(cause(scores, wrong) == .maskInverted, "\(masked)")
        }
        let weights = Self.map(causal) { $1 == 1 ? 0.1 + Double($0) : 0 }
        let wrong = Self.map(causal) { $1 == 0 ? 0.1 + Double($0) : 0 }
        #expect(cause(weights, wrong) == .maskInverted)
    }

    @Test("is the other form of rotary embedding", arguments: [false, true])
    func rotaryForm(traditional: Bool) {
        let x = Self.tensor([2, 2, 6, 8])
        #expect(
            cause(
                Self.rotary(x, traditional: traditional),
                Self.rotary(x, traditional: !traditional)) == .rotaryForm)
    }

    @Test(
        "is the offset of positions, in decode steps that of the cache",
        arguments: [1, -1], [false, true])
    func offset(by: Int, traditional: Bool) {
        let x = Self.tensor([2, 2, 6, 8])
        let right = Self.rotary(x, traditional: traditional, offset: 5)
        let wrong = Self.rotary(x, traditional: traditional, offset: 5 + by)
        #expect(cause(right, wrong) == .positionOffset(by: by))
        #expect(cause(right, wrong, run: "decode.0") == .cacheOffset(by: by))
    }

    @Test("is the offset where a part of each vector is rotated alone")
    func partialOffset() {
        let x = Self.tensor([1, 2, 6, 16])
        let right = Self.rotary(x, offset: 3, dimensions: 8)
        let wrong = Self.rotary(x, offset: 4, dimensions: 8)
        #expect(cause(right, wrong) == .positionOffset(by: 1))
    }

    @Test("is the direction or the frequencies of a rotation")
    func rotation() {
        let x = Self.tensor([1, 2, 6, 8])
        let right = Self.rotary(x)
        #expect(cause(right, Self.rotary(x, direction: -1)) == .rotaryDirection)
        #expect(cause(right, Self.rotary(x, base: 500_000)) == .rotaryFrequencies)
    }

    @Test("is rounding where the difference is that small")
    func rounding() {
        let x = Self.tensor([3, 5, 4])
        let y = Self.map(x) { $1 * (1 + ($0 % 3 == 0 ? 1e-7 : 0)) }
        guard case .rounding = cause(x, y) else {
            Issue.record("\(String(describing: cause(x, y)))")
            return
        }
    }
}

@Suite("The likely cause of a differing record")
struct RecordCauseTests {
    func causes(_ comparison: Comparison) -> [DifferenceCause] {
        comparison.firstDifference.map { comparison.causes(of: $0) } ?? []
    }

    func weight(_ name: String, _ values: [Float]) -> TraceRecord {
        record(name, run: TraceRecord.weightsRun, kind: .weight, name: name, values)
    }

    @Test("is a weight with the values of another one")
    func swapped() {
        let comparison = compare(
            [weight("k.weight", [1, 2, 3]), weight("q.weight", [4, 5, 6]), record("out")],
            [
                weight("k.weight", [4, 5, 6]), weight("q.weight", [1, 2, 3]),
                record("out", [7, 8, 9]),
            ]
        )
        #expect(comparison.firstDifference?.stage == .weights)
        #expect(causes(comparison) == [.weightSwapped(name: "k.weight", with: "q.weight")])
    }

    @Test("is a weight without the checkpoint's values")
    func notLoaded() {
        let comparison = compare(
            [weight("k.weight", [1, 2, 3])], [weight("k.weight", [0, 0, 0])])
        #expect(causes(comparison) == [.weightNotLoaded(name: "k.weight")])
    }

    @Test("is a weight of another shape or type")
    func form() {
        let shapes = compare(
            [weight("k.weight", [1, 2])],
            [
                record(
                    "k.weight", run: TraceRecord.weightsRun, kind: .weight, name: "k.weight",
                    shape: [2, 1], [1, 2])
            ])
        #expect(
            causes(shapes) == [
                .weightForm(name: "k.weight", found: "[2, 1]", expected: "[2]")
            ])
        #expect(shapes.firstDifference?.stage == .weights)
    }

    @Test("is a head of its own on one side")
    func head() {
        let comparison = compare(
            [record("model.embed"), record("lm_head")], [record("model.embed")])
        #expect(causes(comparison) == [.headTying(path: "lm_head", referenceHasHead: true)])
        let other = compare([record("a")], [record("a"), record("lm_head")])
        #expect(causes(other) == [.headTying(path: "lm_head", referenceHasHead: false)])
    }

    @Test("is the length of the cache where one dimension differs")
    func cacheLength() {
        let comparison = compare(
            [record("keys", run: "decode.0", shape: [1, 3], [1, 2, 3])],
            [record("keys", run: "decode.0", shape: [1, 2], [1, 2])])
        #expect(causes(comparison) == [.cacheLength(axis: 1, by: -1)])
    }

    @Test("is a promotion: where, by what, and at what cost")
    func promotion() throws {
        func line(_ name: String, _ dtype: String, _ place: String = "a.py:1:1") -> TraceRecord {
            var line = record("attn", kind: .line, name: name, dtype: dtype)
            line.source = place
            return line
        }
        let comparison = compare(
            [line("scale", "float32"), line("x", "bfloat16"), line("y", "bfloat16", "a.py:3:5")],
            [line("scale", "float32"), line("x", "bfloat16"), line("y", "float32", "a.py:3:5")])
        let verdict = try #require(DtypeVerdict(comparison))
        #expect(verdict.source == "a.py:3:5" && verdict.name == "y")
        #expect(verdict.expected == "bfloat16" && verdict.found == "float32")
        #expect(verdict.operand == "scale" && verdict.extraBytes == 6)
        #expect(
            verdict.description
                == "float32 in place of bfloat16: first promoted here, by scale, at a cost of 6 "
                + "bytes (6 in all that was recorded)")
        #expect(causes(comparison) == [.dtype(verdict)])
        let literal = try #require(DtypeVerdict(comparison) { _ in ["x"] })
        #expect(literal.operand == nil && literal.description.contains("by a literal"))
    }
}
