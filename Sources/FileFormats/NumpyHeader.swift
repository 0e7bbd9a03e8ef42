import Foundation

/// The header of an `.npy` file in the form in which NumPy and MLX write it, checked against the file.
///
/// The engine finds the header's parts by their position, so that any other form is refused here.
public struct NumpyHeader: Equatable, Sendable {
    /// The element type by NumPy's name: byte order, kind, bytes.
    public let descriptor: String
    /// Whether the first dimension is the innermost.
    public let isFortranOrder: Bool
    /// The dimensions.
    public let shape: [Int]
    /// Where the values lie in the file.
    public let bytes: Range<Int>

    /// The kinds and sizes that the engine has; `V2` is how MLX writes bfloat16.
    private static let elementSizes: [String: Int] = [
        "b1": 1, "u1": 1, "u2": 2, "u4": 4, "u8": 8, "i1": 1, "i2": 2, "i4": 4, "i8": 8, "f2": 2,
        "f4": 4, "f8": 8, "V2": 2, "c8": 8,
    ]

    /// Reads and checks the header at the start of some bytes.
    ///
    /// - Throws: ``FormatError`` if it is none, or says more than the bytes hold.
    public init(_ source: ByteSource) throws(FormatError) {
        var cursor = ByteCursor(source)
        guard try cursor.bytes(min(6, cursor.remaining)).elementsEqual([0x93] + "NUMPY".utf8) else {
            throw FormatError("it is not an npy file")
        }
        let version = try cursor.integer(UInt8.self)
        _ = try cursor.integer(UInt8.self)
        let length: Int
        switch version {
        case 1: length = Int(try cursor.integer(UInt16.self))
        case 2: length = Int(try cursor.integer(UInt32.self))
        default: throw FormatError("version \(version) of the npy format is not supported")
        }
        // A list of dimensions is short, whatever the length claims.
        guard length <= 1 << 16 else {
            throw FormatError("a header of \(length) bytes is impossible")
        }
        let text = String(decoding: try cursor.bytes(length), as: UTF8.self)
        let form =
            /\{'descr': '([<>|=])([A-Za-z]\d)', 'fortran_order': (True|False), 'shape': \((?:(\d+(?:, \d+)*)(?:, ?)?)?\)(?:, )?\} *\n?/
        guard let match = try? form.wholeMatch(in: text) else {
            throw FormatError(
                "its header is not what NumPy writes: \(text.prefix(120).debugDescription)")
        }
        let (_, order, kind, fortran, dimensions) = match.output
        descriptor = String(order + kind)
        guard let elementSize = Self.elementSizes[String(kind)] else {
            throw FormatError("the dtype \"\(descriptor)\" is not supported")
        }
        // The engine turns all eight bytes round, and so exchanges the two parts.
        guard descriptor != ">c8" else {
            throw FormatError("complex numbers in big-endian order are not supported")
        }
        isFortranOrder = fortran == "True"
        shape = (dimensions ?? "").split(separator: ", ").map { Int($0) ?? .max }
        guard let size = TensorSpan.byteCount(shape, elementSize: elementSize) else {
            throw FormatError("its shape (\(dimensions ?? "")) is impossible")
        }
        guard size <= cursor.remaining else {
            throw FormatError(
                "it is truncated: values of shape \(shape) take \(size) bytes, it holds "
                    + "\(cursor.remaining)")
        }
        bytes = cursor.position..<cursor.position + size
    }
}
