import CompilerTestSupport
import Foundation
import Testing

@Suite("Reference/lines.json")
struct LineTableTests {
    private struct Row: Decodable {
        struct Count: Decodable {
            let executed: Int
            let compared: Int
            let values: Int
        }
        struct Line: Decodable {
            let place: String
            let reason: String
        }
        let model: Count
        let shared: Count
        let uncompared: [Line]
    }

    private func rows() throws -> [String: Row] {
        let file = Repository.url.appending(path: "Reference/lines.json")
        return try JSONDecoder().decode([String: Row].self, from: Data(contentsOf: file))
    }

    @Test("Every committed family is in it, and no other")
    func families() throws {
        let names = Repository.files(below: Repository.definitions, withSuffix: ".yml").map {
            path in
            let name = String(path.dropLast(".yml".count))
            return name.contains("/") ? name : "mlx-vlm/\(name)"
        }
        #expect(try rows().keys.sorted() == names.sorted())
    }

    @Test(
        "At least 95 % of the assignments and returns that ran were compared, the others have reasons"
    )
    func shares() throws {
        for (family, row) in try rows() {
            let share = Double(row.model.compared) / Double(row.model.executed)
            #expect(share >= 0.95, "\(family)")
            #expect(row.model.values >= row.model.compared, "\(family)")
            #expect(row.shared.compared <= row.shared.executed, "\(family)")
            #expect(
                Set(row.uncompared.map(\.place)).count == row.model.executed - row.model.compared,
                "\(family)")
            #expect(row.uncompared.allSatisfy { !$0.reason.isEmpty }, "\(family)")
        }
    }
}
