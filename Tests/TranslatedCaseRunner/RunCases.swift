import Foundation
import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import OrderedCollections
import TranslatedCases

/// What came of a run.
struct RunReport: Encodable {
    let name: String
    /// Whether Python raises and Swift throws, as the case says.
    let isRefused: Bool
    /// What differs, `nil` if nothing does.
    let problem: String?
}

/// A run of a case as Python made it: an entry of `runs.json`.
struct Run: Decodable {
    let `case`: String
    /// The contents of `config.json`.
    let configuration: String
    /// The file with the arrays.
    let values: String
    /// What Python raised.
    let error: String?
    /// Whether the case says that Python raises.
    let isFailing: Bool
    let parameters: [String]?
    let checkpoint: [String]?
    let sanitized: [String]?
    /// What the model says of the packing and the type of what has these paths.
    let rules: [String: Rule]?

    struct Rule: Decodable {
        /// `quant_predicate` of it, as JSON.
        let rule: String
        /// `cast_predicate` of it.
        let casts: Bool
    }
}

/// Runs the cases as the Python side did and compares bit for bit.
///
/// - Parameters:
///   - first: the run to begin with.
///   - report: takes what came of a run before the next one begins, which may trap.
func runCases(in folder: URL, from first: Int, report: (RunReport) throws -> Void) throws {
    let data = try Data(contentsOf: folder.appending(path: "runs.json"))
    let runs = try JSONDecoder().decode([Run].self, from: data)
    for (number, run) in runs.enumerated().dropFirst(first) {
        let home = folder.appending(path: "\(number)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try Data(run.configuration.utf8).write(to: home.appending(path: "config.json"))
        let values = try loadArrays(url: folder.appending(path: run.values))
        let problem =
            if run.isFailing == (run.error != nil) {
                outcome(run, values, configuration: home)
            } else {
                run.error.map { "Python raises \($0)" } ?? "Python does not raise"
            }
        try report(
            RunReport(
                name: "\(run.case) \(run.configuration)", isRefused: run.isFailing,
                problem: problem))
    }
}

/// What differs where Python did what the case says, `nil` if nothing does.
private func outcome(_ run: Run, _ values: [String: MLXArray], configuration: URL) -> String? {
    do {
        let problem = try withError { try difference(run, values, configuration: configuration) }
        return run.error.map { "Python raises \($0), Swift does not throw" } ?? problem
    } catch {
        return run.isFailing ? nil : "Swift throws: \(error)"
    }
}

/// What differs, `nil` if nothing does.
private func difference(_ run: Run, _ values: [String: MLXArray], configuration: URL) throws
    -> String?
{
    guard let type = CaseRegistry.types.first(where: { $0.name == run.case }) else {
        return "there is no Swift of it; see CONTRIBUTING.md, 'Expected results'"
    }
    let model = try type.makeModel(
        ModelConfiguration(CheckpointDirectory(configuration), package: .mlxLM))
    if let problem = try sanitizeDifference(run, values, model) { return problem }
    if let problem = try ruleDifference(run, model) { return problem }

    let parameters = model.parameters().flattened().map(\.0).sorted()
    if let expected = run.parameters, expected != parameters {
        return "Python has the parameters \(expected), Swift \(parameters)"
    }
    let weights = parameters.compactMap { name in
        values["weight \(name)"].map { (name, $0) }
    }
    try model.update(parameters: ModuleParameters.unflattened(weights), verify: .all)
    let cache = try model.makeCache()
    for step in 0..<2 {
        guard let ids = values["ids \(step)"] else { continue }
        let logits = try model(ModelInputs(inputIds: ids), cache: cache).logits
        try checkedEval(logits)
        guard let expected = values["result \(step)"] else { continue }
        if let problem = expected.difference(from: logits) { return "call \(step): \(problem)" }
    }
    return nil
}

private func ruleDifference(_ run: Run, _ model: any GenerativeModel) throws -> String? {
    let layers = Dictionary(model.namedModules(), uniquingKeysWith: { first, _ in first })
    for (path, expected) in run.rules ?? [:] {
        let rule = try model.quantizationRule(path, module: layers[path] ?? model)
        let python = try OrderedJSON(parsing: Data(expected.rule.utf8))
        guard rule.json == python else {
            return "Python packs \(path) by \(expected.rule), Swift by \(rule.json.text())"
        }
        guard try model.shouldCast(path) == expected.casts else {
            return "Python casts \(path): \(expected.casts), Swift does not agree"
        }
    }
    return nil
}

private func sanitizeDifference(
    _ run: Run, _ values: [String: MLXArray], _ model: any GenerativeModel
) throws -> String? {
    guard let names = run.checkpoint else { return nil }
    let weights = OrderedWeights(
        uniqueKeysWithValues: names.map { ($0, values["checkpoint \($0)"]!) })
    let sanitized = try model.sanitize(weights)
    guard let expected = run.sanitized else { return nil }
    guard Array(sanitized.keys) == expected else {
        return "sanitize gives \(Array(sanitized.keys)), in Python \(expected)"
    }
    return expected.lazy.compactMap { name in
        values["sanitized \(name)"]!.difference(from: sanitized[name]!).map {
            "sanitize, \(name): \($0)"
        }
    }.first
}

extension MLXArray {
    /// What differs from Swift's array, `nil` if nothing does.
    fileprivate func difference(from swift: MLXArray) -> String? {
        guard dtype == swift.dtype else { return "Python gives \(dtype), Swift \(swift.dtype)" }
        guard shape == swift.shape else { return "Python gives \(shape), Swift \(swift.shape)" }
        return asData().data == swift.asData().data
            ? nil : "Python gives \(self), Swift \(swift)"
    }
}
