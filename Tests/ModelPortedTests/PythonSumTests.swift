import MLX
import ModelPorted
import Testing

@Suite("sum of arrays")
struct PythonSumTests {
    @Test("adds from the left, beginning with 0")
    func sum() {
        let arrays = [1.5, 2, -4].map { MLXArray([Float($0), 1]) }
        #expect(pythonSum(arrays).asArray(Float.self) == [-0.5, 3])
    }

    @Test("begins with the integer 0: negative zeros and truth values do not stay")
    func zero() {
        #expect(pythonSum([MLXArray(Float(-0.0))]).item(Float.self).sign == .plus)
        #expect(pythonSum([MLXArray([true, true])]).dtype == .int32)
        #expect(pythonSum([MLXArray]()).item(Int.self) == 0)
    }

    @Test("keeps the element type: the 0 is weak")
    func elementType() {
        #expect(pythonSum([MLXArray(Float(1)).asType(.bfloat16)]).dtype == .bfloat16)
    }
}
