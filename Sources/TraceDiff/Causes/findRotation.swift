import Foundation

/// Finds out whether the candidate's vectors are the reference's rotated: as at other positions, by other
/// frequencies, or in other pairs of elements.
///
/// A rotary embedding turns pairs of elements, the first pair by one radian a position; in one form a
/// pair is `(i, i + d/2)`, in the other `(2i, 2i + 1)`. Rotations keep the norm of each pair.
///
/// - Parameter run: the pass; positions of decode steps come from the cache.
func findRotation(
    _ reference: DenseTensor, _ candidate: DenseTensor, _ closeness: Closeness, run: String
) -> DifferenceCause? {
    guard reference.shape == candidate.shape, reference.shape.count >= 2,
        let width = reference.shape.last, width >= 4, width % 2 == 0,
        reference.values.allSatisfy(\.isFinite), candidate.values.allSatisfy(\.isFinite)
    else { return nil }
    let pairs = Vectors(reference, candidate, width: width)
    guard pairs.keepNorms(closeness) else { return nil }
    let rotated = pairs.rotatedWidth
    for dimensions in [width, width / 2, width / 4, 3 * width / 4]
    where dimensions % 2 == 0 && dimensions >= max(4, rotated) {
        for form in [RotaryPairs.halves, .neighbours] {
            let turns = pairs.turns(form, dimensions: dimensions, closeness)
            guard let turns else { continue }
            return verdict(turns, run: run)
        }
    }
    // In neither form the same pairs: the reference's are the candidate's other ones. A few vectors
    // keep their norms by chance.
    return pairs.count >= 4 ? .rotaryForm : nil
}

/// How the elements of a vector are paired.
private enum RotaryPairs {
    case halves
    case neighbours

    func places(_ pair: Int, dimensions: Int) -> (Int, Int) {
        self == .halves ? (pair, pair + dimensions / 2) : (2 * pair, 2 * pair + 1)
    }
}

/// The angles between the pairs of both sides: a list for each vector, NaN where a pair is too small to
/// have one.
private typealias Turns = [[Double]]

private func verdict(_ turns: Turns, run: String) -> DifferenceCause {
    let all = turns.compactMap(\.first)
    let first = all.filter { !$0.isNaN }
    if let offset = first.first {
        let by = Int(offset.rounded())
        // The first pair turns by one radian a position, and there are six in a circle.
        if by != 0, abs(offset - Double(by)) < 0.02,
            first.allSatisfy({ abs(wrapped($0 - offset)) < 0.02 })
        {
            return run.hasPrefix("decode") ? .cacheOffset(by: by) : .positionOffset(by: by)
        }
    }
    // Turned the other way, position p is 2p away: 0, -2, -4, … radians, from head to head anew.
    let steps = zip(all, all.dropFirst()).map { wrapped($1 - $0) }.filter { !$0.isNaN }
    let backwards = steps.filter { abs(wrapped($0 + 2)) < 0.02 }.count
    return backwards * 2 > steps.count ? .rotaryDirection : .rotaryFrequencies
}

/// An angle between -π and π.
private func wrapped(_ angle: Double) -> Double {
    (angle / (2 * .pi)).rounded() * -2 * .pi + angle
}

/// The vectors along the last axis, on both sides.
private struct Vectors {
    let reference: [ArraySlice<Double>]
    let candidate: [ArraySlice<Double>]

    init(_ reference: DenseTensor, _ candidate: DenseTensor, width: Int) {
        func split(_ tensor: DenseTensor) -> [ArraySlice<Double>] {
            stride(from: 0, to: tensor.count, by: width).map { tensor.values[$0..<($0 + width)] }
        }
        self.reference = split(reference)
        self.candidate = split(candidate)
    }

    var count: Int { reference.count }

    /// Whether each vector is as long as its counterpart.
    func keepNorms(_ closeness: Closeness) -> Bool {
        func norm(_ vector: ArraySlice<Double>) -> Double {
            vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        return zip(reference, candidate).allSatisfy { closeness.same(norm($0), norm($1)) }
    }

    /// The place behind the last element that differs anywhere.
    var rotatedWidth: Int {
        zip(reference, candidate).reduce(0) { width, pair in
            let last = zip(pair.0, pair.1).enumerated().filter { $0.element.0 != $0.element.1 }
                .last?.offset
            return max(width, (last ?? -1) + 1)
        }
    }

    /// The angles by which the candidate's pairs are turned from the reference's; nil if the norm of a
    /// pair is another one.
    func turns(_ form: RotaryPairs, dimensions: Int, _ closeness: Closeness) -> Turns? {
        var turns: Turns = []
        for (left, right) in zip(reference, candidate) {
            let size = left.reduce(0) { max($0, abs($1)) }
            var angles: [Double] = []
            for pair in 0..<dimensions / 2 {
                let (i, j) = form.places(pair, dimensions: dimensions)
                let (a, b) = (left[left.startIndex + i], left[left.startIndex + j])
                let (c, d) = (right[right.startIndex + i], right[right.startIndex + j])
                let (before, after) = (hypot(a, b), hypot(c, d))
                guard closeness.same(before, after, scale: 0.1 * size) else { return nil }
                angles.append(
                    before < 0.05 * size ? .nan : wrapped(atan2(d, c) - atan2(b, a)))
            }
            turns.append(angles)
        }
        return turns
    }
}
