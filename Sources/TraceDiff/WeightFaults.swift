/// How the parameters of a candidate differ from the reference's, by name, shape, element type and
/// values.
public struct WeightFaults: Sendable, Equatable {
    /// Parameters of the reference that the candidate has no tensor for.
    public var missing: [String] = []
    /// Tensors of the candidate that are no parameters of the reference.
    public var unexpected: [String] = []
    /// Parameters of another shape.
    public var misshapen: [String] = []
    /// Parameters of another element type.
    public var mistyped: [String] = []
    /// Parameters with other values: another one's name, or nil.
    public var wrong: [String: String?] = [:]
    /// Tensors of the checkpoint that no parameter holds.
    public var dropped: [String] = []
    /// Parameters that two tensors of the checkpoint become: the name, and the one that was lost.
    public var collisions: [String: String] = [:]

    /// Whether there is none; what a family drops on purpose is no fault.
    public var isEmpty: Bool {
        missing.isEmpty && unexpected.isEmpty && misshapen.isEmpty && mistyped.isEmpty
            && wrong.isEmpty && collisions.isEmpty
    }

    /// Compares parameters.
    ///
    /// - Parameters:
    ///   - reference: the reference's records of parameters.
    ///   - candidate: the candidate's, perhaps with those of the checkpoint's tensors
    ///     (``TraceRecord/checkpointRun``), by which dropped ones are found.
    public init(reference: [TraceRecord], candidate: [TraceRecord]) {
        let expected = reference.filter { $0.kind == .weight && $0.run == TraceRecord.weightsRun }
        let found = candidate.filter { $0.kind == .weight && $0.run == TraceRecord.weightsRun }
        let byName = Dictionary(
            found.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Set(expected.map(\.path))
        let byHash = Dictionary(
            expected.map { ($0.hash, $0.path) }, uniquingKeysWith: { first, _ in first })
        for weight in expected {
            guard let other = byName[weight.path] else {
                missing.append(weight.path)
                continue
            }
            if other.shape != weight.shape {
                misshapen.append("\(weight.path): \(other.shape), not \(weight.shape)")
            } else if other.dtype != weight.dtype {
                mistyped.append("\(weight.path): \(other.dtype), not \(weight.dtype)")
            } else if other.hash != weight.hash {
                wrong[weight.path] = .some(byHash[other.hash])
            }
        }
        unexpected = found.map(\.path).filter { !names.contains($0) }
        compareModel(expected, candidate.filter { $0.run == TraceRecord.parametersRun })

        let hashes = Set(found.map(\.hash))
        let stored = candidate.filter { $0.run == TraceRecord.checkpointRun }
        for tensor in stored where !hashes.contains(tensor.hash) {
            // Its name is taken by a tensor that was called otherwise.
            if let taker = byName[tensor.path], taker.hash != tensor.hash,
                stored.contains(where: { $0.path != tensor.path && $0.hash == taker.hash })
            {
                collisions[tensor.path] =
                    stored.first { $0.path != tensor.path && $0.hash == taker.hash }?.path
            } else if byName[tensor.path] == nil {
                dropped.append(tensor.path)
            }
        }
    }

    /// Compares what the candidate's model asks for, which may be wrong though the tensors are right.
    private mutating func compareModel(_ expected: [TraceRecord], _ model: [TraceRecord]) {
        guard !model.isEmpty else { return }
        let shapes = Dictionary(
            model.map { ($0.path, $0.shape) }, uniquingKeysWith: { first, _ in first })
        for weight in expected {
            guard let shape = shapes[weight.path] else {
                missing.append("\(weight.path): the model has no such parameter")
                continue
            }
            if shape != weight.shape {
                misshapen.append("\(weight.path): the model asks for \(shape), not \(weight.shape)")
            }
        }
        let names = Set(expected.map(\.path))
        unexpected += model.map(\.path).filter { !names.contains($0) }.map {
            "\($0): a parameter of the candidate's model alone"
        }
    }

    /// One line for each fault, and for what was dropped.
    public var lines: [String] {
        missing.map { "missing: \($0)" } + unexpected.map { "unexpected: \($0)" }
            + misshapen.map { "of another shape: \($0)" }
            + mistyped.map { "of another type: \($0)" }
            + wrong.sorted { $0.key < $1.key }.map { name, other in
                other.map { "wrong: \(name) holds the values of \($0)" }
                    ?? "wrong: \(name) does not have the checkpoint's values"
            }
            + collisions.sorted { $0.key < $1.key }.map { name, other in
                "collision: \(name) and \(other) both become \(name)"
            }
            + dropped.map { "not found in any parameter (dropped, merged or computed with): \($0)" }
    }
}
