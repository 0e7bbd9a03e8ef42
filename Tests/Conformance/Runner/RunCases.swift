import Foundation
import MLX

/// A call of which Swift made something else than Python.
struct Difference: Encodable {
    let name: String
    let shapeClass: String
    let dtypes: String
    /// What differs, in words.
    let what: String
}

/// How many calls were made, how many of them fail in Python, and which differ.
struct Report: Encodable {
    var cases = 0
    var calls = 0
    var failing = 0
    var differences: [Difference] = []
}

/// Calls every case as the Python side did and compares bit for bit.
func runCases(in folder: URL) throws -> Report {
    let blob = try Data(contentsOf: folder.appending(path: "work.bin"), options: .mappedIfSafe)
    let work = try JSONDecoder().decode(
        Work.self, from: Data(contentsOf: folder.appending(path: "work.json")))
    let arrays = work.arrays.map { $0.array(in: blob) }
    var report = Report()
    for item in work.cases {
        report.cases += 1
        // The last line tells which case a crash is of.
        FileHandle.standardError.write(Data("\(item.file).\(item.name)\n".utf8))
        for run in item.runs {
            report.calls += 1
            if run.results == nil { report.failing += 1 }
            let arguments = Arguments(arguments: run.arguments, arrays: arrays)
            guard let what = difference(item, run, arguments, blob) else { continue }
            report.differences.append(
                Difference(
                    name: "\(item.file).\(item.name)", shapeClass: run.class, dtypes: run.dtypes,
                    what: what))
        }
    }
    return report
}

/// What differs, `nil` if nothing does.
private func difference(
    _ item: Work.Case, _ run: Work.Run, _ arguments: Arguments, _ blob: Data
) -> String? {
    let found: [Value]
    do {
        MLXRandom.seed(7)
        found = try withError {
            guard let values = try call(item.file, item.name, arguments) else {
                throw UnknownCase()
            }
            return values
        }
    } catch is UnknownCase {
        return "Tests/Conformance/Swift has no such case; see CONTRIBUTING.md, 'Expected results'"
    } catch {
        return run.results == nil ? nil : "Swift throws: \(error)"
    }
    guard let results = run.results else { return "Python raises \(run.error ?? "")" }
    let expected = results.map { $0.value(in: blob) }
    guard expected.count == found.count else {
        return "Python gives \(expected.count) values, Swift \(found.count)"
    }
    return zip(expected, found).enumerated().lazy.compactMap { place, pair in
        pair.0.difference(from: pair.1).map { "value \(place): \($0)" }
    }.first
}

private struct UnknownCase: Error {}

extension Value {
    /// What differs from Swift's value, `nil` if nothing does.
    func difference(from swift: Value) -> String? {
        guard kind == swift.kind else { return "Python gives \(kind), Swift \(swift.kind)" }
        guard shape == swift.shape else { return "Python gives \(shape), Swift \(swift.shape)" }
        guard bytes != swift.bytes else { return nil }
        guard bytes.count == swift.bytes.count else {
            return "Python gives \(bytes.count) bytes, Swift \(swift.bytes.count)"
        }
        let first = zip(bytes, swift.bytes).enumerated().first { $1.0 != $1.1 }!.offset
        let size = max(1, bytes.count / max(1, shape.reduce(1, *)))
        let start = first / size * size
        func shown(_ data: Data) -> String {
            data.dropFirst(start).prefix(size).map { String($0, radix: 16) }.joined(separator: " ")
        }
        return
            "element \(first / size): Python has bytes \(shown(bytes)), Swift \(shown(swift.bytes))"
    }
}
