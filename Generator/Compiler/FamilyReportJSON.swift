import Analysis
import Foundation

/// What `inspect --json` says of a family.
public struct FamilyReportJSON: Encodable, Sendable {
    public let family: String
    public let package: String
    public let version: String
    public let status: FamilyReport.Status
    /// The constructs that block it.
    public let blocking: [String]
    public let flags: [FamilyFeature]
    public let modules: [Module]
    public let diagnostics: [DiagnosticJSON]

    public struct Module: Encodable, Sendable {
        public let file: String
        public let classes: [Class]
        /// Lines of the Python and of the Swift, blank ones left out.
        public let pythonLines: Int
        public let swiftLines: Int?
    }

    public struct Class: Encodable, Sendable {
        public let name: String
        public let line: Int
        /// `configuration`, `literal`, or the shared component.
        public let routing: String
        public let flags: [String]
        public let provenTerms: Int?
        /// The component's parameters, in Python's spelling.
        public let bindings: [String: String]?
        /// Where each component differs first.
        public let mismatches: [Mismatch]?
    }

    public struct Mismatch: Encodable, Sendable {
        public let component: String
        public let reason: String
        public let line: Int
        public let column: Int
    }

    public init(_ report: FamilyReport) {
        let compiled = report.compiled
        let family = compiled.analysis.family
        self.family = family.name
        package = compiled.package.distributionName
        version = compiled.package.version
        status = report.outcome
        blocking = report.blocking
        flags = report.features
        modules = family.modules.enumerated().map { index, module in
            Module(
                file: module.relativeName,
                classes: module.classes.map { Class($0, in: family) },
                pythonLines: module.parsed.source.split(separator: "\n").count,
                swiftLines: report.lineCounts.indices.contains(index)
                    ? report.lineCounts[index].routed : nil)
        }
        diagnostics = compiled.diagnostics.map { DiagnosticJSON($0) }
    }

    /// The reports as one array.
    ///
    /// - Throws: what the encoder throws.
    public static func text(_ reports: [FamilyReportJSON]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports), as: UTF8.self)
    }
}

extension FamilyReportJSON.Class {
    fileprivate init(_ typed: TypedClass, in family: TypedFamily) {
        name = typed.name
        line = typed.span.line
        let match = family.components[typed.dottedName]
        routing = typed.kind == .dataclass ? "configuration" : match?.component ?? "literal"
        flags = match?.flags ?? []
        provenTerms = match?.provenTerms
        bindings = match.map { match in
            Dictionary(
                match.bindings.map { ($0.slot, $0.value.configurationText) }
                    + match.classBindings.map { ($0.slot, $0.className) },
                uniquingKeysWith: { first, _ in first })
        }
        mismatches = family.mismatches[typed.dottedName].map { mismatches in
            mismatches.map {
                FamilyReportJSON.Mismatch(
                    component: $0.component, reason: $0.reason, line: $0.span.line,
                    column: $0.span.column)
            }
        }
    }
}

/// A diagnostic for a program to read.
public struct DiagnosticJSON: Encodable, Sendable {
    public let severity: Diagnostic.Severity
    public let path: String
    public let line: Int
    public let column: Int
    public let endLine: Int
    public let endColumn: Int
    public let construct: String
    /// The inferred type, where one helps.
    public let type: String?
    public let message: String
    public let hint: String?

    public init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity
        path = diagnostic.path
        line = diagnostic.span.line
        column = diagnostic.span.column
        endLine = diagnostic.span.endLine
        endColumn = diagnostic.span.endColumn
        construct = diagnostic.construct
        type = diagnostic.type.flatMap { $0 == .unknown ? nil : "\($0)" }
        message = diagnostic.message
        hint = diagnostic.hint
    }
}

/// What `generate --json` says.
public struct GenerationJSON: Encodable, Sendable {
    /// The files that were written; none if a family was rejected.
    public let files: [String]
    public let diagnostics: [DiagnosticJSON]

    public init(files: [String], diagnostics: [DiagnosticJSON]) {
        self.files = files
        self.diagnostics = diagnostics
    }

    /// The report as JSON.
    ///
    /// - Throws: what the encoder throws.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
