import Operations
import PythonSyntax

/// Infers the types of one function's body and resolves its names and calls.
///
/// A check reads what is known of the program so far and adds to it (parameter types of callees,
/// attribute types, results); `Program` repeats the rounds until nothing changes.
final class FunctionChecker {
    let program: Program
    let function: FunctionInfo
    let owner: ClassInfo?
    /// The types of locals at the current point.
    var locals: [String: PythonType] = [:]
    /// Locals that are copies of attributes with one value.
    var fixedLocals: [String: Constant] = [:]
    /// Types that tests have shown, by name or attribute path.
    var narrowed: [Expression: PythonType] = [:]
    /// Names that are a list of Nones at the current point, or a cache; Swift has nil for the list.
    var absentCaches: Set<String> = []
    /// The classes of the caches that the variables of the loop just entered stand for.
    var goneThrough: [String: Set<String?>] = [:]
    /// Tests that names stand for: `absent` for `x is None`.
    var testAliases: [String: Expression] = [:]
    /// The locals that are set where a test holds, with what they are set to.
    var setUnder: [Expression: [String: PythonType]] = [:]
    /// The tests of the branches around the current point, with their outcomes there.
    var facts: [BranchFact] = []
    /// Names that stand for functions of the sources.
    var functionNames: [String: Symbol] = [:]
    /// The statement that is being checked.
    var checked: CheckedStatement?
    /// Functions that the body defines.
    var localFunctions: [String: FunctionInfo] = [:]
    /// What is known of the arrays that locals hold.
    var localFacts: [String: ArrayFacts] = [:]
    /// What tells that of the variables of the comprehensions around the current point.
    var comprehensionRows: [String: (FunctionChecker) -> ArrayFacts] = [:]
    /// What is assumed of locals until it is shown.
    var assumedFacts: [String: ArrayFacts] = [:]
    /// The locals that are being looked into for that.
    var namesLookedInto: Set<String> = []
    var returned: PythonType?
    var isThrowing = false
    /// Whether what calls pass is not told to their callees.
    private(set) var isInspecting = false
    private var quiet = 0

    /// - Parameter outer: the checker of the function around this one.
    init(program: Program, function: FunctionInfo, inside outer: FunctionChecker? = nil) {
        self.program = program
        self.function = function
        owner = outer?.owner ?? function.owner.flatMap(program.classInfo)
        module = function.moduleName
        definingClass = outer?.definingClass ?? function.definingClass
        isInner = outer != nil
        enclosingSelf = outer?.selfName
        locals = outer?.locals ?? [:]
        localFunctions = outer?.localFunctions ?? [:]
        quiet = outer?.quiet ?? 0
        for parameter in function.parameters {
            let constant = constantArgument(parameter)
            function.localConstants[parameter.name] = constant.map { .constant($0) } ?? .varying
            // A parameter that is always left out, or passed as None, is None.
            locals[parameter.name] =
                constant == PythonSyntax.Constant.none
                ? .none : function.parameterTypes[parameter.name] ?? .unknown
        }
    }

    /// Whether the function is defined inside of another one, whose receiver it has.
    private let isInner: Bool
    private let enclosingSelf: String?

    /// The module whose names the code sees; that of a base class within its inlined initialiser.
    var module: String
    /// The class whose body the code stands in, from which `super()` looks on.
    var definingClass: String?
    var isInitializer: Bool { function.definition.name == "__init__" }
    /// The name of the receiver, usually `self`.
    var selfName: String? {
        if isInner { return enclosingSelf }
        return owner == nil || function.isStatic
            ? nil : function.definition.parameters.all.first?.name
    }

    /// Checks the whole body; records results and returns the typed function.
    func run() -> TypedFunction {
        for problem in function.problems {
            report(problem.construct, at: problem.span, problem.message, hint: problem.hint)
        }
        moveConfigurationSettings()
        let body = checkBody().withoutLastNone
        function.isChecked = true
        var result = returned ?? .none
        if !body.endsFlow, returned != nil { result = result.joined(with: .none) ?? result }
        if isInitializer { result = .none }
        if function.returnedType != result {
            function.returnedType = result
            program.changed = true
        }
        result = function.declaredResult ?? result
        if function.resultType != result {
            function.resultType = result
            program.changed = true
        }
        if isThrowing, !function.isThrowing {
            function.isThrowing = true
            program.changed = true
        }
        return TypedFunction(
            name: function.definition.name,
            parameters: function.parameters.filter { !isSettled($0, in: body) }.map { parameter in
                let isNone = constantArgument(parameter) == PythonSyntax.Constant.none
                return TypedParameter(
                    name: parameter.name,
                    type: isNone ? .none : function.parameterTypes[parameter.name] ?? .unknown,
                    defaultValue: parameter.defaultValue.map { check($0, quietly: true) },
                    isTakenFromKeywords: function.keywordParameters.contains {
                        $0.name == parameter.name
                    })
            },
            result: result, body: body, isProperty: function.isProperty,
            isStatic: function.isStatic,
            isThrowing: function.isThrowing, compilation: checkDecorators(), span: function.span,
            definedIn: definingFile)
    }

    /// The file of the base class that defines an inherited method.
    private var definingFile: String? {
        guard let owner, owner.moduleName != function.moduleName,
            let path = try? program.scope(function.moduleName).parsed.path
        else { return nil }
        return path.split(separator: "/").suffix(2).joined(separator: "/")
    }

    // MARK: Diagnostics

    func report(
        _ construct: String, at span: SourceSpan, type: PythonType? = nil, _ message: String,
        hint: String? = nil
    ) {
        guard quiet == 0 else { return }
        let path = (try? program.scope(module).parsed.path) ?? module
        program.diagnostics.report(
            Diagnostic(
                path: path, span: span, construct: construct, type: type, message: message,
                hint: hint))
    }

    /// The type of an expression without what checking it would report.
    func check(_ expression: Expression, quietly: Bool) -> TypedExpression {
        quiet += quietly ? 1 : 0
        defer { quiet -= quietly ? 1 : 0 }
        return check(expression)
    }

    /// The type of an expression that stands somewhere else, where tests may have shown more of what it passes on:
    /// its calls tell their callees nothing.
    func inspect(_ expression: Expression) -> TypedExpression {
        let before = isInspecting
        isInspecting = true
        defer { isInspecting = before }
        return check(expression, quietly: true)
    }

    /// Runs a check without what it would report.
    func quietly<Result>(_ body: () -> Result) -> Result {
        quiet += 1
        defer { quiet -= 1 }
        return body()
    }

    // MARK: Knowledge

    /// Widens a parameter of a callee by an argument's type.
    func pass(_ type: PythonType, to name: String, of callee: FunctionInfo) {
        guard !isInspecting else { return }
        callee.passedParameters.insert(name)
        let type = program.notePassed(type, to: name, of: callee)
        if let known = callee.parameterTypes[name], callee.statedTypes[name] != known,
            known.joined(with: type) == nil, let common = commonProtocol(known, type)
        {
            // Layers of different classes.
            if common != known {
                callee.parameterTypes[name] = common
                program.changed = true
            }
            return
        }
        program.widen(name, of: callee, with: type)
    }

    /// Marks a function as reached and gives its parameters what annotations and defaults say.
    func reach(_ callee: FunctionInfo) { program.reach(callee) }

    func noteRead(_ attribute: String, of className: String) {
        program.fieldReaders[attribute, default: [:]][className, default: []]
            .insert(function.dottedName)
        if owner?.dottedName != className {
            program.outsideReads[className, default: []].insert(attribute)
        }
        if !isInitializer || owner?.dottedName != className {
            program.readAttributes[className, default: []].insert(attribute)
        }
    }
}

extension Program {
    /// Marks a function as reached and gives its parameters what annotations and defaults say.
    func reach(_ callee: FunctionInfo) {
        guard !callee.isReached, !isDecoding(callee) || resolveEntries(of: callee) else { return }
        callee.isReached = true
        changed = true
        resolveMatches(in: callee)
        for parameter in callee.parameters { seed(parameter, of: callee) }
    }

    /// Adds the type of an argument to what is known of a parameter.
    func widen(_ name: String, of callee: FunctionInfo, with passed: PythonType) {
        let type = notePassed(passed, to: name, of: callee)
        let known = callee.parameterTypes[name] ?? .unknown
        // What the annotation says of a value of a JSON file is what the function takes it for.
        if type.unwrapped == .json, known != .unknown, known != .none { return }
        // So it is where any cache is passed and the annotation names one of the family's own.
        if callee.statedTypes[name] == known, known.isOptional, isOwn(known, below: type) { return }
        if known == type, isConfiguration(type) {
            // What the annotation says is passed, too: it is not just wrong.
            callee.statedTypes[name] = nil
        }
        var joined = known.joined(with: type) ?? commonAncestor(known, type)
        if joined == nil, callee.statedTypes[name] == nil || !isConfiguration(known) {
            joined = configurations(known, type)
        }
        if joined == nil, let stated = callee.statedTypes[name], known == stated, type != .none {
            // The annotation is not what the code passes: the code is right.
            joined = stated.isOptional ? type.madeOptional : type
            callee.statedTypes[name] = nil
            if case .tuple = type, stated.unwrapped == .array {
                // What was passed on as an array is found again as what it is.
                overruledParameters.insert("\(callee.dottedName).\(name)")
            }
        }
        if joined == nil { joined = commonSequence(known, type) }
        if let joined, joined != known {
            callee.parameterTypes[name] = joined
            changed = true
        }
    }

    /// Whether a type is a class of the family's own that extends one of the library below another.
    private func isOwn(_ type: PythonType, below other: PythonType) -> Bool {
        guard case .instance(let own) = type.unwrapped, case .library(let name) = other.unwrapped,
            let object = classInfo(own)?.extendedObject
        else { return false }
        return table.conformances(of: object.swiftName).contains(name)
    }

    /// A list in place of tuples of different lengths, or of lists and tuples, whose elements are of one type.
    private func commonSequence(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard let first = left.unwrapped.commonElement, let second = right.unwrapped.commonElement,
            let element = first.joined(with: second)
        else { return nil }
        let list = PythonType.list(element)
        return left.isOptional || right.isOptional ? list.madeOptional : list
    }

    /// The class that both are instances of, where a subclass is passed for its base.
    func commonAncestor(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard case .instance(let a) = left.unwrapped, case .instance(let b) = right.unwrapped,
            let first = classInfo(a), let second = classInfo(b)
        else { return nil }
        let common: PythonType?
        if first.ancestry.contains(b) {
            common = .instance(b)
            compose(first, as: b)
        } else if second.ancestry.contains(a) {
            common = .instance(a)
            compose(second, as: a)
        } else {
            common = nil
        }
        return left.isOptional || right.isOptional ? common?.madeOptional : common
    }

    /// Notes that a configuration is passed on as the one it extends.
    private func compose(_ info: ClassInfo, as base: String) {
        guard info.kind == .dataclass, info.dottedName != base else { return }
        if composedClasses.insert(info.dottedName).inserted { changed = true }
        if let base = info.bases.first { shareReplacedFields(of: info, base) }
    }

    /// Fields that a configuration replaces by ones which may be absent, or hold anything that a file has, are such
    /// in the one that it extends as well, which is decoded from the same file.
    private func shareReplacedFields(of info: ClassInfo, _ base: ClassInfo) {
        for field in info.fields where info.ownFields.contains(field.name) {
            guard let inherited = base.fields.first(where: { $0.name == field.name }) else {
                continue
            }
            let (own, other) = (fieldType(field, of: info), fieldType(inherited, of: base))
            let isSame = own.unwrapped == other.unwrapped
            guard own != other,
                isSame
                    || [own.unwrapped, other.unwrapped].contains(.json) && own.isJSON
                        && other.isJSON
            else { continue }
            let held = isSame ? own.unwrapped : .json
            let type = own.isOptional || other.isOptional ? held.madeOptional : held
            for owner in [info, base] {
                let known = statedFields.updateValue(
                    type, forKey: "\(owner.dottedName).\(field.name)")
                if known != type { changed = true }
            }
        }
    }

    func seed(_ parameter: Parameter, of callee: FunctionInfo) {
        var type = type(
            ofAnnotation: parameter.annotation, named: parameter.name, in: callee.moduleName)
        if overruledParameters.contains("\(callee.dottedName).\(parameter.name)") {
            type = .unknown
        }
        if type == .unknown, let value = parameter.defaultValue,
            let symbol = resolve(value, in: callee.moduleName),
            let library = libraryName(of: symbol), let constant = table.constants[library]
        {
            type = constant.type
        }
        if type == .unknown, let value = parameter.defaultValue, value.constantType == nil,
            let constant = staticValue(value, in: callee.moduleName), constant != .none
        {
            type = constant.type
        }
        if type == .unknown, case .call(let made, _)? = parameter.defaultValue?.kind,
            let symbol = resolve(made, in: callee.moduleName),
            let library = libraryName(of: symbol), let row = table.classes[library]
        {
            type = .library(row.swiftName)
        }
        if let value = parameter.defaultValue, let constant = value.withoutMinus.constantType {
            type = type.joined(with: constant) ?? type
            // None by the annotation alone: where a call passes it, the call says so.
            if constant != .none { type = type.unwrapped }
        }
        let known = callee.parameterTypes[parameter.name] ?? .unknown
        callee.parameterTypes[parameter.name] = known.joined(with: type) ?? known
        callee.statedTypes[parameter.name] = type
    }
}

extension Expression {
    /// The number of a negative one.
    fileprivate var withoutMinus: Expression {
        if case .unary(.minus, let number) = kind { number } else { self }
    }

    /// The type of a literal.
    var constantType: PythonType? {
        guard case .constant(let constant) = kind else { return nil }
        return constant.type
    }
}

extension Constant {
    var type: PythonType {
        switch self {
        case .none: .none
        case .boolean: .boolean
        case .integer, .bigInteger: .integer
        case .float: .float
        case .string: .string
        // Beside anything else it makes an array of complex numbers.
        case .complex: .array
        case .bytes, .ellipsis: .unknown
        }
    }
}

extension [TypedStatement] {
    /// Whether control never runs past the last statement.
    public var endsFlow: Bool {
        guard let last else { return false }
        switch last.kind {
        case .return, .raise, .break, .continue: return true
        case .if(_, let then, let otherwise): return then.endsFlow && otherwise.endsFlow
        case .try(let body, let handlers):
            return body.endsFlow && handlers.allSatisfy { $0.body.endsFlow }
        default: return false
        }
    }
}

extension PythonType {
    /// The one type of a list's or tuple's elements.
    fileprivate var commonElement: PythonType? {
        switch self {
        case .list(let element): element
        case .tuple(let elements):
            elements.reduce(PythonType?.some(.unknown)) { type, element in
                type.flatMap { $0.joined(with: element) }
            }
        default: nil
        }
    }
}
