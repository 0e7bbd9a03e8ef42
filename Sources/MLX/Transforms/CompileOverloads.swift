// `compile` of functions with one to four arrays in and one to four out.

/// Compiles a function of 1 array with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray) -> MLXArray
) -> @Sendable (MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0])]
    }
    return { a in
        let r = function([a], count: 1)
        return r[0]
    }
}

/// Compiles a function of 1 array with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray) -> (MLXArray, MLXArray)
) -> @Sendable (MLXArray) -> (MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0])
        return [r.0, r.1]
    }
    return { a in
        let r = function([a], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 1 array with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray) -> (MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray) -> (MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0])
        return [r.0, r.1, r.2]
    }
    return { a in
        let r = function([a], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 1 array with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0])
        return [r.0, r.1, r.2, r.3]
    }
    return { a in
        let r = function([a], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}

/// Compiles a function of 2 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray) -> MLXArray
) -> @Sendable (MLXArray, MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1])]
    }
    return { a, b in
        let r = function([a, b], count: 1)
        return r[0]
    }
}

/// Compiles a function of 2 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray) -> (MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray) -> (MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1])
        return [r.0, r.1]
    }
    return { a, b in
        let r = function([a, b], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 2 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1])
        return [r.0, r.1, r.2]
    }
    return { a, b in
        let r = function([a, b], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 2 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b in
        let r = function([a, b], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}

/// Compiles a function of 3 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray) -> MLXArray
) -> @Sendable (MLXArray, MLXArray, MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1], $0[2])]
    }
    return { a, b, c in
        let r = function([a, b, c], count: 1)
        return r[0]
    }
}

/// Compiles a function of 3 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2])
        return [r.0, r.1]
    }
    return { a, b, c in
        let r = function([a, b, c], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 3 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2])
        return [r.0, r.1, r.2]
    }
    return { a, b, c in
        let r = function([a, b, c], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 3 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b, c in
        let r = function([a, b, c], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}

/// Compiles a function of 4 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1], $0[2], $0[3])]
    }
    return { a, b, c, d in
        let r = function([a, b, c, d], count: 1)
        return r[0]
    }
}

/// Compiles a function of 4 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3])
        return [r.0, r.1]
    }
    return { a, b, c, d in
        let r = function([a, b, c, d], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 4 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3])
        return [r.0, r.1, r.2]
    }
    return { a, b, c, d in
        let r = function([a, b, c, d], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 4 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray, MLXArray
        )
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray, MLXArray)
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b, c, d in
        let r = function([a, b, c, d], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}
