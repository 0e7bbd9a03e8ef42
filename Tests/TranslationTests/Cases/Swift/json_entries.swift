import MLX
import MLXNN
import ModelPorted

/// `JsonEntries`, json_entries.py:6.
public final class CaseJsonEntries: Module {
    var scale: Double
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) throws {
        scale = 1.0
        if let ropeScaling = config.ropeScaling.nonEmpty,
            try required(ropeScaling["type"], "type") == "linear"
        {
            try require(
                required(ropeScaling["factor"], "factor").isFloat,
                "isinstance(config.rope_scaling[\"factor\"], float)")
            scale =
                try 1 / required(required(ropeScaling["factor"], "factor").doubleValue, "factor")
        }
        if let ropeScaling = config.ropeScaling {
            scale = try scale * required((ropeScaling["extra"] ?? 2.0).doubleValue, "extra")
        }
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `JsonEntries.__call__`, json_entries.py:17.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * scale }
}
