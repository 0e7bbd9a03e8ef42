import SwiftParser
import SwiftSyntax

/// Swift to be put behind a file, with which its modules can be called by themselves: an extension for each class
/// that is a `Module` of its own, not of another layer, and takes only what a trace can hold. Empty where the file
/// has none.
///
/// - Parameters:
///   - text: the file.
///   - isPorted: whether it is a part of the module that declares what is extended.
public func modulesCalledAlone(in text: String, isPorted: Bool) -> String {
    let finder = CallableClasses(viewMode: .sourceAccurate)
    finder.walk(Parser.parse(source: text))
    guard !finder.extensions.isEmpty else { return "" }
    let imports = isPorted ? [] : ["import MLX", "import ModelPorted"]
    return "\n" + (imports + finder.extensions).joined(separator: "\n") + "\n"
}

private final class CallableClasses: TypeScopeVisitor {
    private(set) var extensions: [String] = []

    /// What `ModuleArguments` gives.
    private static let types: Set = [
        "MLXArray", "MLXArray?", "AttentionMask", "(any KVCache)?", "Int", "Bool",
    ]

    /// The types around what is walked.
    private var scopes: [String] = []

    override func enterType(_ name: String, _ declaration: ClassDeclSyntax?) {
        scopes.append(name)
        guard let declaration,
            let parent = declaration.inheritanceClause?.inheritedTypes.first,
            parent.type.trimmedDescription == "Module"
        else { return }
        let calls = declaration.memberBlock.members.lazy.compactMap {
            $0.decl.as(FunctionDeclSyntax.self).flatMap(Self.call)
        }
        guard let call = calls.first else { return }
        extensions.append(
            "extension \(scopes.joined(separator: ".")): ModuleCalledAlone { public func call(_ given: "
                + "ModuleArguments) throws -> [MLXArray] { ModuleArguments.arrays(in: try "
                + "self.callAsFunction(\(call))) } }"
        )
    }

    override func leaveType(isClass: Bool) { scopes.removeLast() }

    override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    /// The arguments for the function that a call of a module runs; nil for others, and where one of them
    /// is of another type.
    private static func call(of function: FunctionDeclSyntax) -> String? {
        let signature = function.signature
        guard function.name.text == "callAsFunction", signature.returnClause != nil,
            function.genericParameterClause == nil
        else { return nil }
        var arguments: [String] = []
        for (index, parameter) in signature.parameterClause.parameters.enumerated() {
            let type = parameter.type.trimmedDescription
            guard types.contains(type) else { return nil }
            let label = parameter.firstName.text
            let name = (parameter.secondName ?? parameter.firstName).text
            arguments.append(
                (label == "_" ? "" : "\(label): ") + "given(\"\(name)\", \(index)) as \(type)")
        }
        return arguments.isEmpty ? nil : arguments.joined(separator: ", ")
    }
}
