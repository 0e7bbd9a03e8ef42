import Instrumentation
import SwiftParser
import SwiftSyntax

/// Adds faults to a Swift file, each of which the program has only while it is switched on: a statement
/// becomes a choice between itself and what it says with the fault.
///
/// So one build holds all faults (mutant schemata). A fault changes no type, and every line stays where it
/// is. Sites are found by what the code says: conditions, assignments, results, the layers that
/// initialisers make, and weight keys. Loops' headers and the code that only loads weights are left
/// alone.
///
/// - Parameters:
///   - text: a file, observed by `instrumentSwift` or not.
///   - file: the file's name, for the report.
///   - firstID: the number of the first fault.
///   - excluded: faults that are left out, though they are counted.
///   - limit: how many faults a statement has at most.
///   - isSwitchHere: whether ``mutantSwitch`` is in the same module, and needs no import.
public func mutateSwift(
    _ text: String, file: String, firstID: Int = 1, excluding excluded: Set<Int> = [],
    limit: Int = 4, isSwitchHere: Bool = false
) -> MutatedSwift {
    let tree = Parser.parse(source: text)
    let mutator = Mutator(
        file: file, converter: SourceLocationConverter(fileName: file, tree: tree),
        firstID: firstID,
        excluded: excluded, limit: limit)
    mutator.walk(tree)
    if !isSwitchHere, !mutator.imports.contains("ModelPorted"), !mutator.mutants.isEmpty {
        mutator.edits.insert("import ModelPorted; ", at: tree.position)
    }
    return MutatedSwift(
        text: mutator.edits.applied(to: text), mutants: mutator.mutants,
        lastID: mutator.nextID - 1)
}

/// Functions that do not compute: what they do shows when weights are loaded or caches are made, and is
/// compared there.
private let functionsOfLoading: Set = [
    "sanitize", "makeCache", "restore", "trim", "validateArrays", "validateNumbers", "toQuantized",
]

/// Walks a file and notes what to insert.
private final class Mutator: TypeScopeVisitor {
    private let file: String
    private let converter: SourceLocationConverter
    private let excluded: Set<Int>
    private let limit: Int
    private(set) var nextID: Int
    var edits = SourceEdits()
    private(set) var mutants: [Mutant] = []
    private(set) var imports: Set<String> = []
    private var scopes: [String] = []
    private var classes: [ClassLayers] = []
    private var signatures: [FunctionSignatureSyntax] = []

    init(
        file: String, converter: SourceLocationConverter, firstID: Int, excluded: Set<Int>,
        limit: Int
    ) {
        self.file = file
        self.converter = converter
        self.excluded = excluded
        self.limit = limit
        nextID = firstID
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
        imports.insert(node.path.trimmedDescription)
        return .skipChildren
    }

    // MARK: Scopes

    override func enterType(_ name: String, _ declaration: ClassDeclSyntax?) {
        scopes.append(name)
        guard let declaration else { return }
        let layers = ClassLayers(declaration)
        classes.append(layers)
        exchangeKeys(layers)
    }

    override func leaveType(isClass: Bool) {
        scopes.removeLast()
        if isClass { classes.removeLast() }
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        guard let body = node.body, !classes.isEmpty else { return .skipChildren }
        scopes.append("init")
        mutate(body.statements, .initializer)
        scopes.removeLast()
        return .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        mutate(node)
        return .skipChildren
    }

    private func mutate(_ function: FunctionDeclSyntax) {
        let name = function.name.text
        guard let body = function.body, !functionsOfLoading.contains(name) else { return }
        scopes.append(name)
        signatures.append(function.signature)
        mutate(body.statements, .function)
        signatures.removeLast()
        scopes.removeLast()
    }

    /// Faults within the body of a function that a call runs.
    private func mutate(functionBody closure: ClosureExprSyntax) {
        // The compiler does not find out what choices among choices give.
        if closure.signature == nil, let signature = signatures.last,
            let result = signature.returnClause?.type.trimmedDescription
        {
            let effect = signature.effectSpecifiers?.throwsClause == nil ? "" : "throws "
            edits.insert(
                " () \(effect)-> \(result) in",
                at: closure.leftBrace.endPositionBeforeTrailingTrivia)
        }
        mutate(closure.statements, .function)
    }

    // MARK: Statements

    private enum Body {
        case function
        case initializer
        /// A branch of a value: its only expression has to stay one.
        case valueBranch
    }

    private func mutate(_ statements: CodeBlockItemListSyntax, _ body: Body) {
        let items = Array(statements)
        for (index, item) in items.enumerated() where !item.isObservation {
            let told = items[(index + 1)...].prefix(while: \.isObservation)
            let places = item.observedPlaces + told.flatMap(\.observedPlaces)
            switch item.item {
            case .decl(let declaration): mutate(declaration, body, places)
            case .stmt(let statement): mutate(statement, body, places)
            case .expr(let expression): mutate(expression, body, places, isLone: items.count == 1)
            }
        }
    }

    private func mutate(_ declaration: DeclSyntax, _ body: Body, _ places: [String]) {
        if let function = declaration.as(FunctionDeclSyntax.self) { return mutate(function) }
        guard body == .function, let variable = declaration.as(VariableDeclSyntax.self),
            variable.bindings.count == 1, let binding = variable.bindings.first,
            let value = binding.initializer?.value
        else { return }
        if let closure = value.functionBody { return mutate(functionBody: closure) }
        mutateBranches(of: value, places)
        // Branches are checked one by one, which is quicker; but not where a tuple is taken apart.
        let isTuple = binding.pattern.is(TuplePatternSyntax.self)
        choose(of: value, places, statement: declaration) { choices in
            isTuple
                ? (choices.map { "\($0.condition) ? \($0.text) : " }.joined(), "")
                : (choices.map { "if \($0.condition) { \($0.text) } else " }.joined() + "{ ", " }")
        }
    }

    private func mutate(_ statement: StmtSyntax, _ body: Body, _ places: [String]) {
        switch statement.as(StmtSyntaxEnum.self) {
        case .returnStmt(let statement):
            guard let value = statement.expression, body == .function else { return }
            if let closure = value.functionBody { return mutate(functionBody: closure) }
            mutateBranches(of: value, places)
            choose(of: statement, places, statement: statement) { choices in
                (choices.map { "if \($0.condition) { \($0.text) }; " }.joined(), "")
            }
        case .forStmt(let loop): mutate(loop.body.statements, body)
        case .whileStmt(let loop): mutate(loop.body.statements, body)
        case .guardStmt(let statement):
            if body == .function { negate(statement.conditions, places) }
            mutate(statement.body.statements, body)
        case .doStmt(let statement): mutate(statement.body.statements, body)
        case .expressionStmt(let statement):
            mutate(statement.expression, body, places, isLone: false)
        default: break
        }
    }

    private func mutate(
        _ expression: ExprSyntax, _ body: Body, _ places: [String], isLone: Bool
    ) {
        if let closure = expression.functionBody { return mutate(functionBody: closure) }
        if let choice = expression.as(IfExprSyntax.self) {
            if body != .initializer { negate(choice.conditions, places) }
            let inner = isLone && body != .initializer ? .valueBranch : body
            mutate(choice.body.statements, inner)
            switch choice.elseBody {
            case .codeBlock(let block): mutate(block.statements, inner)
            case .ifExpr(let next): mutate(ExprSyntax(next), inner, places, isLone: isLone)
            case nil: break
            }
            return
        }
        if let choice = expression.as(SwitchExprSyntax.self) {
            for case .switchCase(let branch) in choice.cases {
                mutate(branch.statements, isLone ? .valueBranch : body)
            }
            return
        }
        if body == .valueBranch {
            return chooseBranch(of: expression, places)
        }
        if expression.observedResult != nil {
            choose(of: expression, places, statement: expression) { choices in
                (
                    choices.map { "if \($0.condition) { return \($0.text) }; " }.joined()
                        + "return ", ""
                )
            }
        } else if !isLone || expression.isAssignment, !expression.isCallOfSuper {
            let keys = body == .initializer ? classes.last?.keys(madeBy: expression) ?? [] : []
            guard body == .function || !keys.isEmpty else { return }
            choose(of: expression, places, keys: keys, statement: expression) { choices in
                (
                    choices.map { "if \($0.condition) { \($0.text) } else " }.joined() + "{ ", " }"
                )
            }
        }
    }

    /// Faults within the branches of a value; the value itself has only those of its conditions.
    private func mutateBranches(of value: ExprSyntax, _ places: [String]) {
        var branches: [CodeBlockItemListSyntax] = []
        if let choice = value.as(IfExprSyntax.self) {
            branches = [choice.body.statements]
            switch choice.elseBody {
            case .codeBlock(let block): branches.append(block.statements)
            case .ifExpr(let next): mutateBranches(of: ExprSyntax(next), places)
            case nil: break
            }
        } else if let choice = value.as(SwitchExprSyntax.self) {
            for case .switchCase(let branch) in choice.cases { branches.append(branch.statements) }
        }
        for statements in branches {
            guard statements.count == 1, let item = statements.first,
                case .expr(let expression) = item.item
            else { continue }
            chooseBranch(of: expression, places + item.observedPlaces)
        }
    }

    /// Faults of the only expression of a branch, which has to stay one.
    private func chooseBranch(of expression: ExprSyntax, _ places: [String]) {
        guard !expression.is(IfExprSyntax.self), !expression.is(SwitchExprSyntax.self) else {
            return mutateBranches(of: expression, places)
        }
        choose(of: expression, places, statement: expression) { choices in
            (choices.map { "if \($0.condition) { \($0.text) } else " }.joined() + "{ ", " }")
        }
    }

    // MARK: Faults

    private typealias Choice = (condition: String, text: String)

    /// Puts faults of some code in front of and behind it.
    private func choose(
        of code: some SyntaxProtocol, _ places: [String], keys: [String] = [],
        statement: some SyntaxProtocol, _ surround: ([Choice]) -> (before: String, after: String)
    ) {
        guard !code.description.contains("\"\"\"") else { return }
        let found = findEdits(
            in: code, norms: keys.isEmpty ? classes.last?.norms ?? [:] : [:],
            isInitializer: !keys.isEmpty)
        let choices: [Choice] = varied(found).compactMap { edit in
            let text = code.flattened(with: edit)
            return add(
                edit.kind, statement, text, places, keys, isEffectTold: edit.effect != nil
            ).map { id in
                (edit.effect.map { "mutant(\(id), changes: \($0))" } ?? "mutant(\(id))", text)
            }
        }
        guard !choices.isEmpty else { return }
        let (before, after) = surround(choices)
        edits.insert(before, at: code.positionAfterSkippingLeadingTrivia)
        edits.insert(after, at: code.endPositionBeforeTrailingTrivia)
    }

    /// As many of the changes as a statement may have, of all kinds in turn.
    private func varied(_ edits: [Edit]) -> [Edit] {
        guard edits.count > limit else { return edits }
        var byKind = Dictionary(grouping: edits, by: \.kind)
        var chosen: [Edit] = []
        while chosen.count < limit {
            for kind in MutationKind.allCases where chosen.count < limit {
                guard let next = byKind[kind]?.first else { continue }
                byKind[kind]?.removeFirst()
                chosen.append(next)
            }
        }
        return chosen
    }

    /// Turns conditions round.
    private func negate(_ conditions: ConditionElementListSyntax, _ places: [String]) {
        for element in conditions {
            guard case .expression(let condition) = element.condition else { continue }
            let isMask = condition.trimmedDescription.lowercased().contains("mask")
            let text = "!(\(condition.flattened()))"
            guard
                let id = add(
                    isMask ? .maskInverted : .operatorSwapped, condition, text, places, [],
                    body: conditions.parent?.endPositionBeforeTrailingTrivia)
            else { continue }
            edits.insert(
                "(mutant(\(id)) != (", at: condition.positionAfterSkippingLeadingTrivia)
            edits.insert("))", at: condition.endPositionBeforeTrailingTrivia)
        }
    }

    /// Exchanges the weight keys of layers of one type, two at a time.
    private func exchangeKeys(_ layers: ClassLayers) {
        for (first, second) in layers.exchangeableKeys {
            let keys = [first, second].compactMap(\.representedLiteralValue)
            guard
                let id = add(
                    .weightKeySwapped, first, "\(keys[1]) and \(keys[0])", [], keys,
                    original: "\(keys[0]) and \(keys[1])", last: second)
            else { continue }
            for (literal, other) in [(first, keys[1]), (second, keys[0])] {
                edits.insert(
                    "mutant(\(id)) ? \"\(other)\" : ",
                    at: literal.positionAfterSkippingLeadingTrivia)
            }
        }
    }

    /// Notes a fault; nil if it is left out.
    private func add(
        _ kind: MutationKind, _ statement: some SyntaxProtocol, _ changed: String,
        _ places: [String], _ keys: [String], original: String? = nil,
        last: (any SyntaxProtocol)? = nil, body: AbsolutePosition? = nil,
        isEffectTold: Bool = false
    ) -> Int? {
        let id = nextID
        nextID += 1
        guard !excluded.contains(id) else { return nil }
        let start = converter.location(for: statement.positionAfterSkippingLeadingTrivia)
        let end = converter.location(
            for: (last ?? statement).endPositionBeforeTrailingTrivia)
        mutants.append(
            Mutant(
                id: id, kind: kind, file: file, line: start.line, lastLine: end.line,
                bodyEnd: body.map { converter.location(for: $0).line } ?? end.line,
                function: scopes.joined(separator: "."),
                original: original ?? statement.flattened(), changed: changed, places: places,
                keys: keys, isEffectTold: isEffectTold))
        return id
    }
}

extension ExprSyntax {
    fileprivate var isAssignment: Bool {
        self.as(SequenceExprSyntax.self)?.elements.contains { part in
            part.is(AssignmentExprSyntax.self)
                || ["+=", "-=", "*=", "/="].contains(
                    part.as(BinaryOperatorExprSyntax.self)?.operator.text ?? "")
        } ?? false
    }

    fileprivate var isCallOfSuper: Bool { withoutTry.trimmedDescription.hasPrefix("super.") }
}
