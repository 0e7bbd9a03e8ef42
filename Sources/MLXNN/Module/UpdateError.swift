import Foundation

/// Why parameters or modules of a ``Module`` could not be replaced.
public enum UpdateError: Error, Sendable, Equatable {
    /// Parameters that are missing, unexpected or of the wrong shape: all of them.
    case parameters([ParameterProblem])
    /// An array or dictionary of modules has a place that holds none.
    case unableToCollectModulesFromContainer(path: [String], modules: [String])
    /// Structure that is not the module's.
    case mismatchedContainers(base: String, key: String)
    /// A parameter has another shape.
    case mismatchedSize(path: [String], modules: [String], expectedShape: [Int], actualShape: [Int])
    /// A key that the module has and the update does not, or the other way round.
    case keyNotFound(path: [String], modules: [String])
    /// A property that is to be replaced lacks ``ModuleInfo`` or has another type.
    case needModuleInfo(String)
    /// A property cannot be set.
    case unableToSet(String)
    /// A value is not of the property's type, which is named.
    case unableToCast(String)
    /// Keys that the module does not have.
    case unhandledKeys(path: [String], modules: [String], keys: [String])
    /// A module is put where the module has an array.
    case settingArrayWithModule(path: [String], modules: [String])
    /// Two items that do not go together.
    case incompatibleItems(path: [String], modules: [String], item: String, value: String)
    /// Structure that cannot be replaced.
    case unexpectedStructure(key: String, item: String)
}

/// One parameter that does not fit the module it is meant for.
public struct ParameterProblem: Error, Sendable, Equatable {
    /// What is wrong with the parameter.
    public enum Kind: Sendable, Equatable {
        /// The module has it and the update does not.
        case missing
        /// The update has it and the module does not.
        case unexpected
        /// Both have it, in different shapes.
        case wrongShape(expected: [Int], actual: [Int])
    }

    /// The parameter's path (`language_model.model.layers.0.mlp.up_proj.weight`).
    public let path: String
    /// What is wrong with it.
    public let kind: Kind

    /// A problem with the parameter of a path.
    public init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }
}

extension ParameterProblem: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch kind {
        case .missing: "missing: \(path)"
        case .unexpected: "unexpected: \(path)"
        case .wrongShape(let expected, let actual):
            "wrong shape: \(path) is \(actual), expected \(expected)"
        }
    }
}

extension UpdateError: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String {
        func place(_ path: [String], _ modules: [String]) -> String {
            let module = modules.isEmpty ? "" : " in \(modules.joined(separator: "."))"
            return "\(path.joined(separator: "."))\(module)"
        }
        return switch self {
        case .parameters(let problems):
            "\(problems.count) parameters do not fit the model:\n"
                + problems.map { "  \($0)" }.joined(separator: "\n")
        case .unableToCollectModulesFromContainer(let path, let modules):
            "Not every place of \(place(path, modules)) is given a module"
        case .mismatchedContainers(let base, let key):
            "\(key) of \(base) has another structure"
        case .mismatchedSize(let path, let modules, let expected, let actual):
            "\(place(path, modules)) has shape \(actual), expected \(expected)"
        case .keyNotFound(let path, let modules):
            "There is no \(place(path, modules))"
        case .needModuleInfo(let message), .unableToSet(let message):
            message
        case .unableToCast(let type):
            "The value is not a \(type)"
        case .unhandledKeys(let path, let modules, let keys):
            "\(place(path, modules)) has no \(keys.joined(separator: ", "))"
        case .settingArrayWithModule(let path, let modules):
            "\(place(path, modules)) is an array and cannot be replaced by a module"
        case .incompatibleItems(let path, let modules, let item, let value):
            "\(place(path, modules)) is \(item) and cannot be replaced by \(value)"
        case .unexpectedStructure(let key, let item):
            "\(key) of \(item) has no structure that modules can be put into"
        }
    }
}

extension UpdateError: LocalizedError {
    /// As `description`.
    public var errorDescription: String? { description }
}

extension Module {
    /// What an update checks before it changes anything.
    public struct VerifyUpdate: OptionSet, Sendable {
        /// The checks as bits.
        public let rawValue: Int

        /// Checks by their bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Every given key belongs to the model.
        public static let noUnusedKeys = VerifyUpdate(rawValue: 1 << 0)
        /// Every key of the model is given.
        public static let allModelKeysSet = VerifyUpdate(rawValue: 1 << 1)
        /// Given arrays have the shapes of those that they replace.
        public static let shapeMismatch = VerifyUpdate(rawValue: 1 << 2)
        /// Every check.
        public static let all = VerifyUpdate(rawValue: -1)
        /// No check.
        public static let none = VerifyUpdate([])
    }
}
