import Foundation
import TraceDiff

/// What a reproduction shows of the sources of both sides.
public struct ReproductionSources: Sendable {
    /// `llama/language.py:50:9`, and the Swift's place.
    public var pythonPlace: String
    public var swiftPlace: String
    /// The class or function that has the line.
    public var python: String
    public var swift: String

    public init(pythonPlace: String, swiftPlace: String, python: String, swift: String) {
        self.pythonPlace = pythonPlace
        self.swiftPlace = swiftPlace
        self.python = python
        self.swift = swift
    }
}

/// Writes a folder with which a fault can be looked at by itself: the small checkpoint, the ids, what the
/// module was given and should give, both sources, and how both sides are run.
///
/// - Parameters:
///   - definition: the path that the family's definition has among the others, `mlx-lm/llama.yml`.
///   - folder: where to write; it must not exist.
///   - program: the compiler's own path.
/// - Throws: ``HarnessError``, `TraceError`, what the file system throws.
public func writeReproduction(
    of fault: ReducedFault, _ sources: ReproductionSources, request: VerificationRequest,
    as definition: String, to folder: String, program: String
) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: folder) else {
        throw HarnessError.badResult(program: "reduce", message: "\(folder) exists already")
    }
    // Written beside and moved: whole, or not at all.
    let temporary = folder + ".partial"
    try? manager.removeItem(atPath: temporary)
    try manager.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    try manager.copyItem(atPath: fault.files.checkpoint, toPath: temporary + "/checkpoint")
    try manager.copyItem(atPath: fault.files.inputs, toPath: temporary + "/ids.safetensors")

    let values = try TensorFile(contentsOf: Trace.valuesPath(besideTrace: fault.files.trace))
    let tensors = (fault.inputs + [fault.line]).compactMap { record in
        values.content(
            of: record,
            named: record.isParameter ? String(record.name.dropFirst().dropLast()) : "expected")
    }
    try TensorFile.write(tensors, format: "mlx", to: temporary + "/module.safetensors")
    let text = ReproductionText(
        fault: fault, sources: sources, definition: definition,
        package: request.package ?? "mlx-vlm", program: program)
    for (name, content) in [
        ("definitions/\(definition)", fault.definition), ("source.py", sources.python),
        ("source.swift", sources.swift), ("run.sh", text.script), ("README.md", text.readme),
    ] {
        let file = URL(filePath: "\(temporary)/\(name)")
        try manager.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file, atomically: true, encoding: .utf8)
    }
    try manager.moveItem(atPath: temporary, toPath: folder)
}

/// The words of a reproduction.
private struct ReproductionText {
    let fault: ReducedFault
    let sources: ReproductionSources
    let definition: String
    let package: String
    let program: String

    private var family: String {
        definition.split(separator: "/").last.map { String($0.dropLast(4)) } ?? definition
    }

    /// Runs both sides and compares them line by line.
    var script: String {
        """
        #!/bin/sh
        # Runs the Python and the Swift of the small model and compares them line by line.
        cd "$(dirname "$0")" || exit 2
        exec '\(program)' verify \(family) --package \(package) --definitions "$PWD/definitions" \\
            --lines --continue --dtype \(fault.files.dtype) --batch \(fault.files.batch)

        """
    }

    var readme: String {
        let line = fault.line
        let given = fault.inputs.map(describe).joined(separator: "\n")
        return """
            # \(line.name) at \(sources.pythonPlace)

            The first line of the Python whose value differs in the Swift, while what its function was given
            agrees: in `\(line.path)`, \(line.run), call \(line.call).

            | | |
            |---|---|
            | Python | `\(sources.pythonPlace)` in `source.py` |
            | Swift | `\(sources.swiftPlace)` in `source.swift` |
            | should be | \(describe(line, isRow: false)) |
            | is | \(fault.candidate.map { describe($0, isRow: false) } ?? "not computed") |

            ## What the function was given

            \(given.isEmpty ? "No arrays." : "| name | value |\n|---|---|\n\(given)")

            `module.safetensors` holds these tensors, and what the line should give as `expected`.
            `checkpoint` is the smallest model of the family that shows the fault, `ids.safetensors` what it
            is run with (`definitions/\(definition)` says how both are made). `sh run.sh` makes them anew, runs
            the Python and the Swift, and compares them line by line.

            """
    }

    private func describe(_ record: TraceRecord) -> String { describe(record, isRow: true) }

    private func describe(_ record: TraceRecord, isRow: Bool) -> String {
        let value =
            record.dtype == "number"
            ? "\(record.sum)"
            : "\(record.dtype) \(record.shape), sum \(record.sum), from \(record.min) to \(record.max)"
        return isRow ? "| \(record.name.dropFirst().dropLast()) | \(value) |" : value
    }
}
