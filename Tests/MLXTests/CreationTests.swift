import Foundation
import MLX
import Testing

@Suite("Creating arrays")
struct CreationTests {
    @Test("A Swift value becomes an array of mlx-swift's dtype")
    func scalarDtypes() {
        #expect(MLXArray(1).dtype == .int32)
        #expect(MLXArray(1 << 40).dtype == .int64)
        #expect(MLXArray(int64: 1).dtype == .int64)
        #expect(MLXArray(true).dtype == .bool)
        #expect(MLXArray(Float(1)).dtype == .float32)
        #expect(MLXArray(1.0).dtype == .float32)
        #expect(MLXArray(float64: 1).dtype == .float64)
        #expect(MLXArray(bfloat16: 1).dtype == .bfloat16)
        #expect(MLXArray(UInt8(1)).dtype == .uint8)
        #expect(MLXArray(Float16(1)).dtype == .float16)
        #expect(MLXArray(real: 1, imaginary: 2).dtype == .complex64)
        #expect(MLXArray(1.5, dtype: .bfloat16).dtype == .bfloat16)
        #expect(MLXArray(3, dtype: .float16).item(Float.self) == 3)
        #expect(MLXArray(2.7, dtype: .int32).item(Int.self) == 2)
    }

    @Test("A Swift list becomes a 1-d array")
    func listDtypes() {
        #expect(MLXArray([1, 2, 3]).dtype == .int32)
        #expect(MLXArray([1, 1 << 40]).dtype == .int64)
        #expect(MLXArray([1.0, 2.0]).dtype == .float64)
        #expect(MLXArray([1, 2] as [Float]).dtype == .float32)
        #expect(MLXArray(converting: [1.0, 2.0]).dtype == .float32)
        #expect(MLXArray([true, false]).dtype == .bool)
        #expect(MLXArray([1, 2] as [UInt8]).dtype == .uint8)
        #expect(MLXArray(0..<4).asArray(Int.self) == [0, 1, 2, 3])
        let literal: MLXArray = [1, 2, 3]
        #expect(literal.dtype == .int32)
    }

    @Test("A list and a shape make an array in C order")
    func shaped() {
        let a = MLXArray([1, 2, 3, 4, 5, 6], [2, 3])
        #expect(a.shape == [2, 3])
        #expect(a.ndim == 2)
        #expect(a.size == 6)
        #expect(a.count == 2)
        #expect(a.nbytes == 24)
        #expect(a[1, 0].item(Int.self) == 4)
    }

    @Test("Creation functions give the dtype that they are told")
    func functions() {
        #expect(MLXArray.zeros([2, 3]).dtype == .float32)
        #expect(MLXArray.zeros([2, 3], dtype: .bfloat16).dtype == .bfloat16)
        #expect(zeros([2], type: Int32.self).dtype == .int32)
        #expect(ones([2], dtype: .uint8).asArray(UInt8.self) == [1, 1])
        #expect(full([2], values: 3).dtype == .int32)
        #expect(full([2], values: 3.0).dtype == .float32)
        #expect(full([2], values: MLXArray(3), dtype: .float16).dtype == .float16)
        #expect(zeros(like: MLXArray([1, 2])).dtype == .int32)
        #expect(eye(3)[2].asArray(Float.self) == [0, 0, 1])
        #expect(tri(3, k: -1).sum().item(Float.self) == 3)
        #expect(
            linspace(Float(0), Float(1), count: 5).asArray(Float.self) == [0, 0.25, 0.5, 0.75, 1])
        #expect(arange(3).dtype == .int32)
        #expect(arange(1, 7, step: 2).asArray(Int.self) == [1, 3, 5])
        #expect(arange(0.0, 1.5, step: 0.5).asArray(Float.self) == [0, 0.5, 1])
        #expect(MLXArray.arange(4, dtype: .float16).dtype == .float16)
    }

    @Test("Bytes go in and come out unchanged")
    func bytes() {
        let a = MLXArray([1.5, -2, 3, 4] as [Float], [2, 2])
        let data: Data = a.asData()
        #expect(MLXArray(data, [2, 2], type: Float.self).asArray(Float.self) == [1.5, -2, 3, 4])
        let transposed = a.T.asData(access: .copy)
        #expect(transposed.shape == [2, 2])
        #expect(MLXArray(data: transposed).asArray(Float.self) == [1.5, 3, -2, 4])
        let half = MLXArray([1, 2] as [Float16])
        #expect(half.asData().count == 4)
        #expect(half.asArray(Float16.self) == [1, 2])
    }

    @Test("Memory that an array adopts is given back once")
    func adoptedMemory() {
        final class Counter: @unchecked Sendable { var count = 0 }
        let counter = Counter()
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)
        memory.storeBytes(of: 7, as: Int32.self)
        do {
            let a = MLXArray(rawPointer: memory, [1], dtype: .int32) { counter.count += 1 }
            #expect(a.item(Int.self) == 7)
        }
        #expect(counter.count == 1)
        memory.deallocate()
    }

    @Test("Names and limits of dtypes are Python's")
    func dtypes() throws {
        #expect(DType(rawValue: "bfloat16") == .bfloat16)
        #expect(DType.allCases.count == 14)
        #expect(DType.float16.finfo?.max == 65504)
        #expect(DType.float32.finfo?.min == -Double(Float.greatestFiniteMagnitude))
        #expect(DType.int32.finfo == nil)
        #expect(MLXArray.maskFill(for: .float16).item(Float.self) == -65504)
        let encoded = try JSONEncoder().encode([DType.bfloat16])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["bfloat16"]"#)
        #expect(DType.bool.size == 1 && DType.complex64.size == 8)
    }

    @Test("An array prints as in Python")
    func description() {
        #expect(MLXArray([1, 2]).description == "array([1, 2], dtype=int32)")
    }
}
