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
    let place = "\(folder)/\(header.dtype)-b\(header.batch)"
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

    let ids = [("input_ids", run.promptLength), ("decode_ids", run.decodeSteps)]
        .filter { $0.1 > 0 }.map { name, length in
            TensorFile.Content(
                name: name, type: .int32, shape: [header.batch, length],
                bytes: values.tokenIds(
                    name: name, batch: header.batch, length: length, vocabulary: run.vocabulary
                ).withUnsafeBytes { Data($0) })
        }
    try TensorFile.write(ids, to: place + "/inputs.safetensors")
    return RecordedVariant(
        dtype: header.dtype, batch: header.batch, checkpoint: checkpoint, trace: path,
        inputs: place + "/inputs.safetensors", outputs: place + "/outputs.safetensors",
        records: trace.records.count, unrecorded: 0)
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
