import Operations
import PythonSyntax

/// What the numbers of an array are.
public enum ElementKind: Sendable {
    case truth
    case whole

    /// The kind that a dtype is for, by its name in Python or Swift; `nil` for fractions.
    public init?(dtype name: String) {
        if name.hasSuffix("bool") {
            self = .truth
        } else if name.contains("int") {
            self = .whole
        } else {
            return nil
        }
    }
}

/// What is known of an array beside that it is one: what its numbers are, and how many axes it has.
public struct ArrayFacts: Hashable, Sendable {
    public var kind: ElementKind?
    public var rank: Int?

    public init(kind: ElementKind? = nil, rank: Int? = nil) {
        self.kind = kind
        self.rank = rank
    }

    /// What is known of one of two arrays.
    public func joined(with other: ArrayFacts) -> ArrayFacts {
        ArrayFacts(
            kind: kind == other.kind ? kind : nil, rank: rank == other.rank ? rank : nil)
    }

    fileprivate func withRank(_ rank: Int?) -> ArrayFacts { ArrayFacts(kind: kind, rank: rank) }
}

extension Program {
    /// Notes what is passed to a parameter in the current round.
    func noteFacts(_ facts: ArrayFacts, of parameter: String, in function: FunctionInfo) {
        let name = Self.name(of: parameter, in: function)
        passedFacts[name] = passedFacts[name]?.joined(with: facts) ?? facts
    }

    /// What a round has found of parameters is known to the next.
    func settleFacts() {
        if passedFacts != argumentFacts { changed = true }
        argumentFacts = passedFacts
        passedFacts = [:]
    }

    /// What is known of an array that is passed to a function: what all its calls in the code say, and for a function
    /// that the runtime calls what the definition says of its inputs.
    fileprivate func facts(of parameter: String, in function: FunctionInfo) -> ArrayFacts {
        let passed = argumentFacts[Self.name(of: parameter, in: function)]
        guard function.isBorder else { return passed ?? ArrayFacts() }
        let given = inputFacts[parameter] ?? ArrayFacts()
        return passed?.joined(with: given) ?? given
    }
}

extension FunctionChecker {
    /// What the way in which an array is made tells of it: `(ids == mark).sum()` counts.
    func facts(of array: TypedExpression) -> ArrayFacts {
        guard array.type.unwrapped == .array else {
            let isWhole = array.type == .integer || array.type == .boolean
            return ArrayFacts(kind: isWhole ? .whole : nil, rank: array.type.isNumber ? 0 : nil)
        }
        switch array.kind {
        case .comparison: return ArrayFacts(kind: .truth)
        case .element(let base, _):
            let whole = facts(of: base)
            return whole.withRank(whole.rank.map { max(0, $0 - 1) })
        case .sliced(let base, let indices):
            let whole = facts(of: base)
            return whole.withRank(rank(of: whole.rank, at: indices))
        case .local(let name): return facts(ofLocal: name)
        case .binary(let left, let operation, let right):
            let operands = [left, right].map { facts(of: $0) }
            let staysWhole = [.add, .subtract, .multiply, .floorDivide, .modulo].contains(operation)
            let areWhole = operands.allSatisfy { $0.kind != nil }
            let ranks = operands.compactMap(\.rank)
            return ArrayFacts(
                kind: staysWhole && areWhole ? .whole : nil,
                rank: ranks.count == 2 ? ranks.max() : nil)
        case .conditional(_, let then, let otherwise):
            return facts(of: then).joined(with: facts(of: otherwise))
        case .call(let call): return facts(ofCall: call)
        default: return ArrayFacts()
        }
    }

    private func facts(ofLocal name: String) -> ArrayFacts {
        if let known = localFacts[name] { return known }
        // What is passed on the way is looked into as well, and may be the local itself.
        guard namesLookedInto.insert(name).inserted else { return ArrayFacts() }
        defer { namesLookedInto.remove(name) }
        let found = sourceFacts(ofLocal: name)
        if found.kind != nil || found.rank != nil { localFacts[name] = found }
        return found
    }

    private func sourceFacts(ofLocal name: String) -> ArrayFacts {
        let body = function.definition.body
        let isParameter = function.parameters.contains { $0.name == name }
        let values = body.values(of: name)
        if values.isEmpty { return isParameter ? program.facts(of: name, in: function) : .init() }
        var found = isParameter ? program.facts(of: name, in: function) : nil
        for value in values {
            guard let made = facts(of: value, assignedTo: name) else { continue }
            found = found?.joined(with: made) ?? made
            if found == ArrayFacts() { break }
        }
        return found ?? ArrayFacts()
    }

    /// What an assignment says of a local; nothing where it reads the parameter of that name, out of `**kwargs`.
    private func facts(of value: BoundValue, assignedTo name: String) -> ArrayFacts? {
        switch value {
        case .whole(let value):
            let typed = inspect(value)
            return typed.kind == .local(name) ? nil : facts(of: typed)
        case .row(let array):
            let whole = facts(of: inspect(array))
            return whole.withRank(whole.rank.map { max(0, $0 - 1) })
        case .other: return ArrayFacts()
        }
    }

    private func facts(ofCall call: TypedCall) -> ArrayFacts {
        guard case .operation(let operation) = call.callee,
            let operand = call.arguments.first?.value
        else { return ArrayFacts() }
        let name = String(operation.python.split(separator: ".").last ?? "")
        let given = facts(of: operand)
        if Self.tests.contains(name) { return ArrayFacts(kind: .truth) }
        if Self.positions.contains(name) { return ArrayFacts(kind: .whole) }
        if name == "array", let listed = operand.type.listedFacts {
            let kind = call.argument("dtype").map(\.elementKind) ?? listed.kind
            return ArrayFacts(kind: kind, rank: listed.rank)
        }
        if name == "astype" {
            return ArrayFacts(kind: call.arguments.last?.value.elementKind, rank: given.rank)
        }
        guard !call.arguments.contains(where: { $0.parameter == "dtype" }) else {
            return ArrayFacts()
        }
        switch name {
        case "abs", "array", "contiguous", "stop_gradient": return given
        case "flatten": return given.withRank(call.arguments.count == 1 ? 1 : nil)
        case "transpose": return given
        case "reshape": return given.withRank(call.newRank)
        case "expand_dims", "squeeze": return given.withRank(nil)
        case "max", "min": return given.withRank(rank(of: given.rank, reducedBy: call))
        case "sum", "prod":
            return ArrayFacts(
                kind: given.kind == nil ? nil : .whole,
                rank: rank(of: given.rank, reducedBy: call))
        case "cumsum":
            return ArrayFacts(kind: given.kind == nil ? nil : .whole, rank: given.rank)
        default: return ArrayFacts()
        }
    }

    private func rank(of whole: Int?, reducedBy call: TypedCall) -> Int? {
        guard let axis = call.argument("axis") else { return 0 }
        guard case .constant(.integer) = axis.withoutSign.kind,
            call.argument("keepdims") == nil
        else { return nil }
        return whole.map { max(0, $0 - 1) }
    }

    private func rank(of whole: Int?, at indices: [TypedIndex]) -> Int? {
        guard var rank = whole else { return nil }
        for index in indices {
            switch index {
            case .slice, .ellipsis: continue
            case .newAxis: rank += 1
            case .value(let value):
                guard value.type == .integer || facts(of: value).rank == 0 else {
                    return nil
                }
                rank -= 1
            }
        }
        return rank < 0 ? nil : rank
    }

    private static var tests: Set<String> {
        ["all", "any", "array_equal", "isinf", "isnan", "logical_and", "logical_not", "logical_or"]
    }

    private static var positions: Set<String> { ["argmax", "argmin", "argpartition", "argsort"] }

    /// Whether `list.extend(x.tolist())` adds whole numbers to a list of such.
    func extendsIntegers(with listed: Expression, of array: TypedExpression) -> Bool {
        function.definition.body.contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    case .attribute(let list, "extend") = callee.kind, let name = list.simpleName,
                    arguments.count == 1, arguments[0].value == listed
                else { return false }
                return self.locals[name] == .list(.integer)
                    && self.facts(of: array).kind == .whole
            }
        }
    }
}

extension TypedCall {
    /// How many axes a shape has that is written out.
    fileprivate var newRank: Int? {
        let sizes = arguments.dropFirst().map(\.value)
        if sizes.count == 1 {
            switch sizes[0].kind {
            case .tuple(let elements), .list(let elements): return elements.count
            default: break
            }
        }
        return !sizes.isEmpty && sizes.allSatisfy { $0.type == .integer } ? sizes.count : nil
    }
}

extension TypedExpression {
    /// The kind of numbers that a dtype is for.
    fileprivate var elementKind: ElementKind? {
        guard case .libraryConstant(let name) = kind else { return nil }
        return ElementKind(dtype: name)
    }

    /// A literal without its sign.
    fileprivate var withoutSign: TypedExpression {
        if case .unary(.minus, let operand) = kind { operand } else { self }
    }
}

extension PythonType {
    /// What an array is like that is made of a list of this type.
    fileprivate var listedFacts: ArrayFacts? {
        guard case .list(let element) = self else { return nil }
        switch element {
        case .integer: return ArrayFacts(kind: .whole, rank: 1)
        case .float: return ArrayFacts(rank: 1)
        case .boolean: return ArrayFacts(kind: .truth, rank: 1)
        case .list:
            let inner = element.listedFacts
            return ArrayFacts(kind: inner?.kind, rank: (inner?.rank).map { $0 + 1 })
        default: return ArrayFacts()
        }
    }

    fileprivate var isNumber: Bool { self == .integer || self == .float || self == .boolean }
}

/// What a statement sets a name to.
private enum BoundValue {
    case whole(Expression)
    /// Each of the rows of an array, in a loop.
    case row(of: Expression)
    case other
}

extension [Statement] {
    /// What the block, and those inside it, set a name to; numbers that are taken out of an array are none.
    fileprivate func values(of name: String) -> [BoundValue] {
        flatMap { statement -> [BoundValue] in
            switch statement.kind {
            case .assign(let targets, let value):
                if targets.contains(where: { $0.simpleName == name }) {
                    return value.takesNumbersOut ? [] : [.whole(value)]
                }
                return targets.contains { $0.boundNames.contains(name) } ? [.other] : []
            case .annotatedAssign(let target, _, let value?):
                return target.simpleName == name ? [.whole(value)] : []
            case .augmentedAssign(let target, _, _):
                return target.boundNames.contains(name) ? [.other] : []
            case .for(let target, let iterable, _, _) where target.boundNames.contains(name):
                let own: BoundValue = target.simpleName == name ? .row(of: iterable) : .other
                return [own] + statement.statements.values(of: name)
            default: return statement.statements.values(of: name)
            }
        }
    }
}

extension Expression {
    /// `x.item()`, `x.tolist()`
    fileprivate var takesNumbersOut: Bool {
        guard case .call(let callee, let arguments) = kind, arguments.isEmpty,
            case .attribute(_, let name) = callee.kind
        else { return false }
        return ["item", "tolist"].contains(name)
    }
}
