import Operations

extension Naming {
    /// A type as Swift writes it.
    public func swift(_ type: PythonType, table: OperationTable) -> String {
        switch type {
        case .array: return "MLXArray"
        case .integer: return "Int"
        case .float: return "Double"
        case .boolean: return "Bool"
        case .string: return "String"
        case .dtype: return "DType"
        case .none: return "Void"
        case .optional(let wrapped):
            let inner = swift(wrapped, table: table)
            if case .function = wrapped { return "(\(inner))?" }
            return inner.hasPrefix("any ") ? "(\(inner))?" : "\(inner)?"
        case .list(let element): return "[\(swift(element, table: table))]"
        case .set(.array): return "Set<ArrayIdentity>"
        case .set(let element): return "Set<\(swift(element, table: table))>"
        case .tuple(let elements):
            // What is always None is written as nil.
            let parts = elements.map { $0 == .none ? "Void?" : swift($0, table: table) }
            return "(\(parts.joined(separator: ", ")))"
        case .dictionary(.string, .array): return "OrderedWeights"
        case .dictionary(let key, let value):
            // Python's dictionaries keep the order in which entries were made.
            return "OrderedDictionary<\(swift(key, table: table)), \(swift(value, table: table))>"
        case .json: return "JSONValue"
        case .instance(let name): return self.type(name)
        case .either(let names): return layerProtocols[names].map { "any \($0)" } ?? "Module"
        case .library(let name): return table.types[name]?.isProtocol == true ? "any \(name)" : name
        case .classObject: return "Module.Type"
        case .function(let parameters, let result):
            let inputs = parameters.map { swift($0, table: table) }.joined(separator: ", ")
            return "(\(inputs)) -> \(swift(result, table: table))"
        case .unknown: return "MLXArray"
        }
    }
}
