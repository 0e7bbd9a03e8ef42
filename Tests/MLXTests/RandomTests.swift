import MLX
import Testing

/// Expected numbers are those that Python draws after `mx.random.seed(7)`.
@Suite("Random numbers are Python's", .serialized)
struct RandomTests {
    private func seeded<R>(_ body: () throws -> R) rethrows -> R {
        try withRandomState(MLXRandom.RandomState(seed: 7), body: body)
    }

    @Test("draw after draw from one seed")
    func draws() {
        seeded {
            #expect(
                MLXRandom.uniform(0..<1, [3]).asArray(Float.self)
                    == [0.07774583250284195, 0.17445430159568787, 0.8326463103294373])
            #expect(
                MLXRandom.normal([2]).asArray(Float.self)
                    == [0.846251368522644, -0.8986119031906128])
            #expect(
                MLXRandom.normal([2], loc: 1, scale: 2).asArray(Float.self)
                    == [-0.40361344814300537, 1.3592190742492676])
            #expect(MLXRandom.randInt(0..<100, [4]).asArray(Int.self) == [79, 77, 7, 60])
            #expect(
                MLXRandom.bernoulli([5]).asArray(Bool.self)
                    == [false, false, true, true, false])
            let logits = MLXArray([0, 1, 2] as [Float], [1, 3])
            #expect(MLXRandom.categorical(logits, count: 4).asArray(Int.self) == [2, 1, 2, 0])
            let both = MLXArray([0, 1, 2, 2, 1, 0] as [Float], [2, 3])
            #expect(MLXRandom.categorical(both).asArray(Int.self) == [2, 0])
            #expect(
                MLXRandom.gumbel([2]).asArray(Float.self)
                    == [0.7196827530860901, -0.16270650923252106])
            #expect(
                MLXRandom.truncatedNormal(Float(-1)..<Float(1), [2]).asArray(Float.self)
                    == [-0.9010903239250183, 0.20522579550743103])
            #expect(MLXRandom.permutation(5).asArray(Int.self) == [2, 4, 1, 0, 3])
            #expect(
                MLXRandom.laplace([2], dtype: .float32).asArray(Float.self)
                    == [0.9539198279380798, -0.17482639849185944])
            #expect(
                MLXRandom.uniform(low: -1, high: 1, [2], dtype: .bfloat16).asArray(Float.self)
                    == [-0.9765625, 0.53125])
        }
    }

    @Test("also from the global state")
    func global() {
        MLXRandom.seed(7)
        #expect(uniform(0..<1, [3]).asArray(Float.self)[0] == 0.07774583250284195)
    }

    @Test("Keys and their children")
    func keys() {
        let key = MLXRandom.key(42)
        #expect(key.asArray(UInt32.self) == [0, 42])
        #expect(
            MLXRandom.split(key: key, into: 3).map { $0.asArray(UInt32.self) }
                == [
                    [3_134_548_294, 3_733_159_049], [3_746_501_087, 894_150_801],
                    [801_545_058, 2_363_201_431],
                ])
        let again = MLXRandom.uniform(0..<1, [2], key: key).asArray(Float.self)
        #expect(MLXRandom.uniform(0..<1, [2], key: key).asArray(Float.self) == again)
    }
}
