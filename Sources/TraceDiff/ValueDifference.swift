import Foundation

/// The difference of two tensors with equally many elements, from all of them.
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
    /// The norm of the difference relative to the reference's norm.
    public var relativeL2 = 0.0
    /// The most representable numbers that lie between two elements; nil unless both sides have the
    /// same floating-point type.
    public var maxULP: UInt64?
    /// The cosine of the angle between the two; 1 if both are zero.
    public var cosine = 1.0
    /// The smallest relative tolerance, beside the absolute one, that would have passed.
    public var smallestRelative = 0.0

    /// Compares element by element.
    ///
    /// - Parameters:
    ///   - reference: little-endian elements in C order.
    ///   - candidate: as many elements, perhaps of another type.
    ///   - type: the element type of the reference.
    ///   - candidateType: that of the candidate; nil is the same.
    ///   - absolute: the absolute tolerance that is granted before the relative one.
    public init(
        reference: UnsafeRawBufferPointer, candidate: UnsafeRawBufferPointer, type: ElementType,
        candidateType: ElementType? = nil, absolute: Double
    ) {
        let candidateType = candidateType ?? type
        self.init(
            reference: type.values(in: reference), candidate: candidateType.values(in: candidate),
            absolute: absolute)
        guard type == candidateType, type.isFloatingPoint else { return }
        maxULP = Self.maxULP(reference, candidate, type)
    }

    /// Compares values; ULP distances are not known of them.
    init(reference: [Double], candidate: [Double], absolute: Double) {
        var (dot, leftSquares, rightSquares, squares) = (0.0, 0.0, 0.0, 0.0)
        for (index, (expected, right)) in zip(reference, candidate).enumerated() {
            dot += expected * right
            leftSquares += expected * expected
            rightSquares += right * right
            if expected == right || (expected.isNaN && right.isNaN) { continue }
            unequal += 1
            if firstUnequal == nil { firstUnequal = index }
            let distance = abs(right - expected)
            squares += distance * distance
            guard distance.isFinite else {
                maxAbsolute = .infinity
                maxRelative = .infinity
                smallestRelative = .infinity
                continue
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
        elements = reference.count
        let product = (leftSquares * rightSquares).squareRoot()
        cosine = product > 0 ? dot / product : leftSquares == rightSquares ? 1 : 0
        relativeL2 = unequal == 0 ? 0 : (squares / leftSquares).squareRoot()
    }

    /// The largest distance of two elements in representable numbers, those that are NaN on both
    /// sides left out.
    private static func maxULP(
        _ reference: UnsafeRawBufferPointer, _ candidate: UnsafeRawBufferPointer,
        _ type: ElementType
    ) -> UInt64 {
        var places: [Int64] = []
        places.reserveCapacity(reference.count / type.size)
        type.forEachPlace(in: reference) { places.append($0) }
        var (largest, index) = (UInt64(0), 0)
        type.forEachPlace(in: candidate) { place in
            if index < places.count {
                // Two NaNs may have other bits.
                let isNaN = type.isNaN(place: place) && type.isNaN(place: places[index])
                let distance = place.subtractingReportingOverflow(places[index])
                if !isNaN {
                    largest = max(
                        largest, distance.overflow ? .max : distance.partialValue.magnitude)
                }
            }
            index += 1
        }
        return largest
    }
}

extension ElementType {
    /// Whether elements are floating-point numbers, complex ones aside.
    public var isFloatingPoint: Bool {
        [.float16, .bfloat16, .float32, .float64].contains(self)
    }

    /// All elements as float64.
    func values(in bytes: UnsafeRawBufferPointer) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(bytes.count / size)
        forEachValue(in: bytes) { values.append($0) }
        return values
    }

    /// Calls `body` with the place of each element in the order of all representable numbers: both
    /// zeros have place 0.
    func forEachPlace(in bytes: UnsafeRawBufferPointer, _ body: (Int64) -> Void) {
        let sign = UInt64(1) << UInt64(8 * size - 1)
        forEachPattern(in: bytes) { bits in
            let magnitude = Int64(bits & ~sign)
            body(bits & sign == 0 ? magnitude : -magnitude)
        }
    }

    /// Whether the number at a place of ``forEachPlace(in:_:)`` is NaN.
    fileprivate func isNaN(place: Int64) -> Bool {
        let infinity: UInt64 =
            switch self {
            case .float16: 0x7C00
            case .bfloat16: 0x7F80
            case .float32: 0x7F80_0000
            default: 0x7FF0_0000_0000_0000
            }
        return place.magnitude > infinity
    }
}
