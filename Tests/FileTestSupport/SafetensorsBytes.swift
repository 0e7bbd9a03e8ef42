import Foundation

/// The bytes of a safetensors file from its header's text and its values.
public func safetensorsBytes(header: String, values: Data, claimedLength: UInt64? = nil) -> Data {
    var bytes = Data()
    let length = claimedLength ?? UInt64(header.utf8.count)
    for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: length >> shift))
    }
    bytes.append(contentsOf: header.utf8)
    bytes.append(values)
    return bytes
}

/// float32 tensors, each filled with 0, 1, 2, ….
public func safetensorsBytes(_ tensors: [(name: String, shape: [Int])]) -> Data {
    var values = Data()
    var entries: [String] = []
    for (name, shape) in tensors {
        let start = values.count
        for index in 0..<shape.reduce(1, *) {
            withUnsafeBytes(of: Float(index).bitPattern.littleEndian) {
                values.append(contentsOf: $0)
            }
        }
        entries.append(
            #""\#(name)":{"dtype":"F32","shape":\#(shape),"data_offsets":[\#(start),\#(values.count)]}"#
        )
    }
    return safetensorsBytes(header: "{\(entries.joined(separator: ","))}", values: values)
}
