import Operations
import PythonSyntax

/// `ids.tolist()`: what is known of the array tells how deep the list is and what its numbers are, or how the list is
/// gone through, and that its numbers are used as indices.
extension FunctionChecker {
    /// The call, if the body tells what it gives.
    func checkListedArray(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, "tolist") = callee.kind, arguments.isEmpty else {
            return nil
        }
        guard let type = listType(of: call, check(base, quietly: true)) else { return nil }
        let array = check(base)
        guard array.type.unwrapped.isArray else { return nil }
        return builtinCall("array.tolist", array, [], type, call.span)
    }

    /// The type of the list of an array.
    private func listType(of call: Expression, _ array: TypedExpression) -> PythonType? {
        let facts = facts(of: array)
        guard facts.rank != 0 else { return nil }
        guard let kind = facts.kind, let rank = facts.rank else {
            return listDepth(of: call, array).map { PythonType.integer.listed($0) }
        }
        // Truth values that are counted with are integers.
        let isCounted = kind == .truth && listDepth(of: call, array) != nil
        return (isCounted ? .integer : kind.number).listed(rank)
    }
}

extension ElementKind {
    /// What Python makes of such a number.
    fileprivate var number: PythonType {
        switch self {
        case .truth: .boolean
        case .whole: .integer
        case .fraction: .float
        }
    }
}

extension PythonType {
    /// Lists in lists of it.
    fileprivate func listed(_ depth: Int) -> PythonType {
        (0..<depth).reduce(self) { element, _ in .list(element) }
    }
}

extension FunctionChecker {
    /// How deep the list of an array of whole numbers is, where the body tells by what it does with the elements.
    private func listDepth(of call: Expression, _ array: TypedExpression) -> Int? {
        let body = function.definition.body
        if let depth = body.indexDepth(of: call) { return depth }
        if body.convertsElements(of: call) || body.splits(at: call)
            || body.comparesElements(of: call) || extendsIntegers(with: call, of: array)
        {
            return 1
        }
        if let depth = body.comparedDepth(of: call) { return depth }
        let named = body.aliases(of: call).lazy.compactMap { body.indexDepth(of: $0) }.first
        return named ?? integerDepth(of: call)
    }

    /// How deep a list is whose elements the body puts where integers are: `numbers[i] = list[j][k]`.
    private func integerDepth(of list: Expression) -> Int? {
        let body = function.definition.body
        let names = body.assignedNames(of: list)
        return body.assignments.lazy.compactMap { targets, value -> Int? in
            guard let depth = value.depth(belowOneOf: names), depth > 0,
                targets.allSatisfy({ target in
                    guard case .subscript = target.kind else { return false }
                    return self.check(target, quietly: true).type == .integer
                })
            else { return nil }
            return depth
        }.first
    }

    /// `x.item()`, where something tells what kind of number it is: the body takes `count = x.item()` for a bound of a
    /// slice or a dimension, the array holds whole numbers or truth values by the way in which it is made, or the
    /// number is only compared with a literal. A number of positions, `mx.arange(x.item())`, has to be whole; of an
    /// array without dimensions `tolist` gives the number, too.
    func checkItem(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, let name) = callee.kind, arguments.isEmpty,
            ["item", "tolist"].contains(name),
            let kind = itemKind(of: base, call, isItem: name == "item"),
            let operation = program.table.builtinMethods["array"]?["\(kind)(item)"],
            case .type(let type) = operation.result
        else { return nil }
        let array = check(base)
        guard array.type == .array else { return nil }
        return TypedExpression(
            .call(
                TypedCall(
                    callee: .operation(operation),
                    arguments: [TypedArgument(parameter: "self", value: array)])), type,
            span: call.span)
    }

    private func itemKind(of base: Expression, _ call: Expression, isItem: Bool) -> String? {
        let body = function.definition.body
        if body.counts(with: call) { return "count" }
        let facts = facts(of: check(base, quietly: true))
        guard isItem || facts.rank == 0 else { return nil }
        if body.bounds(with: call) || body.shapes(with: call) { return "int" }
        switch facts.kind {
        case .truth: return "bool"
        case .whole: return "int"
        case .fraction: return "float"
        case nil:
            if body.comparesWithLiteral(call) { return "float" }
            return body.aliases(of: call).contains { body.counts(with: $0) } ? "count" : nil
        }
    }
}

extension [Statement] {
    /// Whether some slice is bounded by a local that is set to a value, or by a sum with it.
    fileprivate func bounds(with value: Expression) -> Bool {
        let names = assignedNames(of: value)
        return contains { statement in
            statement.contains { expression in
                guard case .slice(let lower, let upper, _) = expression.kind else { return false }
                return [lower, upper].contains { bound in
                    bound?.summands.contains { names.contains($0.simpleName ?? "") } == true
                }
            }
        }
    }

    /// Whether a dimension of some array is a value, or a local that is set to it.
    fileprivate func shapes(with value: Expression) -> Bool {
        let names = assignedNames(of: value)
        return contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    ["reshape", "broadcast_to"].contains(callee.lastComponent)
                else { return false }
                return arguments.flatMap(\.value.elements).contains {
                    $0 == value || names.contains($0.simpleName ?? "")
                }
            }
        }
    }

    /// Whether a value is compared with a number that is written out.
    fileprivate func comparesWithLiteral(_ value: Expression) -> Bool {
        contains { statement in
            statement.contains { expression in
                guard case .comparison(value, let parts) = expression.kind, parts.count == 1,
                    let type = parts[0].operand.constantType
                else { return false }
                return [.integer, .float].contains(type)
            }
        }
    }

    /// Whether positions are made up to a value: `mx.arange(value)`.
    fileprivate func counts(with value: Expression) -> Bool {
        calls("arange", with: value, at: 0)
    }

    /// Whether an array is split at a list: `mx.split(array, list)`.
    fileprivate func splits(at list: Expression) -> Bool { calls("split", with: list, at: 1) }

    private func calls(_ name: String, with value: Expression, at position: Int) -> Bool {
        contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    callee.lastComponent == name, arguments.count > position
                else { return false }
                return arguments[position].label == .positional
                    && arguments[position].value == value
            }
        }
    }

    /// Whether a local that is set to a list has its elements converted: `int(size[0])`.
    fileprivate func convertsElements(of list: Expression) -> Bool {
        let names = assignedNames(of: list)
        return contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    callee.simpleName == "int", arguments.count == 1,
                    case .subscript(let base, let index) = arguments[0].value.kind
                else { return false }
                return !index.hasSlice && names.contains(base.simpleName ?? "")
            }
        }
    }

    /// Whether the elements of a list, or of one that is made of them, are compared with a whole number or looked for
    /// by their positions.
    fileprivate func comparesElements(of list: Expression) -> Bool {
        let names = assignedNames(of: list)
        func isList(_ value: Expression) -> Bool {
            value == list || names.contains(value.simpleName ?? "")
        }
        return contains { statement in
            statement.contains { expression in
                switch expression.kind {
                case .comprehension(_, let element, nil, let clauses):
                    guard
                        let name = clauses.lazy.compactMap({
                            $0.target.element(ofOneOf: isList, in: $0.iterable)
                        }).first
                    else { return false }
                    if clauses.flatMap(\.conditions).contains(where: { $0.compares(name) }) {
                        return true
                    }
                    return element == name && comparesElements(of: expression)
                case .call(let callee, let arguments):
                    guard case .attribute(let base, "index") = callee.kind else { return false }
                    return arguments.count == 2 && isList(base)
                default: return false
                }
            }
        }
    }

    /// How deep a list is of whose lists a comprehension compares the elements with whole numbers:
    /// `[i for i, n in enumerate(rows[0]) if n == 1]`.
    fileprivate func comparedDepth(of list: Expression) -> Int? {
        let names = assignedNames(of: list)
        var found: Int?
        _ = contains { statement in
            statement.contains { expression in
                guard case .comprehension(_, _, nil, let clauses) = expression.kind else {
                    return false
                }
                for clause in clauses {
                    var depth: Int?
                    let element = clause.target.element(
                        ofOneOf: {
                            depth = $0.depth(belowOneOf: names)
                            return depth.map { $0 > 0 } == true
                        }, in: clause.iterable)
                    if let element, let depth,
                        clause.conditions.contains(where: { $0.compares(element) })
                    {
                        found = depth + 1
                        return true
                    }
                }
                return false
            }
        }
        return found
    }

    /// The locals that are set to a list alone, if to something else in another case.
    fileprivate func aliases(of list: Expression) -> [Expression] {
        assignments.compactMap { targets, value in
            var choices = [value]
            if case .conditional(_, let then, let otherwise) = value.kind {
                choices = [then, otherwise]
            }
            guard targets.count == 1, targets[0].simpleName != nil, choices.contains(list) else {
                return nil
            }
            return targets[0]
        }
    }

    /// All assignments of the block and of those inside it.
    fileprivate var assignments: [([Expression], Expression)] {
        flatMap { statement -> [([Expression], Expression)] in
            guard case .assign(let targets, let value) = statement.kind else {
                return statement.statements.assignments
            }
            return [(targets, value)]
        }
    }

    /// The locals that are set to a value or to an expression with it.
    fileprivate func assignedNames(of value: Expression) -> Set<String> {
        reduce(into: []) { names, statement in
            if case .assign(let targets, let assigned) = statement.kind {
                for (target, part) in targets.flatMap({ $0.paired(with: assigned) })
                where part == value || part.children.contains(value) {
                    names.formUnion([target].compactMap(\.simpleName))
                }
            }
            names.formUnion(statement.statements.assignedNames(of: value))
        }
    }
}

extension Statement {
    /// Whether an expression of the statement, or of those inside it, meets a condition.
    func contains(_ condition: (Expression) -> Bool) -> Bool {
        expressions.contains { $0.contains(condition) }
            || statements.contains { $0.contains(condition) }
    }
}

extension Expression {
    fileprivate func contains(_ condition: (Expression) -> Bool) -> Bool {
        condition(self) || children.contains { $0.contains(condition) }
    }

    /// The elements of a tuple or list; the expression itself where it is neither.
    fileprivate var elements: [Expression] {
        switch kind {
        case .tuple(let elements), .list(let elements): elements
        default: [self]
        }
    }

    /// The targets of an assignment with what each is set to.
    fileprivate func paired(with value: Expression) -> [(Expression, Expression)] {
        guard case .tuple(let targets) = kind, case .tuple(let values) = value.kind,
            targets.count == values.count
        else { return [(self, value)] }
        return Array(zip(targets, values))
    }

    /// What a sum is made of.
    fileprivate var summands: [Expression] {
        if case .binary(let left, .add, let right) = kind { return left.summands + right.summands }
        return [self]
    }
}

extension [Statement] {
    /// How many loops lie between a list and the use of its elements as indices.
    fileprivate func indexDepth(of list: Expression) -> Int? {
        for statement in self {
            if case .for(let target, let iterable, let body, _) = statement.kind,
                let element = target.element(of: list, in: iterable),
                let depth = body.depth(of: element)
            {
                return depth + 1
            }
            if case .for(let target, list, let body, _) = statement.kind,
                case .tuple(let parts) = target.kind,
                let depth = parts.lazy.compactMap({ body.depth(of: $0) }).first
            {
                // Each element is a list itself, and taken apart.
                return depth + 2
            }
            if let depth = statement.expressions.lazy.compactMap({ $0.indexDepth(of: list) }).first
                ?? statement.statements.indexDepth(of: list)
            {
                return depth
            }
        }
        return nil
    }

    /// The same for what a loop's variable stands for; 0 where it is itself an index.
    fileprivate func depth(of name: Expression) -> Int? {
        for statement in self {
            if statement.expressions.contains(where: { $0.indexes(with: name) }) { return 0 }
            if let depth = statement.statements.depth(of: name) { return depth }
        }
        return indexDepth(of: name)
    }
}

extension Expression {
    fileprivate func indexDepth(of list: Expression) -> Int? {
        if case .call(let callee, let arguments) = kind, callee.simpleName == "int",
            arguments.count == 1, let name = list.simpleName,
            let depth = arguments[0].value.depth(belowOneOf: [name]), depth > 0
        {
            return depth
        }
        if case .comprehension(_, let element, let value, let clauses) = kind {
            for clause in clauses {
                guard let name = clause.target.element(of: list, in: clause.iterable) else {
                    continue
                }
                let parts = [element] + [value].compactMap { $0 } + clause.conditions
                if case .tuple(let names) = name.kind,
                    parts.contains(where: { part in names.contains { part.indexes(with: $0) } })
                {
                    return 2
                }
                if parts.contains(where: { $0.indexes(with: name) }) { return 1 }
                if let depth = parts.lazy.compactMap({ $0.indexDepth(of: name) }).first {
                    return depth + 1
                }
            }
        }
        return children.lazy.compactMap { $0.indexDepth(of: list) }.first
    }

    /// How many subscripts stand behind one of some names.
    fileprivate func depth(belowOneOf names: Set<String>) -> Int? {
        if case .subscript(let base, let index) = kind, !index.hasSlice {
            return base.depth(belowOneOf: names).map { $0 + 1 }
        }
        return names.contains(simpleName ?? "") ? 0 : nil
    }

    /// Whether a value is compared with a whole number.
    fileprivate func compares(_ value: Expression) -> Bool {
        guard case .comparison(let first, let parts) = kind, first == value, parts.count == 1,
            case .constant(.integer) = parts[0].operand.kind
        else { return false }
        return true
    }

    /// The variable of a loop over `iterable` that holds an element of one of the lists that are meant.
    fileprivate func element(ofOneOf isList: (Expression) -> Bool, in iterable: Expression)
        -> Expression?
    {
        if isList(iterable) { return self }
        guard case .call(let callee, let arguments) = iterable.kind,
            case .tuple(let targets) = kind,
            let place = arguments.firstIndex(where: { isList($0.value) })
        else { return nil }
        switch callee.simpleName {
        case "zip" where targets.count == arguments.count: return targets[place]
        case "enumerate" where targets.count == 2 && place == 0: return targets[1]
        default: return nil
        }
    }

    /// The variable of a loop over `iterable` that holds an element of a list.
    fileprivate func element(of list: Expression, in iterable: Expression) -> Expression? {
        element(ofOneOf: { $0 == list }, in: iterable)
    }

    /// Whether something is indexed with a value, or has it for a dimension or a count, as only an integer can be, or
    /// an integer is made of it.
    fileprivate func indexes(with value: Expression) -> Bool {
        if case .subscript(_, value) = kind { return true }
        if case .call(let callee, let arguments) = kind {
            if callee.simpleName == "int", arguments.map(\.value) == [value] { return true }
            let isMethod = ["reshape", "broadcast_to"].contains(callee.lastComponent)
            let isFunction = ["tile", "repeat"].contains(callee.lastComponent)
            let sizes = isMethod ? arguments : isFunction ? Array(arguments.dropFirst()) : []
            if sizes.flatMap(\.value.elements).contains(value) { return true }
        }
        return children.contains { $0.indexes(with: value) }
    }
}
