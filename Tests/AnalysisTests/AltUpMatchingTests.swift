import Analysis
import CompilerTestSupport
import Foundation
import Operations
import Testing

/// The language part of the installed gemma3n, with one text of it changed.
private struct LanguagePart {
    let family: TypedFamily

    init(_ changes: (old: String, new: String)...) throws {
        let folder = try Repository.sitePackages().appending(path: "mlx_vlm/models/gemma3n")
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        var language = try text("language.py")
        for change in changes {
            #expect(language.contains(change.old), "\(change.old)")
            language = language.replacing(change.old, with: change.new)
        }
        let table = try OperationTable.builtIn()
        family = try analyzeFamily(
            FamilySources(
                name: "case", modules: ["config", "language"].map(MemorySources.dottedName),
                entryModule: MemorySources.dottedName("language"), entryClass: "LanguageModel",
                callsLanguageModel: false),
            sources: try MemorySources(["config": text("config.py"), "language": language]),
            table: table, components: try ComponentLibrary(table: table)
        ).family
    }

    func match(_ name: String) -> ComponentMatch? {
        family.components["\(MemorySources.dottedName("language")).\(name)"]
    }

    /// Why the component of this name does not stand in for a class.
    func reason(_ name: String, _ component: String) -> String? {
        family.mismatches["\(MemorySources.dottedName("language")).\(name)"]?
            .first { $0.component == component }?.reason
    }
}

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
