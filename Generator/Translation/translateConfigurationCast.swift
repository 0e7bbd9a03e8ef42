import Analysis
import Operations

/// Reads of entries that only one of several configurations has: of another one Python would fail.
extension FunctionTranslator {
    /// `required(config as? LlamaConfiguration, …)`
    func requiredConfiguration(_ value: TypedExpression, _ type: PythonType) -> SwiftExpression {
        let text = translateUnconverted(value)
        if storageType(value) == type { return text }
        let swift = context.swift(type)
        let name = swift.hasPrefix("any ") ? String(swift.dropFirst(4)) : swift
        return SwiftExpression(
            "required(\(text.operand(.cast)) as? \(swift), \(name.swiftLiteral))",
            isThrowing: true)
    }

    /// A constant for a configuration of which the value that is returned reads several such entries.
    func bindConfigurations(in value: TypedExpression) -> [SwiftStatement] {
        guard canThrow else { return [] }
        var counts: [String: Int] = [:]
        var casts: [TypedExpression] = []
        _ = value.contains { part in
            if case .downcast(let base, _, isForced: true) = part.kind, let path = base.path,
                context.isConfiguration(base.type), storageType(base) != part.type
            {
                counts[path, default: 0] += 1
                if counts[path] == 2 { casts.append(part) }
            }
            return false
        }
        return casts.compactMap { cast in
            guard case .downcast(let base, let type, _) = cast.kind, let path = base.path else {
                return nil
            }
            let name = translateUnconverted(base).text.lastComponent
            let text = evaluated(requiredConfiguration(base, type))
            bind(Binding(path: path, name: name, type: type))
            return .line("let \(name) = \(text)")
        }
    }
}
