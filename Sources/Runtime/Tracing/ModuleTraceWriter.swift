#if !MLX_SWIFT
    import Foundation
    import MLX
    import MLXNN
    import OrderedCollections
    import TraceDiff

    /// Records the parameters of a model and the outputs of its module calls.
    ///
    /// While it observes, each output is evaluated on the spot, so a traced run is slow.
    public final class ModuleTraceWriter: ModuleCallObserver, @unchecked Sendable {
        private struct State {
            let paths: ModulePaths
            var run = ""
            var stack: [Module] = []
            var calls: [String: Int] = [:]
            var records: [TraceRecord] = []
            /// What lines go on with, by where and when.
            let injected: [String: MLXArray]
            // By the hash of their bytes, so that equal values are kept once.
            var values: OrderedDictionary<String, MLXArray> = [:]

            /// Where the module that runs is.
            var currentPath: String? { stack.last.flatMap { paths[$0] } }

            /// A record for each of the values of one call or one line.
            mutating func recordsOfCall(
                _ summaries: [TensorSummary], _ kind: TraceRecord.Kind, path: String,
                source: String, name: String
            ) -> [TraceRecord] {
                let key = kind == .module ? path : "\(path) \(source) \(name)"
                let call = calls[key, default: 0]
                calls[key] = call + 1
                return summaries.enumerated().map { index, summary in
                    TraceRecord(
                        run: run, kind: kind, path: path, source: source,
                        name: summaries.count == 1 ? name : "\(name).\(index)", call: call,
                        summary: summary)
                }
            }
        }

        // Modules are not sendable, so that the lock stands beside what it guards.
        private let lock = NSLock()
        private var state: State
        private let keepsValues: Bool
        private let stream: TraceStream?

        /// A writer for the modules below `model`.
        ///
        /// - Parameters:
        ///   - injected: values with which instrumented lines go on in place of their own, by
        ///     `TraceRecord.injectionKey` of their records; what is recorded is what the line gave itself.
        ///   - keepsValues: whether ``values`` gets all tensors that are recorded.
        ///   - stream: gets each record at once; nothing else may write to it.
        public init(
            model: Module, injecting injected: [String: MLXArray] = [:], keepsValues: Bool = false,
            stream: TraceStream? = nil
        ) {
            self.stream = stream
            state = State(paths: ModulePaths(root: model), injected: injected)
            self.keepsValues = keepsValues
        }

        /// Records the parameters, which come before all passes.
        public func recordWeights(of model: Module) {
            let parameters = model.parameters().flattened().sorted { $0.0 < $1.0 }
            var last: String?
            for (name, array) in parameters where name != last {
                last = name
                let summary = summarise(array)
                lock.withLock { add([TraceRecord(weight: name, summary: summary)]) }
            }
        }

        /// Adds records; the lock is held.
        private func add(_ records: [TraceRecord]) {
            state.records += records
            if let stream { for record in records { stream.append(record) } }
        }

        /// Summarises an array and keeps its values if they are asked for.
        private func summarise(_ array: MLXArray) -> TensorSummary {
            let data = array.asData(access: .copy)
            let summary = TensorSummary(data)
            guard keepsValues else { return summary }
            let name = summary.hash.description
            lock.withLock {
                // From the copied bytes: a later update in place must not change what was recorded.
                if state.values[name] == nil {
                    state.values[name] = MLXArray(data: data)
                }
            }
            return summary
        }

        /// Runs `body` with its inputs and its module calls recorded as those of a pass.
        ///
        /// - Parameters:
        ///   - run: `prefill`, `decode.0` …, or `full`.
        ///   - inputs: what enters the model.
        public func record<Result>(
            _ run: String, inputs: ModelInputs, _ body: () throws -> Result
        ) rethrows -> Result {
            let others = inputs.names.filter { $0 != "input_ids" }.sorted()
            let records = (["input_ids"] + others).compactMap { name in
                inputs[name].map {
                    TraceRecord(
                        run: run, kind: .input, path: name, source: "", name: name, call: 0,
                        summary: summarise($0))
                }
            }
            lock.withLock {
                state.run = run
                state.calls = [:]
                add(records)
            }
            return try ModuleCalls.observing(self, body)
        }

        public func enter(_ module: Module) {
            lock.withLock {
                // Another model may run meanwhile; its calls are none of ours.
                if state.paths[module] != nil { state.stack.append(module) }
            }
        }

        public func exit(_ module: Module, outputs: [MLXArray]) {
            let path = lock.withLock { () -> String? in
                guard let path = state.paths[module] else { return nil }
                state.stack.removeLast()
                // The same module on top: this was a call of its superclass's method.
                return state.stack.last === module ? nil : path
            }
            guard let path else { return }
            let summaries = outputs.map(summarise)
            let name = Self.className(of: module)
            lock.withLock {
                add(
                    state.recordsOfCall(
                        summaries, .module, path: path, source: "", name: name))
            }
        }

        public func line(_ place: String, name: String, values: [TracedValue]) -> [TracedValue]? {
            // What runs outside of the model's modules is no part of the model.
            guard !values.isEmpty, let path = lock.withLock({ state.currentPath }) else {
                return nil
            }
            let summaries = values.map { value in
                switch value {
                case .array(let array): summarise(array)
                case .number(let number): TensorSummary(number)
                }
            }
            return lock.withLock {
                let records = state.recordsOfCall(
                    summaries, .line, path: path, source: place, name: name)
                add(records)
                guard !state.injected.isEmpty else { return nil }
                let given = records.map { state.injected[$0.injectionKey] }
                guard given.contains(where: { $0 != nil }) else { return nil }
                return zip(values, given).map { own, given in
                    given.map { own.replaced(by: $0) } ?? own
                }
            }
        }

        /// What has been recorded so far, in execution order.
        public var records: [TraceRecord] { lock.withLock { state.records } }

        /// The recorded tensors by the hashes of their bytes, if they are kept.
        public var values: OrderedDictionary<String, MLXArray> { lock.withLock { state.values } }

        /// The class without its generic arguments and module.
        private static func className(of module: Module) -> String {
            let name = "\(type(of: module))"
            return String(name.prefix { $0 != "<" })
        }
    }

    extension TracedValue {
        /// An array in place of an array, a scalar's value in place of a number.
        fileprivate func replaced(by array: MLXArray) -> TracedValue {
            switch self {
            case .array: .array(array)
            case .number: .number(array.item(Double.self))
            }
        }
    }

#endif
