import Compiler
import Foundation

/// What a sweep found, for a person and for a program.
public struct Coverage: Codable, Sendable {
    public let package: ModelsPackage
    public let version: String
    public let families: [Row]
    public let blockers: [BlockedBy]

    /// A family's row.
    public struct Row: Codable, Sendable {
        public let family: String
        public let status: SweepStatus
        public let pythonLines: Int
        /// Lines of Python methods that classes inherit: the Swift has them in each class.
        public let inheritedLines: Int
        public let swiftLines: Int?
        public let flags: [String]
        public let blockers: [Blocker]
        /// How many module calls were compared, over all configurations.
        public let compared: Int
        /// How many configurations were compared.
        public let configurations: Int
        /// What Python said to configurations that it does not run.
        public let refusals: [String: String]
        /// Whether the model is shown pictures beside texts.
        public let sees: Bool?
    }

    /// A construct and the families that it blocks.
    public struct BlockedBy: Codable, Sendable {
        public let construct: String
        public let families: [String]
        /// One of the places.
        public let example: String
    }

    public init(package: ModelsPackage, families results: [SweptFamily]) {
        self.package = package
        version = results.first { !$0.version.isEmpty }?.version ?? ""
        families = results.sorted { $0.family < $1.family }.map { result in
            Row(
                family: result.family, status: result.status, pythonLines: result.pythonLines,
                inheritedLines: result.translation?.inheritedLines ?? 0,
                swiftLines: result.translation.flatMap { $0.isFull ? $0.swiftLines : nil },
                flags: result.translation?.flags ?? [], blockers: result.blockers,
                compared: result.comparisons.reduce(0) { $0 + $1.compared },
                configurations: result.comparisons.count,
                refusals: result.definition?.refusals ?? [:],
                sees: result.definition?.sees == true ? true : nil)
        }
        blockers = Self.blockers(of: families)
    }

    private init(_ whole: Coverage, where isMeant: (Row) -> Bool) {
        (package, version) = (whole.package, whole.version)
        families = whole.families.filter(isMeant)
        blockers = Self.blockers(of: families)
    }

    /// The families of texts alone.
    var ofTexts: Coverage { Coverage(self) { $0.sees != true } }

    /// The families that are shown pictures.
    var ofPictures: Coverage { Coverage(self) { $0.sees == true } }

    private static func blockers(of families: [Row]) -> [BlockedBy] {
        var places: [String: (families: Set<String>, example: String)] = [:]
        for row in families {
            for blocker in row.blockers {
                places[blocker.construct, default: ([], blocker.place)].families.insert(row.family)
            }
        }
        return places.map {
            BlockedBy(construct: $0, families: $1.families.sorted(), example: $1.example)
        }.sorted { ($1.families.count, $0.construct) < ($0.families.count, $1.construct) }
    }

    /// How many families have a status, `12 identical, 1 differs`.
    var counts: String {
        SweepStatus.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }
            .map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ")
    }

    /// How many families have a status.
    public func count(_ status: SweepStatus) -> Int {
        families.count { $0.status == status }
    }

    /// One line with the counts.
    public var summary: String {
        "\(package.rawValue) \(version): \(families.count) families, \(counts)"
    }

    /// The coverages, and those of other packages that an earlier report has, mlx-vlm's first.
    public static func merge(_ coverages: [Coverage], over json: String?) -> [Coverage] {
        let earlier =
            json.flatMap { try? JSONDecoder().decode([Coverage].self, from: Data($0.utf8)) } ?? []
        return ModelsPackage.allCases.compactMap { package in
            (coverages + earlier).first { $0.package == package }
        }
    }

    /// `COVERAGE.json`.
    ///
    /// - Throws: what the encoder throws.
    public static func json(_ coverages: [Coverage]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(coverages), as: UTF8.self) + "\n"
    }
}
