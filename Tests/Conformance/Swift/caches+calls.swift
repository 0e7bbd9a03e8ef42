import MLX
import ModelPorted

/// The cases of `Cases/caches.py` by name.
func cachesCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "plain": return outcome(cachesPlain(x.array(0)))
    case "plain_parts": return outcome(cachesPlainParts(x.array(0)))
    case "plain_trimmed": return outcome(cachesPlainTrimmed(x.array(0), n: x.integer(1)))
    case "plain_state": return outcome(cachesPlainState(x.array(0)))
    case "plain_mask": return outcome(cachesPlainMask(x.array(0), n: x.integer(1)))
    case "plain_quantized": return outcome(cachesPlainQuantized(x.array(0)))
    case "rotating": return outcome(cachesRotating(x.array(0)))
    case "rotating_parts": return outcome(cachesRotatingParts(x.array(0)))
    case "rotating_mask": return outcome(cachesRotatingMask(x.array(0)))
    case "quantized": return outcome(cachesQuantized(x.array(0)))
    case "quantized_usual": return outcome(cachesQuantizedUsual(x.array(0)))
    case "chunked": return outcome(cachesChunked(x.array(0)))
    case "chunked_parts": return outcome(cachesChunkedParts(x.array(0)))
    case "arrays": return outcome(cachesArrays(x.integer(0)))
    case "arrays_final": return outcome(cachesArraysFinal(x.integer(0)))
    case "arrays_window": return outcome(cachesArraysWindow(x.array(0)))
    case "list_": return outcome(cachesList(x.array(0)))
    default: return nil
    }
}
