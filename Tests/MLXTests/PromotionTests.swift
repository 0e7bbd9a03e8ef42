import MLX
import Testing

@Suite("Scalars take the dtype of the array beside them, as in Python")
struct PromotionTests {
    static let all = DType.allCases

    /// Python: what `mx.ones((2,), dtype) + scalar` gives.
    static func expected(_ dtype: DType, beside kind: Kind) -> DType {
        switch kind {
        case .bool: dtype
        case .int: dtype == .bool ? .int32 : dtype
        case .float: dtype.isFloatingPoint ? dtype : .float32
        }
    }

    enum Kind { case bool, int, float }

    @Test("with the scalar on the right or on the left", arguments: all)
    func weakScalars(dtype: DType) {
        let a = MLXArray.ones([2], dtype: dtype)
        #expect((a + true).dtype == Self.expected(dtype, beside: .bool))
        #expect((a + 1).dtype == Self.expected(dtype, beside: .int))
        #expect((1 + a).dtype == Self.expected(dtype, beside: .int))
        #expect((a * 2.0).dtype == Self.expected(dtype, beside: .float))
        #expect((2.0 * a).dtype == Self.expected(dtype, beside: .float))
        #expect((a * Float(2)).dtype == Self.expected(dtype, beside: .float))
        #expect((a * Float16(2)).dtype == Self.expected(dtype, beside: .float))
        #expect((a * 2.0).asArray(Float.self) == [2, 2])
        if dtype != .bool {
            #expect((3 - a).asArray(Float.self) == [2, 2])
        }
    }

    @Test("and the values are those of the dtype", arguments: all)
    func values(dtype: DType) {
        let a = MLXArray.ones([2], dtype: dtype)
        #expect((a + 1).asArray(Float.self) == [2, 2])
        #expect((a .== 1).asArray(Bool.self) == [true, true])
        #expect(maximum(a, 3).asArray(Float.self) == [3, 3])
    }

    @Test("also in functions of two values")
    func functions() {
        let half = MLXArray([1, 2] as [Float16])
        #expect(maximum(half, 1.5).dtype == .float16)
        #expect(which(half .> 1, half, 0.0).dtype == .float16)
        #expect(which(half .> 1, 1.0, 0.0).dtype == .float32)
        #expect(which(half .> 1, 1, 0).dtype == .int32)
        #expect(clip(half, min: 0.5, max: 1.5).asArray(Float.self) == [1, 1.5])
        #expect(clip(half, min: 0.5, max: 1.5).dtype == .float16)
        #expect(pow(half, 2).dtype == .float16)
        #expect(pow(2.0, half).asArray(Float.self) == [2, 4])
        #expect((MLXArray([7, 8]) % 3).asArray(Int.self) == [1, 2])
        #expect(floorDivide(MLXArray([7, -7]), 2).asArray(Int.self) == [3, -4])
        #expect((MLXArray([6, 7]) & 3).asArray(Int.self) == [2, 3])
        #expect(add(1, 2).dtype == .int32)
        #expect(add(1, 2.5).dtype == .float32)
    }

    @Test("An array of no dimension is no scalar: it promotes")
    func strongZeroDimensional() {
        let half = MLXArray([1, 2] as [Float16])
        #expect((half + MLXArray(1.0)).dtype == .float32)
        #expect((MLXArray([1, 2]) / 2).dtype == .float32)
    }

    @Test("An integer that the dtype cannot hold is an error, as in Python")
    func overflow() {
        #expect(throws: MLXError.self) { try withError { _ = MLXArray([1] as [UInt8]) + 300 } }
        #expect(throws: MLXError.self) { try withError { _ = MLXArray([1]) + (1 << 40) } }
        #expect((MLXArray([1] as [Float]) + (1 << 40)).item(Float.self) == 1_099_511_627_776)
    }

    @Test("The pool of constants keeps values, dtypes and kinds apart")
    func constantPool() {
        let a = MLXArray.zeros([1])
        for i in 0..<2000 {
            #expect((a + i).item(Int.self) == i)
        }
        #expect((MLXArray([0.0] as [Float]) + 1).dtype == .float32)
        #expect((MLXArray([0] as [Int32]) + 1).dtype == .int32)
        #expect((MLXArray([false]) + true).dtype == .bool)
        #expect((MLXArray([false]) + 1).dtype == .int32)
        #expect((1 / MLXArray([-0.0] as [Float]) * -0.0).item(Float.self).isNaN)
    }

    @Test("An operator that assigns changes every name of the array")
    func inPlace() {
        var a = MLXArray([1, 2, 3])
        let b = a
        a += 1
        #expect(b.asArray(Int.self) == [2, 3, 4])
        a *= MLXArray([2, 2, 2])
        #expect(b.asArray(Int.self) == [4, 6, 8])
        a -= 4
        a /= 2
        #expect(b.asArray(Float.self) == [0, 1, 2])
    }
}
