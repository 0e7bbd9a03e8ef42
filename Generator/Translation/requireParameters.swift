import Analysis
import Foundation
import Operations

extension FunctionTranslator {
    /// `let ids = try required(ids, "input_ids")` in front of a body that needs an optional array wherever
    /// it reads it.
    func requireParameters() -> [SwiftStatement] {
        requiredParameters.map { parameter in
            let name = names[parameter.name] ?? parameter.name
            let value = unwrapped(
                SwiftExpression(name),
                named: TypedExpression(
                    .local(parameter.name), parameter.type, span: function.span))
            storage[parameter.name] = parameter.type.unwrapped
            return .line("let \(name) = \(evaluated(value))")
        }
    }

    /// The optional arrays that a function unwraps wherever it reads them, more than once, and before
    /// anything could leave it.
    static func requiredParameters(
        _ function: TypedFunction, owner: TypedClass?, module: TypedModule, context: FamilyContext
    ) -> [TypedParameter] {
        let candidates = function.parameters.filter { $0.type == .optional(.array) }
        guard !candidates.isEmpty, function.name != "__init__" else { return [] }
        let trial = FunctionTranslator(function, owner: owner, module: module, context: context)
        guard trial.canThrow else { return [] }
        let body = trial.translateBody()
        return candidates.filter { parameter in
            !trial.plan.reassignedParameters.contains(parameter.name)
                && body.requires(trial.names[parameter.name] ?? parameter.name)
        }
    }
}

extension [SwiftStatement] {
    /// Whether every mention of an optional unwraps it.
    fileprivate func requires(_ name: String) -> Bool {
        let texts = flatMap(\.texts)
        let unwrapping = texts.reduce(0) { $0 + $1.count(of: "required\\(\(name), \"") }
        let mentions = texts.reduce(0) { $0 + $1.count(of: "(?<![\\w.\"])\(name)(?![\\w:])") }
        guard unwrapping > 1, unwrapping == mentions else { return false }
        for statement in self {
            if statement.ownTexts.contains(where: { $0.contains("required(\(name), \"") }) {
                return true
            }
            let inner = statement.texts.dropFirst(statement.ownTexts.count)
            if inner.contains(where: { $0.count(of: "\\b(return|throw|continue|break)\\b") > 0 }) {
                return false
            }
        }
        return false
    }
}

extension SwiftStatement {
    /// The text that is evaluated whenever the statement is.
    fileprivate var ownTexts: [String] {
        switch self {
        case .line(let text): [text]
        case .if(let conditions, _, _), .guard(let conditions, _): [conditions]
        case .for(_, let sequence, _, _): [sequence]
        case .closure(let opening, _, _): [opening]
        case .while(let condition, _): [condition]
        case .do: []
        case .conditionalAssignment(_, let conditions, _, _): [conditions]
        }
    }

    /// All text of the statement, its own first.
    fileprivate var texts: [String] {
        switch self {
        case .line: ownTexts
        case .if(_, let then, let otherwise):
            ownTexts + then.flatMap(\.texts) + otherwise.flatMap(\.texts)
        case .guard(_, let otherwise): ownTexts + otherwise.flatMap(\.texts)
        case .for(_, _, let filter, let body):
            ownTexts + [filter].compactMap { $0 } + body.flatMap(\.texts)
        case .closure(_, _, let body), .while(_, let body): ownTexts + body.flatMap(\.texts)
        case .do(let body, let handlers):
            body.flatMap(\.texts) + handlers.flatMap { $0.body.flatMap(\.texts) }
        case .conditionalAssignment(_, _, let then, let otherwise):
            ownTexts + [then, otherwise]
        }
    }
}

extension String {
    fileprivate func count(of pattern: String) -> Int {
        var count = 0
        var rest = startIndex..<endIndex
        while let match = range(of: pattern, options: .regularExpression, range: rest) {
            count += 1
            rest = match.upperBound..<endIndex
        }
        return count
    }
}
