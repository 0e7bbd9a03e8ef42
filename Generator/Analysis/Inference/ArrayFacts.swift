import Operations
import PythonSyntax

/// What the numbers of an array are.
public enum ElementKind: Sendable {
    case truth
    case whole
    case fraction

    /// The kind that a dtype is for, by its name in Python or Swift; `nil` for those that no model computes in.
    public init?(dtype name: String) {
        if name.hasSuffix("bool") {
            self = .truth
        } else if name.contains("int") {
            self = .whole
        } else if name.contains("float"), !name.hasSuffix("64") {
            self = .fraction
        } else {
            return nil
        }
    }

    /// Whether Python reads such numbers as integers or truth values.
    var isDiscrete: Bool { self != .fraction }

    /// What sums of such numbers are.
    var summed: ElementKind { self == .fraction ? .fraction : .whole }
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

    func withRank(_ rank: Int?) -> ArrayFacts { ArrayFacts(kind: kind, rank: rank) }

    /// What is known of the rows of an array.
    var row: ArrayFacts { withRank(rank.map { max(0, $0 - 1) }) }
}

/// What functions pass to the parameters of others, by `function.parameter`.
struct PassedValues {
    /// What is known of arrays.
    var facts: [String: ArrayFacts] = [:]
    /// The parameters to which something is passed that may be `None`.
    var absent: Set<String> = []

    mutating func join(_ other: PassedValues) {
        facts.merge(other.facts) { $0.joined(with: $1) }
        absent.formUnion(other.absent)
    }
}

/// What a round of inference finds in a function. It is found again unless something is learned meanwhile.
struct SettledFunction {
    let function: TypedFunction
    let passed: PassedValues
    let diagnostics: [Diagnostic]
    /// How often something had been learned before it.
    let learned: Int
}

extension Program {
    /// Notes what is passed to a parameter in the current round.
    func noteFacts(_ facts: ArrayFacts, of parameter: String, in function: FunctionInfo) {
        passed.facts.merge([Self.name(of: parameter, in: function): facts]) { $0.joined(with: $1) }
    }

    /// What a round has found of parameters is known to the next, which looks at their functions again; whether
    /// there is any.
    func settleFacts() -> Bool {
        let known = argumentFacts
        argumentFacts = passed.facts
        passed.facts = [:]
        let names = Set(known.keys).union(argumentFacts.keys).filter {
            known[$0] != argumentFacts[$0]
        }
        let stale = Set(names.map(\.checkedFunction))
        for function in reachedFunctions where stale.contains(function.dottedName) {
            function.settled = nil
        }
        return !names.isEmpty
    }

    /// What is known of an array that is passed to a function: what all its calls in the code say, and for a function
    /// that the runtime calls what the definition says of its inputs.
    fileprivate func facts(of parameter: String, in function: FunctionInfo) -> ArrayFacts {
        let passed = argumentFacts[Self.name(of: parameter, in: function)]
        guard function.isBorder else { return passed ?? ArrayFacts() }
        let given = inputFacts[function.inputName(of: parameter)] ?? ArrayFacts()
        return passed?.joined(with: given) ?? given
    }
}

extension String {
    /// The function with whose body that of a `function.parameter` is checked: the one around it, if there is one.
    fileprivate var checkedFunction: String {
        let end = firstRange(of: ".<locals>.")?.lowerBound ?? lastIndex(of: ".") ?? endIndex
        return String(self[..<end])
    }
}

extension FunctionInfo {
    /// The name under which the runtime has what it passes to a parameter: what it passes first are the token ids.
    fileprivate func inputName(of parameter: String) -> String {
        let isFirst = parameters.first?.name == parameter
        let takesTokens = definition.name == "get_input_embeddings" || parameter == "inputs"
        return isFirst && takesTokens ? "input_ids" : parameter
    }
}

extension FunctionChecker {
    /// What the way in which an array is made tells of it: `(ids == mark).sum()` counts.
    func facts(of array: TypedExpression) -> ArrayFacts {
        guard array.type.unwrapped == .array || array.type == .hostArray else {
            return ArrayFacts(kind: array.type.kindOfNumber, rank: array.type.isNumber ? 0 : nil)
        }
        switch array.kind {
        case .comparison(let left, let parts):
            let ranks = ([left] + parts.map(\.operand)).map { facts(of: $0).rank }
            return ArrayFacts(kind: .truth, rank: ranks.greatest)
        case .element(let base, _): return elementFacts(of: base)
        case .sliced(let base, let indices):
            let whole = facts(of: base)
            return whole.withRank(rank(of: whole.rank, at: indices))
        case .local(let name): return facts(ofLocal: name)
        case .binary(let left, let operation, let right):
            return facts(of: [left, right].map { facts(of: $0) }, under: operation)
        case .unary(.minus, let operand), .unary(.invert, let operand): return facts(of: operand)
        case .conditional(_, let then, let otherwise):
            return facts(of: then).joined(with: facts(of: otherwise))
        case .call(let call): return facts(ofCall: call)
        default: return ArrayFacts()
        }
    }

    /// What is known of the elements of a list of arrays, or of the rows of an array.
    func elementFacts(of list: TypedExpression) -> ArrayFacts {
        if list.type.unwrapped == .array || list.type == .hostArray { return facts(of: list).row }
        switch list.kind {
        case .list(let elements): return elements.map { facts(of: $0) }.joined
        case .local(let name): return elementFacts(ofLocal: name)
        case .call(let call):
            guard case .operation(let operation) = call.callee else { return ArrayFacts() }
            switch operation.python {
            case "numpy.nonzero", "numpy.where": return ArrayFacts(kind: .whole, rank: 1)
            case "mlx.core.split":
                return call.arguments.first.map { facts(of: $0.value) } ?? .init()
            default: return ArrayFacts()
            }
        default: return ArrayFacts()
        }
    }

    /// What is known of the elements of a list that the body writes out or adds to one by one.
    private func elementFacts(ofLocal name: String) -> ArrayFacts {
        let body = function.definition.body
        guard !function.parameters.contains(where: { $0.name == name }),
            comprehensionRows[name] == nil, !body.changesOtherwise(name),
            namesLookedInto.insert(name).inserted
        else { return ArrayFacts() }
        defer { namesLookedInto.remove(name) }
        var found: [ArrayFacts] = []
        for value in body.values(of: name) {
            guard case .whole(let value) = value else { return ArrayFacts() }
            let typed = inspect(value)
            if case .list([]) = typed.kind { continue }
            found.append(elementFacts(of: typed))
        }
        found += body.values(appendedTo: name).map { facts(of: inspect($0)) }
        return found.joined
    }

    /// Notes what the variables of a comprehension stand for.
    func noteRows(_ target: Expression, goingThrough sequence: TypedExpression) {
        if let name = target.simpleName {
            comprehensionRows[name] = { checker in checker.elementFacts(of: sequence) }
            return
        }
        for name in target.boundNames { comprehensionRows[name] = { _ in ArrayFacts() } }
        guard let targets = target.unpackedTargets, case .call(let call) = sequence.kind,
            case .builtin(let name) = call.callee
        else { return }
        switch name {
        case "zip" where targets.count == call.arguments.count:
            for (target, argument) in zip(targets, call.arguments) {
                noteRows(target, goingThrough: argument.value)
            }
        case "enumerate" where targets.count == 2:
            noteRows(targets[1], goingThrough: call.arguments[0].value)
        case "pairs", "triples", "quadruples":
            let rows = call.arguments[0].value
            for name in targets.compactMap(\.simpleName) {
                comprehensionRows[name] = { checker in checker.elementFacts(of: rows).row }
            }
        default: break
        }
    }

    private func facts(ofLocal name: String) -> ArrayFacts {
        if let rows = comprehensionRows.removeValue(forKey: name) {
            // What the comprehension goes through may have the same name.
            defer { comprehensionRows[name] = rows }
            return rows(self)
        }
        if let known = localFacts[name] ?? assumedFacts[name] { return known }
        // What is passed on the way is looked into as well, and may be the local itself.
        guard namesLookedInto.insert(name).inserted else { return ArrayFacts() }
        defer { namesLookedInto.remove(name) }
        let found = sourceFacts(ofLocal: name)
        if found != ArrayFacts(), assumedFacts.isEmpty { localFacts[name] = found }
        return found
    }

    private func sourceFacts(ofLocal name: String) -> ArrayFacts {
        let isParameter = function.parameters.contains { $0.name == name }
        let passed = isParameter ? program.facts(of: name, in: function) : nil
        let values = function.definition.body.values(of: name)
        let others = values.filter { !$0.mentions(name) }
        var found = joined(passed, others, assignedTo: name)
        // Of values that are made of the local itself holds what holds of the others, if it follows for them.
        while others.count < values.count, found != ArrayFacts() {
            assumedFacts[name] = found
            defer { assumedFacts[name] = nil }
            let common = found.joined(with: joined(passed, values, assignedTo: name))
            if common == found { break }
            found = common
        }
        return found
    }

    private func joined(
        _ passed: ArrayFacts?, _ values: [BoundValue], assignedTo name: String
    ) -> ArrayFacts {
        var found = passed
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
            return typed.kind == .local(name) || typed.type == .none ? nil : facts(of: typed)
        case .row(let list): return elementFacts(of: inspect(list))
        case .part(let list): return elementFacts(of: inspect(list)).row
        case .other: return ArrayFacts()
        }
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

extension [ArrayFacts] {
    /// What is known of each of some arrays.
    var joined: ArrayFacts {
        dropFirst().reduce(first ?? ArrayFacts()) { $0.joined(with: $1) }
    }
}

extension [Int?] {
    /// The rank of what arrays of these ranks give together.
    var greatest: Int? { contains(nil) ? nil : compactMap { $0 }.max() }
}

extension PythonType {
    var isNumber: Bool { kindOfNumber != nil }

    /// What kind of number it is, where it is one.
    fileprivate var kindOfNumber: ElementKind? {
        switch unwrapped {
        case .integer, .boolean: .whole
        case .float: .fraction
        default: nil
        }
    }
}

extension Statement {
    /// Whether the last that the statement does is to set a name to a number out of an array.
    var takesNumberOut: Bool {
        switch kind {
        case .assign(_, let value): value.takesNumbersOut
        case .if(_, let then, let otherwise): (otherwise.last ?? then.last)?.takesNumberOut == true
        default: false
        }
    }
}
