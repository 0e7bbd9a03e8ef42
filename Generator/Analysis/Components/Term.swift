import Operations
import PythonSyntax

/// What a computation gives, as a term over inputs, parameters and modules: two programs that build
/// equal terms compute the same, whatever their locals are called.
struct Term: Hashable {
    let operation: String
    let arguments: [Term]
    /// Where the source computes it. Not part of equality.
    let span: SourceSpan
    /// The expression with locals replaced by their values, if it is about the configuration only.
    let expression: TypedExpression?

    init(
        _ operation: String, _ arguments: [Term] = [], span: SourceSpan,
        expression: TypedExpression? = nil
    ) {
        self.operation = operation
        self.arguments = arguments
        self.span = span
        self.expression = expression
    }

    static func == (left: Term, right: Term) -> Bool {
        left.operation == right.operation && left.arguments == right.arguments
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(operation)
        hasher.combine(arguments)
    }

    /// The term as an operand of a comparison, for which `0` and `0.0` are the same.
    var comparable: Term {
        guard let whole = Double(operation).flatMap(Int.init(exactly:)), arguments.isEmpty
        else { return self }
        return Term(String(whole), span: span, expression: expression)
    }

    /// The number, if it is a literal.
    var number: Double? { arguments.isEmpty ? Double(operation) : nil }

    /// The term in Python's spelling, short.
    var text: String {
        guard !arguments.isEmpty else { return operation }
        let name = operation.split(separator: ".").last.map(String.init) ?? operation
        return "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
}

/// What a class does, as terms: what it is made of, and what a call gives.
struct SymbolicBehavior {
    /// The modules that `__init__` makes, by attribute: the attribute is the weight key.
    var modules: [String: Term] = [:]
    /// The other attributes.
    var values: [String: Term] = [:]
    /// What its methods do, by name.
    var methods: [String: MethodBehavior] = [:]
}

/// What a method does, as terms.
struct MethodBehavior {
    /// What a call returns.
    var result: Term
    /// Calls and assignments that change something, in order.
    var effects: [Term] = []
}

/// Why symbolic evaluation stopped.
enum SymbolicStop: Error {
    /// A branch depends on this test; both outcomes have to be looked at.
    case needsAssumption(Term)
    /// A construct whose meaning is not modelled.
    case unsupported(String, SourceSpan)
}
