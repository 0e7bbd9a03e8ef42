import Operations
import PythonSyntax

/// What a place holds that is given values of several types.
extension FunctionChecker {
    func join(_ left: PythonType, _ right: PythonType, at span: SourceSpan) -> PythonType {
        if let joined = left.joined(with: right) { return joined }
        if let scaling = commonScaling(left, right) { return scaling }
        if let common = commonProtocol(left, right) ?? commonJSON(left, right) { return common }
        if let either = alternatives(left, right) ?? program.configurations(left, right) {
            return either
        }
        if let common = commonList(left, right) { return common }
        report(
            "values of different types", at: span, "\(left) and \(right) meet here",
            hint: "make both branches the same type, or add an override")
        return left
    }

    /// Lists, and lists of such, whose elements have a protocol in common.
    func commonList(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard case .list(let first) = left, case .list(let second) = right else { return nil }
        let common =
            first.joined(with: second) ?? commonProtocol(first, second)
            ?? alternatives(first, second) ?? program.configurations(first, second)
            ?? commonList(first, second)
        return common.map { .list($0) }
    }

    /// `KVCacheSimple` and `RotatingKVCache` are both `KVCache`; layers of one array are `UnaryLayer`, those of
    /// experts `SwitchLayer`.
    func commonProtocol(_ left: PythonType, _ right: PythonType) -> PythonType? {
        let common = conformances(left.unwrapped).intersection(conformances(right.unwrapped))
        guard let name = common.sorted().first else { return nil }
        for type in [left.unwrapped, right.unwrapped] {
            if case .instance(let className) = type { program.conform(className, to: name) }
        }
        let joined = PythonType.library(name)
        return left.isOptional || right.isOptional ? joined.madeOptional : joined
    }

    /// The same for two classes of a library.
    func commonLibraryProtocol(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard case .library = left.unwrapped, case .library = right.unwrapped,
            left.unwrapped != right.unwrapped, !left.isOptional, !right.isOptional
        else { return nil }
        return commonProtocol(left, right)
    }

    private func conformances(_ type: PythonType) -> Set<String> {
        switch type {
        case .library(let name):
            return Set((program.table.types[name]?.conforms ?? []) + [name])
        case .instance(let className):
            if let info = program.classInfo(className), let layer = info.extendedObject {
                return program.table.conformances(of: layer.swiftName).union([layer.swiftName])
            }
            guard let info = program.classInfo(className), info.kind == .module,
                let call = info.methods["__call__"],
                call.keywordsName == nil || call.ignoresKeywords
            else { return [] }
            switch call.parameters.count {
            case 1: return ["UnaryLayer"]
            case 2 where call.parameters[1].name == "offset": return ["RotaryEmbedding"]
            case 2 where call.parameters[1].name == "gate": return ["GatedActivation"]
            case 2 where call.parameters[1].name == "indices": return ["SwitchLayer"]
            default: return []
            }
        default:
            return []
        }
    }
}

extension OperationTable {
    /// A type's attribute, its own or that of something it conforms to.
    public func attribute(_ name: String, of type: String) -> LibraryAttribute? {
        guard let row = types[type] else { return nil }
        return row.attributes[name]
            ?? row.conforms.lazy.compactMap { self.attribute(name, of: $0) }.first
    }

    /// The protocols of Swift that ask for a method and name nothing else.
    func protocols(with method: String) -> [String] {
        types.values.filter { $0.isProtocol && $0.python == nil && $0.methods[method] != nil }
            .map(\.swiftName).sorted()
    }

    /// A type's method, its own or that of something it conforms to.
    public func method(_ name: String, of type: String) -> Operation? {
        guard let row = types[type] else { return nil }
        return row.methods[name] ?? row.conforms.lazy.compactMap { self.method(name, of: $0) }.first
    }

    /// How instances of a type are called.
    public func call(of type: String) -> Operation? {
        guard let row = types[type] else { return nil }
        return row.call ?? row.conforms.lazy.compactMap { self.call(of: $0) }.first
    }
}
