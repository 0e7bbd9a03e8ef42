import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("State-space layers give the same bits as those of mlx-vlm")
struct StateSpaceTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var length: Int
        var dtype: String?
        var state: Bool?
        var limit: [Double]?
        var mask: Bool?
        var lengths: [Int32]?

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        do { return try Recording("state-space").json("cases") } catch { fatalError("\(error)") }
    }()

    @Test(arguments: cases) func `outputs and state`(test: Case) throws {
        let recording = try Recording("state-space")
        /// Long prompts repeat the recorded tokens.
        func cut(_ name: String) throws -> MLXArray {
            let array = try recording(name)
            let times = (test.length + 7) / 8
            let repetitions = [1, times] + Array(repeating: 1, count: array.ndim - 2)
            return tiled(array, repetitions: repetitions)[0..., ..<test.length]
                .asType(dtype(test.dtype ?? "float32"))
        }
        let limit = test.limit ?? [0.001, 100]
        let (y, state) = try ssmUpdate(
            cut("x"), recording("A_log"), cut("B"), cut("C"), recording("D"), cut("dt"),
            recording("dt_bias"), state: test.state == true ? recording("state") : nil,
            timeStepLimit: limit,
            mask: test.mask == true ? recording("\(test.name).mask") : nil,
            lengths: test.lengths.map { MLXArray($0) })
        #expect(try difference(y[0..., (-8)...], recording("\(test.name).y")) == nil)
        #expect(try difference(state, recording("\(test.name).next")) == nil)
    }
}

@Suite("Gated delta layers give the same bits as those of mlx-vlm")
struct GatedDeltaTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var dtype: String?
        var state: Bool?
        var bound: Double?
        var mask: Bool?
        var vector: Bool?
        var groups: Int?

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        do { return try Recording("gated-delta").json("cases") } catch { fatalError("\(error)") }
    }()

    /// Runs a case with its state given, or kept by a cache.
    private func run(_ test: Case, _ recording: Recording, cache: ArraysCache? = nil) throws
        -> (MLXArray, MLXArray)
    {
        let heads = 0..<(test.groups == 1 ? 2 : 4)
        let vector = test.vector == true ? "_vector" : ""
        func of(_ name: String) throws -> MLXArray {
            try recording(name).asType(dtype(test.dtype ?? "float32"))
        }
        return try gatedDeltaUpdate(
            of("q"), of("k"), of("v")[0..., 0..., heads],
            of(test.vector == true ? "vector" : "a")[0..., 0..., heads],
            of("b")[0..., 0..., heads], recording("A_log\(vector)")[heads],
            recording("dt_bias\(vector)")[heads],
            state: test.state == true && cache == nil ? recording("state")[0..., heads] : nil,
            mask: test.mask == true ? recording("mask") : nil, lowerBound: test.bound,
            cache: cache)
    }

    @Test(arguments: cases) func `outputs and state`(test: Case) throws {
        let recording = try Recording("gated-delta")
        let (y, state) = try run(test, recording)
        #expect(try difference(y, recording("\(test.name).y")) == nil)
        #expect(try difference(state, recording("\(test.name).next")) == nil)
    }

    @Test func `a cache can keep the state`() throws {
        let recording = try Recording("gated-delta")
        let test = try #require(Self.cases.first { $0.name == "after a prompt" })
        let cache = ArraysCache(size: 2)
        cache[1] = try recording("state")
        let (y, _) = try run(test, recording, cache: cache)
        #expect(try difference(y, recording("after a prompt.y")) == nil)
        let kept = try #require(cache[1])
        #expect(try difference(kept, recording("after a prompt.next")) == nil)
    }
}
