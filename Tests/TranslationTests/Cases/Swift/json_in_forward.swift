import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `ScalesConfig`, json_in_forward.py:9.
public struct CaseScalesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var limit: JSONValue
    public var scales: JSONValue?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case limit
        case scales
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        limit = try values.decode(JSONValue.self, forKey: .limit, default: 2)
        scales = try values.decodeIfPresent(JSONValue.self, forKey: .scales)
    }
}

/// `JsonInForward`, json_in_forward.py:20.
public final class CaseJsonInForward: Module {
    let config: CaseScalesConfiguration
    let limit: JSONValue
    @ModuleInfo var proj: Linear

    public init(_ config: CaseScalesConfiguration) {
        self.config = config
        limit = config.limit
        _proj.wrappedValue = Linear(config.hiddenSize, 4)
    }

    /// `JsonInForward.__call__`, json_in_forward.py:27.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let x = clip(
            proj(x), min: -Double(json: limit, named: "limit"),
            max: Double(json: limit, named: "limit"))
        var inner = caseScaled(
            x, beta: Double(json: config.scales?["inner"]?["beta"], named: "beta"))
        let beta = config.scales!.get("beta")
        if let beta { inner = inner * (1.0 + Double(json: beta, named: "beta")) }
        return inner
            + MLXArray.arange(
                0.0, Double(json: config.scales?["count"], named: "count"), dtype: .float32)
    }
}

/// `scaled`, json_in_forward.py:16.
public func caseScaled(_ x: MLXArray, beta: Double) -> MLXArray { x * beta }
