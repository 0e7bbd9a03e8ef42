import CompilerTestSupport
import Foundation
import Operations
import Testing

@Suite("Rows agree with the signatures of the installed engine")
struct WheelSignatureTests {
    @Test(
        "A function of mlx.core has the parameters that its row names, and the row leaves out no required one"
    )
    func coreFunctions() throws {
        let stubs = try Stub.all()
        let rows = try OperationTable.builtIn().functions.values
            .filter { $0.python.hasPrefix("mlx.core.") }.sorted { $0.python < $1.python }
        #expect(rows.count > 20)
        for row in rows {
            let name = String(row.python.dropFirst("mlx.core.".count))
            if Stub.omissions.contains(name) { continue }
            let parts = name.split(separator: ".").map(String.init)
            let stub = try #require(stubs[parts.dropLast().joined(separator: ".")], "\(row.python)")
            let signatures = stub.signatures(of: parts.last!)
            #expect(!signatures.isEmpty, "\(row.python) is not in the stub")
            for overload in row.signatures {
                #expect(
                    signatures.contains { overload.fits($0) },
                    "\(row.python)(\(overload.parameters.map(\.name).joined(separator: ", "))) is none of \(signatures)"
                )
            }
        }
    }

    @Test("A constant of mlx.core is in the stub")
    func constants() throws {
        let stub = try Stub("__init__.pyi")
        for name in try OperationTable.builtIn().constants.keys where name.hasPrefix("mlx.core.") {
            let short = name.dropFirst("mlx.core.".count)
            let isThere =
                stub.text.contains("\n\(short): ") || !stub.signatures(of: String(short)).isEmpty
            #expect(isThere, "\(name)")
        }
    }
}

/// A signature, by its parameters' names; those without a default are required.
struct StubSignature: Hashable, CustomStringConvertible {
    var names: [String] = []
    var required: [String] = []
    var takesMany = false

    var description: String { "(\(names.joined(separator: ", ")))" }
}

/// A stub file of the wheel, read as far as parameter names go.
struct Stub {
    let text: String

    /// The stubs of the engine by module below `mlx.core`, which itself is the empty name.
    static func all() throws -> [String: Stub] {
        let folder = try Repository.sitePackages().appending(path: "mlx/core")
        let names = Repository.files(below: folder, withSuffix: ".pyi")
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0 == "__init__.pyi" ? "" : String($0.dropLast(4)), try Stub($0))
            })
    }

    init(_ file: String) throws {
        let url = try Repository.sitePackages().appending(path: "mlx/core/\(file)")
        text = try String(contentsOf: url, encoding: .utf8)
    }

    /// Functions that the engine has and its stub leaves out.
    static let omissions: Set<String> = ["empty"]

    /// The signatures of a function at the top of the file, one for each overload, or of a class's
    /// initialisers.
    func signatures(of name: String) -> [StubSignature] {
        let functions = text.matches(of: #/\ndef (\w+)\(([\s\S]*?)\)(?: ->.*)?:\s*(?:\.\.\.|\n)/#)
            .filter { String($0.1) == name }.map { signature(String($0.2)) }
        guard functions.isEmpty, let start = text.range(of: "\nclass \(name):\n") else {
            return functions
        }
        let body = text[start.upperBound...]
        let end = body.range(of: "\nclass ")?.lowerBound ?? body.endIndex
        return body[..<end].matches(
            of: #/\n    def __init__\(self[^,]*, ([\s\S]*?)\)(?: ->.*)?: \.\.\./#
        )
        .map { signature(String($0.1)) }
    }

    private func signature(_ parameters: String) -> StubSignature {
        var result = StubSignature()
        for parameter in split(parameters) {
            if parameter == "/" || parameter == "*" { continue }
            let name = parameter.prefix { $0 != ":" && $0 != "=" }.trimmingCharacters(
                in: .whitespacesAndNewlines)
            if name.hasPrefix("*") {
                result.takesMany = true
            } else {
                result.names.append(name)
                if !parameter.contains("=") { result.required.append(name) }
            }
        }
        return result
    }

    /// Splits at commas outside of brackets.
    private func split(_ text: String) -> [String] {
        var (parts, depth) = ([""], 0)
        for character in text {
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter {
            !$0.isEmpty
        }
    }
}

extension Operations.Operation {
    /// Whether calls that the row describes are calls of the signature. A variadic parameter stands
    /// for the sequence of which the array method takes the elements.
    func fits(_ signature: StubSignature) -> Bool {
        let fixed = parameters.filter { !$0.isVariadic }.map(\.name)
        let hasVariadic = parameters.contains(where: \.isVariadic)
        let missing = signature.required.filter { !fixed.contains($0) }
        return signature.names.filter(fixed.contains) == fixed.filter(signature.names.contains)
            && fixed.allSatisfy(signature.names.contains)
            && missing.count <= (hasVariadic ? 1 : 0)
    }
}
