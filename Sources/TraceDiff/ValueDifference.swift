import Foundation

/// The difference of two tensors of one shape and type, from all their elements.
public struct ValueDifference: Sendable, Equatable, Codable {
    /// The number of elements.
    public var elements = 0
    /// How many are not equal; two NaNs count as equal.
    public var unequal = 0
    /// The place of the first unequal element in C order.
    public var firstUnequal: Int?
    /// The largest absolute difference; infinite if one side only is NaN or infinite.
    public var maxAbsolute = 0.0
    /// The largest difference relative to the reference's element.
    public var maxRelative = 0.0
    /// The cosine of the angle between the two; 1 if both are zero.
    public var cosine = 1.0
    /// The smallest relative tolerance, beside the absolute one, that would have passed.
    public var smallestRelative = 0.0

    /// Compares element by element.
    ///
    /// - Parameters:
    ///   - reference: little-endian elements in C order.
    ///   - candidate: as many elements of the same type.
    ///   - type: the element type of both.
    ///   - absolute: the absolute tolerance that is granted before the relative one.
    public init(
        reference: UnsafeRawBufferPointer, candidate: UnsafeRawBufferPointer, type: ElementType,
        absolute: Double
    ) {
        var left: [Double] = []
        left.reserveCapacity(reference.count / type.size)
        type.forEachValue(in: reference) { left.append($0) }

        var (dot, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
        var index = 0
        type.forEachValue(in: candidate) { right in
            defer { index += 1 }
            guard index < left.count else { return }
            let expected = left[index]
            dot += expected * right
            leftSquares += expected * expected
            rightSquares += right * right
            if expected == right || (expected.isNaN && right.isNaN) { return }
            unequal += 1
            if firstUnequal == nil { firstUnequal = index }
            let distance = abs(right - expected)
            guard distance.isFinite else {
                maxAbsolute = .infinity
                maxRelative = .infinity
                smallestRelative = .infinity
                return
            }
            let magnitude = abs(expected)
            maxAbsolute = max(maxAbsolute, distance)
            maxRelative = max(maxRelative, magnitude > 0 ? distance / magnitude : .infinity)
            let excess = distance - absolute
            if excess > 0 {
                smallestRelative = max(
                    smallestRelative, magnitude > 0 ? excess / magnitude : .infinity)
            }
        }
        elements = left.count
        let product = (leftSquares * rightSquares).squareRoot()
        cosine = product > 0 ? dot / product : leftSquares == rightSquares ? 1 : 0
    }
}
