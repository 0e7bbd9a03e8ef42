import MLX
import MLXNN
import ModelPorted

/// `RingCache`, extended_cache.py:10.
public final class CaseRingCache: KVCacheSimple {
    let windowSize: Int
    var prefix: Int?
    var position: Int

    public init(_ windowSize: Int) {
        self.windowSize = windowSize
        prefix = nil
        position = 0
        super.init()
    }

    /// `RingCache.update_and_fetch`, extended_cache.py:17.
    public override func update(keys: MLXArray, values: MLXArray) -> (MLXArray, MLXArray) {
        var keys = keys
        var values = values
        let count = keys.dim(2)
        if prefix == nil {
            if count > 1 { return super.update(keys: keys, values: values) }
            prefix = offset
        }
        if self.keys == nil || offset < prefix! + windowSize {
            (keys, values) = super.update(keys: keys, values: values)
            return (keys, values)
        }
        for index in 0..<max(0, count) {
            let slot = prefix! + position
            self.keys![.ellipsis, slot..<slot + 1, 0...] = keys[.ellipsis, index..<index + 1, 0...]
            self.values![.ellipsis, slot..<slot + 1, 0...] =
                values[.ellipsis, index..<index + 1, 0...]
            position = (position + 1).floorRemainder(windowSize)
        }
        offset += count
        let end = prefix! + windowSize
        return (self.keys![.ellipsis, ..<end, 0...], self.values![.ellipsis, ..<end, 0...])
    }

    /// `RingCache.make_mask`, extended_cache.py:35.
    public override func makeMask(n: Int, windowSize: Int?, returnArray: Bool) -> AttentionMask {
        if prefix != nil, n == 1, !returnArray { return .none }
        return super.makeMask(n: n, windowSize: nil, returnArray: returnArray)
    }

    /// `RingCache.size`, extended_cache.py:41.
    public override var size: Int { min(offset, step) }

    public override var pythonClassName: String { "RingCache" }
}

/// `ExtendedCache`, extended_cache.py:45.
public final class CaseExtendedCache: Module {
    let window: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        window = config.numLayers
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ExtendedCache.make`, extended_cache.py:51.
    public func make(_ plain: Bool) -> [any KVCache] {
        if plain { return [KVCacheSimple()] }
        return [CaseRingCache(window)]
    }

    /// `ExtendedCache.__call__`, extended_cache.py:56.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let states = proj(x)[0..., .newAxis]
        var total = x
        for cache in make(true) + make(false) {
            var (keys, values) = cache.update(keys: states, values: states * 2)
            for i in 0..<4 {
                (keys, values) = cache.update(
                    keys: states[0..., 0..., ..<1] * i, values: states[0..., 0..., ..<1] + i)
            }
            if cache.makeMask(n: 1, windowSize: nil, returnArray: false).isNone {
                total = total + 1
            }
            total = total + sum(keys, axes: [1, 2])[0..., .newAxis] * cache.size
            total = total + sum(values, axes: [1, 2])[0..., .newAxis] * cache.offset
        }
        return total
    }
}
