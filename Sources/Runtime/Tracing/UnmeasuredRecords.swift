#if !MLX_SWIFT
    import MLX
    import MLXNN
    import TraceDiff

    /// Records whose tensors are not evaluated yet, in execution order.
    ///
    /// Evaluated together, tensors cost little more than the plain run; what a tensor held when it was recorded
    /// is kept, whatever becomes of the array. How much memory they take at most is bounded by ``isFull``.
    struct UnmeasuredRecords {
        /// A record without what is measured.
        struct Entry {
            let run: String
            let kind: TraceRecord.Kind
            let path: String
            let source: String
            let name: String
            let call: Int
            let content: Content
        }

        /// What is recorded: a tensor by its index, or a number.
        enum Content {
            case tensor(Int)
            case number(Double)
        }

        private static let mostEntries = 1 << 13
        private static let mostBytes = 1 << 26

        private var entries: [Entry] = []
        private var tensors: [MLXArray] = []
        /// The index of an array's tensor: a value is often assigned, passed on and returned.
        private var known: [UnsafeRawPointer: Int] = [:]
        private var byteCount = 0

        /// Whether it is time to measure them.
        var isFull: Bool { entries.count >= Self.mostEntries || byteCount >= Self.mostBytes }

        /// Adds a record of a value.
        mutating func append(
            run: String, kind: TraceRecord.Kind, path: String, source: String, name: String,
            call: Int, value: TracedValue
        ) {
            let content: Content =
                switch value {
                case .array(let array): .tensor(index(of: array))
                case .number(let number): .number(number)
                }
            entries.append(
                Entry(
                    run: run, kind: kind, path: path, source: source, name: name, call: call,
                    content: content))
        }

        private mutating func index(of array: MLXArray) -> Int {
            // Nothing that is held here gives its place in memory to another.
            if let identity = array.valueIdentity {
                if let index = known[identity] { return index }
                known[identity] = tensors.count
            }
            byteCount += array.nbytes
            // A node of its own, which an update of the array does not reach.
            tensors.append(contiguous(array))
            return tensors.count - 1
        }

        /// Evaluates the tensors and hands on the records. An error of a tensor's evaluation is reported as that of an
        /// operation, and its record is that of no bytes.
        ///
        /// - Parameter finished: is given the bytes too, which are valid within the call; nil for a number.
        func measure(_ finished: (TraceRecord, MLXArray.MLXArrayData?) -> Void) {
            // Where one fails, each is evaluated alone below: those that do not depend on it are measured.
            eval(tensors)
            let measured = tensors.map { tensor in
                let data = tensor.asData(access: .noCopyIfContiguous)
                return (data, TensorSummary(data))
            }
            for entry in entries {
                switch entry.content {
                case .tensor(let index):
                    finished(TraceRecord(entry, measured[index].1), measured[index].0)
                case .number(let number): finished(TraceRecord(entry, TensorSummary(number)), nil)
                }
            }
        }
    }

    extension TraceRecord {
        fileprivate init(_ entry: UnmeasuredRecords.Entry, _ summary: TensorSummary) {
            self.init(
                run: entry.run, kind: entry.kind, path: entry.path, source: entry.source,
                name: entry.name, call: entry.call, summary: summary)
        }
    }
#endif
