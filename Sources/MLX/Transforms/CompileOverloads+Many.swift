// `compile` of functions with five to eight arrays in and one to four out.

/// Compiles a function of 5 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1], $0[2], $0[3], $0[4])]
    }
    return { a, b, c, d, e in
        let r = function([a, b, c, d, e], count: 1)
        return r[0]
    }
}

/// Compiles a function of 5 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray)
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray) {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4])
        return [r.0, r.1]
    }
    return { a, b, c, d, e in
        let r = function([a, b, c, d, e], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 5 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray
        )
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray, MLXArray)
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4])
        return [r.0, r.1, r.2]
    }
    return { a, b, c, d, e in
        let r = function([a, b, c, d, e], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 5 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray, MLXArray
        )
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
        MLXArray, MLXArray, MLXArray, MLXArray
    )
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b, c, d, e in
        let r = function([a, b, c, d, e], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}

/// Compiles a function of 6 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5])]
    }
    return { a, b, c, d, e, f in
        let r = function([a, b, c, d, e, f], count: 1)
        return r[0]
    }
}

/// Compiles a function of 6 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray
        )
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (MLXArray, MLXArray)
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5])
        return [r.0, r.1]
    }
    return { a, b, c, d, e, f in
        let r = function([a, b, c, d, e, f], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 6 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray
        )
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
        MLXArray, MLXArray, MLXArray
    )
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5])
        return [r.0, r.1, r.2]
    }
    return { a, b, c, d, e, f in
        let r = function([a, b, c, d, e, f], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 6 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray, MLXArray
        )
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
        MLXArray, MLXArray, MLXArray, MLXArray
    )
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b, c, d, e, f in
        let r = function([a, b, c, d, e, f], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}

/// Compiles a function of 7 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray
) -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> MLXArray {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6])]
    }
    return { a, b, c, d, e, f, g in
        let r = function([a, b, c, d, e, f, g], count: 1)
        return r[0]
    }
}

/// Compiles a function of 7 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray
        )
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
        MLXArray, MLXArray
    )
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6])
        return [r.0, r.1]
    }
    return { a, b, c, d, e, f, g in
        let r = function([a, b, c, d, e, f, g], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 7 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray
        )
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
        MLXArray, MLXArray, MLXArray
    )
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6])
        return [r.0, r.1, r.2]
    }
    return { a, b, c, d, e, f, g in
        let r = function([a, b, c, d, e, f, g], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 7 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
            MLXArray, MLXArray, MLXArray, MLXArray
        )
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) -> (
        MLXArray, MLXArray, MLXArray, MLXArray
    )
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b, c, d, e, f, g in
        let r = function([a, b, c, d, e, f, g], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}

/// Compiles a function of 8 arrays with 1 result: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray)
        -> MLXArray
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) ->
    MLXArray
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        [f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6], $0[7])]
    }
    return { a, b, c, d, e, f, g, h in
        let r = function([a, b, c, d, e, f, g, h], count: 1)
        return r[0]
    }
}

/// Compiles a function of 8 arrays with 2 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray)
        -> (MLXArray, MLXArray)
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) ->
    (MLXArray, MLXArray)
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6], $0[7])
        return [r.0, r.1]
    }
    return { a, b, c, d, e, f, g, h in
        let r = function([a, b, c, d, e, f, g, h], count: 2)
        return (r[0], r[1])
    }
}

/// Compiles a function of 8 arrays with 3 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray)
        -> (MLXArray, MLXArray, MLXArray)
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) ->
    (MLXArray, MLXArray, MLXArray)
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6], $0[7])
        return [r.0, r.1, r.2]
    }
    return { a, b, c, d, e, f, g, h in
        let r = function([a, b, c, d, e, f, g, h], count: 3)
        return (r[0], r[1], r[2])
    }
}

/// Compiles a function of 8 arrays with 4 results: see `compile(inputs:outputs:shapeless:_:)`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f:
        @escaping (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray)
        -> (MLXArray, MLXArray, MLXArray, MLXArray)
)
    -> @Sendable (MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray, MLXArray) ->
    (MLXArray, MLXArray, MLXArray, MLXArray)
{
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless) {
        let r = f($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6], $0[7])
        return [r.0, r.1, r.2, r.3]
    }
    return { a, b, c, d, e, f, g, h in
        let r = function([a, b, c, d, e, f, g, h], count: 4)
        return (r[0], r[1], r[2], r[3])
    }
}
