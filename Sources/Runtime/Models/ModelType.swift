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
    ///   - model: makes the model, with weights that are not yet loaded.
    public init<Configuration: Decodable & Sendable>(
        _ name: String, _ package: ModelPackage, configuration: Configuration.Type,
        model: @escaping @Sendable (Configuration) throws -> any GenerativeModel
    ) {
        self.name = name
        self.package = package
        make = { json in
            try model(
                ConfigurationDecoder(file: "config.json").decode(Configuration.self, from: json))
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
