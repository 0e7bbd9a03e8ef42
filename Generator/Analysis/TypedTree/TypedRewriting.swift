extension TypedExpression {
    /// The expression with what `replacement` gives in the place of those inside it for which it gives
    /// something; the outermost ones come first.
    func rewritten(_ replacement: (TypedExpression) -> TypedExpression?) -> TypedExpression {
        if let new = replacement(self) { return new }
        func all(_ expressions: [TypedExpression]) -> [TypedExpression] {
            expressions.map { $0.rewritten(replacement) }
        }
        func one(_ expression: TypedExpression) -> TypedExpression {
            expression.rewritten(replacement)
        }
        let new: TypedExpressionKind =
            switch kind {
            case .local, .selfObject, .constant, .libraryConstant, .globalConstant, .classValue,
                .functionValue:
                kind
            case .attribute(let base, let name): .attribute(of: one(base), name: name)
            case .property(let base, let name): .property(of: one(base), name: name)
            case .libraryAttribute(let base, let swift):
                .libraryAttribute(of: one(base), swift: swift)
            case .shape(let base): .shape(one(base))
            case .unary(let operation, let base): .unary(operation, one(base))
            case .isNone(let base, let negated): .isNone(one(base), negated: negated)
            case .lambda(let names, let body): .lambda(names, body: one(body))
            case .isInstance(let base, let type): .isInstance(one(base), type)
            case .downcast(let base, let type, let isForced):
                .downcast(one(base), type, isForced: isForced)
            case .element(let base, let index): .element(of: one(base), index: one(index))
            case .sliced(let base, let indices):
                .sliced(one(base), indices.map { $0.rewritten(replacement) })
            case .call(let call): .call(call.rewritten(replacement))
            case .binary(let left, let operation, let right):
                .binary(one(left), operation, one(right))
            case .boolean(let operation, let operands): .boolean(operation, all(operands))
            case .tuple(let elements): .tuple(all(elements))
            case .list(let elements): .list(all(elements))
            case .set(let elements): .set(all(elements))
            case .comparison(let left, let parts):
                .comparison(
                    one(left),
                    parts.map {
                        TypedComparisonPart(comparison: $0.comparison, operand: one($0.operand))
                    })
            case .conditional(let test, let then, let otherwise):
                .conditional(test: one(test), then: one(then), otherwise: one(otherwise))
            case .dictionary(let items):
                .dictionary(
                    items.map { TypedDictionaryItem(key: $0.key.map(one), value: one($0.value)) })
            case .comprehension(let kind, let element, let value, let clauses):
                .comprehension(
                    kind, element: one(element), value: value.map(one),
                    clauses.map {
                        TypedClause(
                            target: $0.target.rewritten(replacement), iterable: one($0.iterable),
                            conditions: all($0.conditions))
                    })
            case .formattedString(let parts):
                .formattedString(
                    parts.map {
                        if case .value(let value, let format) = $0 {
                            .value(one(value), format: format)
                        } else {
                            $0
                        }
                    })
            }
        return TypedExpression(new, type, span: span)
    }
}

extension TypedCall {
    func rewritten(_ replacement: (TypedExpression) -> TypedExpression?) -> TypedCall {
        let new: Callee =
            if case .method(let receiver, let className, let name) = callee {
                .method(
                    of: receiver.rewritten(replacement), className: className, name: name)
            } else {
                callee
            }
        return TypedCall(
            callee: new,
            arguments: arguments.map {
                TypedArgument(
                    parameter: $0.parameter, value: $0.value.rewritten(replacement),
                    isChanged: $0.isChanged)
            })
    }
}

extension TypedIndex {
    fileprivate func rewritten(_ replacement: (TypedExpression) -> TypedExpression?) -> TypedIndex {
        switch self {
        case .value(let value): .value(value.rewritten(replacement))
        case .slice(let lower, let upper, let step):
            .slice(
                lower: lower?.rewritten(replacement), upper: upper?.rewritten(replacement),
                step: step?.rewritten(replacement))
        case .ellipsis, .newAxis: self
        }
    }
}

extension TypedTarget {
    fileprivate func rewritten(_ replacement: (TypedExpression) -> TypedExpression?) -> TypedTarget
    {
        switch self {
        case .local, .attribute: self
        case .member(let base, let name, let type):
            .member(of: base.rewritten(replacement), name: name, type)
        case .libraryMember(let base, let swift, let type):
            .libraryMember(of: base.rewritten(replacement), swift: swift, type)
        case .element(let base, let index):
            .element(of: base.rewritten(replacement), index: index.rewritten(replacement))
        case .sliced(let base, let indices):
            .sliced(base.rewritten(replacement), indices.map { $0.rewritten(replacement) })
        case .tuple(let targets): .tuple(targets.map { $0.rewritten(replacement) })
        }
    }
}

extension TypedStatement {
    /// The statement with what `replacement` gives in the place of expressions in it.
    ///
    /// - Parameter functions: gives what stands for functions in it; `nil` to look for expressions in them.
    func rewritten(
        _ replacement: (TypedExpression) -> TypedExpression?,
        functions: ((TypedFunction) -> TypedFunction)? = nil
    ) -> TypedStatement {
        func one(_ expression: TypedExpression) -> TypedExpression {
            expression.rewritten(replacement)
        }
        func block(_ statements: [TypedStatement]) -> [TypedStatement] {
            statements.map { $0.rewritten(replacement, functions: functions) }
        }
        let new: TypedStatementKind =
            switch kind {
            case .expression(let value): .expression(one(value))
            case .assign(let targets, let value):
                .assign(targets: targets.map { $0.rewritten(replacement) }, value: one(value))
            case .augmentedAssign(let target, let operation, let value):
                .augmentedAssign(
                    target: target.rewritten(replacement), operation, value: one(value))
            case .return(let value): .return(value.map(one))
            case .if(let test, let then, let otherwise):
                .if(test: one(test), then: block(then), otherwise: block(otherwise))
            case .for(let target, let iterable, let body):
                .for(
                    target: target.rewritten(replacement), iterable: one(iterable),
                    body: block(body))
            case .while(let test, let body): .while(test: one(test), body: block(body))
            case .try(let body, let handlers):
                .try(
                    body: block(body),
                    handlers: handlers.map {
                        TypedHandler(exceptions: $0.exceptions, body: block($0.body))
                    })
            case .break, .continue: kind
            case .assert(let test, let source): .assert(one(test), source: source)
            case .raise(let exception, let message):
                .raise(exception: exception, message: message.map(one))
            case .function(let function):
                .function(functions?(function) ?? function.rewritten(replacement))
            }
        return TypedStatement(new, span: span)
    }
}

extension TypedFunction {
    /// The function with what `replacement` gives in the place of expressions in its body.
    func rewritten(_ replacement: (TypedExpression) -> TypedExpression?) -> TypedFunction {
        with(body: body.map { $0.rewritten(replacement) })
    }

    /// The function with another body or other parameters.
    func with(
        body: [TypedStatement]? = nil, parameters: [TypedParameter]? = nil, isStatic: Bool? = nil,
        isChanging: Bool? = nil
    ) -> TypedFunction {
        TypedFunction(
            name: name, parameters: parameters ?? self.parameters, result: result,
            body: body ?? self.body, isProperty: isProperty, isStatic: isStatic ?? self.isStatic,
            isThrowing: isThrowing, isChanging: isChanging ?? self.isChanging,
            compilation: compilation, span: span, definedIn: definedIn)
    }
}
