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

    @Option(
        help: ArgumentHelp(
            "What lines of an instrumented tool go on with, by 'run|path|place|name|call'.",
            valueName: "file.safetensors"))
    var inject: String?

    @Flag(help: "Write all recorded tensors beside the trace.")
    var values = false

    @Flag(
        help:
            "Evaluate and write each record of the trace at once, for a process that ends early; slow."
    )
    var traceAtOnce = false

    @Flag(help: "Leave the parameters out of the trace.")
    var withoutWeights = false

    @Flag(
        name: .customLong("no-cache"), help: "Run one pass over prompt and tokens, without caches.")
    var noCache = false

    @Flag(help: "Print one JSON object with the shapes and types of the tensors that are written.")
    var json = false

    func validate() throws {
        guard inject == nil || trace != nil else {
            throw ValidationError("--inject replaces what is traced: it needs --trace.")
        }
        let option = [
            (values, "values"), (traceAtOnce, "trace-at-once"), (withoutWeights, "without-weights"),
        ].first { $0.0 }
        if trace == nil, let option {
            throw ValidationError("--\(option.1) is for a --trace.")
        }
    }

    func run() throws {
        let inputs = try TensorFile.read(URL(filePath: inputs))
        let loaded = try model.load()
        let pass = ForwardPass(loaded.model, package: loaded.configuration.package)
        guard let trace else {
            return try finish(pass(inputs, usesCache: !noCache))
        }
        // If the pass fails, or the process ends, what was computed until then tells where it went wrong.
        let stream = try TraceStream(
            path: trace + ".failed", header: header([], loaded, inputs))
        let writer = ModuleTraceWriter(
            model: loaded.model, injecting: try injected(), keepsValues: values,
            measuresAtOnce: traceAtOnce, stream: stream)
        if !withoutWeights { writer.recordWeights(of: loaded.model) }
        let outputs = try pass(inputs, usesCache: !noCache) {
            try writer.record($0, inputs: $1, $2)
        }
        try finish(outputs)
        try stream.finish(as: trace, header: header(writer.classNames, loaded, inputs))
        if values {
            try TensorFile.write(
                writer.values, to: URL(filePath: Trace.valuesPath(besideTrace: trace)))
        }
    }

    private func finish(_ outputs: OrderedDictionary<String, MLXArray>) throws {
        try TensorFile.write(outputs, to: URL(filePath: output))
        guard json else { return }
        let tensors = outputs.mapValues { array -> OrderedJSON in
            ["shape": .array(array.shape.map { .int($0) }), "dtype": .string("\(array.dtype)")]
        }
        Program.emit(OrderedJSON.object(["outputs": .object(tensors)]).text() + "\n")
    }

    private func injected() throws -> [String: MLXArray] {
        guard let inject else { return [:] }
        let file = try TensorFile.read(URL(filePath: inject))
        return Dictionary(
            uniqueKeysWithValues: file.names.compactMap { name in
                file[name].map { (name, $0) }
            })
    }

    /// The header of the trace of a model whose modules of these classes were called.
    private func header(
        _ classes: [String], _ loaded: LoadedModel, _ inputs: ModelInputs
    ) -> TraceHeader {
        let package = loaded.type.package
        return TraceHeader(
            family: loaded.type.name, package: package.rawValue, version: package.portedVersion,
            dtype: loaded.model.parameterType.map { "\($0)" } ?? "",
            batch: inputs.inputIds?.dim(0) ?? 0, seed: Int(model.seededWeights ?? 0),
            recorder: "llm-tool \(Program.version)", probes: .classes(classes),
            compiled: ProcessInfo.processInfo.environment["MLX_DISABLE_COMPILE"] == nil,
            machine: TraceHeader.thisMachine)
    }
}
