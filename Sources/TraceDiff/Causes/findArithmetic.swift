/// Finds a scale, a constant or a vector that makes the reference the candidate.
func findArithmetic(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> DifferenceCause? {
    guard reference.shape == candidate.shape, reference.count > 0 else { return nil }
    if let value = candidate.values.first, candidate.count > 1,
        candidate.values.allSatisfy({ $0 == value }),
        Set(reference.values).count > 1
    {
        return .constant(value)
    }
    // One element has a ratio and a difference to any other one.
    guard Set(reference.values).count > 1 else { return nil }
    return findScale(reference, candidate, closeness)
        ?? findOffset(reference, candidate, closeness)
}

private func findScale(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> DifferenceCause? {
    let finite = zip(reference.values, candidate.values).filter { $0.0.isFinite && $0.1.isFinite }
    guard finite.count == reference.values.filter(\.isFinite).count,
        let largest = finite.max(by: { abs($0.0) < abs($1.0) }), largest.0 != 0, largest.1 != 0
    else { return nil }
    let ratio = largest.1 / largest.0
    guard abs(ratio - 1) > 10 * closeness.relative else { return nil }
    let scale = 1e-2 * abs(largest.1)
    return finite.allSatisfy { closeness.same($0.0 * ratio, $0.1, scale: scale) }
        ? .scaled(by: ratio) : nil
}

private func findOffset(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> DifferenceCause? {
    let differences = zip(candidate.values, reference.values).map { $0 - $1 }
    guard differences.allSatisfy(\.isFinite), let first = differences.first else { return nil }
    // Sums are rounded at the size of what is added.
    let scale = max(reference.magnitude, candidate.magnitude)
    if abs(first) > 10 * closeness.relative * scale,
        differences.allSatisfy({ closeness.same($0, first, scale: scale) })
    {
        return .constantAdded(first)
    }
    guard let width = reference.shape.last, width > 1, reference.count > width else { return nil }
    let vector = differences.prefix(width)
    guard vector.contains(where: { abs($0) > 10 * closeness.relative * scale }) else { return nil }
    let isBias = differences.indices.allSatisfy {
        closeness.same(differences[$0], vector[$0 % width], scale: scale)
    }
    return isBias ? .biasAdded : nil
}

/// Finds a mask whose polarity is the other one: of truth values, of what is added to scores, or of
/// what is left of them.
func findInvertedMask(
    _ reference: DenseTensor, _ candidate: DenseTensor, dtype: String
) -> DifferenceCause? {
    guard reference.shape == candidate.shape else { return nil }
    // A masked score is minus infinity or the lowest number; a masked weight is zero.
    func isMasked(_ value: Double) -> Bool {
        value <= -1e4 || (value == 0 && dtype != "bool") || (value == 1 && dtype == "bool")
    }
    let pairs = zip(reference.values, candidate.values).filter { !$0.isNaN && !$1.isNaN }
    let masked = pairs.filter { isMasked($0.0) }.count
    guard masked > 0, masked < pairs.count,
        // Zeros are no mask unless there are many.
        masked * 8 >= pairs.count || masked * 8 <= pairs.count * 7,
        pairs.allSatisfy({ isMasked($0.0) != isMasked($0.1) })
    else { return nil }
    return .maskInverted
}
