import Analysis
import Foundation
import Operations

/// A value that a run of the Python bound, and what types it had there.
public struct TypeObservation: Decodable, Sendable {
    public enum Role: String, Decodable, Sendable {
        case parameter, local, attribute, result, field
    }

    public let module: String
    /// The function or class around it: `Attention.__call__`.
    public let scope: String
    public let line: Int
    public let column: Int
    public let role: Role
    public let name: String
    public let types: [ObservedType]
}

/// What inference says against what a run showed.
public struct TypeCheck: Sendable {
    /// An inferred type that does not hold a value that was seen.
    public struct Contradiction: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        public let line: Int
        public let column: Int
        /// `'x' of Attention.__call__`
        public let subject: String
        public let inferred: PythonType
        public let seen: ObservedType

        public var description: String {
            let place = line > 0 ? "\(file):\(line):\(column)" : file
            return "\(place): \(subject) is inferred as \(inferred), the run showed \(seen)"
        }
    }

    /// How many inferred types the run showed values of.
    public let confirmed: Int
    /// How many values were seen of which inference knows no type.
    public let unknown: Int
    public let contradictions: [Contradiction]
}

/// Compares the inferred types of a family with the types of a run. What the run did not reach, and what
/// inference left out because the runtime never reaches it, is not counted.
public func checkTypes(
    of family: TypedFamily, against observations: [TypeObservation], table: OperationTable
) -> TypeCheck {
    let inferred = InferredTypes(family)
    var (confirmed, unknown) = (0, 0)
    var contradictions: [TypeCheck.Contradiction] = []
    for observation in observations {
        guard let type = inferred.type(of: observation) else { continue }
        guard type != .unknown else {
            unknown += 1
            continue
        }
        let wrong = observation.types.filter { !type.holds($0, table: table) }
        confirmed += wrong.isEmpty ? 1 : 0
        contradictions += wrong.map {
            TypeCheck.Contradiction(
                file: observation.fileName, line: observation.line, column: observation.column,
                subject: observation.subject, inferred: type, seen: $0)
        }
    }
    return TypeCheck(confirmed: confirmed, unknown: unknown, contradictions: contradictions)
}

extension TypeObservation {
    fileprivate var fileName: String { "\(module.split(separator: ".").last ?? "").py" }

    fileprivate var subject: String {
        switch role {
        case .result: "the result of \(scope)"
        case .field: "the field '\(name)' of \(scope)"
        case .attribute: "self.\(name) in \(scope)"
        case .parameter, .local: "'\(name)' of \(scope)"
        }
    }
}

/// The types that analysis inferred, by the places that a run reports.
private struct InferredTypes {
    private var classes: [String: TypedClass] = [:]
    private var functions: [String: TypedFunction] = [:]

    init(_ family: TypedFamily) {
        for module in family.modules {
            for function in module.functions { add(function, in: module.parsed.name) }
            for typed in module.classes {
                classes[typed.dottedName] = typed
                for method in typed.methods { add(method, in: typed.dottedName) }
            }
        }
    }

    private mutating func add(_ function: TypedFunction, in scope: String) {
        let name = "\(scope).\(function.name)"
        functions[name] = function
        for local in function.body.flatMap(\.localFunctions) { add(local, in: name) }
    }

    func type(of observation: TypeObservation) -> PythonType? {
        let scope = "\(observation.module).\(observation.scope)"
        switch observation.role {
        case .field:
            return classes[scope]?.fields.first { $0.name == observation.name }?.type
        case .result:
            return functions[scope]?.result
        case .parameter:
            return functions[scope]?.parameters.first { $0.name == observation.name }?.type
        case .attribute:
            let owner = scope.split(separator: ".").dropLast().joined(separator: ".")
            guard functions[scope] != nil,
                let attribute = classes[owner]?.attribute(observation.name)
            else { return nil }
            return attribute.presence == .always ? attribute.type : attribute.type.madeOptional
        case .local:
            return functions[scope]?.body.lazy
                .compactMap { $0.type(ofLocal: observation.name, line: observation.line) }.first
        }
    }
}

extension TypedStatement {
    fileprivate var localFunctions: [TypedFunction] {
        if case .function(let function) = kind { return [function] }
        return blocks.flatMap { $0.flatMap(\.localFunctions) }
    }

    /// The type of a local that the statement, or one inside it, binds at a line.
    fileprivate func type(ofLocal name: String, line: Int) -> PythonType? {
        let targets: [TypedTarget] =
            switch kind {
            case .assign(let targets, _): targets
            case .augmentedAssign(let target, _, _): [target]
            case .for(let target, _, _): [target]
            default: []
            }
        if span.line <= line, line <= span.endLine,
            let type = targets.lazy.compactMap({ $0.type(ofLocal: name) }).first
        {
            return type
        }
        return blocks.lazy.flatMap { $0 }.compactMap { $0.type(ofLocal: name, line: line) }.first
    }
}

extension TypedTarget {
    fileprivate func type(ofLocal name: String) -> PythonType? {
        switch self {
        case .local(name, let type): type
        case .tuple(let targets): targets.lazy.compactMap { $0.type(ofLocal: name) }.first
        default: nil
        }
    }
}
