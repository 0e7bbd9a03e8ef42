import Foundation

/// The records of one run and where they come from.
public struct Trace: Sendable, Equatable {
    /// What was run, and by whom.
    public var header: TraceHeader
    /// The records in execution order.
    public var records: [TraceRecord]

    /// Creates a trace from its parts.
    public init(header: TraceHeader, records: [TraceRecord]) {
        self.header = header
        self.records = records
    }
}

/// The first line of a trace: what was run, and by whom.
public struct TraceHeader: Codable, Sendable, Equatable {
    /// The format that this version reads and writes.
    public static let currentFormat = 1

    /// The version of the format; the key that tells a trace from another JSON file.
    public var trace: Int
    /// The family, such as `llama`.
    public var family: String
    /// The Python package: `mlx-vlm` or `mlx-lm`.
    public var package: String
    /// The package's version.
    public var version: String
    /// The element type of the weights: `float32` or `bfloat16`.
    public var dtype: String
    /// The number of sequences in the batch.
    public var batch: Int
    /// The seed of weights and token ids.
    public var seed: Int
    /// The program that wrote the trace, with its version: `python 1`, `llm-tool 0.1` ….
    public var recorder: String
    /// What the program could record.
    public var probes: TraceProbes
    /// The number of records, so that a file cut at the end of a line is noticed.
    public var records: Int?
    /// The version of the MLX engine.
    public var engine: String?
    /// SHA-256 of the Python modules of the family, in the order of the definition.
    public var sources: String?
    /// SHA-256 of the reference configuration that was run.
    public var configuration: String?
    /// Whether `mx.compile` was on.
    public var compiled: Bool?
    /// The architecture of the machine, such as `x86_64`. On another one bits may differ.
    public var machine: String?
    /// The significant digits that sums, norms and extremes are rounded to; nil if they are exact.
    public var digits: Int?
    /// What a program needs to do the run again; nil if the trace is not a reference's.
    public var reference: ReferenceRun?

    /// Creates a header of the current format.
    public init(
        family: String, package: String, version: String, dtype: String, batch: Int, seed: Int,
        recorder: String, probes: TraceProbes, records: Int? = nil, engine: String? = nil,
        sources: String? = nil, configuration: String? = nil, compiled: Bool? = nil,
        machine: String? = nil,
        digits: Int? = nil, reference: ReferenceRun? = nil
    ) {
        self.trace = Self.currentFormat
        self.family = family
        self.package = package
        self.version = version
        self.dtype = dtype
        self.batch = batch
        self.seed = seed
        self.recorder = recorder
        self.probes = probes
        self.records = records
        self.engine = engine
        self.sources = sources
        self.configuration = configuration
        self.compiled = compiled
        self.machine = machine
        self.digits = digits
        self.reference = reference
    }
}

extension TraceHeader {
    /// The architecture of this machine, as Python's `platform.machine()` calls it.
    public static var thisMachine: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64) && os(Linux)
            "aarch64"
        #elseif arch(arm64)
            "arm64"
        #else
            "unknown"
        #endif
    }
}

extension TraceHeader {
    /// What of the two runs was not the same and changes the last bits even of right programs: a line for each.
    func whyBitsMayDiffer(from other: TraceHeader) -> [String] {
        [("machine", machine, other.machine), ("engine", engine, other.engine)].compactMap {
            name, own, others in
            guard let own, let others, own != others else { return nil }
            return "\(name)    \(own) and \(others): bits may differ, tolerances say by how much"
        }
    }
}

/// What a program can record.
public enum TraceProbes: Sendable, Equatable, Codable {
    /// Every call of a module.
    case modules
    /// Every call of a module, and every assigned line.
    case lines
    /// Only calls of modules of these classes; another class may be missing without being wrong.
    case classes([String])

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let names = try? container.decode([String].self) {
            self = .classes(names)
            return
        }
        switch try container.decode(String.self) {
        case "modules": self = .modules
        case "lines": self = .lines
        case let other:
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "probes is \"\(other)\", not \"modules\", \"lines\" or a list")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .modules: try container.encode("modules")
        case .lines: try container.encode("lines")
        case .classes(let names): try container.encode(names)
        }
    }
}
