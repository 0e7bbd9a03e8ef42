import Operations
import PythonSyntax

/// An early round of inference can take an argument for `None`, as the result of a function of which it knows no
/// `return` yet, and types only widen from round to round: the parameter would stay optional although nothing passes
/// it `None`. Such parameters are found when inference is done, and it starts again with the premise that they are
/// present; where that is refuted, it starts again without.
extension Program {
    static func name(of parameter: String, in function: FunctionInfo) -> String {
        "\(function.dottedName).\(parameter)"
    }

    /// Notes what is passed to a parameter, and gives what the premises make of it.
    func notePassed(_ type: PythonType, to parameter: String, of function: FunctionInfo)
        -> PythonType
    {
        let name = Self.name(of: parameter, in: function)
        if type.isOptional || type == .none { passed.absent.insert(name) }
        guard presentParameters.contains(name) else { return type }
        return type == .none ? .unknown : type.unwrapped
    }

    /// Keeps the premises that hold, and adds those that the last round suggests.
    func revisePremises() {
        refutedPremises.formUnion(presentParameters.intersection(passed.absent))
        presentParameters.subtract(refutedPremises)
        for function in reachedFunctions {
            for parameter in function.parameters where isPassedByCode(parameter, of: function) {
                let name = Self.name(of: parameter.name, in: function)
                if function.parameterTypes[parameter.name]?.isOptional == true,
                    !passed.absent.contains(name), !refutedPremises.contains(name)
                {
                    presentParameters.insert(name)
                }
            }
        }
    }

    /// Whether only calls say what a parameter is: neither a default nor an annotation does.
    private func isPassedByCode(_ parameter: Parameter, of function: FunctionInfo) -> Bool {
        guard parameter.defaultValue == nil,
            function.passedParameters.contains(parameter.name)
        else { return false }
        let stated = type(
            ofAnnotation: parameter.annotation, named: parameter.name, in: function.moduleName)
        return !stated.isOptional && stated != .none
    }
}

extension FunctionInfo {
    /// Forgets which lists hold elements that may be `None`; whether there are any.
    func forgetAbsentElements() -> Bool {
        let kept = containerTypes.filter { _, type in
            guard case .list(let element) = type else { return true }
            return !element.isOptional
        }
        defer { containerTypes = kept }
        return kept.count < containerTypes.count
    }
}
