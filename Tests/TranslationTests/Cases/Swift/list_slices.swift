import MLX
import MLXNN
import ModelPorted

/// `ListSlices`, list_slices.py:6.
public final class CaseListSlices: Module {
    @ModuleInfo var proj: Linear
    let head: [String]
    let tail: [String]
    let body: [String]
    let end: String
    let middle: [String]

    public init(_ config: CaseConfiguration) throws {
        _proj.wrappedValue = Linear(4, 4)
        head = try Array(required(config.labels, "labels").prefix(2))
        tail = try Array(required(config.labels, "labels").dropFirst(1))
        body = try Array(required(config.labels, "labels").dropLast(1))
        end = try required(config.labels, "labels").element(at: -1)
        middle = try Array(required(config.labels, "labels").prefix(3).dropFirst(1))
    }

    /// `ListSlices.__call__`, list_slices.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let sizes = Array(x.shape.dropLast(1))
        let n = head.count + tail.count + body.count + middle.count
        if end == "full" { return x.reshaped(sizes + [n]) }
        return proj(x)
    }
}
