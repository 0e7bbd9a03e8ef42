import Operations
import PythonSyntax

/// Where the runtime enters a family, and with what types.
struct FamilyBorder {
    let entry: FamilyEntry
    private let model: ClassInfo
    private let languageModel: ClassInfo?
    /// Whether the package would call a language model, and there is none: the model is an encoder.
    private let isEncoder: Bool

    /// - Throws: `Diagnostic` if the entry module has no such class that takes a configuration.
    init(_ family: FamilySources, program: Program) throws {
        let scope = try program.scope(family.entryModule)
        func missing(_ message: String) -> Diagnostic {
            Diagnostic(
                path: scope.parsed.path,
                span: SourceSpan(line: 1, column: 1, endLine: 1, endColumn: 1),
                construct: "family '\(family.name)'", message: message)
        }
        guard
            case .definition(let origin, let name)? = program.resolve(
                family.entryClass, in: family.entryModule),
            let model = program.classInfo("\(origin).\(name)")
        else { throw missing("the module defines no class '\(family.entryClass)'") }
        guard let initializer = model.methods["__init__"],
            let parameter = initializer.parameters.first,
            case .instance(let configuration) = Self.configuration(
                parameter, of: initializer, in: family.entryModule, program)
        else {
            throw missing(
                "'\(family.entryClass).__init__' takes no configuration class that its annotation names"
            )
        }
        program.widen(parameter.name, of: initializer, with: .instance(configuration))
        program.entryConfigurations.insert(configuration)
        program.entryModels.insert(model.dottedName)

        // One round over the initialiser tells what `self.language_model` is.
        program.reach(initializer)
        _ = FunctionChecker(program: program, function: initializer).run()
        var languageModel: ClassInfo?
        let property = model.methods["language_model"]
        let attribute = property?.givenAttribute ?? "language_model"
        if family.callsLanguageModel,
            case .instance(let name)? = model.attributes[attribute]?.type.unwrapped
        {
            languageModel = program.classInfo(name)
            if let property { program.reach(property) }
        }
        self.model = model
        self.languageModel = languageModel
        isEncoder = family.callsLanguageModel && languageModel == nil
        entry = FamilyEntry(
            family: family.name,
            model: model.dottedName, languageModel: languageModel?.dottedName,
            configuration: configuration,
            sanitizers: languageModel == nil
                ? [] : Self.sanitizers(of: model, configuration, in: family.entryModule, program))
    }

    /// The loader of mlx-vlm lets the classes of these names sanitise the weights, where the family has
    /// them and a configuration for them.
    private static func sanitizers(
        of model: ClassInfo, _ configuration: String, in module: String, _ program: Program
    ) -> [FamilyEntry.Sanitizer] {
        let fields = Set(program.classInfo(configuration)?.fields.map(\.name) ?? [])
        return [
            ("VisionModel", "vision_config"), ("LanguageModel", "text_config"),
            ("AudioModel", "audio_config"),
        ].compactMap { name, field in
            guard fields.contains(field),
                case .definition(let origin, let original)? = program.resolve(name, in: module),
                let part = program.classInfo("\(origin).\(original)"),
                part.methods["sanitize"] != nil
            else { return nil }
            let attribute = model.attributeOrder.first {
                model.attributes[$0]?.type.unwrapped == .instance(part.dottedName)
            }
            return attribute.map { .init(attribute: $0, part: part.dottedName) }
        }
    }

    /// The type that the annotation names; without one, the class that the package's loader makes from
    /// `config.json`, which it takes by name from the entry module.
    private static func configuration(
        _ parameter: Parameter, of initializer: FunctionInfo, in module: String, _ program: Program
    ) -> PythonType {
        if let annotation = parameter.annotation {
            return program.type(
                ofAnnotation: annotation, named: parameter.name, in: initializer.moduleName)
        }
        return ["ModelArgs", "ModelConfig"].lazy.map {
            program.type(ofAnnotation: Expression(.name($0)), named: parameter.name, in: module)
        }.first { $0 != .unknown } ?? .unknown
    }

    /// Reaches what the runtime calls and tells the types that it passes.
    func seed(_ program: Program) {
        let generator = languageModel ?? model
        // The packages' generation calls the language model, where there is one, not `Model`.
        reach("__call__", of: generator, program, ["input_ids": .array, "inputs": .array])
        if isEncoder { passTexts(to: model, program) }
        passTokens(to: generator)
        reach("get_input_embeddings", of: model, program, [:])
        reach("make_cache", of: generator, program, [:])
        // The method is the conformance: it gives what the runtime asks for.
        generator.methods["make_cache"]?.declaredResult = .list(.library("KVCache"))
        if let factory = generator.methods["make_cache"] {
            program.cacheFactories.append(factory)
            generator.methods["__call__"]?.cacheLists["cache"] = [factory.dottedName]
        }
        reach("layers", of: generator, program, [:])
        reachPrefillPolicy(of: [model, generator], program)
        reach("sanitize", of: model, program, [:])
        for part in entry.sanitizers.compactMap({ program.classInfo($0.part) }) {
            reach("sanitize", of: part, program, [:])
        }
        for name in FunctionProperties.parameters.keys.sorted() { reachRule(name, program) }
        if let configuration = program.classInfo(entry.configuration),
            let method = configuration.methods["__post_init__"]
        {
            program.reach(method)
        }
    }

    /// The first of the classes that says whether a prompt may be taken in by parts.
    private func reachPrefillPolicy(of classes: [ClassInfo], _ program: Program) {
        guard let policy = classes.lazy.compactMap({ $0.methods[PrefillPolicy.name] }).first,
            !PrefillPolicy.isConstant(policy.definition)
        else { return }
        // What takes texts alone is asked nothing about pictures and sounds.
        let seesPictures = model.methods["get_input_embeddings"]?.parameters.contains {
            $0.name == "pixel_values"
        }
        guard policy.isProperty || seesPictures == true else { return }
        if !policy.isProperty {
            policy.problems = [
                FunctionProblem(
                    construct: "'\(PrefillPolicy.name)'", span: policy.span,
                    message: "depends on the prompt", hint: nil)
            ]
        }
        program.reach(policy)
        policy.declaredResult = .boolean
    }

    /// What tells the package's conversion about layers or parameters. A property that takes it from a part
    /// which has none is for Python as if it were not there.
    private func reachRule(_ name: String, _ program: Program) {
        guard let method = model.methods[name] else { return }
        if let part = method.definition.delegate(of: name),
            case .instance(let owner)? = model.attributes[part]?.type.unwrapped,
            program.classInfo(owner)?.methods[name] == nil
        {
            return
        }
        program.reach(method)
        method.isBorder = true
        let types = FunctionProperties.parameters[name, default: []].map(\.type)
        for (parameter, type) in zip(method.parameters, types) {
            program.widen(parameter.name, of: method, with: type)
        }
    }

    /// Masks and the types of tokens go to encoders by name.
    private func passTexts(to model: ClassInfo, _ program: Program) {
        guard let call = model.methods["__call__"] else { return }
        for name in ["attention_mask", "token_type_ids"]
        where call.parameters.contains(where: { $0.name == name }) {
            call.inputs.insert(name)
            program.widen(name, of: call, with: .optional(.array))
        }
    }

    /// The packages pass the token ids first, whatever the parameter is called.
    private func passTokens(to generator: ClassInfo) {
        guard let call = generator.methods["__call__"], let ids = call.parameters.first else {
            return
        }
        let known = call.parameterTypes[ids.name] ?? .unknown
        call.parameterTypes[ids.name] = known.joined(with: .array) ?? .array
    }

    private func reach(
        _ name: String, of info: ClassInfo, _ program: Program, _ types: [String: PythonType]
    ) {
        guard let method = info.methods[name] else { return }
        program.reach(method)
        method.isBorder = true
        for parameter in method.parameters {
            let type = types[parameter.name] ?? Self.priors[parameter.name]
            guard let type else { continue }
            program.widen(parameter.name, of: method, with: type)
        }
    }

    /// Keywords that are no tensors, or stand for what an earlier run has computed, which the runtime passes under no name.
    static let withheld: Set<String> = [
        "cache", "cached_image_features", "capture_layer_ids", "n_to_process", "logits_to_keep",
    ]

    /// What the packages' processors tell of pictures and frames, a row of whole numbers for each: what definitions say
    /// of them counts more.
    static let sizes: [String: ArrayFacts] = Dictionary(
        uniqueKeysWithValues: [
            "grid_thws", "image_grid_hw", "image_grid_hws", "image_grid_thw", "image_sizes",
            "spatial_shapes", "video_grid_hws", "video_grid_thw",
        ].map { ($0, ArrayFacts(kind: .whole, rank: 2)) })

    /// What the runtime passes under these names, where the source does not say.
    static let priors: [String: PythonType] = [
        "cache": .optional(.list(.optional(.library("KVCache")))),
        "weights": .dictionary(key: .string, value: .array),
        "mask": .optional(.array),
        "pixel_values": .optional(.array),
        "input_ids": .optional(.array),
        "inputs_embeds": .optional(.array),
    ]
}

extension FunctionInfo {
    /// `text` of a property that does no more than giving `self.text`.
    fileprivate var givenAttribute: String? {
        let body = definition.body.withoutDocstring
        guard isProperty, body.count == 1, case .return(let value?) = body[0].kind,
            case .attribute(let owner, let attribute) = value.kind,
            owner.simpleName == definition.parameters.all.first?.name
        else { return nil }
        return attribute
    }
}
