import Foundation

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
    /// - Parameters:
    ///   - absolute: the absolute tolerance that is granted before the relative one.
    ///   - digits: the significant digits that the reference's statistics are rounded to; nil if
    ///     they are exact.
    public init(
        reference: TraceRecord, candidate: TraceRecord, absolute: Double, digits: Int? = nil
    ) {
        let count = Double(reference.elementCount)
        let root = count.squareRoot()
        let magnitude = Swift.max(abs(reference.min), abs(reference.max))
        let rounding = digits.map { 0.5 * pow(10, Double(1 - $0)) } ?? 0

        // |Σa - Σb| <= n·atol + rtol·Σ|b| and Σ|b| <= √n·‖b‖; |‖a‖ - ‖b‖| <= √n·atol + rtol·‖b‖.
        func bound(_ field: (TraceRecord) -> Double, granted: Double, unit: Double) -> Bound {
            let expected = field(reference)
            return Bound(
                expected, field(candidate), granted: granted + rounding * abs(expected), unit: unit)
        }
        let bounds = [
            bound(\.sum, granted: count * absolute, unit: root * reference.l2),
            bound(\.l2, granted: root * absolute, unit: reference.l2),
            bound(\.min, granted: absolute, unit: magnitude),
            bound(\.max, granted: absolute, unit: magnitude),
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
