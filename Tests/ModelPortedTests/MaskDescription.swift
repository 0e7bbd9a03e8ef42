import MLX
import ModelPorted

/// A mask as the fixtures describe it: `none`, `causal`, or shape and elements of a bool array.
func describe(_ mask: AttentionMask) -> String {
    if case .causal = mask { return "causal" }
    guard let array = mask.array else { return "none" }
    guard array.dtype == .bool else { return "\(array.dtype)" }
    let elements = array.flattened().asArray(Bool.self).map { $0 ? "1" : "0" }.joined()
    return "\(array.shape) \(elements)"
}
