import MLX

/// One of the positions that each new position along an axis is made of.
struct InterpolationTap {
    /// The old positions, one for each new one, uint32.
    let index: MLXArray
    /// Their weights.
    let weight: MLXArray
}

/// Which old positions a new one is made of.
enum InterpolationTaps {
    case linear(alignCorners: Bool)
    case cubic(alignCorners: Bool)
    case antialiasedLinear
    case antialiasedCubic

    /// The taps along an axis of `size` positions.
    func positions(_ size: Int, scale: Double) -> [InterpolationTap] {
        switch self {
        case .linear(let alignCorners):
            linearTaps(size, places(size, scale: scale, alignCorners: alignCorners))
        case .cubic(let alignCorners):
            cubicTaps(size, places(size, scale: scale, alignCorners: alignCorners))
        case .antialiasedLinear:
            smoothTaps(size, scale: scale, radius: 1) { maximum(1.0 - $0, 0.0) }
        case .antialiasedCubic:
            smoothTaps(size, scale: scale, radius: 2, kernel: cubicKernel)
        }
    }
}

/// The old positions nearest to the new ones, uint32.
func nearestPositions(_ size: Int, scale: Double) -> MLXArray {
    let newSize = Int(scale * Double(size))
    let ratio = Double(size) / Double(newSize)
    var positions = arange(newSize, dtype: .float32)
    if newSize > size {
        positions = ((positions + 0.5) * ratio - 0.5).round()
    } else {
        positions = positions * ratio
    }
    return positions.asType(.uint32)
}

/// Where the new positions lie among the old ones, float32.
private func places(_ size: Int, scale: Double, alignCorners: Bool) -> MLXArray {
    let newSize = Int(scale * Double(size))
    let positions = arange(newSize, dtype: .float32)
    guard !alignCorners else {
        return positions * (Double(size - 1) / Double(max(newSize - 1, 1)))
    }
    let step = 1 / scale
    let start = (Double(newSize - 1) * step - Double(size) + 1) / 2
    return positions * step - start
}

private func linearTaps(_ size: Int, _ places: MLXArray) -> [InterpolationTap] {
    let places = clip(places, min: 0, max: size - 1)
    let left = floor(places)
    let right = ceil(places)
    let weight = places - left
    return [
        InterpolationTap(index: left.asType(.uint32), weight: 1 - weight),
        InterpolationTap(index: right.asType(.uint32), weight: weight),
    ]
}

private func cubicTaps(_ size: Int, _ places: MLXArray) -> [InterpolationTap] {
    let left = floor(places)
    let right = floor(places + 1)
    let (outerLeft, outerRight) = (left - 1, right + 1)
    func tap(_ positions: MLXArray, _ weight: MLXArray) -> InterpolationTap {
        InterpolationTap(
            index: clip(positions, min: 0, max: size - 1).asType(.uint32), weight: weight)
    }
    return [
        tap(left, innerCubicWeight(places, left)),
        tap(right, innerCubicWeight(places, right)),
        tap(outerLeft, outerCubicWeight(places, outerLeft)),
        tap(outerRight, outerCubicWeight(places, outerRight)),
    ]
}

/// Keys' kernel with a = -0.75 up to distance 1.
private let innerCubicWeight: @Sendable (MLXArray, MLXArray) -> MLXArray =
    compile(shapeless: true) { place, position in
        innerCubic(MLX.abs(place - position), a: -0.75)
    }

/// Keys' kernel with a = -0.75 from distance 1 to 2.
private let outerCubicWeight: @Sendable (MLXArray, MLXArray) -> MLXArray =
    compile(shapeless: true) { place, position in
        outerCubic(MLX.abs(place - position), a: -0.75)
    }

private func innerCubic(_ x: MLXArray, a: Double) -> MLXArray {
    (x * (a + 2.0) - (a + 3.0)) * x * x + 1
}

private func outerCubic(_ x: MLXArray, a: Double) -> MLXArray {
    (((x - 5) * x + 8) * x - 4) * a
}

/// Keys' kernel with a = -0.5, which antialiasing uses.
private func cubicKernel(_ x: MLXArray) -> MLXArray {
    which(x .<= 1.0, innerCubic(x, a: -0.5), which(x .<= 2.0, outerCubic(x, a: -0.5), 0.0))
}

/// Taps of a kernel that is widened where the axis gets shorter.
private func smoothTaps(
    _ size: Int, scale: Double, radius: Double, kernel: (MLXArray) -> MLXArray
) -> [InterpolationTap] {
    let places = places(size, scale: scale, alignCorners: false)
    let width = scale < 1 ? 1.0 / scale : 1.0
    let count = Int((radius * width).rounded(.up)) + 1
    let positions = ((-count + 1)..<count).map { floor(places) + $0 }
    let weights = positions.map { position in
        let weight = kernel(MLX.abs(places - position) / width)
        return which((position .>= 0) .&& (position .< size), weight, 0.0)
    }
    let total = sum(weights)
    let divisor = which(total .> 0, total, 1.0)
    return zip(positions, weights).map { position, weight in
        InterpolationTap(
            index: clip(position, min: 0, max: size - 1).asType(.uint32), weight: weight / divisor)
    }
}
