import MLX
import MLXNN
import ModelPorted

/// `RunningSums`, own_cache.py:9.
public final class CaseRunningSums: BaseKVCache {
    var width: Int
    var total: MLXArray?
    var last: MLXArray?

    public init(_ width: Int) {
        self.width = width
        total = nil
        last = nil
        super.init()
        offset = 0
    }

    /// `RunningSums.state`, own_cache.py:17.
    public override var heldArrays: [MLXArray?] {
        get { [total, last] }
        set(value) { (total, last) = (value[0], value[1]) }
    }

    /// `RunningSums.push`, own_cache.py:24.
    public func push(_ x: MLXArray) -> MLXArray {
        let window = if let last { concatenated([last, x], axis: 1) } else { x }
        last = window[0..., (-width)...]
        offset += x.dim(1)
        return window
    }

    public override var pythonClassName: String { "RunningSums" }
}

/// `Mixer`, own_cache.py:32.
public final class CaseMixer: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Mixer.__call__`, own_cache.py:37.
    public func callAsFunction(_ x: MLXArray, cache: CaseRunningSums? = nil) -> MLXArray {
        var x = proj(x)
        guard let cache else { return x }
        let window = cache.push(x)
        let last: MLXArray?
        let total: MLXArray
        if let givenTotal = cache.total {
            (total, last) = (givenTotal, cache.last)
        } else {
            total = MLXArray.zeros([1, 1, 4])
            last = nil
        }
        x = x + total
        if let last { x = x * mean(last) }
        cache.total = sum(x, axis: 1, keepDims: true)
        eval([cache.total, cache.last].compactMap(\.self))
        return x + mean(window)
    }
}

/// `OwnCache`, own_cache.py:54.
public final class CaseOwnCache: Module {
    @ModuleInfo var mixer: CaseMixer

    public init(_ config: CaseConfiguration) {
        _mixer.wrappedValue = CaseMixer(config)
    }

    /// `OwnCache.make_cache`, own_cache.py:59.
    public func makeCache() -> [CaseRunningSums] { [CaseRunningSums(2)] }

    /// `OwnCache.__call__`, own_cache.py:62.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        var cache = cache
        if let cache {
            if cache[0]!.offset > 3 { x = x * 2 }
        } else {
            cache = [nil]
        }
        if let firstCache = cache![0] { (firstCache as! CaseRunningSums).width = 3 }
        return mixer(x, cache: cache![0] as! CaseRunningSums?)
    }
}
