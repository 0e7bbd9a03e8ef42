extension TypedExpression {
    /// The expressions directly inside.
    public var children: [TypedExpression] {
        switch kind {
        case .local, .selfObject, .constant, .libraryConstant, .globalConstant, .classValue,
            .functionValue:
            []
        case .attribute(let base, _), .property(let base, _), .libraryAttribute(let base, _),
            .shape(let base), .unary(_, let base), .isNone(let base, _), .lambda(_, let base),
            .isInstance(let base, _), .downcast(let base, _, _):
            [base]
        case .element(let base, let index): [base, index]
        case .sliced(let base, let indices): [base] + indices.flatMap(\.expressions)
        case .call(let call): call.callee.receivers + call.arguments.map(\.value)
        case .binary(let left, _, let right): [left, right]
        case .boolean(_, let operands), .tuple(let operands), .list(let operands),
            .set(let operands):
            operands
        case .comparison(let left, let parts): [left] + parts.map(\.operand)
        case .conditional(let test, let then, let otherwise): [test, then, otherwise]
        case .dictionary(let items): items.flatMap { [$0.key, $0.value].compactMap { $0 } }
        case .comprehension(_, let element, let value, let clauses):
            clauses.flatMap { [$0.iterable] + $0.conditions } + [element]
                + [value].compactMap { $0 }
        case .formattedString(let parts):
            parts.compactMap { if case .value(let value, _) = $0 { value } else { nil } }
        }
    }

    /// The names of locals that it reads, those that it binds itself left out.
    public var readLocals: Set<String> {
        switch kind {
        case .local(let name): return [name]
        case .comprehension(_, _, _, let clauses):
            let bound = Set(clauses.flatMap(\.target.localNames))
            return children.reduce(into: Set<String>()) { $0.formUnion($1.readLocals) }.subtracting(
                bound)
        case .lambda(let parameters, let body):
            return body.readLocals.subtracting(parameters)
        default:
            return children.reduce(into: Set<String>()) { $0.formUnion($1.readLocals) }
        }
    }

    /// Whether the expression or one inside it satisfies a condition.
    public func contains(where condition: (TypedExpression) -> Bool) -> Bool {
        condition(self) || children.contains { $0.contains(where: condition) }
    }
}

extension TypedIndex {
    public var expressions: [TypedExpression] {
        switch self {
        case .value(let value): [value]
        case .slice(let lower, let upper, let step): [lower, upper, step].compactMap { $0 }
        case .ellipsis, .newAxis: []
        }
    }
}

extension Callee {
    /// The object on which a method is called.
    public var receivers: [TypedExpression] {
        if case .method(let receiver, _, _) = self { [receiver] } else { [] }
    }
}

extension TypedStatement {
    /// The expressions directly in the statement, not those of inner blocks.
    public var expressions: [TypedExpression] {
        switch kind {
        case .expression(let value), .assert(let value, _): [value]
        case .assign(let targets, let value): [value] + targets.flatMap(\.expressions)
        case .augmentedAssign(let target, _, let value): [value] + target.expressions
        case .return(let value): [value].compactMap { $0 }
        case .raise(_, let message): [message].compactMap { $0 }
        case .if(let test, _, _), .while(let test, _): [test]
        case .for(_, let iterable, _): [iterable]
        case .break, .continue, .function, .try: []
        }
    }

    /// The blocks inside the statement.
    public var blocks: [[TypedStatement]] {
        switch kind {
        case .if(_, let then, let otherwise): [then, otherwise]
        case .for(_, _, let body), .while(_, let body): [body]
        case .try(let body, let handlers): [body] + handlers.map(\.body)
        default: []
        }
    }

    /// Whether the statement or a block in it assigns a local.
    public func assigns(_ name: String) -> Bool {
        switch kind {
        case .assign(let targets, _): targets.contains { $0.localNames.contains(name) }
        case .augmentedAssign(let target, _, _): target.localNames.contains(name)
        case .for(let target, _, let body):
            target.localNames.contains(name) || body.contains { $0.assigns(name) }
        default: blocks.contains { $0.contains { $0.assigns(name) } }
        }
    }

    /// Whether an expression of the statement or of its blocks satisfies a condition.
    public func contains(where condition: (TypedExpression) -> Bool) -> Bool {
        if case .function(let function) = kind {
            return function.body.contains { $0.contains(where: condition) }
        }
        return expressions.contains { $0.contains(where: condition) }
            || blocks.contains { $0.contains { $0.contains(where: condition) } }
    }
}

extension TypedTarget {
    /// The expressions that assigning evaluates.
    public var expressions: [TypedExpression] {
        switch self {
        case .local, .attribute: []
        case .member(let base, _, _), .libraryMember(let base, _, _): [base]
        case .element(let base, let index): [base, index]
        case .sliced(let base, let indices): [base] + indices.flatMap(\.expressions)
        case .tuple(let targets): targets.flatMap(\.expressions)
        }
    }
}

extension TypedFunction {
    /// The locals of the function around it that a local function reads.
    public var freeLocals: Set<String> {
        body.readLocals.subtracting(parameters.map(\.name)).subtracting(body.assignedNames)
    }
}

extension [TypedStatement] {
    /// The locals that the block or one inside it reads.
    public var readLocals: Set<String> {
        reduce(into: []) { names, statement in
            for expression in statement.expressions { names.formUnion(expression.readLocals) }
            for inner in statement.blocks { names.formUnion(inner.readLocals) }
            if case .function(let function) = statement.kind {
                names.formUnion(function.freeLocals)
            }
        }
    }

    /// The locals that the block or one inside it assigns.
    var assignedNames: Set<String> {
        reduce(into: []) { names, statement in
            switch statement.kind {
            case .assign(let targets, _): names.formUnion(targets.flatMap(\.localNames))
            case .augmentedAssign(let target, _, _), .for(let target, _, _):
                names.formUnion(target.localNames)
            default: break
            }
            for block in statement.blocks { names.formUnion(block.assignedNames) }
        }
    }
}
