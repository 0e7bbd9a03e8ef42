import Foundation
import Testing
import TraceDiff

@testable import Harness

/// A program that ends by a signal behind its first record, which it has written only if each is written at once.
private let program = """
    import json, os, sys

    path = sys.argv[sys.argv.index("--trace") + 1]
    header = {
        "trace": int(os.environ["FORMAT"]), "family": "f", "package": "p", "version": "1",
        "dtype": "float32", "batch": 1, "seed": 0, "recorder": "t", "probes": "lines"}
    record = {
        "run": "prefill", "kind": "line", "path": "m", "source": "S.swift:1:1", "name": "a", "call": 0,
        "shape": [], "dtype": "number", "sum": 1, "l2": 1, "min": 1, "max": 1, "hash": "0" * 64}
    with open(path + ".failed", "w") as file:
        for line in [header, *([record] if "--trace-at-once" in sys.argv else [])]:
            file.write(json.dumps(line) + "\\n")
    print("error: out of range", file=sys.stderr, flush=True)
    if "full" in path:
        sys.exit(1)
    os.abort()
    """

@Suite("Runs of the tool")
struct ToolRunTests {
    private func run(_ pass: ToolRun.Pass) throws -> ToolRun.Outcome {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tool = folder.appending(path: "tool.py")
        try "#!\(Repository.path)/.venv/bin/python\n\(program)\n"
            .write(to: tool, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tool.path)
        let run = ToolRun(
            tool: tool.path, environment: ["FORMAT": "\(TraceHeader.currentFormat)"],
            folder: folder.path)
        return try run(
            RecordedVariant(
                dtype: "float32", batch: 1, checkpoint: "", trace: "", inputs: "", outputs: "",
                records: 0, unrecorded: 0), pass)
    }

    @Test("A crash is run once more, so that all before it is recorded")
    func crash() throws {
        let outcome = try run(.cached)
        #expect(outcome.trace?.records.map(\.name) == ["a"])
        #expect(outcome.failure == "error: out of range")
    }

    @Test("A failure that the tool itself tells is not: it has written its records")
    func failure() throws {
        let outcome = try run(.full)
        #expect(outcome.trace?.records.isEmpty == true)
        #expect(outcome.failure == "error: out of range")
    }
}
