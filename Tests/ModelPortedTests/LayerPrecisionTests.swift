import MLXNN
import ModelPorted
import Testing

@Suite("Numbers of layers in double precision")
struct LayerPrecisionTests {
    @Test(
        "Python reads from an RMS norm the number that it was made with",
        arguments: [
            1e-05, 1e-06, 1e-08, 0.1, 0.000123456, 0,
        ])
    func roundTrip(eps: Double) {
        #expect(RMSNorm(dimensions: 2, eps: eps).doubleEps == eps)
    }
}
