/// One `model_type` that a package serves.
public struct ModelType: Sendable {
    /// The name that `config.json` declares.
    public let name: String
    /// The package that the model was generated from.
    public let package: ModelPackage

    private let part: String?
    private let make: @Sendable (ConfigurationSource) throws -> any GenerativeModel

    /// A model type.
    ///
    /// - Parameters:
    ///   - name: the `model_type` of `config.json`.
    ///   - package: the package that the model was generated from.
    ///   - part: the key below which `config.json` has its configuration, if it has such a part: a language
    ///     model alone has the `text_config` of the family that it is a part of.
    ///   - make: makes the model, with weights that are not yet loaded. A list of many types stays cheap
    ///     because nothing but this names what is decoded.
    public init(
        _ name: String, _ package: ModelPackage, part: String? = nil,
        make: @escaping @Sendable (ConfigurationSource) throws -> any GenerativeModel
    ) {
        self.name = name
        self.package = package
        self.part = part
        self.make = make
    }

    /// The model that a configuration describes, with weights that are not yet loaded.
    ///
    /// - Throws: ``ModelRuntimeError`` for a missing key, a value of the wrong type, and numbers that no
    ///   model can be made of.
    public func makeModel(_ configuration: ModelConfiguration) throws -> any GenerativeModel {
        do {
            return try make(ConfigurationSource(json: configuration.json, part: part))
        } catch let error as ModelRuntimeError {
            throw error
        } catch {
            throw ModelRuntimeError.input("config.json: \(error)")
        }
    }
}

/// What the configuration of a model is decoded from.
public struct ConfigurationSource: Sendable {
    private let json: OrderedJSON

    init(json: OrderedJSON, part: String?) {
        let inner = part.flatMap { json[$0] }.flatMap { $0.object?.isEmpty == false ? $0 : nil }
        self.json = inner ?? json
    }

    /// The configuration.
    ///
    /// - Throws: ``ModelRuntimeError`` for a missing key and a value of the wrong type.
    public func decode<Configuration: Decodable>(_ type: Configuration.Type) throws -> Configuration
    {
        try ConfigurationDecoder(file: "config.json").decode(type, from: json)
    }
}
