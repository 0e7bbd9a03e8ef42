import Foundation
import MLX
import Testing

/// The other side is `Python/nan.py`, which runs with the test.
@Suite("Arrays with what is no number")
struct NotANumberTests {
    static let values: [Float] = [
        1, .nan, -0.0, .infinity, 0, -.infinity, .nan, -2,
    ]

    static let operations: [String: @Sendable (MLXArray) -> MLXArray] = [
        "sort": { sorted($0, axis: -1) }, "argsort": { argSort($0, axis: -1) },
        "argmax": { argMax($0) }, "argmin": { argMin($0) },
        "max": { $0.max() }, "min": { $0.min() }, "sum": { $0.sum() }, "prod": { $0.product() },
        "mean": { $0.mean() }, "var": { $0.variance() },
        "isnan": { isNaN($0) }, "isinf": { isInf($0) },
        "cummax": { cummax($0, axis: 0) }, "cummin": { cummin($0, axis: 0) },
        "logsumexp": { $0.logSumExp() }, "softmax": { softmax($0, axis: -1) },
        "rows max": { $0.reshaped(2, 4).max(axis: 1) },
        "rows argmax": { argMax($0.reshaped(2, 4), axis: 1) },
        "nan_to_num": { nanToNum($0, posInf: nil, negInf: nil) },
        "clip": { clip($0, min: -1.0, max: 1.0) },
        "topk": { top($0, k: 3, axis: -1) }, "partition": { partitioned($0, kth: 3, axis: -1) },
        "array_equal": { $0.arrayEqual($0) },
        "array_equal nan": { $0.arrayEqual($0, equalNAN: true) },
        "allclose": { allClose($0, $0) }, "any": { $0.any() }, "all": { $0.all() },
    ]

    static let binary: [String: @Sendable (MLXArray, MLXArray) -> MLXArray] = [
        "==": { $0 .== $1 }, "!=": { $0 .!= $1 }, "<": { $0 .< $1 }, "<=": { $0 .<= $1 },
        ">": { $0 .> $1 }, ">=": { $0 .>= $1 }, "maximum": { maximum($0, $1) },
        "minimum": { minimum($0, $1) }, "logaddexp": { logAddExp($0, $1) },
        "isclose": { isClose($0, $1, equalNaN: true) },
    ]

    @Test("Sorting, reducing and comparing gives Python's bits")
    func python() throws {
        let expected = try LocalPython.json(
            [String: PythonFiles.Contents].self, script: "Faults/Python/nan.py")
        #expect(expected.count == 3 * (Self.operations.count + Self.binary.count))
        for dtype in [DType.float16, .bfloat16, .float32] {
            let a = MLXArray(Self.values).asType(dtype)
            let b = a[.stride(by: -1)]
            for (name, operation) in Self.operations {
                #expect(
                    PythonFiles.Contents(operation(a)) == expected["\(dtype) \(name)"],
                    "\(dtype) \(name)")
            }
            for (name, operation) in Self.binary {
                #expect(
                    PythonFiles.Contents(operation(a, b)) == expected["\(dtype) \(name)"],
                    "\(dtype) \(name)")
            }
        }
    }
}
