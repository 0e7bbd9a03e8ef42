import MLX
import MLXNN
import Testing
import TraceDiff

@testable import ModelRuntime

/// A module as instrumented code has it.
private final class Doubling: Module {
    func callAsFunction(_ x: MLXArray) -> (MLXArray, MLXArray?) {
        observeLines {
            var count = x.dim(0)
            count = traceLine("A.swift:2:5", "count", count)
            var h = x * count
            h = traceLine("A.swift:3:5", "h", h)
            h[0] = MLXArray(Float(7))
            tracePart("A.swift:4:5", of: h, h[0])
            return traceLine("A.swift:5:5", "return", (h + 1, nil))
        }
    }
}

@Suite("Traces of lines", .serialized)
struct LineTraceTests {
    private func run(injecting injected: [String: MLXArray]) -> (output: [Float], [TraceRecord]) {
        let model = Doubling()
        let writer = ModuleTraceWriter(model: model, injecting: injected)
        let output = writer.record("prefill", inputs: ModelInputs()) {
            model(MLXArray([1, 2] as [Float]))
        }
        return (output.0.asArray(Float.self), writer.records)
    }

    @Test("Each line's arrays and numbers are recorded, of a stored part the whole array")
    func records() {
        let (output, records) = run(injecting: [:])
        #expect(output == [8, 5])
        #expect(records.map(\.name) == ["count", "h", "[]", "return", "Doubling"])
        #expect(records.map(\.dtype) == ["number", "float32", "float32", "float32", "float32"])
        #expect(records.map(\.sum) == [2, 6, 11, 13, 13])
    }

    @Test("An injected value takes the place of the line's own, which is what is recorded")
    func injection() {
        let (output, records) = run(injecting: [
            "prefill||A.swift:3:5|h|0": MLXArray([10, 20, 30] as [Float])
        ])
        #expect(output == [8, 21, 31])
        #expect(records.map(\.sum) == [2, 6, 57, 60, 60])
    }

    @Test("A number is injected as a scalar, a result and a part as the arrays in it")
    func kinds() {
        let (output, records) = run(injecting: [
            "prefill||A.swift:2:5|count|0": MLXArray(Float(5)),
            "prefill||A.swift:4:5|[]|0": MLXArray([1, 1] as [Float]),
            "prefill||A.swift:5:5|return|0": MLXArray([9] as [Float]),
            "decode.0||A.swift:3:5|h|0": MLXArray([0] as [Float]),
        ])
        #expect(output == [9])
        #expect(records.map(\.sum) == [2, 15, 17, 4, 9])
    }

    @Test(
        "Behind an error, what does not depend on it is recorded, and the error is thrown",
        arguments: [true, false])
    func failure(measuresAtOnce: Bool) throws {
        let model = Failing()
        let writer = ModuleTraceWriter(model: model, measuresAtOnce: measuresAtOnce)
        #expect(throws: MLXError.self) {
            try withError {
                writer.record("prefill", inputs: ModelInputs()) {
                    model(MLXArray([1, .nan] as [Float]))
                }
            }
        }
        #expect(writer.records.map(\.name) == ["h", "wrong", "other", "return", "Failing"])
        #expect(writer.records.map(\.shape) == [[2], [], [2], [], []])
        #expect(writer.records[0].sum.isNaN && writer.records[2].min.isNaN)
    }

    @Test(
        "An error of the evaluation is thrown, and what came before it is recorded",
        arguments: [true, false])
    func lateFailure(measuresAtOnce: Bool) throws {
        let model = Singular()
        let writer = ModuleTraceWriter(model: model, measuresAtOnce: measuresAtOnce)
        #expect(throws: MLXError.self) {
            try withError {
                try writer.record("prefill", inputs: ModelInputs()) {
                    try checkedEval(model(MLXArray.zeros([64, 64])))
                }
            }
        }
        #expect(writer.records.map(\.name) == ["h", "inverse", "return", "Singular"])
        #expect(writer.records[0].sum == 0)
    }

    @Test("A pass of many records is measured in parts")
    func manyRecords() {
        let model = Repeating()
        let writer = ModuleTraceWriter(model: model)
        _ = writer.record("prefill", inputs: ModelInputs()) { model(MLXArray.zeros([2])) }
        #expect(writer.records.dropLast().map(\.max) == (1...9000).map(Double.init))
        #expect(writer.records.last?.sum == 18000)
    }
}

/// A module in the middle of which an operation fails.
private final class Failing: Module {
    func callAsFunction(_ x: MLXArray) -> MLXArray {
        observeLines {
            let h = traceLine("A.swift:1:5", "h", x + 1)
            let wrong = traceLine("A.swift:2:5", "wrong", matmul(h, MLXArray.ones([3, 2])))
            traceLine("A.swift:3:5", "other", h * 2)
            return traceLine("A.swift:4:5", "return", wrong + h)
        }
    }
}

/// A module with a value that changes in place.
private final class Repeating: Module {
    func callAsFunction(_ x: MLXArray) -> MLXArray {
        observeLines {
            var x = x
            for _ in 0..<9000 {
                x += 1
                traceLine("A.swift:1:5", "x", x)
            }
            return x
        }
    }
}

/// A module in the middle of which a value cannot be computed, which the engine sees when it evaluates.
private final class Singular: Module {
    func callAsFunction(_ x: MLXArray) -> MLXArray {
        observeLines {
            let h = traceLine("A.swift:1:5", "h", x * 2)
            let inverse = traceLine("A.swift:2:5", "inverse", MLXLinalg.inv(h, stream: .cpu))
            return traceLine("A.swift:3:5", "return", inverse + h)
        }
    }
}
