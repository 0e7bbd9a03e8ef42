import Foundation
import TraceDiff

/// The words of a reproduction.
struct ReproductionText {
    let fault: ReducedFault
    let sources: ReproductionSources
    let module: ReplayedModule?
    let definition: String
    let package: String
    let checkout: CheckoutState
    let program: String

    private var family: String {
        definition.split(separator: "/").last.map { String($0.dropLast(4)) } ?? definition
    }

    /// The scripts by their names: `run.sh` calls the module alone where that shows the fault, else it runs the
    /// model.
    var scripts: [(String, String)] {
        let model = Self.script(
            comment:
                "Runs the Python and the Swift of the small model and compares them line by line.",
            command: "verify", family: family, package: package,
            options: "--lines --continue --dtype \(fault.files.dtype) --batch \(fault.files.batch)",
            program: program)
        guard module != nil else { return [("run.sh", model)] }
        let alone = Self.script(
            comment: "Calls the module alone, in Python and in Swift, and compares what it gives.",
            command: "replay", family: family, package: package,
            options: "--module \"$PWD/module\"",
            program: program)
        return [("run.sh", alone), ("run-model.sh", model)]
    }

    static func script(
        comment: String, command: String, family: String, package: String, options: String,
        program: String
    ) -> String {
        """
        #!/bin/sh
        # \(comment) Ends with 1 while the
        # fault is there, with 0 when nothing differs. MLX_PORT names the mlx-port whose checkout is judged.
        cd "$(dirname "$0")" || exit 2
        own=\(program.shellQuoted)
        program=${MLX_PORT:-$own}
        command -v "$program" > /dev/null || program=mlx-port
        command -v "$program" > /dev/null || {
            echo "MLX_PORT=CHECKOUT/.build/release/mlx-port sh $(basename "$0")" >&2
            exit 2
        }
        exec "$program" \(command) \(family) --package \(package) --definitions "$PWD/definitions" \\
            \(options) "$@"

        """
    }

    var readme: String {
        let line = fault.line
        let given = fault.inputs.map(describe).joined(separator: "\n")
        return """
            # \(line.name) at \(sources.pythonPlace)

            The first line of the Python whose value differs in the Swift, while what its function was given
            agrees: in `\(line.path)`, \(line.run), call \(line.call).

            | | |
            |---|---|
            | Python | `\(sources.pythonPlace)` in `source.py` |
            | Swift | `\(sources.swiftPlace)` in `source.swift` |
            | should be | \(describe(line, isRow: false)) |
            | is | \(fault.candidate.map { describe($0, isRow: false) } ?? "not computed") |

            ## What the function was given

            \(given.isEmpty ? "No arrays." : "| name | value |\n|---|---|\n\(given)")

            `line.safetensors` holds these tensors, and what the line should give as `expected`.
            \(moduleText)`checkpoint` is the smallest model of the family that shows the fault, `ids.safetensors` what it
            is run with (`definitions/\(definition)` says how both are made).

            ## How it is run

            \(preparation)\(runText)
            In another checkout, after `make setup build` there:
            ```
            MLX_PORT=CHECKOUT/.build/release/mlx-port sh run.sh
            ```

            """
    }

    /// What the module gives when it is called alone.
    private var moduleText: String {
        guard let module else { return "" }
        let outputs = module.outputs.map { "`\($0.name)`: \($0.problem ?? "identical")" }
        return """
            `module` is `\(fault.line.path)` alone: its weights, what it is given and what it gives in Python
            (`module.json`, `module.safetensors`). In Swift it gives: \(outputs.joined(separator: "; ")).

            """
    }

    private var runText: String {
        let model = """
            makes checkpoint and ids anew, runs the Python and the Swift of the checkout that
            its mlx-port was built in, and compares them line by line: exit code 1 while \(fault.line.name) differs, 0
            once it is mended.
            """
        guard module != nil else { return "`sh run.sh` \(model)" }
        return """
            `sh run.sh` calls the module alone on both sides, with nothing of the model around it: exit code 1 while what
            it gives differs, 0 once it is mended. `sh run-model.sh` \(model)
            """
    }

    /// How to get at the Swift that shows the fault.
    private var preparation: String {
        let isChanged = !checkout.patch.isEmpty
        guard let commit = checkout.commit else { return "" }
        return """
            The Swift at fault is that of commit `\(commit)`\(isChanged ? " with `checkout.patch`" : ""):
            ```
            git checkout \(commit)\(isChanged ? " && git apply FOLDER/checkout.patch" : "")
            ```

            """
    }

    private func describe(_ record: TraceRecord) -> String { describe(record, isRow: true) }

    private func describe(_ record: TraceRecord, isRow: Bool) -> String {
        let value =
            record.dtype == "number"
            ? "\(record.sum)"
            : "\(record.dtype) \(record.shape), sum \(record.sum), from \(record.min) to \(record.max)"
        return isRow ? "| \(record.name.dropFirst().dropLast()) | \(value) |" : value
    }
}

extension String {
    /// The text as one word of a shell.
    fileprivate var shellQuoted: String {
        "'" + replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
