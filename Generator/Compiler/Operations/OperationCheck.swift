import Operations
import PythonSyntax

/// A row that contradicts what the installed engine declares.
public struct OperationMismatch: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public let cause: String
    public var description: String { "\(name): \(cause)" }
}

extension OperationTable {
    /// Compares every row of the engine with its declaration: names, order, kinds, defaults and, as
    /// far as stubs state them, types of parameters.
    ///
    /// - Returns: the mismatches in alphabetic order, and what differs from the stubs on purpose.
    public func check(against engine: EngineSignatures) throws -> (
        mismatches: [OperationMismatch], known: [OperationMismatch]
    ) {
        var check = OperationCheck(engine: engine)
        for (name, row) in functions where name.hasPrefix("mlx.") {
            if let signatures = engine.function(name) {
                try check.compare(row, with: signatures, hasReceiver: false)
            } else if engine.isClass(name) {
                try check.compare(
                    row, with: engine.method("__init__", of: name) ?? [], hasReceiver: false)
            } else if let reason = row.stubDifferences["name"] {
                check.noteKnown(name, reason)
            } else {
                check.note(name, "is not declared by the engine")
            }
        }
        for (name, row) in classes where name.hasPrefix("mlx.") { try check.compare(row, name) }
        for name in constants.keys where name.hasPrefix("mlx.") && !engine.declares(name) {
            check.note(name, "is not declared by the engine")
        }
        for (name, row) in builtinMethods["array"] ?? [:] where !name.contains("(") {
            try check.compareMethod(name, row, isFunction: functions[row.python] != nil)
        }
        for name in (builtinAttributes["array"] ?? [:]).keys
        where !engine.hasMember(name, of: "mlx.core.array") {
            check.note("array.\(name)", "arrays have no such property")
        }
        return (
            check.mismatches.sorted { $0.description < $1.description },
            check.known.sorted { $0.description < $1.description }
        )
    }
}

/// The comparison of rows with declarations, and what it has found.
private struct OperationCheck {
    let engine: EngineSignatures
    private(set) var mismatches: Set<OperationMismatch> = []
    private(set) var known: Set<OperationMismatch> = []

    init(engine: EngineSignatures) { self.engine = engine }

    mutating func note(_ name: String, _ cause: String) {
        mismatches.insert(OperationMismatch(name: name, cause: cause))
    }

    mutating func noteKnown(_ name: String, _ cause: String) {
        known.insert(OperationMismatch(name: name, cause: cause))
    }

    mutating func compare(_ row: LibraryClass, _ name: String) throws {
        guard engine.isClass(name) else { return note(name, "is not declared by the engine") }
        if let initializer = row.initializer {
            try compare(
                initializer, with: engine.method("__init__", of: name) ?? [], hasReceiver: false)
        }
        if let call = row.call, let signatures = engine.method("__call__", of: name) {
            try compare(call, with: signatures, hasReceiver: false)
        }
        for (method, operation) in row.methods {
            if let signatures = engine.method(method, of: name) {
                try compare(operation, with: signatures, hasReceiver: false)
            } else {
                note("\(name).\(method)", "the class has no such method")
            }
        }
    }

    mutating func compareMethod(_ name: String, _ row: Operation, isFunction: Bool) throws {
        let declared =
            engine.method(name, of: "mlx.core.array") ?? engine.method(name, of: "mlx.core.ArrayAt")
        guard let declared else { return note("array.\(name)", "arrays have no such method") }
        try compare(
            row, with: declared, hasReceiver: true, isShared: isFunction, name: "array.\(name)")
    }

    /// Compares each of the row's signatures with the declared ones; one of them must fit.
    ///
    /// - Parameter isShared: whether the row is that of a function and the declaration that of the
    ///   method: each may have keywords of its own (`dtype` of a scan, `correction` of a variance).
    mutating func compare(
        _ row: Operation, with declared: [EngineSignature], hasReceiver: Bool,
        isShared: Bool = false,
        name: String? = nil
    ) throws {
        for signature in row.signatures {
            let parameters = Array(signature.parameters.dropFirst(hasReceiver ? 1 : 0))
            // A class without an initialiser of its own takes no arguments.
            let candidates = declared.isEmpty ? [[]] : declared.map(\.parameters)
            let causes = try candidates.map {
                try differences(
                    parameters, $0, isShared: isShared,
                    comparesTypes: !row.python.hasPrefix("mlx.nn."))
            }
            guard !causes.contains([]), let best = causes.min(by: { $0.count < $1.count }) else {
                continue
            }
            for cause in best {
                let explained = signature.stubDifferences.first { cause.contains("'\($0.key)'") }
                if let explained {
                    known.insert(
                        OperationMismatch(name: name ?? row.python, cause: explained.value))
                } else {
                    note(name ?? row.python, cause)
                }
            }
        }
    }

    private func differences(
        _ row: [OperationParameter], _ declared: [Parameter], isShared: Bool, comparesTypes: Bool
    ) throws -> [String] {
        var causes: [String] = []
        let known = Set(declared.map(\.name))
        for parameter in row where !known.contains(parameter.name) && !isShared {
            causes.append("the engine has no parameter '\(parameter.name)'")
        }
        let listed = Set(row.map(\.name))
        for parameter in declared where !listed.contains(parameter.name) {
            if isShared, parameter.kind == .keywordOnly { continue }
            causes.append("the row lacks the parameter '\(parameter.name)'")
        }
        let order = declared.map(\.name).filter(listed.contains)
        if order != row.map(\.name).filter(known.contains) {
            causes.append("the engine's order of parameters is \(order.joined(separator: ", "))")
        }
        for parameter in row {
            guard let other = declared.first(where: { $0.name == parameter.name }) else { continue }
            causes += try differences(parameter, other, comparesTypes: comparesTypes)
        }
        return causes
    }

    private func differences(
        _ row: OperationParameter, _ declared: Parameter, comparesTypes: Bool
    ) throws -> [String] {
        // `*shape` of a row stands for the sequence that the function takes and for the values that
        // the method takes.
        if row.isVariadic { return [] }
        var causes: [String] = []
        if row.isKeywordOnly != (declared.kind == .keywordOnly) {
            causes.append(
                "'\(row.name)' is \(row.isKeywordOnly ? "not " : "")keyword-only in the engine")
        }
        let expected = declared.defaultValue
        let stated = try row.defaultValue.map { try Expression(pythonDefault: $0) }
        if stated?.normalizedDefault != expected?.normalizedDefault {
            causes.append(
                "'\(row.name)' has \(expected.map { "the default \($0.plainText)" } ?? "no default") in the engine, \(row.defaultValue ?? "none") in the row"
            )
        }
        // The sources of mlx.nn annotate loosely: `int = None`, a float that may be a tuple.
        if comparesTypes, let annotation = declared.annotation {
            let allowed = DeclaredTypes(annotation)
            for type in row.alternatives where !allowed.contains(type) {
                causes.append("'\(row.name)' takes no \(type) in the engine")
            }
        }
        return causes
    }
}
