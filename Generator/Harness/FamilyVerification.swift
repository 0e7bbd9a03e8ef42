import TraceDiff

/// What a verification of a family found.
public struct FamilyVerification: Sendable {
    /// The family.
    public var family: String
    /// Its runs.
    public var variants: [VariantVerification]

    /// Whether every call that was compared and all logits are equal to the last bit, in every run.
    public var isIdentical: Bool { !variants.isEmpty && variants.allSatisfy(\.isIdentical) }

    /// Whether every run passes; see ``VariantVerification/passes``.
    public var passes: Bool { !variants.isEmpty && variants.allSatisfy(\.passes) }

    /// Whether no difference of any run exceeds the tolerances.
    public var isWithinTolerance: Bool {
        !variants.isEmpty && variants.allSatisfy(\.isWithinTolerance)
    }

    /// The counts of all runs together.
    public var counts: Comparison.Counts {
        variants.reduce(into: Comparison.Counts()) { $0 += $1.counts }
    }

    /// The first run that is not identical.
    public var firstFailure: VariantVerification? { variants.first { !$0.isIdentical } }
}

/// What a verification found in one run: an element type and a batch size.
public struct VariantVerification: Sendable {
    /// The run and its files.
    public var files: RecordedVariant
    /// The candidate's trace.
    public var candidateTrace: String
    /// The traces compared, inputs included.
    public var comparison: Comparison
    /// The logits compared.
    public var logits: [TensorVerification]
    /// What lines of the Python gave that have no Swift line.
    public var uncomparedLines: [TraceRecord] = []
    /// The likely causes of the first difference.
    public var causes: [DifferenceCause] = []
    /// What is wrong with the weights; nil if nothing is.
    public var weightFaults: WeightFaults?
    /// The files of all values on both sides, if the run was done again to explain it.
    public var values: (reference: String, candidate: String)?
    /// The architecture that the reference was recorded on, where it is not this machine's: bits may
    /// differ, and what is within the tolerances passes.
    public var otherMachine: String?

    /// Whether every call that was compared and all logits are equal to the last bit.
    public var isIdentical: Bool {
        comparison.isIdentical && counts.compared > 0 && logits.allSatisfy(\.isIdentical)
    }

    /// Whether the run passes: identical, or within the tolerances where it was recorded on another
    /// architecture.
    public var passes: Bool { otherMachine == nil ? isIdentical : isWithinTolerance }

    /// Whether no difference exceeds the tolerances; the logits are the last calls' outputs.
    public var isWithinTolerance: Bool {
        comparison.isWithinTolerance && counts.compared > 0
            && logits.allSatisfy { $0.isIdentical || $0.hasOtherBitsAlone }
    }

    /// The counts of module calls and lines; parameters, and the inputs, which are given, are not
    /// counted.
    public var counts: Comparison.Counts {
        comparison.counts { $0.kind == .module || $0.kind == .line }
    }

    /// The counts of the model's parameters, which are compared before anything runs.
    public var weights: Comparison.Counts { comparison.counts { $0.kind == .weight } }

    /// The counts of each pass.
    public var countsByRun: [(run: String, counts: Comparison.Counts)] {
        comparison.countsByRun { $0.kind == .module || $0.kind == .line }
    }

    /// The first difference with path, source line, shapes, element types and numbers.
    public var firstDifference: JSONReport.Difference? {
        comparison.firstDifference.map { JSONReport.Difference($0, in: comparison) }
    }

    /// The line at fault: the first one whose value differs while what it was given agrees.
    public var firstDifferentLine: TraceRecord? { comparison.culpritLine() }

    /// The module whose code calls that of the first difference, and may be at fault.
    public var callerOfFirstDifference: JSONReport.Caller? {
        comparison.firstDifference.flatMap { comparison.enclosingRecord(of: $0) }
            .map(JSONReport.Caller.init)
    }
}

/// One output tensor on both sides.
public struct TensorVerification: Sendable, Equatable, Codable {
    /// The tensor's name.
    public var name: String
    /// Whether shape, element type and bytes are equal.
    public var isIdentical: Bool
    /// What differs, in words; nil if nothing does.
    public var problem: String?
    /// Whether shape and element type are equal and the bytes are not.
    public var hasOtherBitsAlone = false
    /// The differences of the elements, where shapes and types agree and bytes do not.
    public var difference: ValueDifference?
}

extension TensorVerification {
    /// Compares a tensor of the reference's file with the one of that name in the candidate's.
    init(_ name: String, reference: TensorFile, candidate: TensorFile) {
        self.name = name
        isIdentical = false
        guard let left = reference.tensors[name] else {
            problem = "the reference has no such tensor"
            return
        }
        guard let right = candidate.tensors[name] else {
            problem = "missing"
            return
        }
        guard left.shape == right.shape else {
            problem = "shape \(right.shape), not \(left.shape)"
            return
        }
        guard left.type == right.type else {
            problem = "\(right.type.rawValue), not \(left.type.rawValue)"
            return
        }
        let equal = reference.withBytes(of: name) { bytes, _ in
            candidate.withBytes(of: name) { other, _ in bytes.elementsEqual(other) }
        }
        if equal == true {
            isIdentical = true
            return
        }
        hasOtherBitsAlone = true
        difference = reference.difference(name, from: candidate, absolute: 0)
        problem =
            difference.map {
                "\($0.unequal) of \($0.elements) elements differ, by \($0.maxAbsolute) at most"
            }
            ?? "the bytes differ"
    }

    /// Compares what a recorded trace says of a tensor with the one of that name in the candidate's file.
    init(_ name: String, recorded: ReferenceRun.Output, candidate: TensorFile) {
        self.name = name
        isIdentical = false
        guard let tensor = candidate.tensors[name] else {
            problem = "missing"
            return
        }
        guard tensor.shape == recorded.shape else {
            problem = "shape \(tensor.shape), not \(recorded.shape)"
            return
        }
        guard tensor.type.rawValue == recorded.dtype else {
            problem = "\(tensor.type.rawValue), not \(recorded.dtype)"
            return
        }
        let hash = candidate.withBytes(of: name) { bytes, _ in TraceHash(bytes: sha256(bytes)) }
        isIdentical = hash == recorded.hash
        hasOtherBitsAlone = !isIdentical
        problem = isIdentical ? nil : "the bytes differ"
    }
}
