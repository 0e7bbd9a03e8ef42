/// Finds out whether the candidate holds the reference's values at other places.
func findOrder(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> DifferenceCause? {
    guard reference.count == candidate.count, reference.count > 1 else { return nil }
    if let axes = transposition(reference, candidate, closeness) {
        return .transposed(axes: axes)
    }
    guard reference.shape == candidate.shape else { return nil }
    if let shift = findShift(reference, candidate, closeness) { return shift }
    if let groups = regrouping(reference, candidate, closeness) {
        return .regrouped(groups: groups)
    }
    let isReordered =
        Set(reference.values).count > 2
        && closeness.same(reference.values.sorted(), candidate.values.sorted())
    return isReordered ? .reordered : nil
}

/// The order of axes that makes the reference the candidate.
private func transposition(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> [Int]? {
    let rank = reference.shape.count
    guard (2...5).contains(rank), candidate.shape.count == rank else { return nil }
    let identity = Array(0..<rank)
    return permutations(identity).first { axes in
        axes != identity && axes.map { reference.shape[$0] } == candidate.shape
            && closeness.same(reference.transposed(axes), candidate)
    }
}

/// Finds positions of an axis that are the reference's next or last ones.
private func findShift(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> DifferenceCause? {
    for axis in reference.shape.indices where reference.shape[axis] > 2 {
        let extent = reference.shape[axis]
        for shift in [1, -1, 2, -2] where extent - abs(shift) > 1 {
            let own = max(0, -shift)..<(extent - max(0, shift))
            let theirs = (own.lowerBound + shift)..<(own.upperBound + shift)
            let expected = reference.sliced(axis, theirs)
            // What is the same everywhere along the axis is shifted by any distance.
            if closeness.same(expected, candidate.sliced(axis, own)),
                !closeness.same(expected, reference.sliced(axis, own))
            {
                return .shifted(axis: axis, by: shift)
            }
        }
    }
    return nil
}

/// The number of groups in the last axis that change places with the positions before it, or with the
/// elements of a group.
private func regrouping(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness
) -> Int? {
    let shape = reference.shape
    guard let last = shape.last, last > 1 else { return nil }
    let positions = shape.count > 1 ? shape[shape.count - 2] : 1
    let outer = shape.dropLast(2).reduce(1, *)
    for groups in 2...last where last % groups == 0 {
        let size = last / groups
        // Heads were not transposed back, or twice; then: elements of a group interleaved.
        let splits = [
            ([outer, positions, groups, size], [0, 2, 1, 3]),
            ([outer, groups, positions, size], [0, 2, 1, 3]),
            ([outer, positions, groups, size], [0, 1, 3, 2]),
        ]
        for (split, axes) in splits {
            let moved = reference.reshaped(split).transposed(axes).reshaped(shape)
            if closeness.same(moved, candidate) { return groups }
        }
    }
    return nil
}

/// All orders of a few elements, in lexicographic order.
private func permutations(_ elements: [Int]) -> [[Int]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
        var rest = elements
        let first = rest.remove(at: index)
        return permutations(rest).map { [first] + $0 }
    }
}
