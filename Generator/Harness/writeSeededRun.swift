import Foundation
import TraceDiff

/// Writes the checkpoint and the inputs that a recorded trace stands for, without Python: the trace
/// says which parameters there are, its seed what they and the token ids are.
///
/// - Parameters:
///   - trace: a reference's trace.
///   - path: where it was read, for messages.
///   - folder: where to write; what is there is replaced.
/// - Returns: where the files are.
/// - Throws: ``HarnessError`` if the trace does not say enough, `TraceError` if a file cannot be written.
func writeSeededRun(
    of trace: Trace, recordedIn path: String, to folder: String
) throws -> RecordedVariant {
    let header = trace.header
    guard let run = header.reference else {
        throw HarnessError.badResult(
            program: path,
            message:
                "recorded by an older recorder (\(header.recorder)); `mlx-port record` it again")
    }
    let checkpoint = "\(folder)/checkpoint-\(header.dtype)"
    let name = ["\(header.dtype)-b\(header.batch)", run.scene].compactMap(\.self)
    let place = "\(folder)/\(name.joined(separator: "-"))"
    for folder in [checkpoint, place] {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }
    try Data(run.config.utf8).write(
        to: URL(fileURLWithPath: checkpoint + "/config.json"), options: .atomic)
    let values = SeededValues(seed: UInt64(bitPattern: Int64(header.seed)))
    let weights = trace.records.filter { $0.kind == .weight }
    try TensorFile.write(
        try weights.map { try seededWeight($0, header, values, isHub: run.isHub, path: path) },
        format: run.isHub ? "pt" : "mlx", to: checkpoint + "/model.safetensors")

    try TensorFile.write(
        try seededInputs(of: run, batch: header.batch, values, path: path),
        to: place + "/inputs.safetensors")
    return RecordedVariant(
        dtype: header.dtype, batch: header.batch, scene: run.scene, checkpoint: checkpoint,
        trace: path,
        inputs: place + "/inputs.safetensors", outputs: place + "/outputs.safetensors",
        records: trace.records.count, unrecorded: 0)
}

/// Token ids with their marks, and the other tensors.
private func seededInputs(
    of run: ReferenceRun, batch: Int, _ values: SeededValues, path: String
) throws -> [TensorFile.Content] {
    let marks = run.marks ?? []
    guard marks.allSatisfy({ $0.at >= 0 && $0.count >= 0 && $0.at < run.promptLength }) else {
        throw HarnessError.badResult(
            program: path, message: "a mark of its header is not in the prompt")
    }
    let ids = [("input_ids", run.promptLength), ("decode_ids", run.decodeSteps)]
        .filter { $0.1 > 0 }.map { name, length in
            var ids = values.tokenIds(
                name: name, batch: batch, length: length, vocabulary: run.vocabulary,
                reserved: Set(marks.map(\.token)))
            for mark in name == "input_ids" ? marks : [] {
                for row in 0..<batch {
                    for position in 0..<mark.count where mark.at + position < length {
                        ids[row * length + mark.at + position] = Int32(mark.token)
                    }
                }
            }
            return TensorFile.Content(
                name: name, type: .int32, shape: [batch, length],
                bytes: ids.withUnsafeBytes { Data($0) })
        }
    return try ids
        + (run.inputs ?? [:]).sorted { $0.key < $1.key }.map { name, tensor in
            try seededInput(name, tensor, batch: batch, values, path: path)
        }
}

/// The most elements that an input of a tiny configuration could have.
private let largestInput = 100_000_000

/// A tensor for a number of sequences, one after the other along the first axis.
private func seededInput(
    _ name: String, _ tensor: ReferenceRun.Tensor, batch: Int, _ values: SeededValues,
    path: String
) throws -> TensorFile.Content {
    let count = tensor.shape.reduce((1, false)) { product, size in
        let (next, overflow) = product.0.multipliedReportingOverflow(by: size)
        return (next, product.1 || overflow || size < 1 || next > largestInput / batch)
    }
    guard let type = ElementType(rawValue: tensor.dtype), let rows = tensor.shape.first, !count.1,
        tensor.values.map({ $0.count == count.0 }) ?? (type == .float32)
    else {
        throw HarnessError.badResult(
            program: path,
            message: "the input \(name) of its header has a shape, type or number of values that "
                + "no reference run has")
    }
    let shape = [rows * batch] + tensor.shape.dropFirst()
    var bytes = Data()
    if let numbers = tensor.values {
        for number in (0..<batch).flatMap({ _ in numbers }) {
            withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0.prefix(type.size) }
        }
    } else {
        bytes = values.signal(name: name, shape: shape).withUnsafeBytes { Data($0) }
    }
    return TensorFile.Content(name: name, type: type, shape: shape, bytes: bytes)
}

/// One parameter as the checkpoint has it: before the package's loader, in the checkpoint's type.
private func seededWeight(
    _ record: TraceRecord, _ header: TraceHeader, _ values: SeededValues, isHub: Bool,
    path: String
) throws -> TensorFile.Content {
    let name =
        isHub && record.path.hasPrefix("language_model.")
        ? String(record.path.dropFirst("language_model.".count)) : record.path
    guard let loaded = record.elementType else {
        throw HarnessError.badResult(
            program: path,
            message: "the type of \(record.path) is not known here: \(record.dtype)")
    }
    if loaded.isFloatingPoint, let type = ElementType(rawValue: header.dtype),
        let bytes = type.bytes(of: values.weight(name: record.path, shape: record.shape))
    {
        return TensorFile.Content(name: name, type: type, shape: record.shape, bytes: bytes)
    }
    guard let bytes = integers(loaded, count: record.elementCount, hash: record.hash) else {
        throw HarnessError.badResult(
            program: path,
            message: "\(record.path) holds whole numbers that no rule gives; use Python")
    }
    return TensorFile.Content(name: name, type: loaded, shape: record.shape, bytes: bytes)
}

/// What a package initialises whole numbers with: all 0, all 1, or one after the other.
private func integers(_ type: ElementType, count: Int, hash: TraceHash) -> Data? {
    let rules: [(Int) -> Int] = [{ _ in 0 }, { _ in 1 }, { $0 }]
    for rule in rules {
        var data = Data(capacity: count * type.size)
        for index in 0..<count {
            withUnsafeBytes(of: Int64(rule(index)).littleEndian) { data += $0.prefix(type.size) }
        }
        if data.withUnsafeBytes({ TraceHash(bytes: sha256($0)) }) == hash { return data }
    }
    return nil
}

extension ReferenceRun {
    /// Whether the checkpoint's tensors have the names of the Hub.
    fileprivate var isHub: Bool { layout == CheckpointLayout.Names.huggingface.rawValue }
}
