import Foundation
import OrderedCollections

/// The header of a safetensors file, checked against the file before the engine reads it.
public struct SafetensorsHeader: Sendable {
    /// One tensor's entry.
    public struct Tensor: Equatable, Sendable {
        /// The format's name of the element type, `BF16` for instance.
        public let dtype: String
        /// The dimensions.
        public let shape: [Int]
        /// Where the values lie, counted from the end of the header.
        public let bytes: Range<Int>
    }

    /// The tensors in the order of the header.
    public let tensors: OrderedDictionary<String, Tensor>

    /// Bits an element of each type that the engine reads.
    static let elementSizes: [String: Int] = [
        "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2,
        "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8, "C64": 8,
    ]

    /// The format's own limit, which bounds what a lying length can make us read.
    static let maximumLength = 100_000_000

    /// Reads and checks the header of the file at `url`.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the file, the tensor and the fault.
    public init(_ url: URL) throws {
        let file = url.lastPathComponent
        let (header, dataSize) = try Self.read(url, file)
        let json = try OrderedJSON(parsing: header, file: "the header of \(file)", uniqueKeys: true)
        guard let members = json.object else {
            throw ModelRuntimeError.input("the header of \(file) is not a JSON object")
        }
        var tensors = OrderedDictionary<String, Tensor>(minimumCapacity: members.count)
        for (name, entry) in members where name != "__metadata__" {
            do {
                tensors[name] = try Tensor(entry, dataSize: dataSize)
            } catch let fault as TensorFault {
                throw Self.error(file, name, fault.reason)
            }
        }
        try Self.requireDisjoint(tensors, file)
        self.tensors = tensors
    }

    private static func read(_ url: URL, _ file: String) throws -> (header: Data, dataSize: Int) {
        let handle: FileHandle
        let size: Int
        do {
            let resolved = url.resolvingSymlinksInPath()
            let attributes = try FileManager.default.attributesOfItem(atPath: resolved.path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                throw ModelRuntimeError.input("\(file) is not a regular file")
            }
            size = (attributes[.size] as? NSNumber)?.intValue ?? 0
            handle = try FileHandle(forReadingFrom: resolved)
        } catch let error as ModelRuntimeError {
            throw error
        } catch {
            throw ModelRuntimeError.input("cannot read \(url.path): \(error.localizedDescription)")
        }
        defer { try? handle.close() }
        guard let prefix = try? handle.read(upToCount: 8), prefix.count == 8 else {
            throw ModelRuntimeError.input(
                "\(file) is not a safetensors file: it has \(size) bytes, too few for a header")
        }
        let length = prefix.enumerated().reduce(UInt64(0)) {
            $0 | UInt64($1.element) << ($1.offset * 8)
        }
        guard length >= 2, length <= UInt64(maximumLength), length <= UInt64(max(size - 8, 0))
        else {
            throw ModelRuntimeError.input(
                "\(file): the header claims \(length) bytes, but the file has \(size)")
        }
        guard let header = try? handle.read(upToCount: Int(length)), header.count == Int(length)
        else {
            throw ModelRuntimeError.input("\(file) ends inside its header")
        }
        return (header, size - 8 - Int(length))
    }

    private static func requireDisjoint(
        _ tensors: OrderedDictionary<String, Tensor>, _ file: String
    ) throws {
        let ordered = tensors.elements.filter { !$0.value.bytes.isEmpty }
            .sorted { $0.value.bytes.lowerBound < $1.value.bytes.lowerBound }
        for (first, second) in zip(ordered, ordered.dropFirst())
        where second.value.bytes.lowerBound < first.value.bytes.upperBound {
            throw error(file, second.key, "its bytes overlap those of \"\(first.key)\"")
        }
    }

    private static func error(_ file: String, _ tensor: String, _ reason: String)
        -> ModelRuntimeError
    {
        .input("\(file): tensor \"\(tensor.prefix(200))\": \(reason)")
    }
}

private struct TensorFault: Error {
    let reason: String
}

extension SafetensorsHeader.Tensor {
    fileprivate init(_ entry: OrderedJSON, dataSize: Int) throws {
        guard let dtype = entry["dtype"]?.string else {
            throw TensorFault(reason: "it has no dtype")
        }
        guard let elementSize = SafetensorsHeader.elementSizes[dtype] else {
            throw TensorFault(reason: "the dtype \"\(dtype.prefix(40))\" is not supported")
        }
        guard let dimensions = entry["shape"]?.array else {
            throw TensorFault(reason: "it has no shape")
        }
        let shape = dimensions.compactMap(\.int)
        guard shape.count == dimensions.count,
            shape.allSatisfy({ 0 <= $0 && $0 <= Int(Int32.max) })
        else { throw TensorFault(reason: "its shape holds something that is no dimension") }
        guard let offsets = entry["data_offsets"]?.array, offsets.count == 2,
            let begin = offsets[0].int, let end = offsets[1].int
        else { throw TensorFault(reason: "it has no pair of data_offsets") }
        guard 0 <= begin, begin <= end else {
            throw TensorFault(reason: "the data_offsets [\(begin), \(end)] are no range")
        }
        guard end <= dataSize else {
            throw TensorFault(
                reason: "its bytes end at \(end), but the file holds \(dataSize) bytes of values")
        }
        var size = elementSize
        for dimension in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
            guard !overflow else { throw TensorFault(reason: "its shape is too large") }
            size = product
        }
        guard size == end - begin else {
            throw TensorFault(
                reason: "\(dtype) values of shape \(shape) take \(size) bytes, the data_offsets "
                    + "hold \(end - begin)")
        }
        self.init(dtype: dtype, shape: shape, bytes: begin..<end)
    }
}
