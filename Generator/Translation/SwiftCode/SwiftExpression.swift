/// A Swift expression as text, with what is needed to put it into a larger one.
public struct SwiftExpression: Hashable, Sendable {
    public let text: String
    public let precedence: Precedence
    /// Whether `try` has to stand before the statement that evaluates it.
    public let isThrowing: Bool

    public init(_ text: String, _ precedence: Precedence = .primary, isThrowing: Bool = false) {
        self.text = text
        self.precedence = precedence
        self.isThrowing = isThrowing
    }

    /// Swift's precedence groups, loosest first.
    public enum Precedence: Int, Comparable, Hashable, Sendable {
        case ternary, disjunction, conjunction, comparison, nilCoalescing, cast, range, addition
        case multiplication, shift, prefix, primary

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The text as an operand, in parentheses if it binds less tightly than required.
    public func operand(_ required: Precedence) -> String {
        precedence < required ? "(\(text))" : text
    }

    /// The text as what a member access or call follows.
    public var receiver: String { operand(.primary) }

    /// The expression as a whole statement or initial value.
    public var evaluated: String { isThrowing ? "try \(text)" : text }

    func infix(_ symbol: String, _ right: SwiftExpression, _ precedence: Precedence)
        -> SwiftExpression
    {
        // Operators of a group associate to the left: an equal precedence on the right needs parentheses.
        // Comparisons do not associate at all.
        let next = Precedence(rawValue: precedence.rawValue + 1) ?? .primary
        let isRightAssociative = precedence == .nilCoalescing
        let isLeftAssociative = !isRightAssociative && precedence != .comparison
        return SwiftExpression(
            "\(operand(isLeftAssociative ? precedence : next)) \(symbol) "
                + right.operand(isRightAssociative ? precedence : next),
            precedence, isThrowing: isThrowing || right.isThrowing)
    }
}
