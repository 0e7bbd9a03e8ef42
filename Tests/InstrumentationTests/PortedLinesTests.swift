import CompilerTestSupport
import Foundation
import PythonSyntax
import Testing

@testable import Instrumentation

@Suite("Which Python lines hand-ported ones stand for")
struct PortedLinesTests {
    private let python = """
        class Cache:
            def update_and_fetch(self, keys):
                prev = self.offset
                if prev > 0:
                    self._idx = prev
                else:
                    self._idx = 0
                self.offset += 1
                self.keys[0] = keys
                return self.keys

        def make_mask(n):
            if n == 1:
                return None
            return n + 1
        """

    private func map(_ yaml: String, _ observed: InstrumentedFunction...) throws -> LineMap {
        let module = try PythonParser().parse(
            source: python, moduleName: "mlx_vlm.models.cache")
        var map = LineMap()
        map.add(
            try PortedLines(yaml: yaml), observed, heads: ["Cache.swift": ["cache"]],
            in: PortedPackage(name: "mlx-vlm", modules: [module], own: nil, others: ["MLXLM"]))
        return map
    }

    private func function(_ name: String, _ lines: String...) -> InstrumentedFunction {
        InstrumentedFunction(
            name: name,
            bindings: lines.enumerated().map {
                SwiftBinding(name: $0.element, place: "Cache.swift:\($0.offset + 1):5")
            })
    }

    @Test("The head of a file names its modules")
    func heads() {
        let text = """
            // Ported from mlx_vlm/models/base.py (`create_ssm_mask`), mlx-vlm 0.7.10, and
            // mlx_vlm/models/cache.py, mlx-vlm 0.7.10, MIT.
            import MLX
            // models/other.py
            """
        #expect(PortedLines.modules(inHeadOf: text) == ["base", "cache"])
    }

    @Test(
        "Functions and lines of the same names stand for each other; one Swift return is every return"
    )
    func sameNames() throws {
        let map = try map("{}", function("makeMask", "size", "return"))
        #expect(map.python["Cache.swift:1:5"] == nil)
        #expect(
            map.python["Cache.swift:2:5"]?.map(\.place) == ["cache.py:14:9", "cache.py:15:5"])
        #expect(map.isShared("cache.py:14:9"))
        #expect(!map.isShared("llama.py:14:9"))
    }

    @Test("The table has other names, for each of several lines too, and lines that are one")
    func otherNames() throws {
        let update = function(
            "Cache.update", "keys", "previous", "index", "offset", "offset", "[]", "return")
        let map = try map(
            """
            Cache.update:
              python: [Cache.update_and_fetch]
              names: {prev: previous, self._idx: index, self.offset: 'offset#2'}
              together: [self._idx]
            """, update)
        func places(_ line: Int) -> [String]? {
            map.python["Cache.swift:\(line):5"]?.map(\.place)
        }
        #expect(places(2) == ["cache.py:3:9"])
        #expect(places(3) == ["cache.py:5:13", "cache.py:7:13"])
        #expect(places(4) == nil)
        #expect(places(5) == ["cache.py:8:9"])
        #expect(places(6) == ["cache.py:9:9"])
        #expect(places(7) == ["cache.py:10:9"])
    }

    @Test("What a function is given is mapped once, by the names of the table too")
    func parameters() throws {
        let map = try map(
            """
            Cache.update: {python: [Cache.update_and_fetch], names: {(keys): (newKeys)}}
            Cache.grown: {python: [Cache.update_and_fetch], names: {(keys): (newKeys)}}
            """, function("Cache.update", "(newKeys)", "return"),
            function("Cache.grown", "previous", "(newKeys)"))
        let line = LineMap.PythonLine(place: "cache.py:2:5", name: "(keys)")
        #expect(map.swift[line] == "Cache.swift:1:5")
        #expect(map.python["Cache.swift:1:5"] == [line])
        #expect(map.python["Cache.swift:2:5"]?.contains(line) != true)
    }

    @Test(
        "What another package has of its own, properties and second functions of a name are left out"
    )
    func leftOut() throws {
        var property = function("makeMask", "return")
        property.isProperty = true
        #expect(try map("{}", property).python.isEmpty)
        #expect(try map("{}", function("MLXLM.makeMask", "return")).python.isEmpty)
        let first = function("makeMask", "x")
        #expect(try map("{}", first, function("makeMask", "return")).python.isEmpty)
    }

    @Test("Every row of the table names functions that are there")
    func rows() throws {
        let folder = Repository.url.appending(path: "Sources/Ported")
        let functions = try Repository.files(below: folder, withSuffix: ".swift").flatMap {
            try instrumentSwift(
                String(contentsOf: folder.appending(path: $0), encoding: .utf8), file: $0
            ).functions.map(\.name)
        }
        let python = try ["mlx_vlm", "mlx_lm"].flatMap { package in
            let models = try Repository.sitePackages().appending(path: "\(package)/models")
            let names = Repository.files(below: models, withSuffix: ".py").filter {
                !$0.contains("/")
            }
            return try names.flatMap { name in
                pythonFunctions(
                    of: try PythonParser().parse(
                        file: models.appending(path: name),
                        moduleName: "\(package).models.\(name.dropLast(3))"))
            }.map(\.name)
        }
        for (name, row) in try PortedLines().rows {
            let swift = String(name.split(separator: " ")[0])
            #expect(functions.contains(swift), "\(name)")
            for function in row.python ?? [] {
                let plain = String(function.split(separator: ":").last ?? "")
                #expect(python.contains(plain), "\(name): \(function)")
            }
        }
    }
}
