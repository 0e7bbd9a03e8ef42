import Testing

@testable import Harness

@Suite("Smaller runs of a family")
struct ReductionTests {
    private let definition = DefinitionText(
        text: """
            family: llama
            reference:
              config:
                # num_hidden_layers: 9
                num_hidden_layers: 3
                hidden_size: 64
                layer_types: [sliding, full, sliding]
                sizes: [1, 2]
              prompt_length: 5
              decode_steps: 2
            """)

    @Test("An entry is set where it stands")
    func setting() {
        let changed = definition.setting("prompt_length", to: "2")
        #expect(changed?.text.contains("\n  prompt_length: 2\n") == true)
        #expect(changed?.number("prompt_length") == 2)
        #expect(definition.setting("batches", to: "[1]") == nil)
    }

    @Test("With fewer layers a list of one entry each is shorter too")
    func layers() {
        #expect(definition.layerCounts == ["num_hidden_layers"])
        let changed = definition.settingLayers("num_hidden_layers", to: 2)
        #expect(changed?.text.contains("layer_types: [sliding, full]\n") == true)
        #expect(changed?.text.contains("sizes: [1, 2]\n") == true)
        #expect(changed?.text.contains("# num_hidden_layers: 9") == true)
    }

    @Test("One thing less at a time: steps, layers, tokens")
    func smaller() {
        let numbers = definition.smaller.map { run in
            ["decode_steps", "num_hidden_layers", "prompt_length"].compactMap(run.number)
        }
        #expect(
            numbers == [
                [0, 3, 5], [1, 3, 5], [2, 1, 5], [2, 2, 5], [2, 3, 1], [2, 3, 2], [2, 3, 3],
                [2, 3, 2], [2, 3, 4],
            ])
    }
}
