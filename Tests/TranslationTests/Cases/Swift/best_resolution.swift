import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `ResolutionConfig`, best_resolution.py:9.
public struct CaseResolutionConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var ratio: String
    public var pinpoints: [[Int]]

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case ratio
        case pinpoints
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        ratio = try values.decode(String.self, forKey: .ratio, default: "anyres_max_9")
        pinpoints = try values.decode(
            [[Int]].self, forKey: .pinpoints, default: [[4, 2], [2, 4], [4, 4]])
    }
}

/// `BestResolution`, best_resolution.py:25.
public final class CaseBestResolution: Module {
    let config: CaseResolutionConfiguration

    public init(_ config: CaseResolutionConfiguration) {
        self.config = config
    }

    /// `BestResolution.most`, best_resolution.py:31.
    public var most: Int { wholeNumber(config.ratio.stripping("anyres_max_")) }

    /// `BestResolution.tiles`, best_resolution.py:34.
    public func tiles(_ x: MLXArray, sizes: MLXArray) throws -> MLXArray {
        var x = x
        for size in (sizes.map { $0.asArray(Int.self) }) {
            let (rows, columns) = try caseGridShape(size, pinpoints: config.pinpoints, patch: 2)
            x = x * rows + columns
        }
        return x
    }

    /// `BestResolution.__call__`, best_resolution.py:40.
    public func callAsFunction(_ x: MLXArray) throws -> MLXArray {
        try tiles(x, sizes: stacked([[7, 3], [3, 7], [100, 90]].map { MLXArray($0) })) + most
    }
}

/// `grid_shape`, best_resolution.py:16.
public func caseGridShape(_ size: [Int], pinpoints: [[Int]], patch: Int) throws -> (Int, Int) {
    let (height, width) = try bestResolution(for: size, among: pinpoints)
    return (height.floorQuotient(patch), width.floorQuotient(patch))
}
