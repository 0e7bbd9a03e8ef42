import MLX

extension Module {
    /// Replaces parameters after checking all of them.
    func replaceParameters(
        by parameters: ModuleParameters, verify: VerifyUpdate, path: [String],
        modulePath: [String]
    ) throws {
        let prefix = path.isEmpty ? nil : path.joined(separator: ".")
        let given = Dictionary(parameters.flattened(prefix: prefix), uniquingKeysWith: { $1 })
        let slots = parameterSlots(prefix: prefix, modulePath: modulePath)

        var problems = [ParameterProblem]()
        if verify.contains(.allModelKeysSet) {
            problems += try missing(in: given, of: slots, verify: verify)
        }
        if verify.contains(.noUnusedKeys) {
            problems += Set(given.keys).subtracting(slots.map(\.path)).sorted().map {
                ParameterProblem(path: $0, kind: .unexpected)
            }
        }
        if verify.contains(.shapeMismatch) {
            problems += slots.compactMap { slot in
                guard let array = given[slot.path], array.shape != slot.array.shape else {
                    return nil
                }
                return ParameterProblem(
                    path: slot.path,
                    kind: .wrongShape(expected: slot.array.shape, actual: array.shape))
            }
        }
        guard problems.isEmpty else { throw UpdateError.parameters(problems) }

        for slot in slots {
            if let array = given[slot.path] { slot.array._updateInternal(array) }
        }
    }

    /// The parameters that are not given and whose modules cannot do without.
    private func missing(
        in given: [String: MLXArray], of slots: [ParameterSlot], verify: VerifyUpdate
    ) throws -> [ParameterProblem] {
        try slots.compactMap { slot in
            guard slot.isParameter, given[slot.path] == nil else { return nil }
            do {
                try slot.owner.updateMissing(
                    parameter: slot.key, verify: verify,
                    path: slot.path.split(separator: ".").map(String.init),
                    modulePath: slot.modulePath)
                return nil
            } catch UpdateError.keyNotFound {
                return ParameterProblem(path: slot.path, kind: .missing)
            }
        }
    }
}
