#if MLX_SWIFT
    import MLX
    import MLXNN

    // mlx-swift's modules have no observer to tell of their calls.

    extension Module {
        /// Runs the body of a `callAsFunction`.
        public func observe<Output>(_ body: () throws -> Output) rethrows -> Output { try body() }

        /// Runs the body of a `callAsFunction`.
        public func observe<Output>(
            outputs: (Output) -> [MLXArray], _ body: () throws -> Output
        ) rethrows -> Output {
            try body()
        }
    }
#endif
