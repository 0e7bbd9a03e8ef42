import MLX
import Testing

/// Python ends for these.
@Suite("Arithmetic that processors trap on")
struct ArithmeticFaultTests {
    @Test("The smallest integer divided by -1", arguments: [DType.int32, .int64, .int16, .int8])
    func smallest(dtype: DType) throws {
        let smallest: [DType: Int] = [
            .int32: Int(Int32.min), .int64: .min, .int16: Int(Int16.min), .int8: Int(Int8.min),
        ]
        let number = try #require(smallest[dtype])
        let a = MLXArray([number, 7, -7, 0]).asType(dtype)
        for divisor in [MLXArray(-1).asType(dtype), MLXArray([-1, -1, -1, -1]).asType(dtype)] {
            // Known, and only computed with the result.
            for b in [divisor, divisor * MLXArray(1).asType(dtype)] {
                let quotient = floorDivide(a, b)
                #expect(quotient.dtype == dtype)
                #expect(quotient.asArray(Int.self) == [number, -7, 7, 0])
                #expect(remainder(a, b).asArray(Int.self) == [0, 0, 0, 0])
                let (q, r) = divmod(a, b)
                #expect(q.asArray(Int.self) == [number, -7, 7, 0])
                #expect(r.asArray(Int.self) == [0, 0, 0, 0])
            }
        }
        #expect(floorDivide(a, -1).asArray(Int.self) == [number, -7, 7, 0])
        #expect(
            floorDivide(a, MLXArray([2, 2, 2, -3]).asType(dtype)).asArray(Int.self)[1...] == [
                3, -4, 0,
            ])
    }

    @Test("Matrices without elements have no inverse")
    func emptyMatrices() {
        let empty = MLXArray.zeros([0, 0])
        func fails(_ body: () -> MLXArray, _ location: SourceLocation = #_sourceLocation) {
            let error = #expect(throws: MLXError.self, sourceLocation: location) {
                try withError { eval(body()) }
            }
            #expect(error?.message.contains("no elements") == true, sourceLocation: location)
        }
        fails { MLXLinalg.inv(empty, stream: .cpu) }
        fails { MLXLinalg.triInv(empty, stream: .cpu) }
        fails { MLXLinalg.choleskyInv(empty, stream: .cpu) }
        fails { MLXLinalg.solve(empty, empty, stream: .cpu) }
        fails { MLXLinalg.lu(empty, stream: .cpu).0 }
    }
}
