import MLX
import ModelRuntime
import Processors

extension MLXArray {
    /// The values of a plain tensor, in its shape and dtype.
    public convenience init(_ tensor: PlainTensor) {
        switch tensor.values {
        case .float32(let values): self.init(values, tensor.shape)
        case .int64(let values): self.init(values, tensor.shape)
        case .bool(let values): self.init(values, tensor.shape)
        }
    }
}

extension ModelInputs {
    /// Plain tensors by their names.
    public init(_ tensors: OrderedTensors) {
        self.init(tensors.mapValues { MLXArray($0) })
    }
}
