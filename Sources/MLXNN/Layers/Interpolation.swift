import MLX

/// Repeats positions, or picks the nearest ones where a scale is no whole number.
func upsampledNearest(_ x: MLXArray, _ scales: [Double]) -> MLXArray {
    let shape = x.shape
    let sizes = Array(shape[1..<(shape.count - 1)])
    guard scales.allSatisfy({ $0 == $0.rounded() }) else {
        let indices = zip(sizes, scales).enumerated().map { axis, place in
            nearestPositions(place.0, scale: place.1).along(axis, of: sizes.count)
        }
        return gathered(x, at: indices)
    }
    let wholeScales = scales.map { Int($0) }
    let (batch, channels) = ([shape[0]], [shape[shape.count - 1]])
    let spread = x.reshaped(batch + sizes.flatMap { [$0, 1] } + channels)
    let repeated = broadcast(
        spread, to: batch + zip(sizes, wholeScales).flatMap { [$0, $1] } + channels)
    return repeated.reshaped(batch + zip(sizes, wholeScales).map { $0 * $1 } + channels)
}

/// Weighted sums over all combinations of the axes' positions.
func interpolated(_ x: MLXArray, _ scales: [Double], _ taps: InterpolationTaps) -> MLXArray {
    let shape = x.shape
    let sizes = shape[1..<(shape.count - 1)]
    let axes = zip(sizes, scales).enumerated().map { axis, place in
        taps.positions(place.0, scale: place.1).map { tap in
            InterpolationTap(
                index: tap.index.along(axis, of: sizes.count),
                weight: tap.weight.along(axis, of: sizes.count).expandedDimensions(axis: -1))
        }
    }
    return sum(
        combinations(axes).map { taps in
            let weight = taps.dropFirst().reduce(taps[0].weight) { $0 * $1.weight }
            return weight * gathered(x, at: taps.map(\.index))
        })
}

/// Weighted sums over one axis after the other.
func interpolatedAxisByAxis(
    _ x: MLXArray, _ scales: [Double], _ taps: InterpolationTaps
) -> MLXArray {
    let shape = x.shape
    var result = x
    for (axis, scale) in scales.enumerated() {
        result = sum(
            taps.positions(shape[axis + 1], scale: scale).map { tap in
                let weight = tap.weight.along(axis, of: scales.count).expandedDimensions(axis: -1)
                return take(result, tap.index, axis: axis + 1) * weight
            })
    }
    return result
}

/// The sum as Python's `sum` computes it, from 0 on: a sum of negative zeros is a positive one.
func sum(_ terms: [MLXArray]) -> MLXArray {
    guard let first = terms.first else { return MLXArray(0) }
    return terms.dropFirst().reduce(first + 0) { $0 + $1 }
}

/// `x[:, indices…]`.
private func gathered(_ x: MLXArray, at indices: [MLXArray]) -> MLXArray {
    let all: [MLXArrayIndex] = [0...]
    return x[all + indices]
}

/// One entry of each list, in all ways, the last list's entries changing fastest.
private func combinations<Element>(_ lists: [[Element]]) -> [[Element]] {
    lists.reduce([[]]) { heads, list in heads.flatMap { head in list.map { head + [$0] } } }
}

extension MLXArray {
    /// A list of positions as the axis `axis` of `count` axes.
    fileprivate func along(_ axis: Int, of count: Int) -> MLXArray {
        reshaped((0..<count).map { $0 == axis ? -1 : 1 })
    }
}
