import Analysis
import Testing

@Suite("Components with methods, updates of weights and optional slots")
struct AltUpMatchingTests {
    @Test func `gemma3n's blocks are the components`() throws {
        let part = try LanguagePart()
        let altUp = try #require(part.match("Gemma3nAltUp"))
        #expect(altUp.component == "AltUpBlock")
        #expect(
            altUp.bindings.map(\.slot) == [
                "dimensions", "inputs", "active_index", "coefficient_clip", "norm_eps",
            ])
        #expect(part.match("Gemma3nLaurelBlock")?.component == "LaurelBlock")
    }

    @Test func `another order of axes in another spelling is the component too`() throws {
        let part = try LanguagePart(
            (
                "all_coefs = all_coefs.transpose(2, 0, 1)[..., None]",
                "all_coefs = all_coefs.moveaxis(2, 0)[..., None]"
            ))
        #expect(part.match("Gemma3nAltUp")?.flags == ["moves_axis"])
    }

    @Test func `without bounds the slot stays empty`() throws {
        let part = try LanguagePart(("self.config.altup_coef_clip is not None", "False"))
        let match = try #require(part.match("Gemma3nAltUp"))
        #expect(!match.bindings.contains { $0.slot == "coefficient_clip" })
    }

    @Test(arguments: [
        (
            "a sum in place of a difference", "innovation = activated - active_x",
            "innovation = activated + active_x"
        ),
        (
            "the weights are not float32",
            "self.correction_coefs.weight = self.correction_coefs.weight.astype(mx.float32)", "pass"
        ),
        (
            "one bound only", "                -self.config.altup_coef_clip,\n",
            "                -1.0,\n"
        ),
        (
            "an update of an input", "predictions = self.altup.predict(x)\n",
            "predictions = self.altup.predict(x)\n        self.altup.helper(x)\n"
        ),
        (
            "another state", "active_x = predictions[self.config.altup_active_idx]",
            "active_x = predictions[0]"
        ),
    ])
    func `what computes something else is translated literally`(
        name: String, old: String, new: String
    ) throws {
        let helper = (
            "    def compute_router_modalities(",
            "    def helper(self, x: mx.array):\n        x += 1\n        return x\n\n    def compute_router_modalities("
        )
        let part = try LanguagePart(helper, (old, new))
        #expect(part.match("Gemma3nAltUp") == nil)
        #expect(part.reason("Gemma3nAltUp", "AltUpBlock") != nil)
    }
}
