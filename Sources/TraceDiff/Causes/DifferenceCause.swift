import Foundation

/// What is likely wrong where the values of a candidate differ from the reference's.
///
/// Each cause is a signature in the values of both sides, not a guess by name: a scaled tensor has one
/// ratio everywhere, a rotation keeps the norms of pairs.
public enum DifferenceCause: Sendable, Equatable {
    /// The axes are in another order: the candidate is the reference transposed so.
    case transposed(axes: [Int])
    /// The last axis was split into groups, or joined from them, in another order of axes.
    case regrouped(groups: Int)
    /// The same values in another order, or along another axis.
    case reordered
    /// The candidate's position `i` of an axis is the reference's `i + by`.
    case shifted(axis: Int, by: Int)
    /// All values have the same ratio to the reference's.
    case scaled(by: Double)
    /// A constant was added, or left out.
    case constantAdded(Double)
    /// A vector along the last axis was added, or left out.
    case biasAdded
    /// What the reference masks the candidate lets through, and the other way round.
    case maskInverted
    /// Vectors are rotated by as much, but in other pairs of elements.
    case rotaryForm
    /// Vectors are rotated as at another position: so many later.
    case positionOffset(by: Int)
    /// The same of decode steps alone, where the position is the cache's.
    case cacheOffset(by: Int)
    /// Vectors are rotated the other way.
    case rotaryDirection
    /// Vectors are rotated in the same pairs by other frequencies.
    case rotaryFrequencies
    /// An axis is longer or shorter, in a run with a cache.
    case cacheLength(axis: Int, by: Int)
    /// All values are zero, or another constant.
    case constant(Double)
    /// A parameter has the value of another one.
    case weightSwapped(name: String, with: String)
    /// A parameter does not have the checkpoint's value.
    case weightNotLoaded(name: String)
    /// A parameter has another shape or element type.
    case weightForm(name: String, found: String, expected: String)
    /// The candidate computes logits with another matrix: one side has an output head of its own, the
    /// other uses the embeddings.
    case headTying(path: String, referenceHasHead: Bool)
    /// The element type became another one here.
    case dtype(DtypeVerdict)
    /// The values differ by rounding alone.
    case rounding(relative: Double)
}

extension DifferenceCause: CustomStringConvertible {
    public var description: String {
        switch self {
        case .transposed(let axes): "transposed dimensions: the reference's in the order \(axes)"
        case .regrouped(let groups):
            "a missing or extra transpose between \(groups) groups of the last dimension and the "
                + "positions"
        case .reordered: "the same values in another order"
        case .shifted(let axis, let by):
            "off by \(abs(by)) along dimension \(axis): position i holds the reference's i "
                + (by < 0 ? "- \(-by)" : "+ \(by)")
        case .scaled(let ratio): "a scale: \(Self.named(ratio)) of the reference everywhere"
        case .constantAdded(let value):
            "the constant \(value.shortText) was added, or its opposite left out"
        case .biasAdded: "a vector along the last dimension (a bias) was added or left out"
        case .maskInverted: "the mask's polarity: what should be masked is not, and the reverse"
        case .rotaryForm:
            "another form of rotary embedding: halves (traditional: false) in place of neighbours "
                + "(traditional: true), or the reverse"
        case .positionOffset(let by): "rotated as \(Self.later(by)): the offset of the positions"
        case .cacheOffset(let by): "rotated as \(Self.later(by)): the offset of the cache"
        case .rotaryDirection: "rotated the other way"
        case .rotaryFrequencies:
            "rotated by other frequencies: base, scale or number of rotated dimensions"
        case .cacheLength(let axis, let by):
            "\(abs(by)) \(by < 0 ? "fewer" : "more") along dimension \(axis): the length or offset of "
                + "the cache, or a window"
        case .constant(let value): "\(value.shortText) everywhere: nothing was computed or loaded"
        case .weightSwapped(let name, let other): "the weight \(name) holds the values of \(other)"
        case .weightNotLoaded(let name):
            "the weight \(name) does not have the checkpoint's values"
        case .weightForm(let name, let found, let expected):
            "the weight \(name) is \(found), not \(expected)"
        case .headTying(let path, let referenceHasHead):
            referenceHasHead
                ? "the head: the reference has \(path) of its own, the candidate uses the embeddings"
                : "the head: the candidate has \(path) of its own, the reference uses the embeddings"
        case .dtype(let verdict): verdict.description
        case .rounding(let relative):
            "rounding alone (relative \(relative.shortText)): another order of operations, another "
                + "precision in between, a fused kernel, or a small constant such as an epsilon"
        }
    }

    private static func later(_ positions: Int) -> String {
        "\(abs(positions)) position\(abs(positions) == 1 ? "" : "s") "
            + (positions < 0 ? "earlier" : "later")
    }

    /// A ratio, with the root that it is.
    private static func named(_ ratio: Double) -> String {
        let magnitude = abs(ratio)
        let sign = ratio < 0 ? "-" : ""
        for (power, text) in [(2.0, "√"), (-2.0, "1/√")] {
            let base = pow(magnitude, power)
            if base > 1.5, base < 65_537, abs(base - base.rounded()) < 1e-3 * base,
                magnitude != magnitude.rounded()
            {
                return "\(ratio.shortText) = \(sign)\(text)\(Int(base.rounded()))"
            }
        }
        return ratio.shortText
    }
}
