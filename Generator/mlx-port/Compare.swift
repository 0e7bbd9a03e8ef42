import ArgumentParser
import Foundation
import TraceDiff

/// `mlx-port compare`
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Compares two traces.")

    @Argument(help: "The trace of the Python side.")
    var reference: String

    @Argument(help: "The trace of the Swift side.")
    var candidate: String

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a page with the comparison.", valueName: "file.html"))
    var reportFile: String?

    @Flag(help: "Machine-readable result on standard output.")
    var json = false

    @OptionGroup var tolerance: ToleranceOptions

    func run() throws {
        try reportingErrors {
            let comparison = try Comparison(
                referencePath: reference, candidatePath: candidate,
                policy: tolerance.policy)
            let details = try ReportDetails(
                comparison, reference: Trace.valuesPath(besideTrace: reference),
                candidate: Trace.valuesPath(besideTrace: candidate))
            if let reportFile {
                try Data(HTMLReport().render(comparison, details: details).utf8).write(
                    to: URL(filePath: reportFile), options: .atomic)
            }
            if json {
                print(try JSONReport(comparison, causes: details.causes).render())
            } else {
                print(TerminalReport(usesColour: isTerminal).render(comparison))
                for cause in details.causes { print("Likely cause: \(cause)") }
            }
            guard
                comparison.isIdentical || (tolerance.areGiven && comparison.isWithinTolerance)
            else { throw ExitCode(1) }
        }
    }
}
