import MLX

/// Looks up a vector for each index (`nn.Embedding`).
open class Embedding: Module, UnaryLayer, Quantizable {
    /// `[embeddingCount, dimensions]`.
    public let weight: MLXArray

    /// How many vectors there are and how long they are.
    open var shape: (Int, Int) { weight.leadingSizes }

    /// A layer with normal initial values.
    public init(embeddingCount: Int, dimensions: Int) {
        weight = normalValues([embeddingCount, dimensions], fanIn: dimensions)
    }

    /// A layer with the given vectors.
    public init(weight: MLXArray) {
        self.weight = weight
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        let (embeddingCount, dimensions) = shape
        return "(embeddingCount=\(embeddingCount), dimensions=\(dimensions))"
    }

    /// Indices `[…]` to vectors `[…, dimensions]`.
    open func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe { weight[x] }
    }

    /// `x Wᵀ`: `[…, dimensions]` to `[…, embeddingCount]`, for a head that is tied to the embedding.
    open func asLinear(_ x: MLXArray) -> MLXArray {
        matmul(x, weight.T)
    }

    /// The same layer with quantised vectors.
    open func toQuantized(groupSize: Int, bits: Int, mode: QuantizationMode) -> Module {
        QuantizedEmbedding(self, groupSize: groupSize, bits: bits, mode: mode)
    }
}
