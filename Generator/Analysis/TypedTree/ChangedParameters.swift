import Operations
import PythonSyntax

/// Which lists and dictionaries functions change in place for their callers.
///
/// Swift's are values: what a callee does to one that it is passed is lost, unless the parameter is `inout`. It is
/// that only where a caller reads the list or dictionary behind the call.
struct ChangedParameters {
    /// The parameters that are changed for some caller that sees it.
    private(set) var seen: Set<ParameterPlace> = []
    let flows: [String: ContainerFlow]
    /// The functions that are in others, too.
    private var functions: [String: TypedFunction]

    init(of functions: [String: TypedFunction]) {
        flows = Dictionary(
            uniqueKeysWithValues: functions.map { ($0, ContainerFlow($1, called: $0)) })
        self.functions = functions.merging(flows.values.flatMap(\.inner)) { own, _ in own }
        let passed = flows.values.flatMap(\.passed)
        var changed = Set(
            flows.values.flatMap(\.changed).flatMap(\.origins).compactMap(\.parameter))
        guard !changed.isEmpty else { return }
        changed = Self.closure(changed) { changed in
            passed.filter { !changed.isDisjoint(with: $0.places) }
                .flatMap { $0.origins.compactMap(\.parameter) }
        }
        let changing = passed.filter { !changed.isDisjoint(with: $0.places) }
        seen = Self.closure([]) { seen in
            changing.filter { pass in
                !pass.readers.isEmpty
                    || pass.origins.contains { origin in
                        origin.attribute != nil || origin.parameter.map(seen.contains) == true
                    }
            }.flatMap(\.places)
        }
    }

    /// What a set grows to by what follows from it.
    private static func closure(
        _ start: Set<ParameterPlace>, _ next: (Set<ParameterPlace>) -> [ParameterPlace]
    ) -> Set<ParameterPlace> {
        var found = start
        while true {
            let grown = found.union(next(found))
            if grown == found { return found }
            found = grown
        }
    }

    // MARK: Marks

    /// The functions with these parameters, and what calls pass to them, marked.
    func marking(_ functions: [String: TypedFunction]) -> [String: TypedFunction] {
        guard !seen.isEmpty else { return functions }
        return Dictionary(uniqueKeysWithValues: functions.map { ($0, marking($1, called: $0)) })
    }

    private func marking(_ function: TypedFunction, called name: String) -> TypedFunction {
        func inner(_ local: TypedFunction) -> TypedFunction {
            marking(local, called: "\(name).<locals>.\(local.name)")
        }
        return function.with(
            body: function.body.map { statement in
                statement.rewritten({ marking($0, in: name) }, functions: inner)
            },
            parameters: function.parameters.map {
                seen.contains(ParameterPlace(function: name, name: $0.name)) ? $0.changed : $0
            })
    }

    private func marking(_ expression: TypedExpression, in caller: String) -> TypedExpression? {
        guard case .call(let call) = expression.kind, let callee = callee(of: call, in: caller)
        else { return nil }
        let changed = Set(seen.filter { $0.function == callee }.map(\.name))
        guard call.arguments.contains(where: { changed.contains($0.parameter) }) else { return nil }
        let inner = call.rewritten { marking($0, in: caller) }
        let marked = inner.arguments.map {
            TypedArgument(
                parameter: $0.parameter, value: $0.value,
                isChanged: changed.contains($0.parameter))
        }
        return TypedExpression(
            .call(TypedCall(callee: inner.callee, arguments: marked)), expression.type,
            span: expression.span)
    }

    /// The function that a call calls; of several classes' methods that of the one that the tree names.
    private func callee(of call: TypedCall, in caller: String) -> String? {
        switch call.callee {
        case .function(let dotted): return dotted
        case .initializer(let className): return "\(className).__init__"
        case .method(_, let className, let name): return "\(className).\(name)"
        case .localFunction(let name):
            let scopes = caller.split(separator: ".<locals>.").map(String.init)
            return scopes.indices.reversed().lazy
                .map { (scopes[...$0] + [name]).joined(separator: ".<locals>.") }
                .first { functions[$0] != nil }
        case .operation, .builtin: return nil
        }
    }

    // MARK: What Swift cannot say

    /// Whether `mx.compile` decorates a function.
    func isCompiled(_ name: String) -> Bool { functions[name]?.compilation != nil }

    /// What Swift has no words for in the functions, by the function in which it stands.
    ///
    /// - Parameter fixed: why a function's parameters cannot be `inout`, by its dotted name.
    func problems(fixed: (String) -> String?) -> [(function: String, problem: FunctionProblem)] {
        guard !seen.isEmpty else { return [] }
        return flows.sorted { $0.key < $1.key }.flatMap { name, flow in
            let passes = flow.passed.filter { !seen.isDisjoint(with: $0.places) }
                .compactMap { problem(with: $0, fixed: fixed) }
            let changes = flow.changed.compactMap { problem(with: $0) }
            let replaced = flow.replaced.filter { seen.contains($0.key) }.map {
                FunctionProblem(
                    construct: "parameter '\($0.name)'", span: $1,
                    message: "is set to something else, and changed for the caller as well",
                    hint: "give what it is set to a name of its own")
            }
            return (passes + changes + replaced)
                .sorted { ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column) }
                .map { (name, $0) }
        }
    }

    private func problem(with pass: PassedContainer, fixed: (String) -> String?)
        -> FunctionProblem?
    {
        let place = pass.places.first { seen.contains($0) } ?? pass.places[0]
        let callee = place.function.split(separator: ".").last ?? ""
        func refused(_ message: String, hint: String) -> FunctionProblem {
            FunctionProblem(
                construct: "argument '\(place.name)'", span: pass.span, message: message, hint: hint
            )
        }
        if let reason = pass.places.compactMap({ fixed($0.function) }).first {
            return refused(
                "is changed by '\(callee)', \(reason)",
                hint: "return what is changed, and use the result of the call")
        }
        if pass.places.count > 1 {
            return refused(
                "is changed by '\(callee)' of one of several classes",
                hint: "return what is changed, and use the result of the call")
        }
        guard let container = pass.container, container == pass.argument.path else {
            return refused(
                "is changed by '\(callee)', and is no variable",
                hint: "give it a name before the call")
        }
        if pass.paths.count(where: { $0 == container }) > 1 {
            return refused(
                "is changed by '\(callee)', which is passed it twice",
                hint: "pass a copy for the other parameter")
        }
        let others = pass.readers.subtracting([container]).sorted()
        if let other = others.first ?? otherHolder(of: pass.origins, than: container) {
            return refused(
                "is changed by '\(callee)', and is what '\(other)' holds as well",
                hint: "lists and dictionaries are values in Swift: use one name for it")
        }
        if let attribute = pass.argument.attributeName, reads(attribute, from: place.function) {
            return refused(
                "is changed by '\(callee)', which reads the attribute as well",
                hint: "change the attribute itself, or pass a local")
        }
        return nil
    }

    private func problem(with change: ChangedContainer) -> FunctionProblem? {
        guard let name = change.path,
            let place = change.origins.lazy.compactMap(\.parameter).first(
                where: { seen.contains($0) && $0.name != name })
        else { return nil }
        return FunctionProblem(
            construct: "change of '\(name)'", span: change.span,
            message: "changes what the caller passes for '\(place.name)'",
            hint: "lists and dictionaries are values in Swift: use one name for it")
    }

    /// The attribute or seen parameter, other than a variable, whose list or dictionary this is.
    private func otherHolder(of origins: Set<ContainerOrigin>, than variable: String) -> String? {
        let parameters = origins.compactMap(\.parameter).filter { seen.contains($0) }.map(\.name)
        return (origins.compactMap(\.attribute) + parameters).sorted().first { $0 != variable }
    }

    /// Whether a function or one that it calls mentions an attribute of this name.
    private func reads(_ attribute: String, from start: String) -> Bool {
        var (visited, waiting): (Set<String>, [String]) = ([], [start])
        while let name = waiting.popLast() {
            guard visited.insert(name).inserted, let function = functions[name] else { continue }
            let isRead = function.body.contains { statement in
                statement.contains {
                    if case .call(let call) = $0.kind, let callee = callee(of: call, in: name) {
                        waiting.append(callee)
                    }
                    return $0.attributeName == attribute
                }
            }
            if isRead { return true }
        }
        return false
    }
}

extension Program {
    /// Marks the parameters that functions change for their callers, and reports where Swift cannot say it.
    func markChangedParameters(in functions: inout [String: TypedFunction]) {
        let changed = ChangedParameters(of: functions)
        defer { functions = functions.mapValues(\.withoutCopies) }
        report(changed.sharedContainers)
        guard !changed.seen.isEmpty else { return }
        let reached = Dictionary(
            reachedFunctions.map { ($0.dottedName, $0) }, uniquingKeysWith: { first, _ in first })
        let values = functions.values.reduce(into: Set<String>()) { names, function in
            for statement in function.body {
                _ = statement.contains {
                    if case .functionValue(let name) = $0.kind { names.insert(name) }
                    return false
                }
            }
        }
        let problems = changed.problems { name in
            if reached[name]?.isBorder == true { return "which the runtime calls as well" }
            if values.contains(name) { return "which is passed on as a value" }
            return changed.isCompiled(name) ? "which the engine compiles" : nil
        }
        report(problems)
        functions = changed.marking(functions)
    }

    /// Reports what is found in reached functions, by their dotted names.
    func report(_ problems: [(function: String, problem: FunctionProblem)]) {
        guard !problems.isEmpty else { return }
        let modules = Dictionary(
            reachedFunctions.map { ($0.dottedName, $0.moduleName) },
            uniquingKeysWith: { first, _ in first })
        for (name, problem) in problems {
            let module = modules[name] ?? name
            diagnostics.report(
                Diagnostic(
                    path: (try? scope(module).parsed.path) ?? module, span: problem.span,
                    construct: problem.construct, message: problem.message, hint: problem.hint))
        }
    }
}

extension TypedExpression {
    fileprivate var attributeName: String? {
        if case .attribute(_, let name) = kind { name } else { nil }
    }
}
