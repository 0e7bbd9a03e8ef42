import MLXNN

// Python's floats are doubles; the layers take what the engine computes with.

extension RMSNorm {
    /// An RMS norm whose `eps` is a Python float.
    public convenience init(dimensions: Int, eps: Double) {
        self.init(dimensions: dimensions, eps: Float(eps))
    }

    /// What is added to the mean of the squares, as Python's arithmetic takes it: the shortest
    /// decimal number that reads as `eps`, so `1e-05` and not the `9.999999747e-06` nearest to it.
    public var doubleEps: Double { Double(eps.description) ?? Double(eps) }
}

extension LayerNorm {
    /// A layer norm whose `eps` is a Python float.
    public convenience init(
        dimensions: Int, eps: Double, affine: Bool = true, bias: Bool = true
    ) {
        self.init(dimensions: dimensions, eps: Float(eps), affine: affine, bias: bias)
    }
}
