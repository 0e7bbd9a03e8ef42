import CompilerTestSupport
import Foundation
import Testing

@Suite("mlx-port generate")
struct GenerateTests {
    @Test("The files on disk are what is generated: exit code 0")
    func check() throws {
        let result = try MLXPortProcess("generate", "--all", "--check")
        #expect(result.status == 0, "\(result.log)")
        #expect(result.output == "")
    }

    @Test("Families are written whole; what is written is what --check expects")
    func write() throws {
        let folder = try TemporaryFolder()
        let result = try MLXPortProcess("generate", "--all", "--output", folder.url.path)
        #expect(result.status == 0, "\(result.log)")
        let written = Repository.files(below: folder.url)
        #expect(written == Repository.files(below: Repository.generated))
        for file in written {
            #expect(
                try Data(contentsOf: folder.url.appending(path: file))
                    == Data(contentsOf: Repository.generated.appending(path: file)), "\(file)")
        }
        #expect(result.output.split(separator: "\n").count == written.count)
        #expect(
            try MLXPortProcess("generate", "--all", "--check", "--output", folder.url.path).status
                == 0)
    }

    @Test("Families that another version of the package does not have are left out of --all")
    func olderSource() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage { $0 }
        try FileManager.default.removeItem(at: source.appending(path: "mlx_vlm/models/gemma"))
        let output = folder.url.appending(path: "output")
        let arguments = ["--package", "mlx-vlm", "--source", source.path, "--output", output.path]
        let all = try MLXPortProcess(arguments: ["generate", "--all"] + arguments)
        #expect(all.status == 0, "\(all.log)")
        #expect(all.log.contains("gemma: not in \(source.path), left out"))
        let written = Repository.files(below: output)
        #expect(written.contains("Llama/Llama.swift"))
        #expect(!written.contains { $0.hasPrefix("Gemma/") })
        let one = try MLXPortProcess(arguments: ["generate", "llama"] + arguments)
        #expect(one.status == 0, "\(one.log)")
        #expect(try MLXPortProcess(arguments: ["generate", "gemma"] + arguments).status == 2)
    }

    @Test("--json tells files and diagnostics to a program")
    func json() throws {
        let folder = try TemporaryFolder()
        let output = folder.url.appending(path: "output")
        let fine = try MLXPortProcess("generate", "llama", "--json", "--output", output.path)
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(fine.output.utf8)) as? [String: Any])
        #expect((report["files"] as? [String])?.count == 4)
        let source = try folder.mutatedPackage {
            try $0.changing(("        return self.norm(h)\n", "        return mx.frob(h)\n"))
        }
        let rejected = try MLXPortProcess(
            "generate", "llama", "--json", "--source", source.path, "--output", output.path)
        #expect(rejected.status == 3)
        let problems = try #require(
            JSONSerialization.jsonObject(with: Data(rejected.output.utf8)) as? [String: Any])
        let first = try #require((problems["diagnostics"] as? [[String: Any]])?.first)
        #expect(first["construct"] as? String == "call of 'mx.frob'")
        #expect(first["column"] as? Int == 16)
        #expect(problems["files"] as? [String] == [])
    }

    @Test("An edited file is a difference, named with its lines, and stays: exit code 1")
    func edited() throws {
        let folder = try TemporaryFolder()
        #expect(try MLXPortProcess("generate", "llama", "--output", folder.url.path).status == 0)
        let file = folder.url.appending(path: "Llama/LlamaLanguage.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        let edited = try text.changing(("ropeTheta", "ropeTheta * 2"))
        try Data(edited.utf8).write(to: file)
        let result = try MLXPortProcess("generate", "llama", "--check", "--output", folder.url.path)
        #expect(result.status == 1)
        #expect(result.output.contains("LlamaLanguage.swift: differs from what the source gives"))
        #expect(result.output.contains("ropeTheta * 2"))
        #expect(try String(contentsOf: file, encoding: .utf8) == edited)
    }

    @Test("A missing file is a difference, and --check does not write it: exit code 1")
    func missing() throws {
        let folder = try TemporaryFolder()
        let result = try MLXPortProcess("generate", "llama", "--check", "--output", folder.url.path)
        #expect(result.status == 1)
        #expect(result.output.contains("Llama/Llama.swift: is missing"))
        #expect(Repository.files(below: folder.url) == [])
    }

    @Test("An unknown family names the nearest: exit code 2")
    func unknownFamily() throws {
        let result = try MLXPortProcess("generate", "lama")
        #expect(result.status == 2)
        #expect(result.log.contains("no family 'lama' is defined"))
        #expect(result.log.contains("llama"))
        #expect(result.output == "")
    }

    @Test(
        "Arguments that make no sense are refused: exit code 2",
        arguments: [
            ["generate"], ["generate", "llama", "--all"],
            ["generate", "--all", "--package", "torch"],
            ["generate", "llama", "--nonsense"], ["nonsense"], ["compare", "one"],
        ])
    func badArguments(_ arguments: [String]) throws {
        let result = try MLXPortProcess(arguments: arguments)
        #expect(result.status == 2, "\(result.log)")
        #expect(!result.log.isEmpty)
    }

    @Test("A source folder that holds no package is named: exit code 2")
    func noPackage() throws {
        let folder = try TemporaryFolder()
        let result = try MLXPortProcess("generate", "llama", "--source", folder.url.path)
        #expect(result.status == 2)
        #expect(result.log.contains(folder.url.path))
    }

    @Test("An unsupported construct is shown with its line, and nothing is written: exit code 3")
    func unsupported() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "        return self.norm(h)\n",
                    "        h = mx.frobnicate(h)\n        return self.norm(h)\n"
                ))
        }
        let output = folder.url.appending(path: "output")
        let result = try MLXPortProcess(
            "generate", "llama", "--source", source.path, "--output", output.path)
        #expect(result.status == 3)
        #expect(result.log.contains(#/language.py:\d+:13: error: call of 'mx.frobnicate'/#))
        #expect(result.log.contains("        h = mx.frobnicate(h)\n"))
        #expect(result.log.contains("^^^^^^^^^^^^^"))
        #expect(result.log.contains("nothing was written"))
        #expect(Repository.files(below: output) == [])
    }

    @Test("A syntax error is shown with path, line and column, and nothing is written: exit code 2")
    func syntaxError() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage { $0 + "\ndef broken(:\n" }
        let output = folder.url.appending(path: "output")
        let result = try MLXPortProcess(
            "generate", "llama", "--source", source.path, "--output", output.path)
        #expect(result.status == 2)
        #expect(result.log.contains(#/language.py:\d+:\d+: SyntaxError/#))
        #expect(Repository.files(below: output) == [])
    }
}

@Suite("mlx-port inspect")
struct InspectTests {
    @Test("A family's routes and status: exit code 0")
    func inspect() throws {
        let result = try MLXPortProcess("inspect", "llama")
        #expect(result.status == 0, "\(result.log)")
        #expect(result.output.contains("StandardAttention"))
        #expect(result.output.contains(": full"))
    }

    @Test("A run of the Python confirms the inferred types: exit code 0 and their number")
    func types() throws {
        let result = try MLXPortProcess("inspect", "qwen3", "--check")
        #expect(result.status == 0, "\(result.log)")
        let summary =
            #/qwen3: (\d+) inferred types confirmed by a run, 0 not inferred, 0 contradicted/#
        let count = try #require(result.output.firstMatch(of: summary)?.1)
        #expect(Int(count)! > 80)
    }

    @Test("A family that is blocked is shown with what blocks it: exit code 3")
    func blocked() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "        return self.norm(h)\n",
                    "        try:\n            pass\n        finally:\n            pass\n        return self.norm(h)\n"
                ))
        }
        let result = try MLXPortProcess("inspect", "llama", "--source", source.path)
        #expect(result.status == 3)
        #expect(result.output.contains("rejected: try statement"))
    }
}

@Suite("mlx-port's help")
struct HelpTests {
    @Test("Every command is listed and explains itself: exit code 0")
    func help() throws {
        let list =
            try MLXPortProcess("--help").output.components(separatedBy: "SUBCOMMANDS:").last ?? ""
        let commands = list.matches(of: #/\n  ([a-z]+) /#).map { String($0.1) }
        #expect(
            Set(commands).isSuperset(of: ["generate", "inspect", "record", "compare", "verify"]))
        for command in commands {
            let result = try MLXPortProcess(command, "--help")
            #expect(result.status == 0)
            #expect(result.output.contains("USAGE: mlx-port \(command)"))
        }
    }

    @Test("The version is the generator's")
    func version() throws {
        #expect(try MLXPortProcess("--version").output.contains(#/^\d+\.\d+/#))
    }
}
