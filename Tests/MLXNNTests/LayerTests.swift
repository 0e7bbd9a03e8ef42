import Testing

/// Each layer against what Python's computes for the same parameters and inputs.
@Suite("Layers equal Python's bit for bit")
struct LayerTests {
    @Test("linear and embedding", arguments: Layers.linear)
    func linear(layer: LayerCase) throws { try layer.check() }

    @Test("normalisation", arguments: Layers.normalization)
    func normalization(layer: LayerCase) throws { try layer.check() }

    @Test("positions", arguments: Layers.positions)
    func positions(layer: LayerCase) throws { try layer.check() }

    @Test("convolution", arguments: Layers.convolution)
    func convolution(layer: LayerCase) throws { try layer.check() }

    @Test("pooling", arguments: Layers.pooling)
    func pooling(layer: LayerCase) throws { try layer.check() }

    @Test("upsampling", arguments: Layers.upsampling)
    func upsampling(layer: LayerCase) throws { try layer.check() }

    @Test("attention", arguments: Layers.attention)
    func attention(layer: LayerCase) throws { try layer.check() }

    @Test("recurrent", arguments: Layers.recurrent)
    func recurrent(layer: LayerCase) throws { try layer.check() }
}
