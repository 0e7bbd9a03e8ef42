import Operations
import PythonSyntax

/// Integer fields that hold fractions.
extension Program {
    /// The names of fields that are only ever factors of products which `int()` truncates:
    /// `int(config.partial_rotary_factor * head_dim)` says that the factor is no integer, whatever its
    /// annotation, as the product would be one already. As a float it gives the same for integers.
    func truncatedFactors(in modules: [String]) -> Set<String> {
        var uses = FactorUses()
        for module in modules {
            for statement in (try? scope(module))?.parsed.body ?? [] { uses.visit(statement) }
        }
        return uses.truncated.subtracting(uses.others)
    }
}

/// Where attributes are read: as factors of truncated products, or elsewhere.
private struct FactorUses {
    private(set) var truncated: Set<String> = []
    private(set) var others: Set<String> = []

    mutating func visit(_ statement: Statement) {
        for expression in statement.expressions { visit(expression) }
        for inner in statement.statements { visit(inner) }
    }

    private mutating func visit(_ expression: Expression) {
        if case .call(let callee, let arguments) = expression.kind, callee.simpleName == "int",
            arguments.count == 1, case .binary(_, .multiply, _) = arguments[0].value.kind
        {
            for factor in arguments[0].value.factors {
                if case .attribute(let base, let name) = factor.kind {
                    truncated.insert(name)
                    visit(base)
                } else {
                    visit(factor)
                }
            }
            return
        }
        if case .attribute(_, let name) = expression.kind { others.insert(name) }
        for child in expression.children { visit(child) }
    }
}

extension Expression {
    /// The factors of a product.
    fileprivate var factors: [Expression] {
        if case .binary(let left, .multiply, let right) = kind {
            left.factors + right.factors
        } else {
            [self]
        }
    }
}
