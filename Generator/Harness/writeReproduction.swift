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

/// Writes a folder with which a fault can be looked at by itself: the module alone with what it is given and
/// should give, the small model that it is of with its ids, what the line's function was given and should give,
/// both sources, and how both sides are run.
///
/// - Parameters:
///   - module: the module alone, where it shows the fault by itself.
///   - definition: the path that the family's definition has among the others, `mlx-lm/llama.yml`.
///   - checkout: which Swift shows the fault.
///   - folder: where to write; it must not exist.
///   - program: the compiler's own path, for who runs it where it was written.
/// - Throws: ``HarnessError``, `TraceError`, what the file system throws.
public func writeReproduction(
    of fault: ReducedFault, _ sources: ReproductionSources, module: ReplayedModule? = nil,
    request: VerificationRequest, as definition: String, in checkout: CheckoutState,
    to folder: String, program: String
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
    try TensorFile.write(tensors, format: "mlx", to: temporary + "/line.safetensors")
    if let module {
        try manager.copyItem(atPath: module.folder, toPath: temporary + "/module")
    }
    let text = ReproductionText(
        fault: fault, sources: sources, module: module, definition: definition,
        package: request.package ?? "mlx-vlm", checkout: checkout, program: program)
    var files =
        [
            ("definitions/\(definition)", fault.definition), ("source.py", sources.python),
            ("source.swift", sources.swift), ("README.md", text.readme),
        ] + text.scripts
    if !checkout.patch.isEmpty { files.append(("checkout.patch", checkout.patch)) }
    for (name, content) in files {
        let file = URL(filePath: "\(temporary)/\(name)")
        try manager.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file, atomically: true, encoding: .utf8)
    }
    try manager.moveItem(atPath: temporary, toPath: folder)
}
