import Foundation
import MLX
import ModelPorted
import ModelRuntime

/// What a case gives, as the Python side describes it too: an array's bytes, or a number's or text's.
struct Value: Equatable {
    /// The dtype of an array; `integer`, `number`, `truth`, `text`, `dtype` or `None`.
    let kind: String
    let shape: [Int]
    let bytes: Data
}

/// A type that a case may return.
protocol Outcome {
    var values: [Value] { get }
}

/// The values of a result, lists and tuples flattened in order.
func outcome(_ result: some Outcome) -> [Value] { result.values }

/// The values of a tuple in order.
func outcome<each Part: Outcome>(_ result: (repeat each Part)) -> [Value] {
    var values: [Value] = []
    for part in repeat each result { values += part.values }
    return values
}

extension MLXArray: Outcome {
    var values: [Value] {
        eval()
        return [Value(kind: dtype.rawValue, shape: shape, bytes: asData(access: .copy).data)]
    }
}

extension Int: Outcome {
    var values: [Value] { [Value(kind: "integer", shape: [], bytes: bytes(of: Int64(self)))] }
}

extension Double: Outcome {
    var values: [Value] { [Value(kind: "number", shape: [], bytes: bytes(of: bitPattern))] }
}

extension Float: Outcome {
    var values: [Value] { Double(self).values }
}

extension Bool: Outcome {
    var values: [Value] { [Value(kind: "truth", shape: [], bytes: Data([self ? 1 : 0]))] }
}

extension String: Outcome {
    var values: [Value] { [Value(kind: "text", shape: [], bytes: Data(utf8))] }
}

extension DType: Outcome {
    var values: [Value] { [Value(kind: "dtype", shape: [], bytes: Data(rawValue.utf8))] }
}

extension Optional: Outcome where Wrapped: Outcome {
    var values: [Value] { self?.values ?? [Value(kind: "None", shape: [], bytes: Data())] }
}

extension Array: Outcome where Element: Outcome {
    var values: [Value] { flatMap(\.values) }
}

extension AttentionMask: Outcome {
    var values: [Value] {
        if let array = mask { return array.values }
        if case .causal = self { return "causal".values }
        return [Value(kind: "None", shape: [], bytes: Data())]
    }
}

private func bytes(of value: some FixedWidthInteger) -> Data {
    withUnsafeBytes(of: value.littleEndian) { Data($0) }
}
