import PythonSyntax

/// Gives each variable of a function its own name where Python uses one name for several.
///
/// A loop or a branch that sets a name before it reads it, and after which nobody reads what it set,
/// has a variable of its own: another type, another place of declaration. Its name gets a mark and a
/// number that no Python name can have; Swift's scopes tell it from the others without them.
struct SplitLocals {
    static let mark: Character = "'"
    /// Stands behind the mark of what a branch makes of a value from around it.
    fileprivate static let branchMark = "b"

    private var count = 0

    /// The function with its locals split.
    static func split(_ function: FunctionDefinition) -> FunctionDefinition {
        var splitter = SplitLocals()
        var body = function.body
        let parameters = Set(function.parameters.all.map(\.name))
        let fixed = body.untouchableNames
        // What only statements of the function itself set stays one variable.
        let inner = body.filter(\.hasBlocks).assignedNames
        for name in inner.subtracting(fixed).sorted() {
            body = splitter.split(
                name, in: body, isReadLater: false, isSet: parameters.contains(name))
        }
        return FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: body, decorators: function.decorators, isAsync: function.isAsync)
    }

    /// The function with a new name for what a statement of the body assigns, and what reads it behind.
    static func split(_ function: FunctionDefinition, _ name: String, from index: Int)
        -> FunctionDefinition
    {
        var body = function.body
        guard !body.untouchableNames.contains(name),
            body[index].assignedName == name || body[index].guardedName?.name == name
        else { return function }
        let new = "\(name)\(mark)s\(index)"
        body[index] = body[index].assigning(new, insteadOf: name)
        for later in body.indices where later > index {
            body[later] = body[later].renaming(name, to: new)
        }
        return FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: body, decorators: function.decorators, isAsync: function.isAsync)
    }

    /// The function with a new name for what a statement of an inner block assigns, and what reads it behind in the
    /// block; `nil` where somebody else may read it, and the block does not set it again.
    static func split(_ function: FunctionDefinition, _ name: String, at span: SourceSpan)
        -> FunctionDefinition?
    {
        guard !function.body.untouchableNames.contains(name),
            let body = split(name, at: span, in: function.body, isReadLater: false)
        else { return nil }
        return FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: body, decorators: function.decorators, isAsync: function.isAsync)
    }

    private static func split(
        _ name: String, at span: SourceSpan, in block: [Statement], isReadLater: Bool
    ) -> [Statement]? {
        var block = block
        if let index = block.firstIndex(where: { $0.span == span }) {
            let isGuarded = block[index].guardedName?.name == name
            guard block[index].assignedName == name || isGuarded && !isReadLater else { return nil }
            let new = "\(name)\(mark)s\(span.line)"
            if isReadLater {
                return block.splittingStretch(of: name, at: index, as: new)
            }
            block[index] = block[index].assigning(new, insteadOf: name)
            for later in block.indices where later > index {
                block[later] = block[later].renaming(name, to: new)
            }
            return block
        }
        for (index, statement) in block.enumerated() {
            let isRead = block[(index + 1)...].reads(name) ?? isReadLater
            func inner(_ body: [Statement], isLoop: Bool) -> [Statement]? {
                let isCarried = isLoop && body[...].reads(name) == true
                return split(name, at: span, in: body, isReadLater: isRead || isCarried)
            }
            let replaced: StatementKind? =
                switch statement.kind {
                case .if(let test, let then, let otherwise):
                    inner(then, isLoop: false).map {
                        .if(test: test, then: $0, otherwise: otherwise)
                    }
                        ?? inner(otherwise, isLoop: false).map {
                            .if(test: test, then: then, otherwise: $0)
                        }
                case .for(let target, let iterable, let body, let otherwise):
                    inner(body, isLoop: true).map {
                        .for(target: target, iterable: iterable, body: $0, otherwise: otherwise)
                    }
                default: nil
                }
            if let replaced {
                block[index] = Statement(replaced, span: statement.span)
                return block
            }
        }
        return nil
    }

    /// - Parameters:
    ///   - isReadLater: whether what the block sets may be read behind it.
    ///   - isSet: whether the name has a value in front of the block.
    private mutating func split(
        _ name: String, in block: [Statement], isReadLater: Bool, isSet: Bool
    ) -> [Statement] {
        var isSet = isSet
        return block.enumerated().map { index, statement in
            defer { if statement.sets(name) { isSet = true } }
            guard statement.hasBlocks else { return statement }
            let isRead = block[(index + 1)...].reads(name) ?? isReadLater
            return split(name, in: statement, isReadLater: isRead, isSet: isSet)
        }
    }

    private mutating func split(
        _ name: String, in statement: Statement, isReadLater: Bool, isSet: Bool
    ) -> Statement {
        switch statement.kind {
        case .if(let test, let then, let otherwise):
            return Statement(
                .if(
                    test: test,
                    then: split(
                        name, branch: then, isReadLater: isReadLater, isSet: isSet,
                        isPresent: test.asksForPresence(of: name)),
                    otherwise: split(
                        name, branch: otherwise, isReadLater: isReadLater, isSet: isSet)),
                span: statement.span)
        case .for(let target, let iterable, let body, let otherwise):
            if target.boundNames.contains(name), !isReadLater {
                let new = newName(name)
                let inner = split(name, in: body, isReadLater: false, isSet: true)
                let converting = inner.firstIndex { $0.converts(name) } ?? inner.endIndex
                let converted = converting < inner.endIndex ? newName(name) : new
                // `for n in ids: n = int(n)`: what the elements are made is another variable.
                let renamed = inner.enumerated().map { index, statement in
                    if index < converting { return statement.renaming(name, to: new) }
                    return index == converting
                        ? statement.renaming(name, to: new, setting: converted)
                        : statement.renaming(name, to: converted)
                }
                return Statement(
                    .for(
                        target: target.renaming(name, to: new), iterable: iterable,
                        body: renamed, otherwise: otherwise), span: statement.span)
            }
            return Statement(
                .for(
                    target: target, iterable: iterable,
                    body: split(name, loop: body, isReadLater: isReadLater, isSet: isSet),
                    otherwise: otherwise), span: statement.span)
        case .while(let test, let body, let otherwise):
            let isRead = isReadLater || test.reads(name)
            return Statement(
                .while(
                    test: test, body: split(name, loop: body, isReadLater: isRead, isSet: isSet),
                    otherwise: otherwise), span: statement.span)
        default:
            return statement
        }
    }

    /// - Parameter isPresent: whether the branch is taken where the name's value is not None.
    private mutating func split(
        _ name: String, branch block: [Statement], isReadLater: Bool, isSet: Bool,
        isPresent: Bool = false
    ) -> [Statement] {
        guard !isReadLater else {
            return split(name, in: block, isReadLater: isReadLater, isSet: isSet)
        }
        if block[...].reads(name) == false, !isSet {
            let new = newName(name)
            return split(name, in: block, isReadLater: false, isSet: false)
                .map { $0.renaming(name, to: new) }
        }
        guard isPresent, let first = block.firstIndex(where: { [$0].assignedNames.contains(name) }),
            block[first].assignedName == name, !block[first].hasBlocks,
            block[first...].reads(name) == true
        else { return split(name, in: block, isReadLater: false, isSet: isSet) }
        // `if x is not None: x = f(x); …`: what the branch makes of a value is its own.
        let new = newName(name, Self.branchMark)
        let rest = split(
            name, in: Array(block[(first + 1)...]), isReadLater: false, isSet: true)
        return block[..<first] + [block[first].assigning(new, insteadOf: name)]
            + rest.map { $0.renaming(name, to: new) }
    }

    /// What the end of a loop's body sets, its start may read.
    private mutating func split(
        _ name: String, loop block: [Statement], isReadLater: Bool, isSet: Bool
    ) -> [Statement] {
        let isCarried = block[...].reads(name) ?? false
        return split(name, branch: block, isReadLater: isReadLater || isCarried, isSet: isSet)
    }

    private mutating func newName(_ name: String, _ kind: String = "") -> String {
        count += 1
        return "\(name)\(Self.mark)\(kind)\(count)"
    }
}

extension [Statement] {
    /// The block with a new name for what a statement sets, up to the one that sets the name again, or else for what the
    /// one before had set up to it; `nil` where there is neither.
    fileprivate func splittingStretch(of name: String, at index: Int, as new: String)
        -> [Statement]?
    {
        let before = indices.last { $0 < index && self[$0].setsAlone(name) }
        let start: Int
        let end: Int
        if let behind = indices.first(where: { $0 > index && self[$0].setsAlone(name) }) {
            (start, end) = (index, behind)
        } else if let before, self[index].setsAlone(name), self[index].reads(name) == true {
            (start, end) = (before, index)
        } else {
            return nil
        }
        var block = self
        block[start] = block[start].assigning(new, insteadOf: name)
        for between in start + 1..<end { block[between] = block[between].renaming(name, to: new) }
        block[end] = block[end].renaming(name, to: new, setting: name)
        return block
    }
}

extension Statement {
    /// Whether it is an assignment to the name and nothing else.
    fileprivate func setsAlone(_ name: String) -> Bool {
        if case .assign = kind { assignedName == name } else { false }
    }

    /// Whether the statement itself, rather than a block inside it, sets a name.
    fileprivate func sets(_ name: String) -> Bool {
        switch kind {
        case .assign(let targets, _): targets.contains { $0.boundNames.contains(name) }
        case .annotatedAssign(let target, _, _?), .augmentedAssign(let target, _, _):
            target.boundNames.contains(name)
        default: false
        }
    }

    /// Whether it is a branch or a loop.
    fileprivate var hasBlocks: Bool {
        switch kind {
        case .if, .for, .while: true
        default: false
        }
    }

    /// The one name that the statement sets: by itself, or at the end of both branches, neither of which
    /// sets it before.
    var assignedName: String? {
        switch kind {
        case .assign(let targets, _): return targets.count == 1 ? targets[0].simpleName : nil
        case .if(_, let then, let otherwise):
            guard let name = then.last?.assignedName, otherwise.last?.assignedName == name,
                !(then.dropLast() + otherwise.dropLast()).assignedNames.contains(name)
            else { return nil }
            return name
        default: return nil
        }
    }

    /// The one name that an `if` without `else` sets, at its end and not before, with the test.
    var guardedName: (test: Expression, name: String)? {
        guard case .if(let test, let then, let otherwise) = kind, otherwise.isEmpty,
            let name = then.last?.assignedName, !then.dropLast().assignedNames.contains(name)
        else { return nil }
        return (test, name)
    }

    /// Whether the statement makes a number of a name's value under the same name, perhaps among others.
    fileprivate func converts(_ name: String) -> Bool {
        guard case .assign(let targets, let value) = kind, targets.count == 1 else { return false }
        let pairs: [(Expression, Expression)] =
            if case .tuple(let names) = targets[0].kind, case .tuple(let values) = value.kind,
                names.count == values.count
            { Array(zip(names, values)) } else { [(targets[0], value)] }
        return pairs.contains { target, value in
            guard target.simpleName == name, case .call(let callee, let arguments) = value.kind
            else { return false }
            return callee.simpleName == "int" && arguments.count == 1
                && arguments[0].value.simpleName == name
        }
    }

    /// An assignment with one name for what it reads and another for what it sets.
    fileprivate func renaming(_ name: String, to new: String, setting set: String) -> Statement {
        guard case .assign(let targets, let value) = kind else { return self }
        return Statement(
            .assign(
                targets: targets.map { $0.renaming(name, to: set) },
                value: value.renaming(name, to: new)), span: span)
    }

    /// The statement with another name for what it sets; what it reads stays.
    fileprivate func assigning(_ new: String, insteadOf name: String) -> Statement {
        switch kind {
        case .assign(let targets, let value):
            Statement(
                .assign(targets: targets.map { $0.renaming(name, to: new) }, value: value),
                span: span)
        case .if(let test, let then, let otherwise):
            Statement(
                .if(
                    test: test, then: then.assigningLast(new, insteadOf: name),
                    otherwise: otherwise.assigningLast(new, insteadOf: name)), span: span)
        default: self
        }
    }
}

extension [Statement] {
    /// The block with another name for what its last statement sets.
    fileprivate func assigningLast(_ new: String, insteadOf name: String) -> [Statement] {
        dropLast() + suffix(1).map { $0.assigning(new, insteadOf: name) }
    }
}

extension String {
    /// Whether the local is what a branch makes of a value of the same name from around it.
    public var isMadeByBranch: Bool {
        dropFirst(withoutSplitMark.count + 1).hasPrefix(SplitLocals.branchMark)
    }

    /// The Python name of a local without the mark of a split.
    public var withoutSplitMark: String {
        let mark = SplitLocals.mark.asciiValue
        return utf8.firstIndex { $0 == mark }.map { String(self[..<$0]) } ?? self
    }
}

extension Expression {
    /// Whether the expression is `name is not None`, or that and more.
    fileprivate func asksForPresence(of name: String) -> Bool {
        switch kind {
        case .boolean(.and, let operands):
            operands.contains { $0.asksForPresence(of: name) }
        case .comparison(let left, let parts):
            left.simpleName == name && parts.count == 1 && parts[0].comparison == .isNot
                && parts[0].operand.kind == .constant(.none)
        default: false
        }
    }
}
