#if !MLX_SWIFT
    import Foundation
    import MLX
    import MLXNN
    import OrderedCollections
    import TraceDiff

    /// Records the parameters of a model and the outputs of its module calls, and the lines of instrumented code.
    ///
    /// The tensors of a pass are evaluated and measured together at its end, or before if they become many.
    public final class ModuleTraceWriter: ModuleCallObserver, @unchecked Sendable {
        private struct State {
            let paths: ModulePaths
            var run = ""
            var stack: [Module] = []
            var calls: [Call: Int] = [:]
            var classNames: [ObjectIdentifier: String] = [:]
            var unmeasured = UnmeasuredRecords()
            var records: [TraceRecord] = []
            /// What lines go on with, by where and when.
            let injected: [String: MLXArray]
            // By the hash of their bytes, so that equal values are kept once.
            var values: OrderedDictionary<String, MLXArray> = [:]

            /// The number of this call, from 0.
            mutating func number(of call: Call) -> Int {
                let number = calls[call, default: 0]
                calls[call] = number + 1
                return number
            }

            /// The class without its generic arguments and module.
            mutating func className(of module: Module) -> String {
                let type = ObjectIdentifier(type(of: module))
                if let name = classNames[type] { return name }
                let name = String("\(Swift.type(of: module))".prefix { $0 != "<" })
                classNames[type] = name
                return name
            }
        }

        /// What is counted: the calls of a module, or those of a line in one.
        private struct Call: Hashable {
            let path: String
            let source: String
            let name: String
        }

        // Modules are not sendable, so that the lock stands beside what it guards.
        private let lock = NSLock()
        private var state: State
        private let keepsValues: Bool
        private let measuresAtOnce: Bool
        private let stream: TraceStream?

        /// A writer for the modules below `model`.
        ///
        /// - Parameters:
        ///   - injected: values with which instrumented lines go on in place of their own, by
        ///     `TraceRecord.injectionKey` of their records; what is recorded is what the line gave itself.
        ///   - keepsValues: whether ``values`` gets all tensors that are recorded.
        ///   - measuresAtOnce: whether each tensor is evaluated where it is recorded, which is slow; a process that
        ///     ends has then recorded all that came before.
        ///   - stream: gets the records, which are not kept in ``records`` then; nothing else may write to it.
        public init(
            model: Module, injecting injected: [String: MLXArray] = [:], keepsValues: Bool = false,
            measuresAtOnce: Bool = false, stream: TraceStream? = nil
        ) {
            self.stream = stream
            state = State(paths: ModulePaths(root: model), injected: injected)
            self.keepsValues = keepsValues
            self.measuresAtOnce = measuresAtOnce
        }

        /// Records the parameters, which come before all passes.
        public func recordWeights(of model: Module) {
            let parameters = model.parameters().flattened().sorted { $0.0 < $1.0 }
            var last: String?
            lock.withLock {
                for (name, array) in parameters where name != last {
                    last = name
                    add(
                        run: TraceRecord.weightsRun, .weight, path: name, name: name,
                        [.array(array)])
                }
                measure()
            }
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
            lock.withLock {
                state.run = run
                state.calls = [:]
                for name in ["input_ids"] + others {
                    guard let array = inputs[name] else { continue }
                    add(run: run, .input, path: name, name: name, [.array(array)])
                }
            }
            defer { lock.withLock { measure() } }
            return try ModuleCalls.observing(self, body)
        }

        public func enter(_ module: Module) {
            lock.withLock {
                // Another model may run meanwhile; its calls are none of ours.
                if state.paths[module] != nil { state.stack.append(module) }
            }
        }

        public func exit(_ module: Module, outputs: [MLXArray]) {
            lock.withLock {
                guard let path = state.paths[module] else { return }
                state.stack.removeLast()
                // The same module on top: this was a call of its superclass's method.
                if state.stack.last === module { return }
                let call = state.number(of: Call(path: path, source: "", name: ""))
                guard !outputs.isEmpty else { return }
                add(
                    run: state.run, .module, path: path, name: state.className(of: module),
                    call: call, outputs.map(TracedValue.array))
            }
        }

        public func line(_ place: String, name: String, values: [TracedValue]) -> [TracedValue]? {
            lock.withLock {
                // What runs outside of the model's modules is no part of the model.
                guard !values.isEmpty, let module = state.stack.last,
                    let path = state.paths[module]
                else { return nil }
                let call = state.number(of: Call(path: path, source: place, name: name))
                add(
                    run: state.run, .line, path: path, source: place, name: name, call: call, values
                )
                guard !state.injected.isEmpty else { return nil }
                return injection(path, place, name, call, in: values)
            }
        }

        /// What a line goes on with in place of its values; nil if that is these. The lock is held.
        private func injection(
            _ path: String, _ source: String, _ name: String, _ call: Int, in values: [TracedValue]
        ) -> [TracedValue]? {
            let given = values.indices.map { index in
                let key = TraceRecord.injectionKey(
                    run: state.run, path: path, source: source,
                    name: name.numbered(index, of: values.count), call: call)
                return state.injected[key]
            }
            guard given.contains(where: { $0 != nil }) else { return nil }
            return zip(values, given).map { own, given in
                given.map { own.replaced(by: $0) } ?? own
            }
        }

        /// Adds a record for each of the values of one call or one line; the lock is held.
        private func add(
            run: String, _ kind: TraceRecord.Kind, path: String, source: String = "",
            name: String, call: Int = 0, _ values: [TracedValue]
        ) {
            for (index, value) in values.enumerated() {
                state.unmeasured.append(
                    run: run, kind: kind, path: path, source: source,
                    name: name.numbered(index, of: values.count), call: call, value: value)
            }
            if measuresAtOnce || state.unmeasured.isFull { measure() }
        }

        /// Measures what has been recorded and hands it on; the lock is held.
        private func measure() {
            let unmeasured = state.unmeasured
            state.unmeasured = UnmeasuredRecords()
            unmeasured.measure { record, data in
                if let stream {
                    stream.append(record)
                } else {
                    state.records.append(record)
                }
                guard keepsValues, let data else { return }
                let hash = record.hash.description
                if state.values[hash] == nil { state.values[hash] = MLXArray(data: data) }
            }
            stream?.flush()
        }

        /// The classes of the modules that were called.
        public var classNames: [String] {
            lock.withLock { Set(state.classNames.values).sorted() }
        }

        /// What has been recorded so far, in execution order; nothing if it goes to a stream.
        public var records: [TraceRecord] { lock.withLock { state.records } }

        /// The recorded tensors by the hashes of their bytes, if they are kept.
        public var values: OrderedDictionary<String, MLXArray> { lock.withLock { state.values } }
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

    extension String {
        /// The name of one of several values.
        fileprivate func numbered(_ index: Int, of count: Int) -> String {
            count == 1 ? self : "\(self).\(index)"
        }
    }

#endif
