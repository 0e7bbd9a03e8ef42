import Foundation
import MLX
import MLXNN
import ModelPorted
import OrderedCollections

/// A recorded call of one module, which is called by itself: it has its own weights, and no other module of
/// the model has any.
///
/// The folder holds the model's `config.json`, `module.json` with the module's path and its arguments, and
/// `module.safetensors` with `weight.…`, `input.…` and `output.…`.
public struct ModuleCall {
    private static let description = "module.json"
    private let directory: CheckpointDirectory
    private let path: String
    private let arguments: OrderedDictionary<String, OrderedJSON>
    private let tensors: OrderedDictionary<String, MLXArray>

    /// Reads a folder.
    ///
    /// - Throws: ``ModelRuntimeError``.
    public init(_ url: URL) throws {
        directory = try CheckpointDirectory(url)
        let json = try directory.json(Self.description)
        guard let path = json["path"]?.string, let arguments = json["arguments"]?.object else {
            throw ModelRuntimeError.input(
                "\(Self.description): \"path\" and \"arguments\" are needed")
        }
        self.path = path
        self.arguments = arguments
        tensors = try SafetensorsFile.read(directory.file("module.safetensors"))
    }

    /// Calls the module.
    ///
    /// - Parameters:
    ///   - factory: knows the model's type.
    ///   - package: the package whose family is used; nil is mlx-vlm's where it exists.
    /// - Returns: the arrays that it gives, as `output.0` …
    /// - Throws: ``ModelRuntimeError``; `unsupported` where this program cannot call the module by itself.
    public func callAsFunction(_ factory: ModelFactory, package: ModelPackage? = nil) throws
        -> OrderedDictionary<String, MLXArray>
    {
        let (configuration, type) = try factory.resolve(directory, package: package)
        return try withEngine("calling \(path)") {
            let model = try type.makeModel(configuration)
            model.train(false)
            guard let module = model.namedModules().first(where: { $0.0 == path })?.1 else {
                throw ModelRuntimeError.input(
                    "\(Self.description): the model has no module \"\(path)\"")
            }
            guard let callable = module as? any ModuleCalledAlone else {
                throw ModelRuntimeError.unsupported(
                    "\(path): a \(Swift.type(of: module)) cannot be called by itself here")
            }
            let weights = tensors.filter { $0.key.hasPrefix("weight.") }
                .map { (String($0.key.dropFirst("weight.".count)), $0.value) }
            try module.update(parameters: .unflattened(weights), verify: .all)
            let outputs: [MLXArray]
            do {
                outputs = try callable.call(try given(to: model))
            } catch let fault as ModuleArguments.Fault {
                throw ModelRuntimeError.unsupported("\(path): \(fault)")
            }
            try checkedEval(outputs)
            return OrderedDictionary(
                uniqueKeysWithValues: outputs.enumerated().map { ("output.\($0)", $1) })
        }
    }

    private func given(to model: any GenerativeModel) throws -> ModuleArguments {
        var caches: [any KVCache]?
        return ModuleArguments(
            try arguments.map { name, argument in
                switch argument["kind"]?.string {
                case "array":
                    guard let array = tensors["input.\(name)"] else {
                        throw ModelRuntimeError.input("module.safetensors lacks \"input.\(name)\"")
                    }
                    return (name, .array(array))
                case "cache":
                    let made = try caches ?? model.makeCache()
                    caches = made
                    guard let index = argument["index"]?.int, made.indices.contains(index) else {
                        throw ModelRuntimeError.input(
                            "\(Self.description): \"\(name)\": the model has no such cache")
                    }
                    return (name, .cache(made[index]))
                case "value":
                    let value = argument["value"]
                    if let text = value?.string { return (name, .text(text)) }
                    if let flag = value?.bool { return (name, .number(flag ? 1 : 0)) }
                    return (name, value?.double.map { .number($0) } ?? .none)
                default: return (name, .none)
                }
            })
    }
}
