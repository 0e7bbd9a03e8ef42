import Foundation

/// Runs the Python reference of a family and writes the traces that are committed.
///
/// - Parameters:
///   - family: a family's name, or the path of a definition.
///   - selection: which runs; all by default.
///   - python: the recorder.
///   - output: the folder to write to, in place of `Reference`.
///   - lines: dotted names of the modules whose lines are recorded; with any, the traces are whole,
///     their names end in `.lines.trace.jsonl.gz`, and nothing is compiled.
///   - progress: called with a line for each run.
/// - Returns: the paths of the traces.
/// - Throws: ``HarnessError``.
public func recordFamily(
    _ family: String, selection: VariantSelection = VariantSelection(),
    using python: PythonReference, output: String? = nil, lines: [String] = [],
    progress: (String) -> Void = { _ in }
) throws -> [String] {
    let place = output.map { ["--output", $0] } ?? []
    let result = try python.run(
        "record",
        [family] + selection.arguments + place + lines.flatMap { ["--lines", $0] },
        environment: lines.isEmpty ? [:] : LineTracing.environment, progress: progress)
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// Records a family anew and compares with the committed traces: says whether the package, the
/// recorder, the definition or the engine changed.
///
/// - Parameter recorded: the folder of the traces, in place of `Reference`.
/// - Returns: what differs, one line each; empty if nothing does.
/// - Throws: ``HarnessError``.
public func checkRecordedFamily(
    _ family: String, selection: VariantSelection = VariantSelection(),
    using python: PythonReference, recorded: String? = nil, progress: (String) -> Void = { _ in }
) throws -> [String] {
    let place = recorded.map { ["--recorded", $0] } ?? []
    let result = try python.run(
        "check", [family] + selection.arguments + place, accepted: [0, 1], progress: progress)
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// Says which committed traces are of another version of the package, its sources, the recorder, the
/// engine or the definition than those at hand. Only headers are read, and nothing runs.
///
/// - Parameters:
///   - families: names, or paths of definitions.
///   - recorded: the folder of the traces, in place of `Reference`.
/// - Returns: what differs, one line for each trace; empty if nothing does.
/// - Throws: ``HarnessError``.
public func outdatedTraces(
    of families: [String], using python: PythonReference, recorded: String? = nil
) throws -> [String] {
    let place = recorded.map { ["--recorded", $0] } ?? []
    let result = try python.run(
        "outdated", families + place, accepted: [0, 1], progress: { _ in })
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// Fills a working folder with what both sides of a verification need: checkpoints with seeded
/// weights, inputs, and the reference's outputs and traces.
///
/// - Parameters:
///   - folder: where to write; what is there is replaced.
///   - layout: how the checkpoints name and split their tensors.
///   - keepsValues: whether all tensors are written beside the traces.
///   - lines: dotted names of the modules whose lines are recorded; with any, nothing is compiled.
/// - Throws: ``HarnessError``.
public func recordWork(
    _ family: String, selection: VariantSelection = VariantSelection(),
    using python: PythonReference, folder: String, layout: CheckpointLayout = CheckpointLayout(),
    keepsValues: Bool = false, lines: [String] = [], progress: (String) -> Void = { _ in }
) throws -> [RecordedVariant] {
    let options = ["--output", folder] + (layout.names.map { ["--layout", $0.rawValue] } ?? [])
    let result = try python.run(
        "work",
        [family] + selection.arguments + options + ["--shards", String(layout.shards)]
            + (keepsValues ? ["--values"] : []) + lines.flatMap { ["--lines", $0] },
        environment: lines.isEmpty ? [:] : LineTracing.environment, progress: progress)
    do {
        return try JSONDecoder().decode([RecordedVariant].self, from: result.output)
    } catch {
        throw HarnessError.badResult(
            program: "recorder", message: "its list of files is not what was expected")
    }
}
