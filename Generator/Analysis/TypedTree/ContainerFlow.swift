import Operations
import PythonSyntax

/// A parameter of a function, by the function's dotted name.
struct ParameterPlace: Hashable {
    let function: String
    let name: String
}

/// What a list or dictionary is that a local holds.
indirect enum ContainerOrigin: Hashable {
    /// What the caller has passed.
    case parameter(ParameterPlace)
    /// What an attribute holds, by its path.
    case attribute(String)
    /// What an expression has made.
    case made(SourceSpan)
    /// Something that is in another one.
    case part(of: ContainerOrigin)

    /// Something in the container, however deep.
    var inside: ContainerOrigin { if case .part = self { self } else { .part(of: self) } }

    /// The container with what it is in.
    var chain: [ContainerOrigin] {
        if case .part(let whole) = self { [self, whole] } else { [self] }
    }

    /// The parameter that holds it.
    var parameter: ParameterPlace? {
        if case .parameter(let place)? = chain.last { place } else { nil }
    }

    /// The attribute that holds it.
    var attribute: String? {
        if case .attribute(let path)? = chain.last { path } else { nil }
    }
}

/// A list or dictionary that a function changes in place.
struct ChangedContainer: Hashable {
    /// The name or path under which it is changed.
    let path: String?
    let span: SourceSpan
    let origins: Set<ContainerOrigin>
    /// The other names under which the function reads it behind the change.
    let readers: Set<String>
}

/// A list or dictionary that a function passes on.
struct PassedContainer: Hashable {
    /// The parameters that it may become; of several classes' methods one each.
    let places: [ParameterPlace]
    /// All that the call reads, by path.
    let paths: [String]
    let argument: TypedExpression
    let span: SourceSpan
    let origins: Set<ContainerOrigin>
    /// The names under which the function reads it behind the call.
    let readers: Set<String>

    /// The variable that holds it, or something around it.
    var container: String? { argument.changedContainer?.path }
}

/// What one function does with the lists and dictionaries that it holds, in the order of its statements.
struct ContainerFlow {
    private(set) var changed: Set<ChangedContainer> = []
    private(set) var passed: Set<PassedContainer> = []
    /// The parameters that are set to something else, with where that is.
    private(set) var replaced: [ParameterPlace: SourceSpan] = [:]
    /// The last place where an attribute is set, by its path.
    private(set) var stored: [String: SourceSpan] = [:]
    /// The functions inside of it, by dotted name.
    private(set) var inner: [String: TypedFunction] = [:]

    /// What each local may hold at the place at hand.
    private var held: [String: Set<ContainerOrigin>] = [:]
    /// The dotted names of the local functions in sight.
    private var localFunctions: [String: String] = [:]
    /// Locals that functions inside of it read at any time.
    private var captured: Set<String>
    private var function: String
    private var parameters: Set<String>

    init(_ function: TypedFunction, called name: String) {
        self.function = name
        parameters = []
        captured = []
        enter(function)
        visit(function.body, LiveLocals(), [])
    }

    private mutating func enter(_ typed: TypedFunction) {
        parameters = Set(typed.parameters.map(\.name))
        captured.formUnion(typed.body.capturedLocals)
        for parameter in typed.parameters where parameter.type.isCopiedContainer {
            held[parameter.name] = [
                .parameter(ParameterPlace(function: function, name: parameter.name))
            ]
        }
    }

    // MARK: Statements

    private mutating func visit(_ block: [TypedStatement], _ live: LiveLocals, _ out: Set<String>) {
        for (index, statement) in block.enumerated() {
            let rest = block[(index + 1)...]
            visit(statement, live, live.before(rest, out))
        }
    }

    private mutating func visit(
        _ statement: TypedStatement, _ live: LiveLocals, _ out: Set<String>
    ) {
        let behind = live.behindExpressions(of: statement, out).union(captured)
        for container in statement.changedContainers {
            let origins = origins(of: container)
            var readers = readers(of: origins, among: behind)
            if let name = container.path { readers.remove(name) }
            changed.insert(
                ChangedContainer(
                    path: container.path, span: statement.span, origins: origins, readers: readers))
        }
        for expression in statement.expressions {
            pass(expression, in: statement, behind)
        }
        switch statement.kind {
        case .assign(let targets, let value):
            for target in targets { assign(value, to: target, at: statement.span) }
        case .if(_, let then, let otherwise):
            branch([then, otherwise], live, out)
        case .for(let target, let iterable, let body):
            bind(target, to: iterable)
            loop(body, of: statement, live, out)
        case .while(_, let body): loop(body, of: statement, live, out)
        case .try(let body, let handlers):
            let before = held
            visit(body, live.inTry(handlers, out), out)
            held.merge(before) { $0.union($1) }
            branch([[]] + handlers.map(\.body), live, out)
        case .function(let local): visit(local)
        default: break
        }
    }

    /// Goes through the blocks one of which is run.
    private mutating func branch(
        _ blocks: [[TypedStatement]], _ live: LiveLocals, _ out: Set<String>
    ) {
        let before = held
        var after: [String: Set<ContainerOrigin>] = [:]
        for block in blocks {
            held = before
            visit(block, live, out)
            if !block.endsFlow { after.merge(held) { $0.union($1) } }
        }
        held = after.isEmpty ? before : after
    }

    private mutating func loop(
        _ body: [TypedStatement], of loop: TypedStatement, _ live: LiveLocals, _ out: Set<String>
    ) {
        let (inside, head) = (live.inLoop(loop, out), live.headOfLoop(loop, out))
        while true {
            let before = held
            visit(body, inside, head)
            held.merge(before) { $0.union($1) }
            if held == before { return }
        }
    }

    /// A function inside of this one, which sees what is around it.
    private mutating func visit(_ local: TypedFunction) {
        let name = "\(function).<locals>.\(local.name)"
        localFunctions[local.name] = name
        inner[name] = local
        let saved = (held, localFunctions, function, parameters, captured)
        defer { (held, localFunctions, function, parameters, captured) = saved }
        function = name
        // Whoever calls it may read later what it takes from around it.
        captured = local.freeLocals
        enter(local)
        visit(local.body, LiveLocals(), [])
    }

    // MARK: Assignments

    private mutating func assign(
        _ value: TypedExpression, to target: TypedTarget, at span: SourceSpan
    ) {
        switch target {
        case .local(let name, _):
            let origins = value.type.isCopiedContainer ? origins(of: value) : []
            let place = ParameterPlace(function: function, name: name)
            if parameters.contains(name), origins != [.parameter(place)] { replaced[place] = span }
            held[name] = origins
        case .tuple(let targets):
            let parts: [TypedExpression]
            if case .tuple(let values) = value.kind, values.count == targets.count {
                parts = values
            } else {
                parts = targets.map { _ in value }
            }
            for (part, target) in zip(parts, targets) { assign(part, to: target, at: span) }
        case .attribute(let name, _): stored["self.\(name)"] = span
        default: break
        }
    }

    /// What a list or dictionary may be.
    private func origins(of value: TypedExpression) -> Set<ContainerOrigin> {
        if case .local(let name) = value.kind { return held[name] ?? [] }
        if let path = value.path { return [.attribute(path)] }
        switch value.kind {
        case .element(let base, _): return Set(origins(of: base).map(\.inside))
        case .conditional(_, let then, let otherwise):
            return origins(of: then).union(origins(of: otherwise))
        case .boolean(_, let operands):
            return operands.reduce(into: []) { $0.formUnion(origins(of: $1)) }
        case .downcast(let base, _, _): return origins(of: base)
        default: return [.made(value.span)]
        }
    }

    // MARK: Calls

    private mutating func pass(
        _ expression: TypedExpression, in statement: TypedStatement, _ behind: Set<String>
    ) {
        switch expression.kind {
        case .comprehension(_, _, _, let clauses):
            // What one turn reads, the one before may have changed; what it goes through is made once.
            let repeated = expression.children.dropFirst()
            let turns = repeated.reduce(behind) { $0.union($1.readLocals) }
            let before = held
            pass(clauses[0].iterable, in: statement, turns)
            for clause in clauses { bind(clause.target, to: clause.iterable) }
            for child in repeated { pass(child, in: statement, turns) }
            held = before
            return
        case .call(let call): pass(call, in: statement, behind)
        default: break
        }
        for child in expression.children { pass(child, in: statement, behind) }
    }

    private mutating func pass(
        _ call: TypedCall, in statement: TypedStatement, _ behind: Set<String>
    ) {
        let callees = callees(of: call)
        guard !callees.isEmpty else { return }
        for argument in call.arguments where argument.value.type.isCopiedContainer {
            let value = argument.value
            let origins = origins(of: value.changedContainer ?? value)
            var readers = readers(of: origins, among: behind)
            if let name = value.changedContainer?.path,
                behind.contains(name) || statement.mentions(of: name) > call.mentions(of: name)
            {
                readers.insert(name)
            }
            passed.insert(
                PassedContainer(
                    places: callees.map { ParameterPlace(function: $0, name: argument.parameter) },
                    paths: call.arguments.compactMap(\.value.changedContainer?.path),
                    argument: value, span: value.span, origins: origins, readers: readers))
        }
    }

    /// The locals of these that hold what a container is or what it is in.
    private func readers(of origins: Set<ContainerOrigin>, among names: Set<String>) -> Set<String>
    {
        let wholes = Set(origins.flatMap(\.chain))
        return Set(held.filter { names.contains($0) && !$1.isDisjoint(with: wholes) }.keys)
    }

    /// What goes through a container holds parts of it.
    private mutating func bind(_ target: TypedTarget, to iterable: TypedExpression) {
        var wholes = iterable.readLocals.reduce(into: Set<ContainerOrigin>()) {
            $0.formUnion(held[$1] ?? [])
        }
        _ = iterable.contains {
            if $0.type.isCopiedContainer { wholes.formUnion(origins(of: $0)) }
            return false
        }
        for name in target.localNames { held[name] = Set(wholes.map(\.inside)) }
    }

    /// The functions of the sources that a call may call.
    private func callees(of call: TypedCall) -> [String] {
        switch call.callee {
        case .function(let dotted): return [dotted]
        case .initializer(let className): return ["\(className).__init__"]
        case .localFunction(let name): return [localFunctions[name]].compactMap { $0 }
        case .method(let receiver, let className, let name):
            guard case .either(let classes) = receiver.type.unwrapped else {
                return ["\(className).\(name)"]
            }
            return classes.map { "\($0).\(name)" }
        case .operation, .builtin: return []
        }
    }
}

extension [TypedStatement] {
    /// The locals that functions and lambdas inside of the block read.
    fileprivate var capturedLocals: Set<String> {
        reduce(into: []) { names, statement in
            if case .function(let function) = statement.kind {
                names.formUnion(function.freeLocals)
            }
            for expression in statement.expressions {
                _ = expression.contains {
                    if case .lambda = $0.kind { names.formUnion($0.readLocals) }
                    return false
                }
            }
            for block in statement.blocks { names.formUnion(block.capturedLocals) }
        }
    }
}

extension TypedStatement {
    /// How often the statement's own expressions mention a variable.
    fileprivate func mentions(of path: String) -> Int {
        expressions.reduce(0) { $0 + $1.mentions(of: path) }
    }
}

extension TypedCall {
    fileprivate func mentions(of path: String) -> Int {
        (callee.receivers + arguments.map(\.value)).reduce(0) { $0 + $1.mentions(of: path) }
    }
}

extension TypedExpression {
    fileprivate func mentions(of path: String) -> Int {
        self.path == path ? 1 : children.reduce(0) { $0 + $1.mentions(of: path) }
    }
}
