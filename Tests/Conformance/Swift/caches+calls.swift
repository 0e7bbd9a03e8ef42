import MLX
import ModelPorted

/// The cases of `Cases/caches.py` by name.
func cachesCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "plain": return outcome(cachesCasesPlain(x.array(0)))
    case "plain_parts": return outcome(cachesCasesPlainParts(x.array(0)))
    case "plain_trimmed": return outcome(cachesCasesPlainTrimmed(x.array(0), n: x.integer(1)))
    case "plain_state": return outcome(cachesCasesPlainState(x.array(0)))
    case "plain_mask": return outcome(cachesCasesPlainMask(x.array(0), n: x.integer(1)))
    case "plain_quantized": return outcome(cachesCasesPlainQuantized(x.array(0)))
    case "rotating": return outcome(cachesCasesRotating(x.array(0)))
    case "rotating_parts": return outcome(cachesCasesRotatingParts(x.array(0)))
    case "rotating_mask": return outcome(cachesCasesRotatingMask(x.array(0)))
    case "quantized": return outcome(cachesCasesQuantized(x.array(0)))
    case "quantized_usual": return outcome(cachesCasesQuantizedUsual(x.array(0)))
    case "concatenated": return outcome(cachesCasesConcatenated(x.array(0)))
    case "chunked": return outcome(cachesCasesChunked(x.array(0)))
    case "chunked_parts": return outcome(cachesCasesChunkedParts(x.array(0)))
    case "arrays": return outcome(cachesCasesArrays(x.integer(0)))
    case "arrays_final": return outcome(cachesCasesArraysFinal(x.integer(0)))
    case "arrays_window": return outcome(cachesCasesArraysWindow(x.array(0)))
    case "list_": return outcome(cachesCasesList(x.array(0)))
    default: return nil
    }
}
