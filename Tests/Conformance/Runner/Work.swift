import Foundation
import MLX
import ModelPorted

/// What the Python side has run, and what came of it: `work.json` and `work.bin`.
struct Work: Decodable {
    let arrays: [ArrayEntry]
    let cases: [Case]

    /// An array that calls are made with.
    struct ArrayEntry: Decodable {
        let dtype: DType
        let shape: [Int]
        let offset: Int
        let length: Int
        /// How a part of the array is taken that is not contiguous.
        let view: View?
    }

    struct View: Decodable {
        let axes: [Int]
        let start: Int
        let step: Int
    }

    struct Case: Decodable {
        let file: String
        let name: String
        let runs: [Run]
    }

    struct Run: Decodable {
        let `class`: String
        let dtypes: String
        let arguments: [Argument]
        /// What Python returned; absent if it raised.
        let results: [ResultEntry]?
        /// What Python raised.
        let error: String?
    }

    struct ResultEntry: Decodable {
        let kind: String
        let shape: [Int]
        let offset: Int
        let length: Int
    }
}

/// An argument as it stands in the work file; one of the fields is there.
struct Argument: Decodable {
    let array: Int?
    let integer: Int?
    /// The bits of a `Double`.
    let number: UInt64?
    let text: String?
    let integers: [Int]?
    /// A `rope_scaling` as JSON.
    let scaling: String?

    private enum CodingKeys: CodingKey { case array, integer, number, text, integers, scaling }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        array = try values.decodeIfPresent(Int.self, forKey: .array)
        integer = try values.decodeIfPresent(Int.self, forKey: .integer)
        number = try values.decodeIfPresent(Int64.self, forKey: .number).map(
            UInt64.init(bitPattern:))
        text = try values.decodeIfPresent(String.self, forKey: .text)
        integers = try values.decodeIfPresent([Int].self, forKey: .integers)
        scaling = try values.decodeIfPresent(String.self, forKey: .scaling)
    }
}

/// The arguments of one call; a case knows which of them is of which type.
struct Arguments {
    let arguments: [Argument]
    let arrays: [MLXArray]

    /// A copy of the handle: what a case does to its array does not reach the next one.
    func array(_ place: Int) -> MLXArray { arrays[arguments[place].array!][.ellipsis] }
    func integer(_ place: Int) -> Int { arguments[place].integer! }
    func number(_ place: Int) -> Double { Double(bitPattern: arguments[place].number!) }
    func text(_ place: Int) -> String { arguments[place].text! }
    func integers(_ place: Int) -> [Int] { arguments[place].integers! }

    func scaling(_ place: Int) -> RoPEScaling {
        let json = Data(arguments[place].scaling!.utf8)
        return try! JSONDecoder().decode(RoPEScaling.self, from: json)
    }
}

extension Work.ArrayEntry {
    func array(in blob: Data) -> MLXArray {
        let base = MLXArray(blob[offset..<offset + length], shape, dtype: dtype)
        guard let view else { return base }
        return base.transposed(axes: view.axes)[
            .ellipsis, .stride(from: view.start, by: view.step)]
    }
}

extension Work.ResultEntry {
    func value(in blob: Data) -> Value {
        Value(kind: kind, shape: shape, bytes: blob[offset..<offset + length])
    }
}
