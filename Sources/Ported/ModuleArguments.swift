import MLX
import MLXNN

/// A module that can be called with arguments that are known by their names alone. The tool that compares both
/// sides line by line is built with such modules; other programs have none.
public protocol ModuleCalledAlone: Module {
    /// The arrays that a call returns, in order.
    ///
    /// - Throws: `ModuleArguments.Fault` for an argument that the module cannot take.
    func call(_ given: ModuleArguments) throws -> [MLXArray]
}

/// What a module is given in one recorded call.
public struct ModuleArguments {
    /// One argument.
    public enum Value {
        /// Python's None.
        case none
        /// An array.
        case array(MLXArray)
        /// A number, or a truth value as 0 or 1.
        case number(Double)
        /// A string.
        case text(String)
        /// One of the caches that the model makes.
        case cache(any KVCache)
    }

    /// An argument that the module's parameter cannot take.
    public struct Fault: Error, CustomStringConvertible {
        /// The parameter, and what it would need.
        public let description: String
    }

    private let values: [(name: String, value: Value)]

    /// - Parameter values: the arguments under the names of the Python's parameters, in their order.
    public init(_ values: [(name: String, value: Value)]) { self.values = values }

    /// The argument for a parameter: the one of its name in either spelling, else the one at its position.
    private func value(_ name: String, _ position: Int) -> Value {
        let named = values.first { Self.normalised($0.name) == Self.normalised(name) }
        return named?.value ?? (values.indices.contains(position) ? values[position].value : .none)
    }

    private static func normalised(_ name: String) -> String {
        name.lowercased().filter { $0 != "_" }
    }

    private func needed<Result>(_ name: String, _ kind: String, _ value: Result?) throws -> Result {
        guard let value else { throw Fault(description: "'\(name)' has to be \(kind)") }
        return value
    }

    /// The array for a parameter.
    public func callAsFunction(_ name: String, _ position: Int) throws -> MLXArray {
        try needed(name, "an array", self(name, position) as MLXArray?)
    }

    /// The array for a parameter that may be without one.
    public func callAsFunction(_ name: String, _ position: Int) -> MLXArray? {
        if case .array(let array) = value(name, position) { array } else { nil }
    }

    /// The mask for a parameter.
    public func callAsFunction(_ name: String, _ position: Int) -> AttentionMask {
        switch value(name, position) {
        case .array(let array): .array(array)
        case .text("causal"): .causal
        default: .none
        }
    }

    /// The cache for a parameter.
    public func callAsFunction(_ name: String, _ position: Int) -> (any KVCache)? {
        if case .cache(let cache) = value(name, position) { cache } else { nil }
    }

    /// The whole number for a parameter.
    public func callAsFunction(_ name: String, _ position: Int) throws -> Int {
        guard case .number(let number) = value(name, position) else {
            throw Fault(description: "'\(name)' has to be a whole number")
        }
        return try needed(name, "a whole number", Int(exactly: number))
    }

    /// The truth value for a parameter.
    public func callAsFunction(_ name: String, _ position: Int) throws -> Bool {
        try (self(name, position) as Int) != 0
    }

    /// The arrays in what a call returns, in order: those of tuples, lists and structures too.
    public static func arrays(in result: Any) -> [MLXArray] {
        if let array = result as? MLXArray { return [array] }
        return Mirror(reflecting: result).children.flatMap { arrays(in: $0.value) }
    }
}
