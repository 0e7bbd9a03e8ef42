import ArgumentParser
import TraceDiff

/// How far values may be from the reference's.
struct ToleranceOptions: ParsableArguments {
    @Option(
        help:
            "Relative tolerance, in place of the element type's own (float32 1e-5, float16 2e-2, bfloat16 1e-1)."
    )
    var rtol: Double?

    @Option(
        help:
            "Absolute tolerance, in place of the element type's own (float32 1e-6, float16 1e-3, bfloat16 1e-2)."
    )
    var atol: Double?

    @Option(
        help: ArgumentHelp(
            "For an element type, a path, a class or the name of a line; * stands for anything. "
                + "Repeatable, the last one that fits counts.",
            valueName: "name=rtol[,atol]"))
    var tolerance: [ToleranceOverride] = []

    /// Whether differences within a tolerance are asked to pass.
    var areGiven: Bool { rtol != nil || atol != nil || !tolerance.isEmpty }

    var policy: TolerancePolicy {
        TolerancePolicy(relative: rtol, absolute: atol, overrides: tolerance)
    }
}

extension ToleranceOverride: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
