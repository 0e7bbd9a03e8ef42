import Analysis
import Operations

extension FunctionTranslator {
    /// `let cache = cache as! ArraysCache?` in front of a body that takes a cache for one of a class
    /// wherever it uses it.
    func castParameters() -> [SwiftStatement] {
        function.parameters.compactMap { parameter in
            guard case .library = parameter.type.unwrapped,
                !plan.reassignedParameters.contains(parameter.name),
                let type = function.body.soleClass(of: parameter.name),
                storage[parameter.name]?.unwrapped != type
            else { return nil }
            let name = names[parameter.name] ?? parameter.name
            let held = parameter.type.isOptional ? type.madeOptional : type
            storage[parameter.name] = held
            return .line("let \(name) = \(name) as! \(context.swift(held))")
        }
    }
}

extension [TypedStatement] {
    /// The class as an instance of which every use of a local takes it, `None` tests aside; `nil` if
    /// some use does not, or there is only one.
    fileprivate func soleClass(of name: String) -> PythonType? {
        var types: [PythonType] = []
        var isPlain = false
        func visit(_ expression: TypedExpression) {
            switch expression.kind {
            case .downcast(let value, let type, isForced: true) where value.kind == .local(name):
                types.append(type)
            case .local(name): isPlain = true
            case .call(let call) where call.callee.isCompiled:
                // A function that takes any cache takes this one too.
                let passed = call.arguments.map(\.value).filter { $0.kind != .local(name) }
                (call.callee.receivers + passed).forEach(visit)
            case .conditional(let test, let then, let otherwise):
                visitTest(test)
                [then, otherwise].forEach(visit)
            default:
                if expression.presenceTest?.subject.kind != .local(name) {
                    expression.children.forEach(visit)
                }
            }
        }
        func visitTest(_ test: TypedExpression) {
            for part in test.conjuncts where part.presenceTest?.subject.kind != .local(name) {
                visit(part)
            }
        }
        func visit(_ statement: TypedStatement) {
            switch statement.kind {
            case .function(let inner): inner.body.forEach(visit)
            case .if(let test, _, _): visitTest(test)
            default: statement.expressions.forEach(visit)
            }
            for block in statement.blocks { block.forEach(visit) }
        }
        forEach(visit)
        return !isPlain && types.count > 1 && Set(types).count == 1 ? types[0] : nil
    }
}

extension Callee {
    /// Whether the source of what is called is compiled too.
    fileprivate var isCompiled: Bool {
        switch self {
        case .method, .function: true
        default: false
        }
    }
}
