import Operations
import PythonSyntax

/// Methods of configurations that change their object, which Swift holds by value.
///
/// They are `mutating` there, and can be called while the object is made, or by one another.
struct ChangingMethods {
    /// Their dotted names.
    private(set) var names: Set<String> = []
    private let functions: [String: TypedFunction]
    /// The methods of configurations, by dotted name.
    private let methods: Set<String>

    /// - Parameter isConfiguration: whether a class is one, by dotted name.
    init(of functions: [String: TypedFunction], isConfiguration: (String) -> Bool) {
        self.functions = functions
        methods = Set(
            functions.filter { name, function in
                !function.isStatic && isConfiguration(String(name.withoutLastPart))
            }.keys)
        for name in methods where name.lastPart != Self.initializer {
            if functions[name]?.body.contains(where: \.changesObject) == true { names.insert(name) }
        }
        while true {
            let callers = methods.subtracting(names).filter { name in
                name.lastPart != Self.initializer
                    && calls(of: names, in: name).contains(where: \.isOwn)
            }
            if callers.isEmpty { return }
            names.formUnion(callers)
        }
    }

    private static let initializer = "__post_init__"

    /// The functions with these methods marked.
    func marking(_ functions: [String: TypedFunction]) -> [String: TypedFunction] {
        functions.merging(
            names.compactMap { name in functions[name].map { (name, $0.with(isChanging: true)) } }
        ) {
            $1
        }
    }

    /// The calls of these methods that Swift cannot say, by the function in which they stand.
    var problems: [(function: String, problem: FunctionProblem)] {
        guard !names.isEmpty else { return [] }
        let refused = functions.keys.sorted().flatMap { name in
            calls(of: names, in: name).filter { !$0.isOwn || !methods.contains(name) }.map {
                (name, $0)
            }
        }
        let properties = names.sorted().compactMap { name in
            functions[name].flatMap { $0.isProperty ? (name, $0) : nil }
        }
        return refused.map { name, call in
            (
                name,
                FunctionProblem(
                    construct: "call of '\(call.method)'", span: call.span,
                    message: "changes a configuration, of which others may have a copy",
                    hint: "configurations are values in Swift: '__post_init__' can change its own")
            )
        }
            + properties.map { name, function in
                (
                    name,
                    FunctionProblem(
                        construct: "property '\(function.name)'", span: function.span,
                        message: "changes its object, a configuration", hint: nil)
                )
            }
    }

    private struct Call {
        let method: String
        let span: SourceSpan
        /// Whether the method is one of the caller's own object.
        let isOwn: Bool
    }

    private func calls(of names: Set<String>, in function: String) -> [Call] {
        var calls: [Call] = []
        for statement in functions[function]?.body ?? [] {
            _ = statement.contains { expression in
                guard case .call(let call) = expression.kind,
                    case .method(let receiver, let className, let name) = call.callee,
                    names.contains("\(className).\(name)")
                else { return false }
                calls.append(
                    Call(
                        method: name, span: expression.span,
                        isOwn: receiver.kind == .selfObject))
                return false
            }
        }
        return calls
    }
}

extension Program {
    /// Marks the methods of configurations that change their object, and reports where Swift cannot say it.
    func markChangingMethods(in functions: inout [String: TypedFunction]) {
        let changing = ChangingMethods(of: functions) { classInfo($0)?.kind == .dataclass }
        report(changing.problems)
        functions = changing.marking(functions)
    }
}

extension TypedStatement {
    /// Whether the statement or one inside it changes the object whose method it stands in, other than by a call of
    /// its methods.
    fileprivate var changesObject: Bool {
        if case .function(let function) = kind {
            return function.body.contains(where: \.changesObject)
        }
        let targets: [TypedTarget] =
            switch kind {
            case .assign(let targets, _): targets
            case .augmentedAssign(let target, _, _), .for(let target, _, _): [target]
            default: []
            }
        return targets.contains(where: \.changesObject)
            || changedContainers.contains { $0.path?.hasPrefix("self.") == true }
            || blocks.contains { $0.contains(where: \.changesObject) }
    }
}

extension TypedTarget {
    fileprivate var changesObject: Bool {
        switch self {
        case .attribute: true
        case .member(let base, _, _): base.path == "self" || base.path?.hasPrefix("self.") == true
        case .tuple(let targets): targets.contains(where: \.changesObject)
        case .local, .libraryMember, .element, .sliced: false
        }
    }
}

extension String {
    fileprivate var lastPart: Substring { split(separator: ".").last ?? "" }
    fileprivate var withoutLastPart: Substring { dropLast(lastPart.count + 1) }
}
