import MLX

/// A ``Linear`` with a quantised weight (`nn.QuantizedLinear`).
open class QuantizedLinear: Linear, Quantized {
    /// How many values share a scale.
    public let groupSize: Int
    /// How many bits a value has.
    public let bits: Int
    /// How values are coded.
    public let mode: QuantizationMode
    /// The scale of each group, `[outputDimensions, inputDimensions / groupSize]`.
    public let scales: MLXArray
    /// The least value of each group, as ``scales``; only in the mode `affine`.
    public let biases: MLXArray?

    /// Output and input dimensions, those of the weight before it was quantised.
    open override var shape: (Int, Int) {
        let (outputDimensions, packed) = weight.leadingSizes
        return (outputDimensions, packed * 32 / max(bits, 1))
    }

    /// A layer with uniform initial weights and a bias of zeros.
    public convenience init(
        _ inputDimensions: Int, _ outputDimensions: Int,
        bias: Bool = true, groupSize: Int? = nil, bits: Int? = nil,
        mode: QuantizationMode = .affine
    ) {
        self.init(
            weight: uniformValues([outputDimensions, inputDimensions], fanIn: inputDimensions),
            bias: bias ? MLXArray.zeros([outputDimensions]) : nil,
            groupSize: groupSize, bits: bits, mode: mode)
    }

    /// The quantised form of a layer.
    public convenience init(
        _ other: Linear, groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine
    ) {
        self.init(
            weight: other.weight, bias: other.bias, groupSize: groupSize, bits: bits, mode: mode)
    }

    /// A layer of a weight that is to be quantised, `[outputDimensions, inputDimensions]`.
    public convenience init(
        weight: MLXArray, bias: MLXArray?, groupSize: Int? = nil, bits: Int? = nil,
        mode: QuantizationMode = .affine
    ) {
        let groupSize = groupSize ?? mode.defaults.groupSize
        let bits = bits ?? mode.defaults.bits
        let packed = MLX.quantized(weight, groupSize: groupSize, bits: bits, mode: mode)
        self.init(
            weight: packed.wq, bias: bias, scales: packed.scales, biases: packed.biases,
            groupSize: groupSize, bits: bits, mode: mode)
    }

    /// A layer of a weight that is quantised, `[outputDimensions, inputDimensions * bits / 32]`.
    public init(
        weight: MLXArray, bias: MLXArray? = nil, scales: MLXArray, biases: MLXArray?,
        groupSize: Int, bits: Int, mode: QuantizationMode = .affine
    ) {
        self.groupSize = groupSize
        self.bits = bits
        self.mode = mode
        self.scales = scales
        self.biases = biases
        super.init(weight: weight, bias: bias)
        freezeQuantized()
    }

    /// Unfreezes nothing of the layer itself: quantised weights are not trained.
    open override func unfreeze(
        recursive: Bool = true, keys: [String]? = nil, strict: Bool = false
    ) throws {
        try super.unfreeze(recursive: recursive, keys: keys, strict: strict)
        freezeQuantized()
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        let (outputDimensions, inputDimensions) = shape
        return """
            (inputDimensions=\(inputDimensions), outputDimensions=\(outputDimensions), \
            bias=\(bias != nil), groupSize=\(groupSize), bits=\(bits), mode=\(mode.rawValue))
            """
    }

    /// `[…, inputDimensions]` to `[…, outputDimensions]`.
    open override func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let y = quantizedMM(
                x, weight, scales: scales, biases: biases, transpose: true,
                groupSize: groupSize, bits: bits, mode: mode)
            return shifted(y, by: bias)
        }
    }
}

/// An ``Embedding`` with quantised vectors (`nn.QuantizedEmbedding`).
open class QuantizedEmbedding: Embedding, Quantized {
    /// How many values share a scale.
    public let groupSize: Int
    /// How many bits a value has.
    public let bits: Int
    /// How values are coded.
    public let mode: QuantizationMode
    /// The scale of each group, `[embeddingCount, dimensions / groupSize]`.
    public let scales: MLXArray
    /// The least value of each group, as ``scales``; only in the mode `affine`.
    public let biases: MLXArray?

    /// How many vectors there are and how long they were before they were quantised.
    open override var shape: (Int, Int) {
        let (embeddingCount, packed) = weight.leadingSizes
        return (embeddingCount, packed * 32 / max(bits, 1))
    }

    /// A layer with normal initial values.
    public convenience init(
        embeddingCount: Int, dimensions: Int, groupSize: Int? = nil, bits: Int? = nil,
        mode: QuantizationMode = .affine
    ) {
        self.init(
            weight: normalValues([embeddingCount, dimensions], fanIn: dimensions),
            groupSize: groupSize, bits: bits, mode: mode)
    }

    /// The quantised form of a layer.
    public convenience init(
        _ other: Embedding, groupSize: Int? = nil, bits: Int? = nil,
        mode: QuantizationMode = .affine
    ) {
        self.init(weight: other.weight, groupSize: groupSize, bits: bits, mode: mode)
    }

    /// A layer of vectors that are to be quantised, `[embeddingCount, dimensions]`.
    public convenience init(
        weight: MLXArray, groupSize: Int? = nil, bits: Int? = nil, mode: QuantizationMode = .affine
    ) {
        let groupSize = groupSize ?? mode.defaults.groupSize
        let bits = bits ?? mode.defaults.bits
        let packed = MLX.quantized(weight, groupSize: groupSize, bits: bits, mode: mode)
        self.init(
            weight: packed.wq, scales: packed.scales, biases: packed.biases,
            groupSize: groupSize, bits: bits, mode: mode)
    }

    /// A layer of vectors that are quantised, `[embeddingCount, dimensions * bits / 32]`.
    public init(
        weight: MLXArray, scales: MLXArray, biases: MLXArray?, groupSize: Int, bits: Int,
        mode: QuantizationMode = .affine
    ) {
        self.groupSize = groupSize
        self.bits = bits
        self.mode = mode
        self.scales = scales
        self.biases = biases
        super.init(weight: weight)
        freezeQuantized()
    }

    /// Sizes and options.
    open override func describeExtra(_ indent: Int) -> String {
        let (embeddingCount, dimensions) = shape
        return """
            (embeddingCount=\(embeddingCount), dimensions=\(dimensions), \
            groupSize=\(groupSize), bits=\(bits), mode=\(mode.rawValue))
            """
    }

    /// Indices `[…]` to vectors `[…, dimensions]`.
    open override func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            dequantized(
                weight[x], scales: scales[x], biases: biases.map { $0[x] },
                groupSize: groupSize, bits: bits, mode: mode)
        }
    }

    /// `[…, dimensions]` to `[…, embeddingCount]`, for a head that is tied to the embedding.
    open override func asLinear(_ x: MLXArray) -> MLXArray {
        quantizedMM(
            x, weight, scales: scales, biases: biases, transpose: true,
            groupSize: groupSize, bits: bits, mode: mode)
    }
}

extension Quantized {
    /// Freezes what the layer is made of.
    fileprivate func freezeQuantized() {
        frozenKeys.formUnion(["weight", "bias", "scales", "biases"])
    }
}
