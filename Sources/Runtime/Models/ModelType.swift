/// One `model_type` that a package serves.
public struct ModelType: Sendable {
    /// The name that `config.json` declares.
    public let name: String
    /// The package that the model was generated from.
    public let package: ModelPackage

    private let make: @Sendable (OrderedJSON) throws -> any GenerativeModel

    /// A model type.
    ///
    /// - Parameters:
    ///   - name: the `model_type` of `config.json`.
    ///   - package: the package that the model was generated from.
    ///   - configuration: what the model decodes from `config.json`.
    ///   - part: the key below which `config.json` has it, if it has such a part: a language model alone has
    ///     the `text_config` of the family that it is a part of.
    ///   - model: makes the model, with weights that are not yet loaded.
    public init<Configuration: Decodable & Sendable>(
        _ name: String, _ package: ModelPackage, configuration: Configuration.Type,
        part: String? = nil,
        model: @escaping @Sendable (Configuration) throws -> any GenerativeModel
    ) {
        self.name = name
        self.package = package
        make = { json in
            let inner = part.flatMap { json[$0] }.flatMap { $0.object?.isEmpty == false ? $0 : nil }
            return try model(
                ConfigurationDecoder(file: "config.json")
                    .decode(Configuration.self, from: inner ?? json))
        }
    }

    /// The model that a configuration describes, with weights that are not yet loaded.
    ///
    /// - Throws: ``ModelRuntimeError`` for a missing key, a value of the wrong type, and numbers that no
    ///   model can be made of.
    public func makeModel(_ configuration: ModelConfiguration) throws -> any GenerativeModel {
        do {
            return try make(configuration.json)
        } catch let error as ModelRuntimeError {
            throw error
        } catch {
            throw ModelRuntimeError.input("config.json: \(error)")
        }
    }
}
