import Foundation
import Testing
import TraceDiff

@testable import Harness

/// A program with three lines, `a`, `b = a + 1` and `c = a * b`, each run twice; `FAULTS` names those that are
/// wrong. It takes values in their place as the tool does.
private let program = """
    import hashlib, json, os, struct, sys

    def option(name):
        return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None

    given = {}
    if option("--inject"):
        data = open(option("--inject"), "rb").read()
        start = 8 + struct.unpack("<Q", data[:8])[0]
        for name, entry in json.loads(data[8:start]).items():
            given[name] = struct.unpack("<d", data[start:][slice(*entry["data_offsets"])])[0]

    records = []

    def line(place, name, value, call):
        raw = struct.pack("<d", value)
        records.append({
            "run": "prefill", "kind": "line", "path": "m", "source": place, "name": name,
            "call": call, "shape": [], "dtype": "number", "sum": value, "l2": abs(value),
            "min": value, "max": value, "checksum": raw[::-1].hex(),
            "hash": hashlib.sha256(raw).hexdigest()})
        return given.get(f"prefill|m|{place}|{name}|{call}", value)

    faults = os.environ["FAULTS"].split(",")
    for call in range(2):
        a = line("S.swift:1:1", "a", 5.0 if "a" in faults else 1.0 + call, call)
        b = line("S.swift:2:1", "b", a + (9.0 if "b" in faults else 1.0), call)
        c = line("S.swift:3:1", "c", a * b, call)
    header = {
        "trace": int(os.environ["FORMAT"]), "family": "f", "package": "p", "version": "1",
        "dtype": "float32", "batch": 1, "seed": 0, "recorder": "t", "probes": "lines",
        "records": len(records)}
    with open(option("--trace"), "w") as file:
        for record in [header, *records]:
            file.write(json.dumps(record) + "\\n")
    """

@Suite("All faults of a run")
struct FaultSearchTests {
    private func faults(_ names: String, limit: Int = 20) throws -> FaultSearch.Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tool = folder.appending(path: "tool.py")
        try "#!\(Repository.path)/.venv/bin/python\n\(program)\n"
            .write(to: tool, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tool.path)
        func run(_ faults: String) -> ToolRun {
            ToolRun(
                tool: tool.path,
                environment: ["FAULTS": faults, "FORMAT": "\(TraceHeader.currentFormat)"],
                folder: folder.path)
        }
        let files = RecordedVariant(
            dtype: "float32", batch: 1, checkpoint: "", trace: "", inputs: "", outputs: "",
            records: 0, unrecorded: 0)
        let reference = try #require(try run("")(files, .cached).trace)
        let values = folder.appending(path: "values.safetensors").path
        try TensorFile.write([], to: values)
        let search = FaultSearch(
            program: run(names),
            tracing: LineTracing(
                modules: [], hasCounterpart: { _ in true },
                translations: { own, _ in own.map { [$0] } }),
            limit: limit)
        return try search(
            files, .cached, reference: reference, values: TensorFile(contentsOf: values))
    }

    @Test("Behind a line at fault, which goes on with the right values, the next one is found")
    func twoFaults() throws {
        let result = try faults("a,b")
        #expect(result.faults.map(\.record.name) == ["a", "b"])
        #expect(result.faults.map(\.injected) == [2, 2])
        #expect(result.isComplete)
    }

    @Test("What only follows from a fault is none")
    func oneFault() throws {
        #expect(try faults("b").faults.map(\.record.name) == ["b"])
        #expect(try faults("").faults.isEmpty)
    }

    @Test("The search ends at its limit")
    func limit() throws {
        let result = try faults("a,b", limit: 1)
        #expect(result.faults.map(\.record.name) == ["a"])
        #expect(!result.isComplete)
    }
}
