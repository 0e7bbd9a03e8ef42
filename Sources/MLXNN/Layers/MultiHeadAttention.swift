import MLX

/// Scaled dot product attention with several heads (`nn.MultiHeadAttention`).
open class MultiHeadAttention: Module {
    /// How many heads there are.
    public let numHeads: Int

    /// Makes queries of inputs.
    @ModuleInfo(key: "query_proj") public var queryProjection: UnaryLayer
    /// Makes keys of inputs.
    @ModuleInfo(key: "key_proj") public var keyProjection: UnaryLayer
    /// Makes values of inputs.
    @ModuleInfo(key: "value_proj") public var valueProjection: UnaryLayer
    /// Makes the output of the heads' outputs.
    @ModuleInfo(key: "out_proj") public var outProjection: UnaryLayer

    /// A layer.
    ///
    /// - Parameters:
    ///   - dimensions: of queries and keys of all heads together
    ///   - numHeads: how many heads there are; divides `dimensions`
    ///   - queryInputDimensions: of the inputs for queries; `dimensions` by default
    ///   - keyInputDimensions: of the inputs for keys; `dimensions` by default
    ///   - valueInputDimensions: of the inputs for values; those for keys by default
    ///   - valueDimensions: of values of all heads together; `dimensions` by default
    ///   - valueOutputDimensions: of the output; `dimensions` by default
    ///   - bias: whether the projections have a bias
    public init(
        dimensions: Int,
        numHeads: Int,
        queryInputDimensions: Int? = nil,
        keyInputDimensions: Int? = nil,
        valueInputDimensions: Int? = nil,
        valueDimensions: Int? = nil,
        valueOutputDimensions: Int? = nil,
        bias: Bool = false
    ) {
        let keyInputDimensions = keyInputDimensions ?? dimensions
        let valueDimensions = valueDimensions ?? dimensions
        self.numHeads = numHeads
        _queryProjection.wrappedValue = Linear(
            queryInputDimensions ?? dimensions, dimensions, bias: bias)
        _keyProjection.wrappedValue = Linear(keyInputDimensions, dimensions, bias: bias)
        _valueProjection.wrappedValue = Linear(
            valueInputDimensions ?? keyInputDimensions, valueDimensions, bias: bias)
        _outProjection.wrappedValue = Linear(
            valueDimensions, valueOutputDimensions ?? dimensions, bias: bias)
        super.init()
        if numHeads <= 0 || dimensions % numHeads != 0 {
            record(
                failure: """
                    MultiHeadAttention: \(dimensions) dimensions cannot be divided into \
                    \(numHeads) heads
                    """)
        }
    }

    /// The output `[B, L, valueOutputDimensions]`.
    ///
    /// - Parameters:
    ///   - queries: inputs for queries `[B, L, queryInputDimensions]`
    ///   - keys: inputs for keys `[B, S, keyInputDimensions]`
    ///   - values: inputs for values `[B, S, valueInputDimensions]`
    ///   - mask: added to the scores, or which of them count; broadcast to `[B, H, L, S]`
    open func callAsFunction(
        _ queries: MLXArray, keys: MLXArray, values: MLXArray, mask: MLXArray? = nil
    ) -> MLXArray {
        observe {
            let queries = heads(queryProjection(queries))
            let keys = heads(keyProjection(keys))
            let values = heads(valueProjection(values))

            let scale = Float((1 / Double(queries.shape.last ?? 1)).squareRoot())
            let output = MLXFast.scaledDotProductAttention(
                queries: queries, keys: keys, values: values, scale: scale,
                mask: mask.map { .array($0) } ?? .none)
            return outProjection(
                output.transposed(axes: [0, 2, 1, 3]).flattened(start: -2, end: -1))
        }
    }

    /// `[B, L, D]` to `[B, numHeads, L, D / numHeads]`.
    private func heads(_ x: MLXArray) -> MLXArray {
        unflatten(x, axis: -1, shape: [numHeads, -1]).transposed(axes: [0, 2, 1, 3])
    }

    /// A mask `[n, n]` that keeps each position from seeing those behind it, to be added to scores.
    ///
    /// - Parameter dtype: a floating point type
    public static func createAdditiveCausalMask(_ n: Int, dtype: DType = .float32) -> MLXArray {
        let indices = arange(n, dtype: .int32)
        let mask = indices.expandedDimensions(axis: 1) .< indices.expandedDimensions(axis: 0)
        return mask.asType(dtype) * leastFinite(dtype)
    }

    private static func leastFinite(_ dtype: DType) -> Double {
        switch dtype {
        case .float16: -65504
        case .bfloat16: -0x1.FEp127
        case .float64: -Double.greatestFiniteMagnitude
        default: Double(-Float.greatestFiniteMagnitude)
        }
    }
}
