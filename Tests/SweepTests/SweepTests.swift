import Compiler
import Foundation
import Testing

@testable import Sweep

@Suite("Sweep")
struct SweepTests {
    @Test("The bar says how far it is and how long it takes")
    func bar() {
        #expect(
            SweepProgress.bar("translate", 30, 120, "qwen2", elapsed: 20)
                == "translate [######..................] 30/120 qwen2, 1:00 left")
        #expect(
            SweepProgress.bar("compare", 0, 2, "", elapsed: 0)
                == "compare [........................] 0/2 , 0:00 left")
    }

    @Test("The compiler's errors belong to the families that have the file, shared or not")
    func compilerErrors() {
        let errors = CompilerErrors(
            """
            /m/One/OneLanguage.swift:3:9: error: cannot find 'foo' in scope
            /m/mlx-lm/Two/Two.swift:7:1: error: value of type 'A' has no member 'b'
            /m/One/OneLanguage.swift:3:9: error: cannot find 'foo' in scope
            /src/MLX.swift:1:1: error: no such module 'Gone'
            """, models: "/m")
        #expect(errors.byFile.keys.sorted() == ["One/OneLanguage.swift", "mlx-lm/Two/Two.swift"])
        #expect(
            errors.found(in: ["Other/Other.swift", "One/OneLanguage.swift", "One/One.swift"])
                == [
                    Blocker(
                        construct: "the Swift compiler: cannot find '…' in scope",
                        place: "One/OneLanguage.swift:3:9", message: "cannot find 'foo' in scope")
                ])
        #expect(errors.firstOther == "/src/MLX.swift:1:1: error: no such module 'Gone'")
    }

    @Test("A family's status is that of the last stage that it reached")
    func status() {
        var family = SweptFamily(family: "one", package: .mlxVLM)
        #expect(family.status == .rejected)
        family.translation = translation([])
        #expect(family.status == .notCompared)
        family.comparisons = [comparison(true)]
        #expect(family.status == .identical)
        family.comparisons.append(comparison(false, compared: 12))
        #expect(family.status == .differs)
        family.comparisons = [comparison(false, compared: 0)]
        #expect(family.status == .fails)
        family.compilerErrors = [Blocker(construct: "x", place: "", message: "")]
        #expect(family.status == .doesNotCompile)
        family.translation = translation([Blocker(construct: "y", place: "", message: "")])
        #expect(family.status == .rejected)
        family.failure = Blocker(construct: "z", place: "", message: "")
        #expect(family.blockers.map(\.construct) == ["z"])
    }

    @Test("The report counts the families that a construct blocks, most first")
    func report() throws {
        func rejected(_ name: String, _ constructs: String...) -> SweptFamily {
            var family = SweptFamily(family: name, package: .mlxVLM)
            family.version = "1.2.3"
            family.translation = translation(
                constructs.map {
                    Blocker(construct: $0, place: "\(name).py:1:2", message: "no | yes")
                })
            return family
        }
        var fine = rejected("c")
        fine.comparisons = [comparison(true)]
        let coverage = Coverage(
            package: .mlxVLM, families: [rejected("b", "set"), fine, rejected("a", "set", "try")])
        #expect(coverage.summary == "mlx-vlm 1.2.3: 3 families, 1 identical, 2 rejected")
        #expect(coverage.blockers.map(\.construct) == ["set", "try"])
        #expect(coverage.blockers[0].families == ["a", "b"])
        let text = Coverage.markdown([coverage])
        #expect(text.contains("| 2 | set (`a.py:1:2`) | a, b |"))
        #expect(text.contains("\n1 others block one family each.\n"))
        #expect(text.contains("| c | identical | 0 | 10 | 3 in 1 |  |  |"))
        #expect(text.contains("no \\| yes"))
        let decoded = try JSONDecoder().decode(
            [Coverage].self, from: Data(Coverage.json([coverage]).utf8))
        #expect(decoded[0].families.map(\.family) == ["a", "b", "c"])
    }

    @Test("Models that see have a part of the report of their own")
    func seeing() {
        var text = SweptFamily(family: "a", package: .mlxVLM)
        text.translation = translation([])
        text.comparisons = [comparison(true)]
        var seeing = SweptFamily(family: "b", package: .mlxVLM)
        seeing.definition = SweptFamily.Definition(
            key: "", files: [:], refusals: [:], trials: 1, isCommitted: false, sees: true)
        seeing.translation = translation([Blocker(construct: "set", place: "b.py:1:2", message: "")]
        )
        let coverage = Coverage(package: .mlxVLM, families: [text, seeing])
        let parts = Coverage.markdown([coverage]).components(separatedBy: "\n## ")
        #expect(parts.count == 3)
        #expect(parts[1].hasPrefix("mlx-vlm : 1 families, 1 identical\n"))
        #expect(parts[2].hasPrefix("Models of mlx-vlm that see: 1 families, 1 rejected\n"))
        #expect(parts[2].contains("| b | rejected |"))
        #expect(!parts[1].contains("| b |"))
    }

    @Test("Results are kept in files; a digest tells whether a text changed")
    func folder() throws {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "sweep-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let folder = SweepFolder(url, package: .mlxLM)
        #expect(folder.result(of: "one").version == "")
        var result = folder.result(of: "one")
        result.version = "7"
        try folder.save(result)
        #expect(folder.result(of: "one").version == "7")
        #expect(Digest.of(["a", "b"]) == Digest.of(["a", "b"]))
        #expect(Digest.of(["a", "b"]) != Digest.of(["ab"]))
    }

    @Test("A sweep of one family has what its Swift names of those that share code with it")
    func namedCompanions() throws {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "sweep-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let repository = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../..").standardized
        let settings = SweepSettings(
            package: .mlxVLM, repository: repository.path, scratch: url.path,
            definitions: repository.appending(path: "Generator/Families").path, source: nil,
            families: ["lfm2"])
        let worker = try SweepWorker(
            settings, attempt: { _ in TrialOutcome(runs: true) }, record: { _, _ in [] })
        for stage in [SweepTask.Stage.define, .translate] {
            try worker.perform(SweepTask(stage, "lfm2"))
        }
        let files = try #require(settings.folder.result(of: "lfm2").translation?.files)
        #expect(files.contains("Lfm2/Lfm2Language.swift"))
        #expect(files.contains("Lfm2Moe/Lfm2MoeConfiguration.swift"))
        #expect(!files.contains("Lfm2Moe/Lfm2Moe.swift"))
    }

    @Test(
        "A package's Swift has at most 1.4 lines to one of its Python, and none of its families 1.7"
    )
    func linesOfFamilies() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../COVERAGE.json")
        let coverages = try JSONDecoder().decode([Coverage].self, from: Data(contentsOf: url))
        #expect(coverages.map { $0.families.count { $0.status == .identical } }.min() ?? 0 > 90)
        for coverage in coverages {
            let rows = coverage.families.filter { $0.status == .identical }
            let swift = rows.reduce(0) { $0 + ($1.swiftLines ?? 0) }
            let python = rows.reduce(0) { $0 + $1.pythonLines }
            #expect(Double(swift) <= 1.4 * Double(python), "\(coverage.package)")
            // A field of a configuration is a line of Python and three of Swift.
            for row in rows {
                let lines = row.pythonLines + row.inheritedLines
                #expect(Double(row.swiftLines ?? 0) <= 1.7 * Double(lines), "\(row.family)")
            }
        }
    }

    private func translation(_ blockers: [Blocker]) -> SweptFamily.Translation {
        SweptFamily.Translation(
            key: "", blockers: blockers, flags: [], swiftLines: 10, inheritedLines: 0,
            registrations: [], files: [],
            digest: "")
    }

    private func comparison(_ isIdentical: Bool, compared: Int = 3) -> SweptFamily.Comparison {
        SweptFamily.Comparison(
            kind: .first, key: "", isIdentical: isIdentical, compared: compared, problem: nil)
    }
}
