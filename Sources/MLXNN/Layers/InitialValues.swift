import MLX

// Initial values are drawn as Python draws them, and lazily: nothing is computed or stored until an
// array is evaluated, so that a model can be made before its weights are loaded.

/// Uniform values in ±`√(1 / fanIn)`.
func uniformValues(_ shape: [Int], fanIn: Int) -> MLXArray {
    uniformValues(shape, limit: (1 / Double(max(fanIn, 1))).squareRoot())
}

/// Uniform values in ±`limit`.
func uniformValues(_ shape: [Int], limit: Double) -> MLXArray {
    MLXRandom.uniform(low: Float(-limit), high: Float(limit), shape)
}

/// Normal values with the standard deviation `√(1 / fanIn)`.
func normalValues(_ shape: [Int], fanIn: Int) -> MLXArray {
    MLXRandom.normal(shape, scale: Float((1 / Double(max(fanIn, 1))).squareRoot()))
}

extension MLXArray {
    /// The first two sizes of the shape, 0 where there are fewer axes.
    var leadingSizes: (Int, Int) {
        let shape = shape
        return (shape.first ?? 0, shape.dropFirst().first ?? 0)
    }
}
