import Foundation

/// Runs the Python reference of a family with its modules rewritten to report the types of parameters,
/// locals, attributes, results and fields.
///
/// - Parameters:
///   - family: a family's name, or the path of a definition.
///   - modules: dotted names of the modules to look into.
/// - Returns: the observations as the recorder's JSON.
/// - Throws: ``HarnessError``.
public func observeTypes(
    of family: String, in modules: [String], using python: PythonReference,
    progress: (String) -> Void = { _ in }
) throws -> Data {
    try python.run(
        "types", [family] + modules.flatMap { ["--module", $0] }, progress: progress
    ).output
}
