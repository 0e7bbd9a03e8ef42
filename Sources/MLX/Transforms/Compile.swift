internal import CMLX
import Foundation

/// A function that the engine traces once for each combination of input shapes and dtypes, and whose
/// element-wise operations it fuses.
///
/// With state, calls are serialised, and each call passes the state's arrays in and puts the new ones
/// back.
final class CompiledFunction: @unchecked Sendable {
    private let function: OpaquePointer
    private let body: ([MLXArray]) -> [MLXArray]
    private let inputs: [any Updatable]
    private let outputs: [any Updatable]
    private let lock = NSLock()

    init(
        inputs: [any Updatable], outputs: [any Updatable], shapeless: Bool,
        _ body: @escaping ([MLXArray]) -> [MLXArray]
    ) {
        function = cmlx_compiled_make(shapeless)
        self.body = body
        self.inputs = inputs
        self.outputs = outputs
    }

    deinit {
        cmlx_compiled_free(function)
    }

    /// The results, or `count` stand-ins.
    func callAsFunction(_ arguments: [MLXArray], count: Int) -> [MLXArray] {
        if inputs.isEmpty && outputs.isEmpty {
            return call(arguments, resultCount: count) { [body] tracers in body(tracers) }
        }
        return lock.withLock { callWithState(arguments, resultCount: count) }
    }

    private func callWithState(_ arguments: [MLXArray], resultCount: Int) -> [MLXArray] {
        let state = inputs.flatMap { $0.innerState() }
        let results = call(arguments + state, resultCount: resultCount) { [body, outputs] tracers in
            let saved = state.map { $0.copyContext() }
            for (array, tracer) in zip(state, tracers[arguments.count...]) {
                array._updateInternal(tracer)
            }
            let results = body(Array(tracers[..<arguments.count]))
            let newState = outputs.flatMap { $0.innerState() }.map { $0.copyContext() }
            for (array, value) in zip(state, saved) {
                array._updateInternal(value)
            }
            return results + newState
        }
        let newState = outputs.flatMap { $0.innerState() }
        guard results.count >= newState.count, !results.contains(where: \.isStandIn) else {
            return results
        }
        for (array, value) in zip(newState, results.suffix(newState.count)) {
            array._updateInternal(value)
        }
        return results.dropLast(newState.count)
    }

    private func call(
        _ inputs: [MLXArray], resultCount: Int, tracing: @escaping ([MLXArray]) -> [MLXArray]
    ) -> [MLXArray] {
        withExtendedLifetime(self) {
            withHandles(inputs) { inputs in
                withUnsafePointer(to: tracing) { context in
                    list(count: resultCount) {
                        cmlx_compiled_call(
                            &$0, function, inputs, UnsafeMutableRawPointer(mutating: context),
                            traceFunction)
                    }
                }
            }
        }
    }
}

/// What the engine calls to trace: runs the Swift closure that `context` points to.
private func traceFunction(
    context: UnsafeMutableRawPointer, inputs: cmlx_arrays, outputs: UnsafeMutablePointer<cmlx_list>
) -> OpaquePointer? {
    let tracing = context.assumingMemoryBound(to: (([MLXArray]) -> [MLXArray]).self).pointee
    let tracers = UnsafeBufferPointer(start: inputs.items, count: inputs.count)
        .map { MLXArray(cmlx_retain($0)) }
    let results = tracing(tracers)
    if let failed = results.first(where: \.isStandIn) {
        let retained = withExtendedLifetime(failed) { cmlx_retain(failed.handle) }
        return cmlx_error_of(retained)
            ?? cmlx_error_of(cmlx_failed("compile", "the function returned no array"))
    }
    let list = cmlx_list_make(results.count)
    for (i, result) in results.enumerated() {
        withExtendedLifetime(result) { list.items![i] = cmlx_retain(result.handle) }
    }
    outputs.pointee = list
    return nil
}

/// Compiles a function of arrays. `inputs` and `outputs` are state that it reads and changes.
/// `shapeless`: not traced again for other shapes. `MLX_DISABLE_COMPILE` in the environment turns
/// compilation off.
///
/// Source: `mlx.core.compile`.
public func compile(
    inputs: [any Updatable] = [], outputs: [any Updatable] = [], shapeless: Bool = false,
    _ f: @escaping ([MLXArray]) -> [MLXArray]
) -> @Sendable ([MLXArray]) -> [MLXArray] {
    let function = CompiledFunction(inputs: inputs, outputs: outputs, shapeless: shapeless, f)
    let call = Uncompiled(body: f)
    return { arguments in
        let results = function(arguments, count: 1)
        // Only the function itself knows how many stand-ins a failed call gives.
        return results.contains(where: \.isStandIn) ? call.body(arguments) : results
    }
}

/// The function as it was given, for calls that fail.
private struct Uncompiled: @unchecked Sendable {
    let body: ([MLXArray]) -> [MLXArray]
}

/// Turns compilation on or off for the whole process.
///
/// Source: `mlx.core.enable_compile`, `disable_compile`.
public func compile(enable: Bool = true) {
    cmlx_enable_compile(enable)
}
