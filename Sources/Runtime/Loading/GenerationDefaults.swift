/// What a checkpoint says about sampling, for options that the user leaves open.
public struct GenerationDefaults: Equatable, Sendable {
    /// The keys that mlx-vlm's loader takes from `generation_config.json`.
    static let keys = ["eos_token_id", "temperature", "top_p", "top_k", "do_sample"]

    /// The tokens that end a text.
    public var eosTokenIds: [Int] = []
    /// The sampling temperature; 0 is greedy.
    public var temperature: Double = 0
    /// The nucleus; 1 keeps every token.
    public var topP: Double = 1
    /// How many of the most probable tokens are kept; 0 keeps every token.
    public var topK: Int = 0

    /// The library's defaults: greedy, all tokens.
    public init() {}

    /// The defaults that a completed configuration holds, as the package resolves them.
    ///
    /// mlx-lm's program ignores a checkpoint's sampling defaults; mlx-vlm's uses them, and a
    /// `do_sample` of false makes the default temperature 0.
    ///
    /// - Throws: ``ModelRuntimeError`` if a value has the wrong type.
    public init(_ configuration: ModelConfiguration) throws {
        let fields = try ConfigurationDecoder(file: "config.json")
            .decode(Fields.self, from: configuration.json)
        eosTokenIds = fields.eosTokenIds
        guard configuration.package == .mlxVLM else { return }
        temperature = fields.doSample == false ? 0 : fields.temperature ?? 0
        topP = fields.topP ?? 1
        topK = fields.topK ?? 0
    }

    private struct Fields: Decodable {
        var eosTokenIds: [Int]
        var temperature: Double?
        var topP: Double?
        var topK: Int?
        var doSample: Bool?

        enum CodingKeys: String, CodingKey {
            case eosTokenIds = "eos_token_id"
            case temperature
            case topP = "top_p"
            case topK = "top_k"
            case doSample = "do_sample"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            eosTokenIds =
                switch try values.decodeIfPresent(OrderedJSON.self, forKey: .eosTokenIds) {
                case nil: []
                case .array: try values.decode([Int].self, forKey: .eosTokenIds)
                default: [try values.decode(Int.self, forKey: .eosTokenIds)]
                }
            temperature = try values.decodeIfPresent(Double.self, forKey: .temperature)
            topP = try values.decodeIfPresent(Double.self, forKey: .topP)
            topK = try values.decodeIfPresent(Int.self, forKey: .topK)
            doSample = try values.decodeIfPresent(Bool.self, forKey: .doSample)
        }
    }
}
