extension Comparison {
    /// Looks up the values of a record; nil where they were not kept.
    public typealias ValueLookup = (TraceRecord) -> [Double]?

    /// The likely causes of an entry's difference, the most telling first.
    ///
    /// - Parameters:
    ///   - entry: one that differs.
    ///   - referenceValues: the values of the reference's records.
    ///   - candidateValues: those of the candidate's.
    ///   - reads: the names that the line of a record reads; nil if the source is not known.
    public func causes(
        of entry: Entry, referenceValues: ValueLookup = { _ in nil },
        candidateValues: ValueLookup = { _ in nil },
        reads: (TraceRecord) -> [String]? = { _ in nil }
    ) -> [DifferenceCause] {
        guard let reference = referenceRecord(entry), let candidate = candidateRecord(entry) else {
            return headTying(entry).map { [$0] } ?? []
        }
        if reference.kind == .weight {
            return [weightCause(reference, candidate)]
        }
        var causes: [DifferenceCause] = []
        if reference.dtype != candidate.dtype, let verdict = DtypeVerdict(self, reads: reads),
            verdict.path == reference.path, verdict.name == reference.name
        {
            causes.append(.dtype(verdict))
        }
        if let left = referenceValues(reference), let right = candidateValues(candidate),
            let expected = DenseTensor(shape: reference.shape, values: left),
            let found = DenseTensor(shape: candidate.shape, values: right)
        {
            causes += findCauses(
                reference: expected, candidate: found, dtype: candidate.dtype, run: reference.run)
        }
        if causes.isEmpty { causes += shapeCauses(reference, candidate) }
        return causes
    }

    /// What the shapes alone say.
    private func shapeCauses(
        _ reference: TraceRecord, _ candidate: TraceRecord
    ) -> [DifferenceCause] {
        let (left, right) = (reference.shape, candidate.shape)
        guard left != right, left.count == right.count else { return [] }
        let changed = left.indices.filter { left[$0] != right[$0] }
        if changed.count == 1, let axis = changed.first, reference.run != "full" {
            return [.cacheLength(axis: axis, by: right[axis] - left[axis])]
        }
        guard left.sorted() == right.sorted() else { return [] }
        // Each axis takes the first of its extent that is left.
        var open = Array(left.indices)
        let axes = right.compactMap { extent in
            open.firstIndex { left[$0] == extent }.map { open.remove(at: $0) }
        }
        return [.transposed(axes: axes)]
    }

    /// A parameter with other values: another parameter's, or none of the checkpoint's.
    private func weightCause(
        _ reference: TraceRecord, _ candidate: TraceRecord
    ) -> DifferenceCause {
        if reference.shape != candidate.shape {
            return .weightForm(
                name: reference.path, found: candidate.shapeText, expected: reference.shapeText)
        }
        if reference.dtype != candidate.dtype {
            return .weightForm(
                name: reference.path, found: candidate.dtype, expected: reference.dtype)
        }
        let other = self.reference.records.first {
            $0.kind == .weight && $0.path != reference.path && $0.hash == candidate.hash
        }
        return other.map { .weightSwapped(name: reference.path, with: $0.path) }
            ?? .weightNotLoaded(name: reference.path)
    }

    /// An output head that one side has and the other does not.
    private func headTying(_ entry: Entry) -> DifferenceCause? {
        let record = record(entry)
        let component = record.path.split(separator: ".").dropLast(record.kind == .weight ? 1 : 0)
        let names = ["lm_head", "output", "embed_out", "head", "lm_proj"]
        guard record.kind != .line, let last = component.last, names.contains(String(last))
        else { return nil }
        return .headTying(path: record.path, referenceHasHead: entry.pair.reference != nil)
    }
}

/// The likely causes of a difference between two tensors, the most telling first.
///
/// - Parameters:
///   - dtype: the element type, which says how much rounding is usual.
///   - run: the pass; what is off in decode steps alone has to do with the cache.
public func findCauses(
    reference: DenseTensor, candidate: DenseTensor, dtype: String, run: String = "prefill"
) -> [DifferenceCause] {
    let closeness = Closeness(dtype: dtype)
    if reference.shape == candidate.shape {
        let difference = ValueDifference(
            reference: reference.values, candidate: candidate.values, absolute: 0)
        guard difference.unequal > 0 else { return [] }
        // Small everywhere beside the values: nothing that a signature could be found in.
        if difference.relativeL2 < closeness.relative {
            return [.rounding(relative: difference.relativeL2)]
        }
    }
    let cause =
        findInvertedMask(reference, candidate, dtype: dtype)
        ?? findArithmetic(reference, candidate, closeness)
        ?? findOrder(reference, candidate, closeness)
        ?? findRotation(reference, candidate, closeness, run: run)
    return cause.map { [$0] } ?? []
}
