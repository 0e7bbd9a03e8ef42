import Operations
import PythonSyntax

/// What a test tells about the names it mentions, where it holds and where it fails.
struct Narrowing {
    var whenTrue: [Expression: PythonType] = [:]
    var whenFalse: [Expression: PythonType] = [:]

    var swapped: Narrowing { Narrowing(whenTrue: whenFalse, whenFalse: whenTrue) }
}

extension FunctionChecker {
    /// Types that follow from a test's outcome, by the expression they are about.
    func narrowing(by test: Expression) -> Narrowing {
        switch test.kind {
        case .comparison(let name, let parts) where memberTested(name, parts) != nil:
            let attribute = memberTested(name, parts)!
            let type = check(attribute, quietly: true).type
            let present = Narrowing(
                whenTrue: [attribute: type.unwrapped],
                whenFalse: type.isOptional ? [attribute: .none] : [:])
            return parts[0].comparison == .in ? present : present.swapped
        case .comparison(let tested, let parts) where parts.count == 1:
            guard parts[0].operand.kind == .constant(.none) else { return Narrowing() }
            let absent = absentCache(tested)
            if absent?.isElement == false { return Narrowing() }
            var subject = absent?.name ?? tested
            var shown: PythonType?
            if absent == nil, case .subscript(let base, _) = tested.kind,
                let whole = absentWhole(of: check(tested, quietly: true))
            {
                subject = base
                if [.isNot, .notEqual].contains(parts[0].comparison) { shown = whole.type }
            }
            guard subject.isNameOrAttributePath || isNumberedElement(subject) else {
                return Narrowing()
            }
            let type = check(subject, quietly: true).type
            let present = Narrowing(
                whenTrue: [subject: shown ?? type.unwrapped],
                whenFalse: type.isOptional ? [subject: .none] : [:])
            switch parts[0].comparison {
            case .isNot, .notEqual: return present
            case .is, .equal: return present.swapped
            default: return Narrowing()
            }
        case .name(let name) where testAliases[name] != nil:
            return narrowing(by: testAliases[name]!)
        case .name, .attribute:
            guard test.isNameOrAttributePath else { return Narrowing() }
            let type = check(test, quietly: true).type
            return type.isOptional ? Narrowing(whenTrue: [test: type.unwrapped]) : Narrowing()
        case .unary(.not, let inner):
            return narrowing(by: inner).swapped
        case .call(let callee, let arguments)
        where callee.simpleName == "isinstance" && arguments.count == 2:
            return instanceNarrowing(arguments[0].value, arguments[1].value)
        case .call(let callee, let arguments)
        where callee.simpleName == "hasattr" && arguments.count == 2:
            return attributeNarrowing(arguments[0].value, test)
        case .call(let callee, let arguments) where callee.simpleName == "callable":
            guard let test = presenceTest(forCallable: arguments) else { return Narrowing() }
            return narrowing(by: test)
        case .boolean(.and, let operands):
            let all = operands.map { narrowing(by: $0) }
            return Narrowing(
                whenTrue: all.reduce(into: [:]) { $0.merge($1.whenTrue) { _, new in new } },
                whenFalse: all.count == 1 ? all[0].whenFalse : [:])
        case .boolean(.or, let operands):
            let all = operands.map { narrowing(by: $0) }
            return Narrowing(
                whenTrue: all.count == 1 ? all[0].whenTrue : [:],
                whenFalse: all.reduce(into: [:]) { $0.merge($1.whenFalse) { $0.narrowed(by: $1) } })
        default:
            return Narrowing()
        }
    }

    /// Keeps what `absent = x is None` says, for tests of `absent`, where neither name changes later.
    func noteAlias(_ name: String, of test: Expression) {
        let body = function.definition.body
        guard case .comparison(let subject, let parts) = test.kind, parts.count == 1,
            parts[0].operand.kind == .constant(.none), let tested = subject.simpleName,
            body.assignmentCount(of: name) == 1, body.assignmentCount(of: tested) == 0
        else { return }
        testAliases[name] = test
    }

    private func instanceNarrowing(_ subject: Expression, _ tested: Expression) -> Narrowing {
        guard subject.isNameOrAttributePath else { return Narrowing() }
        let type = check(subject, quietly: true).type
        let target = testedType(tested)
        guard target != .unknown else { return Narrowing() }
        switch (type.unwrapped, target) {
        case (PythonType.mask, .array):
            return Narrowing(whenTrue: [subject: .array])
        case (PythonType.mask, .string):
            return Narrowing(whenFalse: [subject: .optional(.array)])
        case (.json, .list): return Narrowing(whenTrue: [subject: .list(.json)])
        case (.json, .integer), (.json, .float), (.json, .string), (.json, .boolean):
            return Narrowing(whenTrue: [subject: target])
        case (.library(let name), .library(let other))
        where program.table.conformances(of: other).contains(name):
            return Narrowing(whenTrue: [subject: target])
        case (.library(let name), .instance(let own))
        where program.makes(own, under: name):
            return Narrowing(whenTrue: [subject: target])
        case (.either(let names), .instance(let name)) where names.contains(name):
            return Narrowing(whenTrue: [subject: target])
        case (let present, _) where type.isOptional && present == target:
            return Narrowing(whenTrue: [subject: present])
        default:
            return Narrowing()
        }
    }

    /// Where only one class below a protocol has an attribute, what has it is of that class.
    private func attributeNarrowing(_ subject: Expression, _ test: Expression) -> Narrowing {
        guard subject.isNameOrAttributePath,
            case .isInstance(let value, let type) = check(test, quietly: true).kind,
            // Any layer may still be of any class.
            value.type != .library("Module")
        else { return Narrowing() }
        return Narrowing(whenTrue: [subject: type])
    }

    /// Whether an expression is an element of a library's value at a fixed place, `cache[0]`.
    func isNumberedElement(_ expression: Expression) -> Bool {
        guard case .subscript(let base, let index) = expression.kind, base.isNameOrAttributePath,
            case .constant(.integer) = index.kind,
            case .library = check(base, quietly: true).type.unwrapped
        else { return false }
        return true
    }

    /// Runs a check with narrowed types in force.
    func withNarrowing<Result>(
        _ types: [Expression: PythonType], _ body: () -> Result
    ) -> Result {
        let saved = narrowed
        narrowed.merge(types) { _, new in new }
        defer { narrowed = saved }
        return body()
    }
}

extension Expression {
    /// A name, or attributes of a name: what a test can narrow.
    var isNameOrAttributePath: Bool {
        switch kind {
        case .name: true
        case .attribute(let base, _): base.isNameOrAttributePath
        default: false
        }
    }

    /// The name on which what a test has shown depends: of `cache[0]` too.
    var narrowedRoot: String? {
        if case .subscript(let base, _) = kind { base.rootName } else { rootName }
    }

    /// The name at the start of an attribute path.
    var rootName: String? {
        switch kind {
        case .name(let name): name
        case .attribute(let base, _): base.rootName
        default: nil
        }
    }
}

extension PythonType {
    /// What two tests show together: a mask that is there and is no text is an array.
    fileprivate func narrowed(by other: PythonType) -> PythonType {
        [self, other] == [.mask, .optional(.array)] || [self, other] == [.optional(.array), .mask]
            ? .array : other
    }
}
