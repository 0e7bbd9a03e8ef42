import SwiftParser
import SwiftSyntax

/// Swift whose lines tell the observer of module calls what they assign and return.
public struct InstrumentedSwift: Sendable {
    /// The text: each line is where it was, with calls added at its end or around what it returns.
    public let text: String
    /// What is observed, by function, in the order of the text.
    public let functions: [InstrumentedFunction]
    /// What the text tells itself: values that nothing reads, by places that name the Python's.
    public let unread: [SwiftBinding]
}

/// The lines of one function that are observed.
public struct InstrumentedFunction: Sendable, Equatable {
    /// The type and the function, `LlamaAttention.callAsFunction`; the function alone outside of types.
    public let name: String
    public internal(set) var bindings: [SwiftBinding] = []
    /// Whether it is a computed property.
    public internal(set) var isProperty = false
}

/// A name that a Swift line binds, or what a line returns.
public struct SwiftBinding: Sendable, Hashable {
    /// The variable or property; `return` for a result.
    public let name: String
    /// `LlamaLanguage.swift:40:9`, as in the trace.
    public let place: String
}

/// Adds observation to a Swift file: of what each line of a function assigns and returns, and of the
/// calls of its modules where the code does not observe them itself.
///
/// The code goes on with the value that the observer hands back, so that what was assigned has to be a
/// variable: a local constant becomes one.
///
/// The closures of `observe { … }` and `compiled(…) { … }` hold the body of a function. Lines of others are
/// observed only where that is asked for, and never what they return.
///
/// - Parameters:
///   - file: the file's name, for the places.
///   - withClosures: whether what closures assign is observed.
public func instrumentSwift(_ text: String, file: String, withClosures: Bool = false)
    -> InstrumentedSwift
{
    let told = joinToldLines(text)
    let tree = Parser.parse(source: told.text)
    let instrumenter = Instrumenter(
        file: file, converter: SourceLocationConverter(fileName: file, tree: tree),
        withClosures: withClosures)
    instrumenter.walk(tree)
    if !instrumenter.imports.contains("MLXNN") {
        // On the first line, so that every line stays where it is.
        instrumenter.edits.insert("import MLXNN; ", at: tree.position)
    }
    return InstrumentedSwift(
        text: instrumenter.edits.applied(to: told.text), functions: instrumenter.functions,
        unread: told.unread)
}

/// Walks a file and notes what to change.
private final class Instrumenter: TypeScopeVisitor {
    private let file: String
    private let converter: SourceLocationConverter
    var edits = SourceEdits()
    var functions: [InstrumentedFunction] = []
    /// The types and functions around the current place, with whether it is a type whose calls are
    /// observed.
    private var scopes: [(name: String, isModule: Bool)] = []

    private let withClosures: Bool
    /// Whether the current place is in a closure that is no function's body.
    private var isInClosure = false

    init(file: String, converter: SourceLocationConverter, withClosures: Bool) {
        self.file = file
        self.converter = converter
        self.withClosures = withClosures
        super.init(viewMode: .sourceAccurate)
    }

    private(set) var imports: Set<String> = []

    override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
        imports.insert(node.path.trimmedDescription)
        return .skipChildren
    }

    // MARK: Scopes

    override func enterType(_ name: String, _ declaration: ClassDeclSyntax?) {
        // A class that is called extends `Module` or another layer.
        scopes.append((name, declaration?.inheritanceClause != nil))
    }

    override func leaveType(isClass: Bool) { scopes.removeLast() }

    /// Initialisers make modules; they run before anything is traced.
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        .skipChildren
    }

    /// Of properties only those that are computed have lines.
    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        for binding in node.bindings {
            guard let body = binding.accessorBlock?.getter else { continue }
            enter(binding.pattern.trimmedDescription, isProperty: true) {
                instrument(body, isValue: true)
            }
        }
        return .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        guard let body = node.body else { return .skipChildren }
        let isCall = node.name.text == "callAsFunction" && scopes.last?.isModule == true
        enter(node.name.text) {
            if isCall { observe(body, isThrowing: node.signature.effectSpecifiers != nil) }
            instrument(parametersOf: node, body)
            instrument(body.statements, of: node.signature)
        }
        return .skipChildren
    }

    private func enter(_ name: String, isProperty: Bool = false, _ body: () -> Void) {
        scopes.append((name, false))
        functions.append(
            InstrumentedFunction(
                name: scopes.map(\.name).joined(separator: "."), isProperty: isProperty))
        currents.append(functions.count - 1)
        body()
        currents.removeLast()
        scopes.removeLast()
    }

    /// The functions that the current place is in, innermost last.
    private var currents: [Int] = []

    /// Wraps a body in `observe`, unless it does so itself.
    private func observe(_ body: CodeBlockSyntax, isThrowing: Bool) {
        if let call = body.statements.first?.item.as(FunctionCallExprSyntax.self)
            ?? body.statements.first?.item.as(TryExprSyntax.self)?.expression.as(
                FunctionCallExprSyntax.self),
            body.statements.count == 1, call.calledExpression.trimmedDescription == "observe"
        {
            return
        }
        edits.insert(
            isThrowing ? " try observeLines {" : " observeLines {",
            at: body.leftBrace.endPositionBeforeTrailingTrivia)
        edits.insert("} ", at: body.rightBrace.positionAfterSkippingLeadingTrivia)
    }

    /// Tells what a function is given, at the beginning of the body that runs.
    private func instrument(parametersOf function: FunctionDeclSyntax, _ body: CodeBlockSyntax) {
        let parameters = function.signature.parameterClause.parameters.filter(\.isTold)
        let statements = body.runStatements
        guard !parameters.isEmpty, let start = statements.first, !start.isConditional else {
            return
        }
        let told = parameters.map { parameter in
            let name = parameter.secondName ?? parameter.firstName
            let place = note("(\(name.text))", at: name.positionAfterSkippingLeadingTrivia)
            return "traceInput(\"\(place)\", \"(\(name.text))\", \(name.text)); "
        }.joined()
        let isLoneValue =
            statements.count == 1 && start.isValue && function.signature.returnClause != nil
        edits.insert(
            told + (isLoneValue ? "return " : ""), at: start.positionAfterSkippingLeadingTrivia)
    }

    // MARK: Statements

    /// - Parameter isValue: whether a lone expression is what the block gives.
    /// The types that the functions of the current place give, innermost last.
    private var results: [TypeSyntax?] = []

    private func instrument(
        _ statements: CodeBlockItemListSyntax, of signature: FunctionSignatureSyntax
    ) {
        results.append(signature.returnClause?.type)
        instrument(statements, isValue: signature.returnClause != nil)
        results.removeLast()
    }

    private func instrument(_ statements: CodeBlockItemListSyntax, isValue: Bool = false) {
        for statement in statements {
            switch statement.item {
            case .decl(let declaration): instrument(declaration, in: statement)
            case .stmt(let statement): instrument(statement)
            case .expr(let expression):
                if isValue, statements.count == 1 {
                    instrument(result: expression)
                } else {
                    instrument(expression, in: statement)
                }
            }
        }
    }

    private func instrument(_ declaration: DeclSyntax, in statement: CodeBlockItemSyntax) {
        if let function = declaration.as(FunctionDeclSyntax.self), let body = function.body {
            enter(function.name.text) {
                instrument(parametersOf: function, body)
                instrument(body.statements, of: function.signature)
            }
            return
        }
        guard let variable = declaration.as(VariableDeclSyntax.self) else { return }
        if variable.bindingSpecifier.tokenKind == .keyword(.let) {
            edits.replace(variable.bindingSpecifier, with: "var")
        }
        for binding in variable.bindings {
            guard let value = binding.initializer?.value else { continue }
            instrumentBodies(in: value)
            // A copy of a parameter, or nothing yet: no line of the Python.
            guard value.trimmedDescription != binding.pattern.trimmedDescription, !value.isNothing
            else { continue }
            bind(names(in: binding.pattern), to: value.withoutTry, in: statement)
        }
    }

    private func instrument(_ statement: StmtSyntax) {
        switch statement.as(StmtSyntaxEnum.self) {
        case .returnStmt(let statement):
            if let value = statement.expression { instrument(result: value) }
        case .forStmt(let loop): instrument(loop.body.statements)
        case .whileStmt(let loop): instrument(loop.body.statements)
        case .guardStmt(let statement): instrument(statement.body.statements)
        case .doStmt(let statement):
            instrument(statement.body.statements)
            for handler in statement.catchClauses { instrument(handler.body.statements) }
        case .expressionStmt(let statement): instrumentBranches(of: statement.expression)
        default: break
        }
    }

    private func instrument(_ expression: ExprSyntax, in statement: CodeBlockItemSyntax) {
        instrumentBranches(of: expression)
        instrumentBodies(in: expression)
        // Assignments are not folded: the parser leaves operators in a sequence.
        guard let sequence = expression.as(SequenceExprSyntax.self) else { return }
        let parts = Array(sequence.elements)
        guard parts.count > 2,
            parts[1].is(AssignmentExprSyntax.self)
                || parts[1].as(BinaryOperatorExprSyntax.self)?.isCompoundAssignment == true
        else { return }
        if parts.count == 3, parts[2].isNothing { return }
        bind(
            names(in: parts[0]), to: parts.count == 3 ? parts[2].withoutTry : expression,
            in: statement)
    }

    private func instrumentBranches(of expression: ExprSyntax, isValue: Bool = false) {
        if let choice = expression.as(IfExprSyntax.self) {
            instrument(choice.body.statements, isValue: isValue)
            switch choice.elseBody {
            case .codeBlock(let block): instrument(block.statements, isValue: isValue)
            case .ifExpr(let next): instrumentBranches(of: ExprSyntax(next), isValue: isValue)
            case nil: break
            }
        } else if let choice = expression.as(SwitchExprSyntax.self) {
            for case .switchCase(let branch) in choice.cases {
                instrument(branch.statements, isValue: isValue)
            }
        }
    }

    /// What a function gives: the value itself, or that of the body which it hands on.
    private func instrument(result expression: ExprSyntax) {
        let value = expression.withoutTry
        if let body = value.functionBody {
            instrument(body.statements, isValue: true)
            return
        }
        instrumentBodies(in: value)
        if isInClosure { return }
        // A branching value is no argument.
        guard !value.is(IfExprSyntax.self), !value.is(SwitchExprSyntax.self) else {
            instrumentBranches(of: value, isValue: true)
            return
        }
        // Neither is what never returns.
        guard !value.endsTheProcess else { return }
        let place = note("return", at: expression.positionAfterSkippingLeadingTrivia)
        // What the result says of the elements of a list would be lost in a generic call.
        let type = value.is(ArrayExprSyntax.self) ? results.last ?? nil : nil
        wrap(value, through: value, place, "return", as: type)
    }

    private func wrap(
        _ first: ExprSyntax, through last: ExprSyntax, _ place: String, _ name: String,
        as type: TypeSyntax? = nil
    ) {
        edits.insert(
            "traceLine(\"\(place)\", \"\(name)\", ", at: first.positionAfterSkippingLeadingTrivia)
        let cast = type.map { " as \($0.trimmedDescription)" } ?? ""
        edits.insert("\(cast))", at: last.endPositionBeforeTrailingTrivia)
    }

    private func instrumentBodies(in expression: ExprSyntax) {
        if let body = expression.withoutTry.functionBody {
            instrument(body.statements, isValue: true)
        } else if withClosures {
            let outer = isInClosure
            isInClosure = true
            for closure in expression.closures { instrument(closure.statements) }
            isInClosure = outer
        }
    }

    // MARK: Names

    private func bind(
        _ targets: [AssignedPlace], to value: ExprSyntax, in statement: CodeBlockItemSyntax
    ) {
        if targets.count == 1, let fallback = value.fallback(for: targets[0].text) {
            let place = note(
                "\(targets[0].name)??", at: fallback[0].positionAfterSkippingLeadingTrivia)
            wrap(fallback[0], through: fallback[fallback.count - 1], place, targets[0].name)
        }
        for target in targets {
            let place = note(target.name, at: target.position)
            let call =
                target.base.map { "tracePart(\"\(place)\", of: \($0), \(target.text))" }
                ?? "\(target.text) = traceLine(\"\(place)\", \"\(target.name)\", \(target.text))"
            edits.insert("; \(call)", at: statement.item.endPositionBeforeTrailingTrivia)
        }
    }

    private func note(_ name: String, at position: AbsolutePosition) -> String {
        let location = converter.location(for: position)
        let place = "\(file):\(location.line):\(location.column)"
        if let current = currents.last {
            functions[current].bindings.append(SwiftBinding(name: name, place: place))
        }
        return place
    }

    private func names(in pattern: PatternSyntax) -> [AssignedPlace] {
        if let identifier = pattern.as(IdentifierPatternSyntax.self) {
            let name = identifier.identifier.text
            return [AssignedPlace(name, name, identifier)]
        }
        return pattern.as(TuplePatternSyntax.self)?.elements.flatMap { names(in: $0.pattern) } ?? []
    }

    /// The variables, properties and parts in what an assignment assigns to.
    private func names(in target: ExprSyntax) -> [AssignedPlace] {
        let text = target.trimmedDescription
        if let reference = target.as(DeclReferenceExprSyntax.self) {
            return [AssignedPlace(reference.baseName.text, text, target)]
        }
        if let member = target.as(MemberAccessExprSyntax.self), let base = member.base {
            let isOwn = base.trimmedDescription == "self"
            return [AssignedPlace(isOwn ? member.declName.baseName.text : ".", text, target)]
        }
        if let part = target.as(SubscriptCallExprSyntax.self) {
            // `values?["key"]`: what is optional is told as it is.
            let called = part.calledExpression
            let base =
                (called.as(OptionalChainingExprSyntax.self)?.expression ?? called)
                .trimmedDescription
            return [AssignedPlace("[]", text, target, base: base)]
        }
        return target.as(TupleExprSyntax.self)?.elements.flatMap { names(in: $0.expression) } ?? []
    }
}
