import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Activations give the same bits as those of mlx-vlm")
struct ActivationTests {
    @Test(arguments: ["float32", "bfloat16"]) func `swiglu and xIELU`(type: String) throws {
        let recording = try Recording("activations")
        let gate = try recording("gate").asType(dtype(type))
        let x = try recording("x").asType(dtype(type))
        #expect(try difference(swiglu(gate, x), recording("swiglu.\(type)")) == nil)
        #expect(try difference(XieLU()(x), recording("xielu.\(type)")) == nil)
    }

    @Test func `xIELU's numbers are parameters`() {
        let keys = XieLU().parameters().flattened().map(\.0).sorted()
        #expect(keys == ["alpha_n", "alpha_p", "beta", "eps"])
    }
}
