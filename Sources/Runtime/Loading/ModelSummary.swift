import MLX
import MLXNN

/// What a loaded model consists of, for people and for programs.
public struct ModelSummary {
    private struct Parameter {
        let name: String
        let shape: [Int]
        let dtype: DType
        var byteCount: Int { shape.reduce(dtype.size, *) }
    }

    private let type: ModelType
    private let configuration: OrderedJSON
    private let modules:
        [(path: String, name: String, quantization: String?, parameters: [Parameter])]

    /// Looks through a model without reading its values.
    public init(_ loaded: LoadedModel) {
        type = loaded.type
        configuration = loaded.configuration.json
        let modules = loaded.model.namedModules().sorted { Self.precedes($0.0, $1.0) }
        self.modules = modules.map { path, module in
            let parameters = module.filterMap(
                filter: Module.filterLocalParameters, map: Module.mapParameters()
            ).flattened().map { Parameter(name: $0.0, shape: $0.1.shape, dtype: $0.1.dtype) }
            let quantization = (module as? any Quantized).map {
                "\($0.bits) bits, groups of \($0.groupSize), \($0.mode.rawValue)"
            }
            return (path, "\(Swift.type(of: module))", quantization, parameters)
        }
    }

    /// Paths in the order of their components, numbers by value: layer 2 before layer 10.
    private static func precedes(_ first: String, _ second: String) -> Bool {
        let (first, second) = (first.split(separator: "."), second.split(separator: "."))
        for (left, right) in zip(first, second) where left != right {
            if let left = Int(left), let right = Int(right) { return left < right }
            return left < right
        }
        return first.count < second.count
    }

    private var parameters: [Parameter] { modules.flatMap(\.parameters) }

    /// The summary as indented lines.
    public var text: String {
        let bytes = parameters.reduce(0) { $0 + $1.byteCount }
        var lines = [
            "model type: \(type.name) (\(type.package.rawValue))",
            "parameters: \(parameters.reduce(0) { $0 + $1.shape.reduce(1, *) }) elements in "
                + "\(parameters.count) tensors, \(bytes) bytes",
            "quantised layers: \(modules.count { $0.quantization != nil })",
            "configuration:", configuration.text(indented: true), "modules:",
        ]
        // A module stands below the nearest module above it; keys of lists in between stay in its name.
        var depths: [Substring: Int] = [:]
        for module in modules {
            var above = module.path[...]
            repeat {
                above = above.lastIndex(of: ".").map { above[..<$0] } ?? ""
            } while depths[above] == nil && !above.isEmpty
            let depth = module.path.isEmpty ? 1 : (depths[above] ?? 0) + 1
            depths[module.path[...]] = depth
            let indent = String(repeating: "  ", count: depth)
            let name = module.path.dropFirst(above.isEmpty ? 0 : above.count + 1)
            let key = name.isEmpty ? "" : "\(name): "
            lines.append(
                "\(indent)\(key)\(module.name)\(module.quantization.map { " (\($0))" } ?? "")")
            lines += module.parameters.map { "\(indent)  \($0.name) \($0.shape) \($0.dtype)" }
        }
        return lines.joined(separator: "\n")
    }

    /// The summary as one object.
    public var json: OrderedJSON {
        [
            "model_type": .string(type.name),
            "package": .string(type.package.rawValue),
            "configuration": configuration,
            "modules": .array(
                modules.map { module in
                    var entry: OrderedJSON = [
                        "path": .string(module.path), "class": .string(module.name),
                    ]
                    if let quantization = module.quantization {
                        entry["quantization"] = .string(quantization)
                    }
                    entry["parameters"] = .array(
                        module.parameters.map { parameter in
                            [
                                "name": .string(parameter.name),
                                "shape": .array(parameter.shape.map { .int($0) }),
                                "dtype": .string("\(parameter.dtype)"),
                            ]
                        })
                    return entry
                }),
        ]
    }
}
