import Analysis
import Operations
import PythonSyntax

/// Turns the typed body of one function into Swift statements.
///
/// It keeps what Swift knows at the current point and Python's types do not say: the names under
/// which locals and narrowed attributes are bound.
final class FunctionTranslator {
    let context: FamilyContext
    let module: TypedModule
    let owner: TypedClass?
    let function: TypedFunction
    var plan: BindingPlan
    /// Swift names of locals and parameters in scope.
    var names: [String: String] = [:]
    /// The types with which Swift stores locals in scope.
    var storage: [String: PythonType] = [:]
    /// Attribute paths (`self.swa_idx`) that an `if let` or a local constant has bound, with what
    /// stands for them.
    var bound: [String: SwiftExpression] = [:]
    /// Whether the emitted code contains `try` outside of closures.
    var isThrowing = false
    /// Whether what is translated stands in a `try`, which an element beyond a list's end leaves.
    var isTrying = false
    /// Parameters whose first assignment declares a local of the same name.
    var redeclared: Set<String> = []
    /// Functions that the body defines, and whether their Swift throws.
    var localFunctions: [String: (function: TypedFunction, isThrowing: Bool)] = [:]
    /// What the statements bind, in the order of the Swift text.
    var bindings: [LineBinding] = []
    /// What functions inside this one bind.
    var innerFunctions: [TranslatedFunction] = []
    /// Whether the Swift function may be declared `throws`.
    var canThrow: Bool
    /// Optional parameters that are unwrapped in front of the body.
    var requiredParameters: [TypedParameter] = []
    /// Locals declared so far.
    var declared: Set<String> = []
    /// The Python file that the function stands in, below the package's models.
    private(set) lazy var sourceFile = function.definedIn?.belowModels ?? module.pathBelowModels
    /// Names for locals that the usual spelling would make one: `x` and `x_`.
    private let distinctNames: [String: String]
    /// The Swift names of locals that were asked for.
    private var localNames: [String: String] = [:]

    init(
        _ function: TypedFunction, owner: TypedClass?, module: TypedModule, context: FamilyContext
    ) {
        self.function = function
        self.owner = owner
        self.module = module
        self.context = context
        canThrow =
            function.canThrow && function.compilation == nil
            && !context.forwardFunctions.contains(
                "\(owner?.dottedName ?? module.parsed.name).\(function.name)")
        plan = BindingPlan(
            function, isValue: { context.isConfiguration($0) },
            leavesOut: { name in
                function.name == "__init__"
                    && context.isEmitted(attribute: name, of: owner) == false
            })
        distinctNames = Self.distinctNames(function, naming: context.naming)
        for parameter in function.parameters {
            names[parameter.name] = parameterName(parameter)
            storage[parameter.name] = parameter.type
        }
        for name in plan.testNames where !isInitializer && namedTest(name) != nil {
            plan.noteUnread(name)
        }
    }

    var naming: Naming { context.naming }
    var isInitializer: Bool { function.name == "__init__" }

    /// A configuration is called `config`, whatever the Python calls it.
    func parameterName(_ parameter: TypedParameter) -> String {
        func isConfiguration(_ type: PythonType) -> Bool {
            !type.isOptional && type == type.listElement && context.isConfiguration(type)
        }
        let isOnlyOne = function.parameters.filter { isConfiguration($0.type) }.count == 1
        if isConfiguration(parameter.type), isOnlyOne,
            !function.body.localNames.contains("config") || parameter.name == "config"
        {
            return "config"
        }
        return localName(parameter.name)
    }

    /// Python's single-letter dimensions are words in Swift.
    func localName(_ python: String) -> String {
        if let known = localNames[python] { return known }
        let plain = python.withoutSplitMark
        let name =
            distinctNames[python] ?? distinctNames[plain] ?? Self.usualName(plain, naming: naming)
        localNames[python] = name
        return name
    }

    private static func usualName(_ python: String, naming: Naming) -> String {
        switch python {
        case "B": "batch"
        case "L", "T": "length"
        case "D": "dimensions"
        default: naming.member(python)
        }
    }

    /// A number behind all but one of the names that share a spelling; the plainest keeps it.
    private static func distinctNames(_ function: TypedFunction, naming: Naming) -> [String: String]
    {
        let clashing = function.body.clashingSplits
        let names = Set(
            (function.parameters.map(\.name) + function.body.localNames).map {
                clashing.contains($0) ? $0 : $0.withoutSplitMark
            })
        let groups = Dictionary(grouping: names) {
            usualName($0.withoutSplitMark, naming: naming)
        }
        let called = function.body.spelledFunctions
        var taken = Set(groups.keys).union(called)
        var result: [String: String] = [:]
        // A local would hide a function of its name that the body calls.
        for (spelling, group) in groups where called.contains(spelling) {
            for name in group {
                let number = (2...).first { !taken.contains("\(spelling)\($0)") }!
                result[name] = "\(spelling)\(number)"
                taken.insert("\(spelling)\(number)")
            }
        }
        for (spelling, group) in groups.sorted(by: { $0.key < $1.key }) where group.count > 1 {
            let ordered = group.sorted { ($0.count, $0) < ($1.count, $1) }
            for name in ordered.dropFirst() {
                let number = (2...).first { !taken.contains("\(spelling)\($0)") }!
                result[name] = "\(spelling)\(number)"
                taken.insert("\(spelling)\(number)")
            }
        }
        return result
    }

    func report(
        _ construct: String, at span: SourceSpan, type: PythonType? = nil, _ message: String,
        hint: String? = nil
    ) {
        context.report(
            Diagnostic(
                path: module.parsed.path, span: span, construct: construct, type: type,
                message: message,
                hint: hint))
    }

    /// The body, with shadowed parameters in front.
    func translateBody() -> [SwiftStatement] {
        var statements: [SwiftStatement] = []
        for parameter in function.parameters where !parameter.isChanged {
            let isAssigned = plan.reassignedParameters.contains(parameter.name)
            guard isAssigned || plan.mutatedNames.contains(parameter.name) else { continue }
            guard !isDefaultedOnce(parameter.name), !isFilledOnce(parameter.name) else { continue }
            if isAssigned, isRedeclarable(parameter.name) {
                redeclared.insert(parameter.name)
                continue
            }
            let name = names[parameter.name] ?? parameter.name
            if parameter.type.unwrapped == .array,
                function.body.assignedType(of: parameter.name) == .mask
            {
                // From here on it holds any kind of mask.
                storage[parameter.name] = .mask
                statements.append(.line("var \(name) = AttentionMask(\(name))"))
                continue
            }
            statements.append(.line("var \(name) = \(name)"))
        }
        return statements + castParameters() + requireParameters()
            + (translateInitializerBody() ?? translateBlock(function.body))
    }

    /// Whether a parameter's first assignment stands at the top of the body, where a local of the same
    /// name can take over.
    private func isRedeclarable(_ name: String) -> Bool {
        guard let first = function.body.first(where: { $0.assigns(name) || $0.changes(name) })
        else { return false }
        guard case .assign(let targets, _) = first.kind, targets.count == 1,
            case .local(name, _) = targets[0]
        else { return false }
        return true
    }

    /// Whether the only assignment of a parameter is a leading `if p is None: p = …`, which becomes
    /// `let p = p ?? …`.
    func isDefaultedOnce(_ name: String) -> Bool {
        let assigning = function.body.filter { $0.assigns(name) }
        guard assigning.count == 1, let filled = assigning[0].filledLocal else { return false }
        return filled.name == name
    }
}

extension [TypedStatement] {
    /// Split names whose scope another variable of the same Python name shares: where a test is decided,
    /// its branch stands in the block around it.
    fileprivate var clashingSplits: Set<String> {
        let mentioned = localNames
        var clashing: Set<String> = []
        for (index, statement) in enumerated() {
            if case .assign(let targets, _) = statement.kind {
                for name in targets.flatMap(\.localNames) where name != name.withoutSplitMark {
                    let others =
                        name.isMadeByBranch ? names(besideBranchOwned: index) : mentioned
                    let clashes = others.contains {
                        $0 != name && $0.withoutSplitMark == name.withoutSplitMark
                    }
                    if clashes { clashing.insert(name) }
                }
            }
            for block in statement.blocks { clashing.formUnion(block.clashingSplits) }
        }
        return clashing
    }

    /// The names that a declaration in the block may not hide: what stands in front of it only reads those
    /// from around the block.
    private func names(besideBranchOwned index: Int) -> Set<String> {
        Array(self[(index + 1)...]).localNames.union(self[...index].flatMap(\.ownAssignedNames))
    }

    /// All names of locals that the block and what is inside it mention, those of comprehensions too.
    var localNames: Set<String> {
        reduce(into: []) { names, statement in
            switch statement.kind {
            case .assign(let targets, _): names.formUnion(targets.flatMap(\.localNames))
            case .augmentedAssign(let target, _, _), .for(let target, _, _):
                names.formUnion(target.localNames)
            default: break
            }
            for expression in statement.expressions { names.formUnion(expression.localNames) }
            for block in statement.blocks { names.formUnion(block.localNames) }
        }
    }
}

extension TypedExpression {
    fileprivate var localNames: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.localNames) }
        if case .local(let name) = kind { names.insert(name) }
        if case .comprehension(_, _, _, let clauses) = kind {
            names.formUnion(clauses.flatMap(\.target.localNames))
        }
        return names
    }
}

extension TypedExpression {
    /// The local that holds the value: `rows` for `rows` and for its list `rows[i]`.
    fileprivate var listLocal: String? {
        switch kind {
        case .local(let name): name
        case .element(let base, _) where type.isList: base.listLocal
        default: nil
        }
    }
}

extension TypedStatement {
    /// The locals that the statement itself assigns.
    fileprivate var ownAssignedNames: [String] {
        if case .assign(let targets, _) = kind { targets.flatMap(\.localNames) } else { [] }
    }

    /// Whether the statement changes a list or dictionary local in place.
    func changes(_ name: String) -> Bool {
        contains { expression in
            guard case .call(let call) = expression.kind else { return false }
            if case .builtin(let method) = call.callee, method.contains(".") {
                return call.argument("self")?.listLocal == name
            }
            return call.changedArguments.contains { $0.kind == .local(name) }
        }
    }

    /// The local and value of `if x is None: x = value`.
    var filledLocal: (name: String, value: TypedExpression)? {
        guard case .if(let test, let then, let otherwise) = kind, otherwise.isEmpty,
            then.count == 1,
            case .isNone(let subject, negated: false) = test.kind,
            case .local(let name) = subject.kind,
            case .assign(let targets, let value) = then[0].kind, targets.count == 1,
            case .local(name, _) = targets[0]
        else { return nil }
        return (name, value)
    }
}

extension [TypedStatement] {
    /// The free Swift functions with which the block's operations are spelled.
    fileprivate var spelledFunctions: Set<String> {
        reduce(into: []) { names, statement in
            for expression in statement.expressions { names.formUnion(expression.spelledFunctions) }
            for block in statement.blocks { names.formUnion(block.spelledFunctions) }
        }
    }
}

extension TypedExpression {
    fileprivate var spelledFunctions: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.spelledFunctions) }
        if case .call(let call) = kind, case .operation(let operation) = call.callee {
            for form in operation.swift {
                let name = form.template.prefix { $0.isLetter || $0.isNumber }
                if !name.isEmpty, form.template.dropFirst(name.count).first == "(" {
                    names.insert(String(name))
                }
            }
        }
        return names
    }
}
