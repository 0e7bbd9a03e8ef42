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
    let plan: BindingPlan
    /// Swift names of locals and parameters in scope.
    var names: [String: String] = [:]
    /// The types with which Swift stores locals in scope.
    var storage: [String: PythonType] = [:]
    /// Attribute paths (`self.swa_idx`) that an `if let` or a local constant has bound, with what
    /// stands for them.
    var bound: [String: SwiftExpression] = [:]
    /// Whether the emitted code contains `try` outside of closures.
    var isThrowing = false
    /// Parameters whose first assignment declares a local of the same name.
    var redeclared: Set<String> = []
    /// Locals declared so far.
    var declared: Set<String> = []

    init(
        _ function: TypedFunction, owner: TypedClass?, module: TypedModule, context: FamilyContext
    ) {
        self.function = function
        self.owner = owner
        self.module = module
        self.context = context
        plan = BindingPlan(function)
        for parameter in function.parameters {
            names[parameter.name] = parameterName(parameter)
            storage[parameter.name] = parameter.type
        }
    }

    var naming: Naming { context.naming }
    var isInitializer: Bool { function.name == "__init__" }

    /// A configuration is called `config`, whatever the Python calls it.
    func parameterName(_ parameter: TypedParameter) -> String {
        if case .instance(let name) = parameter.type, context.classes[name]?.kind == .dataclass {
            return "config"
        }
        return localName(parameter.name)
    }

    /// Python's single-letter dimensions are words in Swift.
    func localName(_ python: String) -> String {
        switch python {
        case "B": "batch"
        case "L", "T": "length"
        case "D": "dimensions"
        default: naming.member(python)
        }
    }

    func report(_ construct: String, at span: SourceSpan, type: PythonType? = nil, _ message: String, hint: String? = nil) {
        context.report(
            Diagnostic(
                path: module.parsed.path, span: span, construct: construct, type: type, message: message,
                hint: hint))
    }

    /// The body, with shadowed parameters in front.
    func translateBody() -> [SwiftStatement] {
        var statements: [SwiftStatement] = []
        for parameter in function.parameters {
            let isAssigned = plan.reassignedParameters.contains(parameter.name)
            guard isAssigned || plan.mutatedNames.contains(parameter.name) else { continue }
            guard !isDefaultedOnce(parameter.name) else { continue }
            if isAssigned, isRedeclarable(parameter.name) {
                redeclared.insert(parameter.name)
                continue
            }
            let name = names[parameter.name] ?? parameter.name
            statements.append(.line("var \(name) = \(name)"))
        }
        return statements + translateBlock(function.body)
    }

    /// Whether a parameter's first assignment stands at the top of the body, where a local of the same
    /// name can take over.
    private func isRedeclarable(_ name: String) -> Bool {
        guard let first = function.body.first(where: { $0.assigns(name) || $0.changes(name) }) else { return false }
        guard case .assign(let targets, _) = first.kind, targets.count == 1, case .local(name, _) = targets[0]
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

extension TypedStatement {
    /// Whether the statement or a block in it assigns a local.
    func assigns(_ name: String) -> Bool {
        switch kind {
        case .assign(let targets, _): targets.contains { $0.localNames.contains(name) }
        case .augmentedAssign(let target, _, _): target.localNames.contains(name)
        case .for(let target, _, let body): target.localNames.contains(name) || body.contains { $0.assigns(name) }
        default: blocks.contains { $0.contains { $0.assigns(name) } }
        }
    }

    /// Whether the statement changes a list or dictionary local in place.
    func changes(_ name: String) -> Bool {
        contains { expression in
            guard case .call(let call) = expression.kind, case .builtin(let method) = call.callee else { return false }
            return method.contains(".") && call.argument("self")?.kind == .local(name)
        }
    }

    /// The local and value of `if x is None: x = value`.
    var filledLocal: (name: String, value: TypedExpression)? {
        guard case .if(let test, let then, let otherwise) = kind, otherwise.isEmpty, then.count == 1,
            case .isNone(let subject, negated: false) = test.kind, case .local(let name) = subject.kind,
            case .assign(let targets, let value) = then[0].kind, targets.count == 1,
            case .local(name, _) = targets[0]
        else { return nil }
        return (name, value)
    }
}
