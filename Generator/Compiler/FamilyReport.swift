import Analysis

/// What `inspect` says of a family.
public struct FamilyReport {
    let compiled: CompiledFamily
    let lineCounts: [LineCount]
    let features: [FamilyFeature]

    /// - Parameters:
    ///   - lineCounts: of the family's files, and of a literal translation.
    ///   - features: what sets the family apart.
    public init(
        _ compiled: CompiledFamily, lineCounts: [LineCount] = [], features: [FamilyFeature] = []
    ) {
        self.compiled = compiled
        self.lineCounts = lineCounts
        self.features = features
    }

    /// How much of a family's source becomes Swift.
    public enum Status: String, Codable, Sendable {
        case full
        /// A part of the package's model, as the definition says.
        case partial
        /// Something cannot be translated, so nothing is.
        case rejected
    }

    public var outcome: Status {
        if compiled.hasErrors { return .rejected }
        return compiled.definition.entry == nil ? .full : .partial
    }

    /// The constructs that block the family, in alphabetic order.
    public var blocking: [String] {
        Set(compiled.diagnostics.filter { $0.severity == .error }.map(\.construct)).sorted()
    }

    /// The status: everything translated, or what blocks it.
    public var status: String {
        switch outcome {
        case .full: "full"
        case .partial: "partial: \(compiled.definition.entry ?? "")"
        case .rejected: "rejected: \(blocking.joined(separator: ", "))"
        }
    }

    public func text(withTypes: Bool) -> String {
        let family = compiled.analysis.family
        let package = compiled.package
        var lines = ["\(family.name) (\(package.distributionName) \(package.version)): \(status)"]
        if !features.isEmpty {
            lines += ["", "flags"]
            lines += features.map { "  \($0.flag) (\($0.owner), \($0.place))" }
        }
        for module in family.modules {
            lines += ["", module.relativeName]
            for typed in module.classes {
                lines += describe(typed, in: module, withTypes: withTypes)
            }
        }
        if !lineCounts.isEmpty { lines += ["", "lines (blank ones left out)"] }
        for (module, count) in zip(family.modules, lineCounts) {
            let python = module.parsed.source.split(separator: "\n").count
            lines.append(
                "  \(module.fileName) \(python) → \(count.file) \(count.routed), "
                    + "\(count.routed * 100 / max(count.literal, 1)) % of a full literal translation "
                    + "(\(count.literal))")
        }
        return lines.joined(separator: "\n")
    }

    private func describe(_ typed: TypedClass, in module: TypedModule, withTypes: Bool) -> [String]
    {
        let place = "  \(typed.name) (\(module.fileName):\(typed.span.line))"
        var lines: [String]
        if typed.kind == .dataclass {
            lines = ["\(place): configuration, \(typed.fields.count) fields"]
        } else if let match = compiled.analysis.family.components[typed.dottedName] {
            lines = ["\(place): \(match.component)\(describe(match.flags))"]
            lines.append(
                "      proof: \(match.provenTerms) terms equal on every path; every module has its key"
            )
            lines += match.bindings.map { "      \($0.slot) = \($0.value.configurationText)" }
            lines += match.classBindings.map {
                "      \($0.slot) = \($0.className.split(separator: ".").last ?? "")"
            }
        } else {
            lines = ["\(place): translated literally"]
            for mismatch in compiled.analysis.family.mismatches[typed.dottedName] ?? [] {
                lines.append(
                    "      not \(mismatch.component): \(mismatch.reason) (\(module.fileName):\(mismatch.span.line):\(mismatch.span.column))"
                )
            }
        }
        if withTypes { lines += describeTypes(typed) }
        return lines
    }

    private func describe(_ flags: [String]) -> String {
        flags.isEmpty ? "" : " with \(flags.joined(separator: ", "))"
    }

    private func describeTypes(_ typed: TypedClass) -> [String] {
        let fields = typed.fields.map { "      \($0.name): \($0.type)" }
        let attributes = typed.attributes.map { "      self.\($0.name): \($0.type)" }
        let methods = typed.methods.map { method in
            let parameters = method.parameters.map { "\($0.name): \($0.type)" }.joined(
                separator: ", ")
            return "      \(method.name)(\(parameters)) -> \(method.result)"
        }
        return fields + attributes + methods
    }
}

extension TypedModule {
    var relativeName: String { parsed.name.replacing(".", with: "/") + ".py" }
}

extension TypedExpression {
    /// A configuration expression in Python's spelling, with the configuration left out.
    var configurationText: String {
        switch kind {
        case .selfObject: "config"
        case .local(let name): name
        case .constant(.integer(let value)): "\(value)"
        case .constant(.float(let value)): "\(value)"
        case .constant(.boolean(let value)): value ? "True" : "False"
        case .constant(.string(let text)): "\"\(text)\""
        case .constant: "None"
        case .attribute(let base, let name):
            base.kind == .selfObject ? name : "\(base.configurationText).\(name)"
        case .unary(let operation, let operand):
            "\(operation.rawValue) \(operand.configurationText)"
        case .binary(let left, let operation, let right):
            "\(left.configurationText) \(operation.rawValue) \(right.configurationText)"
        case .boolean(let operation, let operands):
            operands.map(\.configurationText).joined(separator: " \(operation.rawValue) ")
        case .element(let base, let index):
            "\(base.configurationText)[\(index.configurationText)]"
        case .conditional(let test, let then, let otherwise):
            "\(then.configurationText) if \(test.configurationText) else \(otherwise.configurationText)"
        case .isInstance(let value, .list): "isinstance(\(value.configurationText), list)"
        case .isInstance(let value, let type): "isinstance(\(value.configurationText), \(type))"
        case .downcast(let value, _, _): value.configurationText
        case .call(let call) where call.arguments.count == 1:
            call.arguments[0].value.configurationText
        default: "…"
        }
    }
}
