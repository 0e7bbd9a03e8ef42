import Analysis
import Operations

/// The protocol through which layers of one class or another are used.
struct LayerProtocol: Hashable {
    let name: String
    /// The classes that conform, by dotted names.
    let classes: [String]
    let requirements: LayerRequirements
    /// The class behind which it is declared.
    let anchor: String
}

extension FamilyContext {
    /// The protocols of a family's layers.
    static func layerProtocols(of family: TypedFamily, _ naming: Naming) -> [LayerProtocol] {
        family.requirements.compactMap { names, requirements in
            guard let name = naming.layerProtocols[names],
                let anchor = family.configurationHome(of: names)?.dottedName
                    ?? family.layerHolder(of: names)?.anchor
            else { return nil }
            return LayerProtocol(
                name: name, classes: names, requirements: requirements, anchor: anchor)
        }.sorted { $0.name < $1.name }
    }

    /// The protocols of a class that its declaration lists; those of other files are added there.
    func layerProtocols(of typed: TypedClass, in module: TypedModule) -> [LayerProtocol] {
        layerProtocols.filter {
            $0.classes.contains(typed.dottedName)
                && classes[$0.anchor]?.moduleName == module.parsed.name
        }
    }

    /// The methods that a protocol asks for with other parameters than the class has: they pass on what the
    /// class takes.
    func missingMethods(
        of typed: TypedClass, for layers: LayerProtocol, module: TypedModule
    ) -> [SwiftDeclaration] {
        layers.requirements.methods.sorted { $0.key < $1.key }.flatMap {
            name, pattern -> [SwiftDeclaration] in
            guard let wanted = classes[pattern]?.method(name), let own = typed.method(name),
                own.signature != wanted.signature
            else { return [] }
            let translator = FunctionTranslator(wanted, owner: typed, module: module, context: self)
            let arguments = own.parameters.enumerated().compactMap {
                position, parameter -> String? in
                let isGiven = wanted.parameters.contains { $0.name == parameter.name }
                let usual = parameter.defaultValue.map {
                    translator.translate($0, as: parameter.type).text
                }
                guard parameter.type != .none,
                    let value = isGiven ? translator.names[parameter.name] : usual
                else { return nil }
                let label = FunctionTranslator.label(parameter, position: position, naming: naming)
                return label.map { "\($0): \(value)" } ?? value
            }
            let callee = name == "__call__" ? "self" : naming.member(name)
            let isThrowing = isThrowing(name, ofAny: layers.classes)
            return [
                .function(
                    documentation: ["As `\(layers.name)` has it."],
                    signature: "public " + signature(of: wanted, translator, isThrowing),
                    body: [
                        .line(
                            "\(isThrowing ? "try " : "")\(callee)(\(arguments.joined(separator: ", ")))"
                        )
                    ])
            ]
        }
    }

    fileprivate func isThrowing(_ name: String, ofAny classes: [String]) -> Bool {
        classes.contains { throwingFunctions.contains("\($0).\(name)") }
    }

    /// `func callAsFunction(_ x: MLXArray, mask: AttentionMask) -> MLXArray`
    fileprivate func signature(
        of function: TypedFunction, _ translator: FunctionTranslator, _ isThrowing: Bool
    ) -> String {
        let parameters = function.parameters.enumerated().compactMap {
            position, parameter -> String? in
            guard parameter.type != .none else { return nil }
            let name = translator.names[parameter.name] ?? parameter.name
            let label = FunctionTranslator.label(parameter, position: position, naming: naming)
            let prefix = label == nil ? "_ " : label == name ? "" : "\(label!) "
            return "\(prefix)\(name): \(swift(parameter.type))"
        }
        let name = function.name == "__call__" ? "callAsFunction" : naming.member(function.name)
        let result = function.result == .none ? "" : " -> \(swift(function.result))"
        return
            "func \(name)(\(parameters.joined(separator: ", ")))\(isThrowing ? " throws" : "")\(result)"
    }
}

/// The protocols whose place is behind a class, with the conformances of classes of other files.
func translateLayerProtocols(
    after typed: TypedClass, module: TypedModule, context: FamilyContext
) -> [SwiftDeclaration] {
    context.layerProtocols.filter { $0.anchor == typed.dottedName }.flatMap {
        layers -> [SwiftDeclaration] in
        let attributes: [SwiftDeclaration] = layers.requirements.attributes.sorted {
            $0.key < $1.key
        }.map { name, type in
            let property = context.property(name, of: layers.classes[0])
            return .line(documentation: [], "var \(property): \(context.swift(type)) { get }")
        }
        let methods = layers.requirements.methods.sorted { $0.key < $1.key }.compactMap {
            name, pattern -> SwiftDeclaration? in
            guard let function = context.classes[pattern]?.method(name) else { return nil }
            let translator = FunctionTranslator(
                function, owner: context.classes[pattern], module: module, context: context)
            let isThrowing = context.isThrowing(name, ofAny: layers.classes)
            return .line(
                documentation: [], context.signature(of: function, translator, isThrowing))
        }
        if context.isConfiguration(.either(layers.classes)) {
            return translateConfigurationProtocol(layers, methods: methods, context: context)
        }
        let names = layers.classes.map { "`\($0.lastComponent)`" }
        let others = layers.classes.compactMap { context.classes[$0] }.filter {
            $0.moduleName != module.parsed.name || context.component(for: $0.dottedName) != nil
        }
        return [
            .blank,
            .type(
                documentation: ["What \(names.listed) have in common."],
                header: "public protocol \(layers.name): Module", members: attributes + methods),
        ]
            + others.flatMap { other -> [SwiftDeclaration] in
                [
                    .blank,
                    .type(
                        documentation: [],
                        header:
                            "extension \(context.naming.type(other.dottedName)): \(layers.name)",
                        members: context.missingMethods(
                            of: other, for: layers, module: module)),
                ]
            }
    }
}

extension Naming {
    /// A protocol is called like the attribute that holds such layers: `mixer` → `Plamo2Mixer`.
    static func layerProtocolNames(
        of family: TypedFamily, besides known: Set<String>, types: [String: String]
    ) -> [[String]: String] {
        var taken = known
        var names: [[String]: String] = [:]
        let all = family.requirements.keys.sorted {
            ($0.count, $0.joined(separator: " ")) > ($1.count, $1.joined(separator: " "))
        }
        for classes in all {
            if let home = family.configurationHome(of: classes) {
                var name = "\(types[home.dottedName] ?? home.name)Protocol"
                if let reader = family.reader(ofSome: classes) {
                    // Nothing takes it: a function finds that what it takes is one of these.
                    let family = TypedModule.family(of: home.moduleName).capitalizedCamelCase
                    name = "\(family)\(reader)ConfigurationProtocol"
                } else if family.isWide(classes, among: all),
                    let user = family.firstUser(of: classes)
                {
                    // Only the code that all of these share takes it.
                    name = "\(types[user] ?? user.lastComponent)ConfigurationProtocol"
                }
                while taken.contains(name) { name += "2" }
                taken.insert(name)
                names[classes] = name
                continue
            }
            guard let holder = family.layerHolder(of: classes) else { continue }
            var name = holder.family + holder.attribute.capitalizedCamelCase
            if holder.isList, name.hasSuffix("s") { name.removeLast() }
            while taken.contains(name) { name += "Layer" }
            taken.insert(name)
            names[classes] = name
        }
        return names
    }
}

extension TypedFamily {
    /// The attribute that holds layers of these classes, or of more.
    fileprivate func layerHolder(of classes: [String]) -> (
        family: String, attribute: String, isList: Bool, anchor: String
    )? {
        let candidates = allModules.sorted { $0.parsed.name < $1.parsed.name }.flatMap { module in
            module.classes.flatMap { typed in
                typed.attributes.compactMap {
                    attribute -> (TypedModule, TypedClass, TypedAttribute)? in
                    guard case .either(let names) = attribute.type.unwrapped.listElement,
                        Set(classes).isSubset(of: names)
                    else { return nil }
                    return (module, typed, attribute)
                }
            }
        }
        let exact = candidates.first { $0.2.type.unwrapped.listElement == .either(classes) }
        guard let (module, holder, attribute) = exact ?? candidates.first else { return nil }
        let anchor = module.classes.last { classes.contains($0.dottedName) } ?? holder
        return (
            module.family.capitalizedCamelCase, attribute.name,
            attribute.type.unwrapped != attribute.type.unwrapped.listElement, anchor.dottedName
        )
    }
}

extension TypedFunction {
    /// The parameters and the result that a conformance has to repeat.
    fileprivate var signature: [PythonTypeByName] {
        parameters.enumerated().filter { $0.element.type != .none }.map { position, parameter in
            PythonTypeByName(name: position == 0 ? "" : parameter.name, type: parameter.type)
        } + [PythonTypeByName(name: "", type: result)]
    }
}

private struct PythonTypeByName: Hashable {
    let name: String
    let type: PythonType
}

extension PythonType {
    /// The classes of one of which a value is an instance, where there are several.
    var alternatives: [String]? {
        if case .either(let names) = unwrapped { names } else { nil }
    }
}

extension [String] {
    /// `a, b and c`
    var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
