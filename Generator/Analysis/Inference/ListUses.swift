import PythonSyntax

// What a body does with a number or a list tells what they are.

extension [Statement] {
    /// Whether some slice is bounded by a local that is set to a value, or by a sum with it.
    func bounds(with value: Expression) -> Bool {
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
    func shapes(with value: Expression) -> Bool {
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
    func comparesWithLiteral(_ value: Expression) -> Bool {
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
    func counts(with value: Expression) -> Bool {
        calls("arange", with: value, at: 0)
    }

    /// Whether an array is split at a list: `mx.split(array, list)`.
    func splits(at list: Expression) -> Bool { calls("split", with: list, at: 1) }

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
    func convertsElements(of list: Expression) -> Bool {
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
    func comparesElements(of list: Expression) -> Bool {
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
    func comparedDepth(of list: Expression) -> Int? {
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
    func aliases(of list: Expression) -> [Expression] {
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
    var assignments: [([Expression], Expression)] {
        flatMap { statement -> [([Expression], Expression)] in
            guard case .assign(let targets, let value) = statement.kind else {
                return statement.statements.assignments
            }
            return [(targets, value)]
        }
    }

    /// The locals that are set to a value or to an expression with it.
    func assignedNames(of value: Expression) -> Set<String> {
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
    func indexDepth(of list: Expression) -> Int? {
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
    func indexDepth(of list: Expression) -> Int? {
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
    func depth(belowOneOf names: Set<String>) -> Int? {
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
