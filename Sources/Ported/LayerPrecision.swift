import MLXNN

// Python's floats are doubles; the layers take what the engine computes with.

extension RMSNorm {
    /// An RMS norm whose `eps` is a Python float.
    public convenience init(dimensions: Int, eps: Double) {
        self.init(dimensions: dimensions, eps: Float(eps))
    }

    /// What is added to the mean of the squares, as Python's arithmetic takes it.
    public var doubleEps: Double { Double(eps) }
}

extension LayerNorm {
    /// A layer norm whose `eps` is a Python float.
    public convenience init(
        dimensions: Int, eps: Double, affine: Bool = true, bias: Bool = true
    ) {
        self.init(dimensions: dimensions, eps: Float(eps), affine: affine, bias: bias)
    }
}
