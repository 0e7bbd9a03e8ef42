import SwiftSyntax

/// A change to a piece of source that makes it wrong, by offsets.
struct Edit {
    let kind: MutationKind
    let range: Range<Int>
    let replacement: String
    /// Swift that tells whether the change makes a difference where it stands; nil if only a run shows that.
    let effect: String?

    init(
        _ kind: MutationKind, _ node: some SyntaxProtocol, _ replacement: String,
        effect: String? = nil
    ) {
        self.init(
            kind, node.positionAfterSkippingLeadingTrivia..<node.endPositionBeforeTrailingTrivia,
            replacement, effect: effect)
    }

    init(
        _ kind: MutationKind, _ range: Range<AbsolutePosition>, _ replacement: String,
        effect: String? = nil
    ) {
        self.kind = kind
        self.range = range.lowerBound.utf8Offset..<range.upperBound.utf8Offset
        self.replacement = replacement
        self.effect = effect
    }
}

/// All changes that can be made to a piece of code, in the order of the text.
///
/// - Parameters:
///   - norms: for each norm of the class around it another one of the same type.
///   - isInitializer: whether the code makes modules; of it, only numbers and flags are changed.
func findEdits(
    in node: some SyntaxProtocol, norms: [String: String] = [:], isInitializer: Bool = false
) -> [Edit] {
    let finder = EditFinder(norms: norms, isInitializer: isInitializer)
    finder.walk(node)
    return finder.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

private final class EditFinder: SyntaxVisitor {
    private let norms: [String: String]
    private let isInitializer: Bool
    private(set) var edits: [Edit] = []
    /// In how many closures the code is that is looked at.
    private var closures = 0

    init(norms: [String: String], isInitializer: Bool) {
        self.norms = norms
        self.isInitializer = isInitializer
        super.init(viewMode: .sourceAccurate)
    }

    private func add(_ kind: MutationKind, _ node: some SyntaxProtocol, _ replacement: String) {
        edits.append(Edit(kind, node, replacement))
    }

    // MARK: Operators

    private static let arithmetic = ["+": "-", "-": "+", "*": "/", "/": "*", "&": "|", "|": "&"]
    private static let comparisons = [
        "<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "==",
    ]
    private static let masks = [
        ".<": ".>=", ".>=": ".<", ".>": ".<=", ".<=": ".>", ".==": ".!=", ".!=": ".==",
    ]

    override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
        let parts = Array(node.elements)
        // Lists and strings are added as well, but not subtracted.
        let isOfNumbers = !parts.contains { $0.isListOrString }
        for (index, part) in parts.enumerated() {
            guard let symbol = part.as(BinaryOperatorExprSyntax.self)?.operator.text else {
                continue
            }
            if let other = Self.masks[symbol] {
                add(.maskInverted, part, other)
            } else if let other = Self.comparisons[symbol] ?? Self.arithmetic[symbol], isOfNumbers {
                add(.operatorSwapped, part, other)
            }
            if symbol == "*", !isInitializer, index + 1 < parts.count {
                dropScale(parts[index - 1], part, parts[index + 1])
            }
        }
        return .visitChildren
    }

    /// `x * scale` becomes `x`, `scale * x` too.
    private func dropScale(_ left: ExprSyntax, _ symbol: ExprSyntax, _ right: ExprSyntax) {
        if right.isScale {
            edits.append(
                Edit(
                    .scaleDropped,
                    left.endPositionBeforeTrailingTrivia..<right.endPositionBeforeTrailingTrivia, ""
                ))
        } else if left.isScale {
            edits.append(
                Edit(
                    .scaleDropped,
                    left
                        .positionAfterSkippingLeadingTrivia..<right
                        .positionAfterSkippingLeadingTrivia, ""))
        }
    }

    // MARK: Arguments

    override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind {
        let value = node.expression
        let text = value.trimmedDescription
        switch node.label?.text {
        case "axis", "axes":
            if let axis = value.integer { add(.axisChanged, value, "\(Self.other(axis))") }
            return value.integer == nil ? .visitChildren : .skipChildren
        case "scale" where text != "1": add(.scaleDropped, value, "1")
        case "mask" where ![".none", "nil"].contains(text) && !isInitializer:
            add(.maskInverted, value, ".none")
        case "offset" where !text.hasPrefix("."): add(.cacheOffset, value, "(\(text)) + 1")
        case "traditional": add(.ropeFlagFlipped, value, "!(\(text))")
        case "eps" where value.number == nil: add(.constantChanged, value, "2 * \(text)")
        default: break
        }
        return .visitChildren
    }

    private static func other(_ axis: Int) -> Int {
        switch axis {
        case -1: -2
        case ..<0: axis + 1
        case 0: 1
        default: axis - 1
        }
    }

    // MARK: Calls

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        let arguments = Array(node.arguments)
        let integers = arguments.map { $0.label == nil ? $0.expression.integer : nil }
        if let member = node.calledExpression.as(MemberAccessExprSyntax.self),
            let base = member.base
        {
            switch member.declName.baseName.text {
            case "asType" where !isInitializer:
                edits.append(
                    Edit(
                        .castDropped,
                        base.endPositionBeforeTrailingTrivia..<node.endPositionBeforeTrailingTrivia,
                        ""))
            case "transposed", "swappedAxes":
                exchangeAxes(arguments, integers, name: member.declName.baseName.text)
                walk(base)
                return .skipChildren
            case "dim":
                if let axis = integers.first ?? nil {
                    add(.axisChanged, arguments[0].expression, "\(Self.other(axis))")
                    walk(base)
                    return .skipChildren
                }
            case "reshaped":
                // -1 is what the other sizes leave.
                for argument in arguments where argument.expression.integer != -1 {
                    walk(argument)
                }
                addCast(node)
                walk(base)
                return .skipChildren
            default: break
            }
        }
        let name = node.calledExpression.trimmedDescription
        if name == "which", arguments.count == 3, arguments.allSatisfy({ $0.label == nil }) {
            let (first, second) = (arguments[1].expression, arguments[2].expression)
            edits.append(
                Edit(
                    .maskInverted,
                    first
                        .positionAfterSkippingLeadingTrivia..<second.endPositionBeforeTrailingTrivia,
                    "\(second.trimmedDescription), \(first.trimmedDescription)"))
        }
        if let other = norms[name.withoutSelf] {
            add(.normOrderSwapped, node.calledExpression, name.hasSelf ? "self.\(other)" : other)
        }
        if Self.arrayFunctions.contains(name) { addCast(node) }
        return .visitChildren
    }

    private static let arrayFunctions: Set = [
        "softmax", "matmul", "sigmoid", "silu", "tanh", "exp", "takeAlong", "concatenated",
        "cumsum",
        "scaledDotProductAttention", "geluApproximate", "MLXFast.rmsNorm",
    ]

    private func addCast(_ node: FunctionCallExprSyntax) {
        guard !isInitializer else { return }
        let end = node.endPositionBeforeTrailingTrivia
        edits.append(Edit(.castAdded, end..<end, ".asType(.float16)"))
    }

    private func exchangeAxes(_ arguments: [LabeledExprSyntax], _ integers: [Int?], name: String) {
        guard arguments.count >= 2, let last = integers[arguments.count - 1],
            let previous = integers[arguments.count - 2]
        else { return }
        if name == "swappedAxes" {
            // Two axes next to each other, exchanged with one less.
            add(
                .axisChanged, arguments[0].expression,
                "\(last < 0 ? min(last, previous) - 1 : last > 0 ? 0 : 1)")
        } else {
            edits.append(
                Edit(
                    .axisChanged,
                    arguments[arguments.count - 2].expression
                        .positionAfterSkippingLeadingTrivia..<arguments[arguments.count - 1]
                        .expression.endPositionBeforeTrailingTrivia, "\(last), \(previous)"))
        }
    }

    // MARK: Positions

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if node.declName.baseName.text == "offset", node.base != nil { addOffset(ExprSyntax(node)) }
        if let base = node.base { walk(base) }
        return .skipChildren
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if node.baseName.text == "offset" { addOffset(ExprSyntax(node)) }
        return .skipChildren
    }

    private func addOffset(_ node: ExprSyntax) {
        // As an argument of that name it is changed already.
        guard node.parent?.as(LabeledExprSyntax.self)?.label?.text != "offset",
            !isInitializer
        else { return }
        add(.cacheOffset, node, "(\(node.trimmedDescription) + 1)")
    }

    // MARK: Numbers

    override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        guard let value = Int(node.literal.text.filter { $0 != "_" }) else { return .skipChildren }
        // An index beyond a list's end would only end the process.
        let isIndex = node.parent?.parent?.parent?.is(SubscriptCallExprSyntax.self) == true
        let other = isIndex && value > 0 ? value - 1 : value + 1
        edits.append(
            Edit(
                .constantChanged, node, "\(other)",
                effect: closures == 0 ? effect(of: other, on: node) : nil))
        return .skipChildren
    }

    override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        guard let value = Double(node.literal.text.filter { $0 != "_" }) else {
            return .skipChildren
        }
        add(.constantChanged, node, "\(value == 0 ? 1 : value * 2)")
        return .skipChildren
    }

    /// Another bound makes a difference where `max` or `min` gives another number for it. Told only where the
    /// other argument can be read twice: by a name, or by names of properties.
    private func effect(of other: Int, on bound: IntegerLiteralExprSyntax) -> String? {
        guard let argument = bound.parent?.as(LabeledExprSyntax.self),
            let call = argument.parent?.parent?.as(FunctionCallExprSyntax.self),
            ["max", "min"].contains(call.calledExpression.trimmedDescription)
        else { return nil }
        let arguments = Array(call.arguments)
        guard arguments.count == 2, arguments.allSatisfy({ $0.label == nil }),
            let value = arguments.first(where: { $0.id != argument.id })?.expression,
            value.trimmedDescription.wholeMatch(of: /[A-Za-z_][\w.]*/) != nil
        else { return nil }
        let name = call.calledExpression.trimmedDescription
        return "\(name)(\(other), \(value.trimmedDescription)) != \(call.flattened())"
    }

    /// What a closure is given has no name outside of it.
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        closures += 1
        return .visitChildren
    }

    override func visitPost(_ node: ClosureExprSyntax) { closures -= 1 }

    // MARK: Not changed

    /// What branches say is changed where they are.
    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        walk(node.conditions)
        return .skipChildren
    }

    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        walk(node.subject)
        return .skipChildren
    }

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        .skipChildren
    }

    /// What is observed is not code of the model.
    override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
        node.isObservation ? .skipChildren : .visitChildren
    }
}

extension ExprSyntax {
    /// The value of an integer literal, negative ones too.
    var integer: Int? { Int(trimmedDescription) }

    /// The value of a number.
    var number: Double? { Double(trimmedDescription) }

    /// Whether it is clearly no number or array: these are only added.
    fileprivate var isListOrString: Bool {
        if self.is(ArrayExprSyntax.self) || self.is(StringLiteralExprSyntax.self) { return true }
        let text = trimmedDescription
        return text.hasPrefix("Array(") || text.hasPrefix("String(") || text.contains(".shape")
    }

    /// Whether it is a factor that only scales.
    fileprivate var isScale: Bool {
        let text = trimmedDescription
        return text.lowercased().contains("scale") || text.hasPrefix("pow(")
    }
}

extension String {
    fileprivate var hasSelf: Bool { hasPrefix("self.") }
    fileprivate var withoutSelf: String { hasSelf ? String(dropFirst(5)) : self }
}
