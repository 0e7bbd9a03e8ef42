import MLX
import Testing

@Suite("Compiled functions", .serialized)
struct CompileTests {
    @Test("give what the function gives, for other shapes and dtypes too")
    func results() {
        let f = compile(shapeless: true) { (a: MLXArray, b: MLXArray) in sigmoid(a) * a * b + 1 }
        for shape in [[2], [3, 4], [1]] {
            for dtype in [DType.float32, .float16, .bfloat16] {
                let (a, b) = (
                    MLXArray.ones(shape, dtype: dtype), MLXArray.ones(shape, dtype: dtype)
                )
                let result = f(a, b)
                #expect(result.dtype == dtype)
                #expect(result.allClose(sigmoid(a) * a * b + 1, rtol: 1e-2).item(Bool.self))
            }
        }
    }

    @Test("are traced once for each shape and dtype, shapeless ones once")
    func traces() {
        final class Counter: @unchecked Sendable { var count = 0 }
        let shaped = Counter()
        let f = compile { (a: MLXArray) in
            shaped.count += 1
            return a * 2
        }
        #expect(f(MLXArray([1, 2])).asArray(Int.self) == [2, 4])
        #expect(f(MLXArray([3, 4])).asArray(Int.self) == [6, 8])
        #expect(f(MLXArray([3])).asArray(Int.self) == [6])
        #expect(shaped.count == 2)
        let shapeless = Counter()
        let g = compile(shapeless: true) { (a: MLXArray) in
            shapeless.count += 1
            return a * 2
        }
        #expect(g(MLXArray([1, 2])).asArray(Int.self) == [2, 4])
        #expect(g(MLXArray([3])).asArray(Int.self) == [6])
        #expect(shapeless.count == 1)
    }

    @Test("take and return lists and several arrays")
    func lists() {
        let f = compile { (arrays: [MLXArray]) in arrays.map { $0 + 1 } }
        #expect(f([MLXArray(1), MLXArray(2)]).map { $0.item(Int.self) } == [2, 3])
        let g = compile { (a: MLXArray, b: MLXArray, c: MLXArray) in (a + b, b * c) }
        let (sum, product) = g(MLXArray(1), MLXArray(2), MLXArray(3))
        #expect(sum.item(Int.self) == 3 && product.item(Int.self) == 6)
    }

    @Test("read and change the state that they are told of")
    func state() {
        let state = MLXArray([0] as [Float])
        let f = compile(inputs: [[state]], outputs: [[state]]) { (a: MLXArray) in
            state._updateInternal(state + a)
            return state * 10
        }
        #expect(f(MLXArray(1.0)).item(Float.self) == 10)
        #expect(f(MLXArray(2.0)).item(Float.self) == 30)
        #expect(state.item(Float.self) == 3)
    }

    @Test("report the error of the operation that failed inside")
    func errors() {
        let f = compile { (a: MLXArray, b: MLXArray) in a + b }
        let error = #expect(throws: MLXError.self) {
            try withError { _ = f(MLXArray.ones([2]), MLXArray.ones([3])) }
        }
        #expect(error?.operation == "add")
        #expect(f(MLXArray(1), MLXArray(2)).item(Int.self) == 3)
    }

    @Test("work on several threads")
    func threads() async {
        let f = compile(shapeless: true) { (a: MLXArray) in a * a + 1 }
        let results = await withTaskGroup(of: Float.self) { group in
            for i in 0..<8 { group.addTask { f(MLXArray(Float(i))).item(Float.self) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.sorted() == [1, 2, 5, 10, 17, 26, 37, 50])
    }
}
