import MLX
import MLXNN
import Synchronization
import Testing

/// Notes what functions are given, by name.
private final class Recorder: ModuleCallObserver {
    let given = Mutex<[String: Int]>([:])

    func enter(_ module: Module) {}
    func exit(_ module: Module, outputs: [MLXArray]) {}

    func line(_ place: String, name: String, values: [TracedValue]) -> [TracedValue]? {
        given.withLock { $0[name] = values.count }
        return nil
    }
}

private enum Offset {
    case scalar(Int)
    case array(MLXArray)
    case none
}

@Suite("What a function is given")
struct LineCallsTests {
    @Test("is told where it is an array, a number, a case with one of these, or several arrays")
    func told() {
        let recorder = Recorder()
        let x = MLXArray([1, 2])
        let pair: (MLXArray, MLXArray)? = (x, x)
        ModuleCalls.observing(recorder) {
            traceInput("A.swift:1:1", "array", x)
            traceInput("A.swift:1:1", "number", 3)
            traceInput("A.swift:1:1", "optional", Optional(2.5))
            traceInput("A.swift:1:1", "case", Offset.scalar(3))
            traceInput("A.swift:1:1", "arrays", [x, x, x])
            traceInput("A.swift:1:1", "pair", pair)
            traceInput("A.swift:1:1", "causal", MLXFast.ScaledDotProductAttentionMaskMode.causal)
        }
        let given = recorder.given.withLock { $0 }
        #expect(
            given == [
                "array": 1, "number": 1, "optional": 1, "case": 1, "arrays": 3, "pair": 2,
                "causal": 1,
            ])
    }

    @Test("of a line has no bounds of ranges, which are slices in Python")
    func ranges() {
        let recorder = Recorder()
        _ = ModuleCalls.observing(recorder) {
            traceLine("A.swift:1:1", "slices", [0..., 1..<3, 2] as [any MLXArrayIndex])
        }
        #expect(recorder.given.withLock { $0 } == ["slices": 1])
    }

    @Test("is not told otherwise, nor where it is nothing")
    func notTold() {
        let recorder = Recorder()
        ModuleCalls.observing(recorder) {
            traceInput("A.swift:1:1", "text", "linear")
            traceInput("A.swift:1:1", "nothing", MLXArray?.none)
            traceInput("A.swift:1:1", "sizes", [1, 2])
            traceInput("A.swift:1:1", "case", Offset.none)
            traceInput("A.swift:1:1", "mask", MLXFast.ScaledDotProductAttentionMaskMode.none)
        }
        let given = recorder.given.withLock { $0 }
        #expect(given.isEmpty)
    }

    @Test("of a dictionary the values are told, and not the keys")
    func dictionaries() {
        let recorder = Recorder()
        let x = MLXArray([1, 2])
        ModuleCalls.observing(recorder) {
            traceLine("A.swift:1:1", "layers", [0: x, 3: x])
            traceLine("A.swift:1:1", "names", ["left": 1])
            traceLine("A.swift:1:1", "nothing", [Int: MLXArray]())
        }
        let given = recorder.given.withLock { $0 }
        #expect(given["layers"] == 2)
        #expect(given["names"] == 1)
        #expect(given["nothing", default: 0] == 0)
    }
}
