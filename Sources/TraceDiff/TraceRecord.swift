import Foundation

/// One tensor that a run produced: a line of a trace.
///
/// The order of the properties is the order of the keys on a line. Numbers that JSON cannot
/// spell are the strings `"nan"`, `"inf"` and `"-inf"`.
public struct TraceRecord: Codable, Sendable, Equatable {
    /// What a record stands for.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A parameter of the loaded model, after `sanitize` and quantisation.
        case weight
        /// An array that entered the model: token ids or a processor's output.
        case input
        /// An output of one call of a module.
        case module
        /// A value that one source line assigned or returned.
        case line
    }

    /// The run of a model's parameters, which come before all passes.
    public static let weightsRun = "weights"
    /// The run of the parameters that a model asks for; of these only names and shapes count.
    public static let parametersRun = "parameters"
    /// The run of a checkpoint's tensors, before `sanitize`.
    public static let checkpointRun = "checkpoint"

    /// The pass: `prefill`, `decode.0`, `decode.1` …, or `full` for the pass without a cache.
    public var run: String
    /// What the record stands for.
    public var kind: Kind
    /// The module's path in the tree, such as `language_model.model.layers.0.self_attn`; the root
    /// is empty. For an input or a parameter, its name.
    public var path: String
    /// Where the Python defines it: `file:line:column`, counted from 1.
    public var source: String
    /// The class of the module, or the assigned name; the second of several outputs ends in `.1`.
    public var name: String
    /// How many calls of this path came before in this run.
    public var call: Int
    /// The extent of each dimension; empty for a scalar.
    public var shape: [Int]
    /// The element type as MLX names it: `float32`, `bfloat16`, `int32`, `bool` ….
    public var dtype: String
    /// The sum of all elements in float64, added one by one in C order.
    public var sum: Double
    /// The square root of the sum of squares, added in the same way.
    public var l2: Double
    /// The smallest element; NaN if any element is.
    public var min: Double
    /// The largest element; NaN if any element is.
    public var max: Double
    /// The position-sensitive checksum: the sum of `(i + 1) * bits(i)` modulo 2^64; committed traces
    /// go without.
    public var checksum: TraceChecksum?
    /// SHA-256 of the raw bytes in C order. Only an equal hash says that two tensors are equal.
    public var hash: TraceHash

    /// Creates a record from its fields.
    public init(
        run: String, kind: Kind = .module, path: String, source: String, name: String,
        call: Int = 0, shape: [Int], dtype: String, sum: Double, l2: Double, min: Double,
        max: Double, checksum: TraceChecksum?, hash: TraceHash
    ) {
        self.run = run
        self.kind = kind
        self.path = path
        self.source = source
        self.name = name
        self.call = call
        self.shape = shape
        self.dtype = dtype
        self.sum = sum
        self.l2 = l2
        self.min = min
        self.max = max
        self.checksum = checksum
        self.hash = hash
    }

    /// The number of elements.
    public var elementCount: Int { shape.reduce(1, *) }

    /// The number after the last dot of `name` for one of several outputs, else nil.
    public var outputIndex: Int? {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return Int(name[name.index(after: dot)...])
    }

    /// The class, or the assigned name, without the number of one of several outputs.
    public var baseName: String {
        guard outputIndex != nil, let dot = name.lastIndex(of: ".") else { return name }
        return String(name[..<dot])
    }

    /// What names a line's value among those that are given to a program to go on with.
    public var injectionKey: String {
        Self.injectionKey(run: run, path: path, source: source, name: name, call: call)
    }

    /// The ``injectionKey`` of a record of these.
    public static func injectionKey(
        run: String, path: String, source: String, name: String, call: Int
    ) -> String {
        [run, path, source, name, "\(call)"].joined(separator: "|")
    }

    /// Whether a statistic says that the tensor holds a NaN or an infinity.
    public var hasNonFinite: Bool { !(sum.isFinite && min.isFinite && max.isFinite) }
}

extension TraceRecord {
    enum CodingKeys: String, CodingKey {
        case run, kind, path, source, name, call, shape, dtype, sum, l2, min, max, checksum, hash
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        run = try values.decode(String.self, forKey: .run)
        kind = try values.decode(Kind.self, forKey: .kind)
        path = try values.decode(String.self, forKey: .path)
        source = try values.decode(String.self, forKey: .source)
        name = try values.decode(String.self, forKey: .name)
        call = try values.decode(Int.self, forKey: .call)
        shape = try values.decode([Int].self, forKey: .shape)
        dtype = try values.decode(String.self, forKey: .dtype)
        sum = try values.decode(TraceNumber.self, forKey: .sum).value
        l2 = try values.decode(TraceNumber.self, forKey: .l2).value
        min = try values.decode(TraceNumber.self, forKey: .min).value
        max = try values.decode(TraceNumber.self, forKey: .max).value
        checksum = try values.decodeIfPresent(TraceChecksum.self, forKey: .checksum)
        hash = try values.decode(TraceHash.self, forKey: .hash)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(run, forKey: .run)
        try values.encode(kind, forKey: .kind)
        try values.encode(path, forKey: .path)
        try values.encode(source, forKey: .source)
        try values.encode(name, forKey: .name)
        try values.encode(call, forKey: .call)
        try values.encode(shape, forKey: .shape)
        try values.encode(dtype, forKey: .dtype)
        try values.encode(TraceNumber(sum), forKey: .sum)
        try values.encode(TraceNumber(l2), forKey: .l2)
        try values.encode(TraceNumber(min), forKey: .min)
        try values.encode(TraceNumber(max), forKey: .max)
        try values.encodeIfPresent(checksum, forKey: .checksum)
        try values.encode(hash, forKey: .hash)
    }
}

/// A number as a trace spells it: a JSON number, or `"nan"`, `"inf"`, `"-inf"`.
struct TraceNumber: Codable, Sendable {
    let value: Double

    init(_ value: Double) { self.value = value }

    /// The value of a quoted non-finite number, or nil if `text` is none.
    static func nonFinite(_ text: String) -> Double? {
        switch text {
        case "nan": .nan
        case "inf": .infinity
        case "-inf": -.infinity
        default: nil
        }
    }

    /// The JSON spelling.
    var json: String {
        if value.isNaN { return "\"nan\"" }
        if value.isInfinite { return value < 0 ? "\"-inf\"" : "\"inf\"" }
        return value.description
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            value = number
            return
        }
        guard let number = Self.nonFinite(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a number, \"nan\", \"inf\" or \"-inf\"")
        }
        value = number
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if value.isNaN {
            try container.encode("nan")
        } else if value.isInfinite {
            try container.encode(value < 0 ? "-inf" : "inf")
        } else {
            try container.encode(value)
        }
    }
}
