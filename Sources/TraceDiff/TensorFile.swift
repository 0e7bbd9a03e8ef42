import FileFormats
import Foundation

/// The tensors of a safetensors file, read as bytes.
///
/// The header is checked before anything is used: no tensor lies outside the file.
public struct TensorFile: Sendable {
    /// Where a tensor lies and what it is.
    public struct Tensor: Sendable, Equatable {
        /// The element type.
        public var type: ElementType
        /// The extent of each dimension.
        public var shape: [Int]
        /// The place of its bytes in the file.
        public var bytes: Range<Int>
    }

    /// The path of the file.
    public let path: String
    /// The tensors by name.
    public let tensors: [String: Tensor]
    private let data: Data

    /// Reads the header of a file and maps the rest.
    ///
    /// - Throws: ``TraceError`` if the file cannot be read or is not safetensors.
    public init(contentsOf path: String) throws(TraceError) {
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw TraceError(file: path, .file("cannot be read"))
        }
        self.path = path
        tensors = try Self.header(data, path: path)
    }

    /// Calls `body` with the bytes of a tensor; nil if there is no tensor of that name.
    public func withBytes<Result>(
        of name: String, _ body: (UnsafeRawBufferPointer, Tensor) throws -> Result
    ) rethrows -> Result? {
        guard let tensor = tensors[name] else { return nil }
        return try data.withUnsafeBytes { try body(.init(rebasing: $0[tensor.bytes]), tensor) }
    }

    /// The difference of the tensor `name` in this file, the reference, and in another; nil if one
    /// lacks it, or shape or type differ.
    public func difference(
        _ name: String, from candidate: TensorFile, absolute: Double
    ) -> ValueDifference? {
        guard let left = tensors[name], let right = candidate.tensors[name],
            left.type == right.type, left.shape == right.shape
        else { return nil }
        return withBytes(of: name) { reference, _ in
            candidate.withBytes(of: name) { other, _ in
                ValueDifference(
                    reference: reference, candidate: other, type: left.type, absolute: absolute)
            }
        }.flatMap(\.self)
    }

    private static func header(
        _ data: Data, path: String
    ) throws(TraceError) -> [String: Tensor] {
        func fault(_ message: String) -> TraceError {
            TraceError(file: path, .foreign("not a safetensors file: \(message)"))
        }
        let header: SafetensorsHeader
        do {
            header = try SafetensorsHeader(ByteSource(data))
        } catch {
            throw fault(error.cause)
        }
        var tensors: [String: Tensor] = [:]
        for (name, entry) in header.tensors {
            guard let type = ElementType(safetensors: entry.dtype) else {
                throw fault("the type of \"\(name)\" is not known here: \(entry.dtype)")
            }
            let (start, end) = (entry.bytes.lowerBound, entry.bytes.upperBound)
            tensors[name] = Tensor(
                type: type, shape: entry.shape,
                bytes: header.dataStart + start..<header.dataStart + end)
        }
        return tensors
    }
}

extension TraceRecord {
    /// The name of the record's tensor in the file of full values beside a trace: the hash of its
    /// bytes, so that equal values are kept once.
    public var valueName: String { hash.description }

    /// The element type; a number of the language is a float64.
    public var elementType: ElementType? {
        dtype == "number" ? .float64 : ElementType(rawValue: dtype)
    }
}

extension TensorFile {
    /// A record's value under a name of its own, to be written to another file; nil if this one does not
    /// have it.
    public func content(of record: TraceRecord, named name: String) -> Content? {
        if record.dtype == "number" {
            let bytes = withUnsafeBytes(of: record.sum) { Data($0) }
            return Content(name: name, type: .float64, shape: [], bytes: bytes)
        }
        return withValues(of: record) { bytes, type in
            Content(name: name, type: type, shape: record.shape, bytes: Data(bytes))
        }
    }

    /// The values of a record as float64; nil if the file does not have them.
    public func values(of record: TraceRecord) -> [Double]? {
        if record.dtype == "number" { return [record.sum] }
        return withValues(of: record) { bytes, type in type.values(in: bytes) }
    }

    /// The difference of a record whose values are in this file, the reference, and of one whose
    /// values are in another; nil if one lacks them, or the shapes differ.
    public func difference(
        _ reference: TraceRecord, from candidate: TensorFile, _ other: TraceRecord,
        absolute: Double
    ) -> ValueDifference? {
        guard reference.shape == other.shape else { return nil }
        return withValues(of: reference) { bytes, type in
            candidate.withValues(of: other) { otherBytes, otherType in
                ValueDifference(
                    reference: bytes, candidate: otherBytes, type: type, candidateType: otherType,
                    absolute: absolute)
            }
        }.flatMap(\.self)
    }

    /// Calls `body` with the bytes of a record and its type. A tensor of the same bytes may have
    /// been kept with another shape and type.
    private func withValues<Result>(
        of record: TraceRecord, _ body: (UnsafeRawBufferPointer, ElementType) -> Result
    ) -> Result? {
        guard let type = record.elementType else { return nil }
        return withBytes(of: record.valueName) { bytes, _ in
            bytes.count % type.size == 0 && bytes.count / type.size == record.elementCount
                ? body(bytes, type) : nil
        }.flatMap(\.self)
    }
}

extension Trace {
    /// The path of the safetensors file with full values that may lie beside a trace:
    /// `llama.trace.jsonl` has `llama.trace.values.safetensors`.
    public static func valuesPath(besideTrace path: String) -> String {
        let stem = [".gz", ".jsonl"].reduce(path) { stem, suffix in
            stem.hasSuffix(suffix) ? String(stem.dropLast(suffix.count)) : stem
        }
        return stem + ".values.safetensors"
    }
}

extension Comparison {
    /// Compares two trace files, with full values where both have them beside them.
    ///
    /// - Throws: ``TraceError`` for a trace or a file of values that cannot be read.
    public init(
        referencePath: String, candidatePath: String, policy: TolerancePolicy = TolerancePolicy()
    ) throws(TraceError) {
        let reference = try Trace(contentsOf: referencePath)
        let candidate = try Trace(contentsOf: candidatePath)
        let paths = [referencePath, candidatePath].map(Trace.valuesPath(besideTrace:))
        guard paths.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else {
            self.init(reference: reference, candidate: candidate, policy: policy)
            return
        }
        let left = try TensorFile(contentsOf: paths[0])
        let right = try TensorFile(contentsOf: paths[1])
        self.init(reference: reference, candidate: candidate, policy: policy) { record, other in
            let absolute = policy.tolerance(for: record).absolute
            return left.difference(record, from: right, other, absolute: absolute)
        }
    }
}
