import ArgumentParser
import Foundation
import MLX
import ModelRuntime
import OrderedCollections
import TraceDiff

/// `llm-tool forward`: the raw forward pass, from tensors to tensors.
struct Forward: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the raw forward pass on tensors of a file.",
        discussion: """
            'input_ids' [B, L] is the prompt; its logits become 'prefill_logits' [B, L, V]. The \
            tokens of 'decode_ids' [B, n] follow one by one, to 'decode_logits' [B, n, V]. With \
            --no-cache both are one pass, to 'full_logits'. Every other tensor is the model's input \
            of that name.
            """)

    @OptionGroup(title: "Model") var model: ModelOptions

    @Option(help: ArgumentHelp("The inputs.", valueName: "file.safetensors"))
    var inputs: String

    @Option(help: ArgumentHelp("Where the logits go.", valueName: "file.safetensors"))
    var output: String

    @Option(
        help: ArgumentHelp("Where the outputs of all module calls go.", valueName: "file.jsonl"))
    var trace: String?

    @Flag(
        name: .customLong("no-cache"), help: "Run one pass over prompt and tokens, without caches.")
    var noCache = false

    func run() throws {
        let inputs = try TensorFile.read(URL(filePath: inputs))
        let loaded = try model.load()
        let pass = ForwardPass(loaded.model, package: loaded.configuration.package)
        guard let trace else {
            return try TensorFile.write(
                pass(inputs, usesCache: !noCache), to: URL(filePath: output))
        }
        let writer = ModuleTraceWriter(model: loaded.model)
        let outputs = try pass(inputs, usesCache: !noCache) {
            try writer.record($0, inputs: $1, $2)
        }
        try TensorFile.write(outputs, to: URL(filePath: output))
        try recorded(writer.records, loaded, inputs).write(to: trace)
    }

    private func recorded(
        _ records: [TraceRecord], _ loaded: LoadedModel, _ inputs: ModelInputs
    ) -> Trace {
        let package = loaded.type.package
        return Trace(
            header: TraceHeader(
                family: loaded.type.name, package: package.rawValue, version: package.portedVersion,
                dtype: loaded.model.parameterType.map { "\($0)" } ?? "",
                batch: inputs.inputIds?.dim(0) ?? 0, seed: Int(model.seededWeights ?? 0),
                recorder: "llm-tool \(Program.version)",
                probes: .classes(
                    Set(records.filter { $0.kind == .module }.map(\.className)).sorted()),
                compiled: ProcessInfo.processInfo.environment["MLX_DISABLE_COMPILE"] == nil),
            records: records)
    }
}
