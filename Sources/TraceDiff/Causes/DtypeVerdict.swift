/// Where the element type of the candidate first became another one than the reference's.
public struct DtypeVerdict: Sendable, Equatable {
    /// The pass, the module and the line of the first such value.
    public var run: String
    public var path: String
    public var source: String
    public var name: String
    /// The reference's type and the candidate's.
    public var expected: String
    public var found: String
    /// What the line reads that already has the type that was found; nil if that is a literal, or an
    /// array that the line itself makes.
    public var operand: String?
    /// The bytes that the value takes more; negative if it takes fewer.
    public var extraBytes: Double
    /// The bytes that all recorded values of other types take more.
    public var totalExtraBytes: Double

    /// Looks for the first record whose type differs.
    ///
    /// - Parameters:
    ///   - comparison: both sides.
    ///   - reads: the names that the line of a record reads; nil if the source is not known.
    /// - Returns: nil if all types agree.
    public init?(_ comparison: Comparison, reads: (TraceRecord) -> [String]? = { _ in nil }) {
        let changed = comparison.entries.filter { entry in
            guard let left = comparison.referenceRecord(entry),
                let right = comparison.candidateRecord(entry)
            else { return false }
            return left.dtype != right.dtype && left.kind != .input
        }
        guard let first = changed.first, let reference = comparison.referenceRecord(first),
            let candidate = comparison.candidateRecord(first)
        else { return nil }
        run = reference.run
        path = reference.path
        source = reference.source
        name = reference.name
        expected = reference.dtype
        found = candidate.dtype
        extraBytes = Self.extraBytes(reference, candidate)
        totalExtraBytes = changed.reduce(0) { sum, entry in
            guard let left = comparison.referenceRecord(entry),
                let right = comparison.candidateRecord(entry)
            else { return sum }
            return sum + Self.extraBytes(left, right)
        }
        operand = Self.operand(of: first, in: comparison, names: reads(reference))
    }

    /// What was recorded before in the same module with the type that was found.
    private static func operand(
        of entry: Comparison.Entry, in comparison: Comparison, names: [String]?
    ) -> String? {
        guard let last = entry.pair.candidate else { return nil }
        let result = comparison.candidate.records[last]
        for other in comparison.candidate.records[..<last].reversed()
        where other.run == result.run && other.dtype == result.dtype {
            switch other.kind {
            case .line where other.path == result.path && other.name != "return":
                if names?.contains(other.baseName) ?? true { return other.baseName }
            case .weight, .input, .line, .module: continue
            }
        }
        return nil
    }

    // A damaged trace may name any shape: the product of floats does not overflow.
    private static func extraBytes(_ reference: TraceRecord, _ candidate: TraceRecord) -> Double {
        let (left, right) = (reference.elementType, candidate.elementType)
        guard let left, let right else { return 0 }
        return Double(candidate.elementCount) * Double(right.size - left.size)
    }
}

extension DtypeVerdict: CustomStringConvertible {
    public var description: String {
        let verb = extraBytes > 0 ? "first promoted here" : "first of another type here"
        let cause = operand.map { "by \($0)" } ?? "by a literal or an array made here"
        let cost =
            extraBytes > 0
            ? ", at a cost of \(Int(exactly: extraBytes) ?? .max) bytes "
                + "(\(Int(exactly: totalExtraBytes) ?? .max) in all that was recorded)" : ""
        return "\(found) in place of \(expected): \(verb), \(cause)\(cost)"
    }
}
