import MLX
import MLXNN
import Testing

@Suite("Dropout")
struct DropoutTests {
    @Test("drops what Python drops with the same seed")
    func equalsPython() throws {
        let layers: [(String, any UnaryLayer)] = [
            ("dropout", Dropout(p: 0.3)), ("dropout2d", Dropout2d(p: 0.5)),
            ("dropout3d", Dropout3d(p: 0.25)),
        ]
        for (name, layer) in layers {
            let fixture = try Fixture(name)
            let output = withRandomState(MLXRandom.RandomState(seed: 11)) {
                layer(fixture.inputs[0])
            }
            try fixture.expect([output])
        }
    }

    @Test("changes nothing outside training")
    func inference() {
        let layer = Dropout(p: 0.9)
        layer.train(false)
        let x = MLXArray.ones([4, 4])
        #expect(bytes(layer(x)) == bytes(x))
    }
}
