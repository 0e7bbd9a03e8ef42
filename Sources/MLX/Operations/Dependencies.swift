internal import CMLX

/// The array, evaluated only after the dependencies are.
///
/// Source: `mlx.core.depends`.
public func depends(input: MLXArray, dependencies: [MLXArray]) -> MLXArray {
    depends(inputs: [input], dependencies: dependencies)[0]
}

/// The arrays, evaluated only after the dependencies are.
///
/// Source: `mlx.core.depends`.
public func depends(inputs: [MLXArray], dependencies: [MLXArray]) -> [MLXArray] {
    withHandles(inputs) { inputs in
        withHandles(dependencies) { dependencies in
            list(count: inputs.count) { cmlx_depends(&$0, inputs, dependencies) }
        }
    }
}
