import Foundation
import Harness
import Instrumentation
import TraceDiff

extension ReportDetails {
    /// What a page shows of a verified run.
    ///
    /// - Throws: `TraceError` if a file of values cannot be read.
    init(_ variant: VariantVerification, _ lines: PackageLines?) throws {
        self.init()
        causes = variant.causes
        if let values = variant.values {
            try readValues(values.reference, values.candidate)
        }
        sources = lines?.sourcePairs ?? []
    }

    /// What a page shows of two traces, with the values beside them if both have some.
    ///
    /// - Throws: `TraceError` if a file of values cannot be read.
    init(_ comparison: Comparison, reference: String, candidate: String) throws {
        self.init()
        let areThere = [reference, candidate].allSatisfy {
            FileManager.default.fileExists(atPath: $0)
        }
        if areThere { try readValues(reference, candidate) }
        guard let first = comparison.firstDifference else { return }
        causes = comparison.causes(
            of: first, referenceValues: referenceValues, candidateValues: candidateValues)
    }

    private mutating func readValues(_ reference: String, _ candidate: String) throws {
        referenceValues = try TensorFile(contentsOf: reference).values(of:)
        candidateValues = try TensorFile(contentsOf: candidate).values(of:)
    }
}

extension PackageLines {
    /// The files of both sides whose lines stand for each other, those with most lines first.
    var sourcePairs: [SourcePair] {
        struct Files: Hashable {
            let python: String
            let swift: String
        }
        var lines: [Files: [(reference: Int, candidate: Int)]] = [:]
        for (python, place) in map.swift {
            guard let left = SourcePlace(python.place), let right = SourcePlace(place) else {
                continue
            }
            lines[Files(python: left.file, swift: right.file), default: []].append(
                (left.line, right.line))
        }
        return lines.sorted { ($1.value.count, $0.key.python) < ($0.value.count, $1.key.python) }
            .compactMap { files, lines in
                guard let python = sources[files.python], let swift = sources[files.swift] else {
                    return nil
                }
                return SourcePair(
                    reference: SourcePair.File(name: files.python, text: python),
                    candidate: SourcePair.File(name: files.swift, text: swift), lines: lines)
            }
    }
}
