/// What `adapter_config.json` says (mlx_lm/tuner/utils.py, mlx_vlm/trainer/peft/utils.py).
struct AdapterConfiguration: Decodable {
    /// How the adapter was trained.
    enum Kind: String, Decodable {
        case lora, dora, full
    }

    struct Parameters: Decodable {
        var rank: Int
        var scale: Double?
        /// Other frameworks' scale, times the rank.
        var alpha: Double?
    }

    /// Of a layer that was quantised when the adapter was trained.
    struct BaseQuantization: Decodable {
        var groupSize: Int
        var bits: Int
        var mode: String?

        enum CodingKeys: String, CodingKey {
            case groupSize = "group_size"
            case bits, mode
        }
    }

    var kind: Kind
    /// The rank and factor of the update; nil for a full set of weights.
    var update: (rank: Int, scale: Double)?
    /// Whether the file's tensors are called `A` and `B`, as in mlx-vlm's older adapters.
    var isLegacy = false
    var baseQuantization: [String: BaseQuantization]

    enum CodingKeys: String, CodingKey {
        case kind = "fine_tune_type"
        case parameters = "lora_parameters"
        case baseQuantization = "base_quantization"
        case rank, alpha
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decodeIfPresent(Kind.self, forKey: .kind) ?? .lora
        baseQuantization =
            try values.decodeIfPresent([String: BaseQuantization].self, forKey: .baseQuantization)
            ?? [:]
        if kind == .full { return }
        if values.contains(.parameters) {
            let parameters = try values.decode(Parameters.self, forKey: .parameters)
            guard let scale = parameters.scale else {
                throw ModelRuntimeError.input(
                    "adapter_config.json: lora_parameters has no \"scale\""
                        + (parameters.alpha == nil
                            ? "" : " (its \"alpha\" is another convention's)"))
            }
            update = (parameters.rank, scale)
        } else {
            let rank = try values.decode(Int.self, forKey: .rank)
            let alpha = try values.decodeIfPresent(Double.self, forKey: .alpha) ?? 0.1
            update = (rank, alpha / Double(rank))
            isLegacy = true
        }
    }
}
