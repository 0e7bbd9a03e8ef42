import Foundation
import MLX

/// Random index expressions that the Python side has run: `subscripts.json` and `work.bin`.
struct Subscripts: Decodable {
    let arrays: [Work.ArrayEntry]
    let expressions: [Expression]

    struct Expression: Decodable {
        let source: Int
        let index: [Part]
        /// `read`, `assign` or a method of `.at[…]`.
        let update: String
        /// What is assigned.
        let value: Int?
        let result: Work.ResultEntry?
        /// The sum of floats that are read, which depends on where in memory they are.
        let sum: Work.ResultEntry?
        let error: String?
        /// Whether the engine leaves open what happens: Swift has to refuse.
        let undefined: Bool?
    }

    /// A part of a subscript; one of the fields is there.
    struct Part: Decodable {
        let integer: Int?
        /// Start, stop and step.
        let slice: [Int?]?
        let array: Int?
        let ellipsis: Bool?
        let newaxis: Bool?
    }
}

/// Runs every index expression as the Python side did and compares bit for bit.
func runSubscripts(in folder: URL) throws -> Report {
    let blob = try Data(contentsOf: folder.appending(path: "work.bin"), options: .mappedIfSafe)
    let work = try JSONDecoder().decode(
        Subscripts.self, from: Data(contentsOf: folder.appending(path: "subscripts.json")))
    let arrays = work.arrays.map { $0.array(in: blob) }
    var report = Report()
    for (place, expression) in work.expressions.enumerated() {
        report.calls += 1
        if expression.result == nil { report.failing += 1 }
        let text = expression.text(arrays)
        FileHandle.standardError.write(Data("\(place): \(text)\n".utf8))
        guard let what = difference(expression, arrays, blob) else { continue }
        report.differences.append(
            Difference(name: text, shapeClass: "\(place)", dtypes: "", what: what))
    }
    return report
}

private func difference(
    _ expression: Subscripts.Expression, _ arrays: [MLXArray], _ blob: Data
) -> String? {
    let found: [Value]
    let total: [Value]
    do {
        (found, total) = try withError {
            let result = expression.evaluated(arrays)
            return (outcome(result), expression.sum == nil ? [] : outcome(sum(result)))
        }
    } catch {
        return expression.result == nil ? nil : "Swift throws: \(error)"
    }
    guard let result = expression.result else {
        return
            "Python raises \(expression.error ?? "or has no defined result"), Swift gives \(found[0].shape)"
    }
    if let what = result.value(in: blob).difference(from: found[0]) { return what }
    return expression.sum?.value(in: blob).difference(from: total[0]).map { "the sum: \($0)" }
}

extension Subscripts.Expression {
    fileprivate func evaluated(_ arrays: [MLXArray]) -> MLXArray {
        let source = arrays[source][.ellipsis]
        let index = index.map { $0.index(arrays) }
        guard let value = value.map({ arrays[$0] }) else { return source[index] }
        let at = source.at[index]
        switch update {
        case "add": return at.add(value)
        case "subtract": return at.subtract(value)
        case "multiply": return at.multiply(value)
        case "divide": return at.divide(value)
        case "maximum": return at.maximum(value)
        case "minimum": return at.minimum(value)
        default:
            source[index] = value
            return source
        }
    }

    fileprivate func text(_ arrays: [MLXArray]) -> String {
        let parts = index.map { "\($0.index(arrays).mlxArrayIndexOperation)" }
        let value = value.map { " \(update) \(arrays[$0].shape) \(arrays[$0].dtype)" } ?? ""
        let source = arrays[source]
        return "\(source.shape) \(source.dtype)[\(parts.joined(separator: ", "))]\(value)"
    }
}

extension Subscripts.Part {
    /// The part in the spelling that the compiler gives it.
    fileprivate func index(_ arrays: [MLXArray]) -> any MLXArrayIndex {
        if let integer { return integer }
        if let array { return arrays[array] }
        if ellipsis == true { return MLXEllipsisIndex.ellipsis }
        if newaxis == true { return MLXNewAxisIndex.newAxis }
        let slice = slice!
        switch (slice[0], slice[1], slice[2]) {
        case (nil, nil, nil): return 0...
        case (let start?, nil, nil): return start...
        case (nil, let end?, nil): return ..<end
        case (let start?, let end?, nil) where start <= end: return start..<end
        case (let start, let end, let step):
            return MLXSlice.stride(from: start, to: end, by: step)
        }
    }
}
