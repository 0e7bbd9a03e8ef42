import Foundation

/// How far an element may be from the reference: `|candidate - reference| <= absolute + relative *
/// |reference|`.
///
/// Both sides run the same engine, so equal bits are the rule. Tolerances are for runs on another
/// architecture, and for saying how large a difference is.
public struct Tolerance: Sendable, Equatable, Codable {
    /// The part that grows with the reference's magnitude.
    public var relative: Double
    /// The part that does not.
    public var absolute: Double

    /// Creates a tolerance from its two parts.
    public init(relative: Double, absolute: Double) {
        self.relative = relative
        self.absolute = absolute
    }
}

/// The tolerance of each element type.
public struct TolerancePolicy: Sendable, Equatable {
    /// Replaces every default's relative part.
    public var relative: Double?
    /// Replaces every default's absolute part.
    public var absolute: Double?

    /// The defaults, or other values for all element types but integers and booleans.
    public init(relative: Double? = nil, absolute: Double? = nil) {
        self.relative = relative
        self.absolute = absolute
    }

    /// The defaults: about a hundred roundings of the type. Integers and booleans are exact.
    public static let defaults: [String: Tolerance] = [
        "float64": Tolerance(relative: 1e-13, absolute: 1e-15),
        "float32": Tolerance(relative: 1e-5, absolute: 1e-6),
        "complex64": Tolerance(relative: 1e-5, absolute: 1e-6),
        "float16": Tolerance(relative: 2e-2, absolute: 1e-3),
        "bfloat16": Tolerance(relative: 1e-1, absolute: 1e-2),
    ]

    /// The tolerance for one element type, as MLX names it.
    public func tolerance(for dtype: String) -> Tolerance {
        guard let standard = Self.defaults[dtype] else {
            return Tolerance(relative: 0, absolute: 0)
        }
        return Tolerance(
            relative: relative ?? standard.relative, absolute: absolute ?? standard.absolute)
    }
}

/// What the statistics of two tensors of one shape say about their difference.
///
/// If every element is within a tolerance, each statistic is within a bound that follows from it.
/// So statistics can refute; that they agree proves nothing (a permutation has the same ones).
public struct StatisticsDifference: Sendable, Equatable, Codable {
    /// Absolute difference of the sums.
    public var sum: Double
    /// Absolute difference of the norms.
    public var l2: Double
    /// Absolute difference of the smallest elements.
    public var min: Double
    /// Absolute difference of the largest elements.
    public var max: Double
    /// The smallest relative tolerance, beside the absolute one, that the statistics would have
    /// passed with; infinite if none would.
    public var smallestRelative: Double

    /// Compares two records of the same shape.
    ///
    /// - Parameter absolute: the absolute tolerance that is granted before the relative one.
    public init(reference: TraceRecord, candidate: TraceRecord, absolute: Double) {
        let count = Double(reference.elementCount)
        let root = count.squareRoot()
        let magnitude = Swift.max(abs(reference.min), abs(reference.max))

        // |Σa - Σb| <= n·atol + rtol·Σ|b| and Σ|b| <= √n·‖b‖; |‖a‖ - ‖b‖| <= √n·atol + rtol·‖b‖.
        let bounds = [
            Bound(
                reference.sum, candidate.sum, granted: count * absolute, unit: root * reference.l2),
            Bound(reference.l2, candidate.l2, granted: root * absolute, unit: reference.l2),
            Bound(reference.min, candidate.min, granted: absolute, unit: magnitude),
            Bound(reference.max, candidate.max, granted: absolute, unit: magnitude),
        ]
        sum = bounds[0].distance
        l2 = bounds[1].distance
        min = bounds[2].distance
        max = bounds[3].distance
        smallestRelative = bounds.map(\.smallestRelative).max() ?? 0
    }

    /// Whether the statistics allow the relative tolerance.
    public func allows(relative: Double) -> Bool { smallestRelative <= relative }

    /// One statistic on both sides.
    private struct Bound {
        let distance: Double
        let smallestRelative: Double

        init(_ reference: Double, _ candidate: Double, granted: Double, unit: Double) {
            if reference == candidate || (reference.isNaN && candidate.isNaN) {
                distance = 0
                smallestRelative = 0
                return
            }
            let distance = abs(candidate - reference)
            // A NaN or an infinity on one side only is beyond every tolerance.
            guard reference.isFinite, candidate.isFinite else {
                self.distance = distance.isNaN ? .nan : .infinity
                smallestRelative = .infinity
                return
            }
            self.distance = distance
            let excess = distance - granted
            smallestRelative = excess <= 0 ? 0 : unit > 0 ? excess / unit : .infinity
        }
    }
}
