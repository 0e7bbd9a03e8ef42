import MLX
import ModelPorted

/// The cases of `Cases/methods.py` by name.
func methodsCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "astype_bool": return outcome(methodsCasesAstypeBool(x.array(0)))
    case "astype_uint8": return outcome(methodsCasesAstypeUint8(x.array(0)))
    case "astype_uint16": return outcome(methodsCasesAstypeUint16(x.array(0)))
    case "astype_uint32": return outcome(methodsCasesAstypeUint32(x.array(0)))
    case "astype_uint64": return outcome(methodsCasesAstypeUint64(x.array(0)))
    case "astype_int8": return outcome(methodsCasesAstypeInt8(x.array(0)))
    case "astype_int16": return outcome(methodsCasesAstypeInt16(x.array(0)))
    case "astype_int32": return outcome(methodsCasesAstypeInt32(x.array(0)))
    case "astype_int64": return outcome(methodsCasesAstypeInt64(x.array(0)))
    case "astype_float16": return outcome(methodsCasesAstypeFloat16(x.array(0)))
    case "astype_bfloat16": return outcome(methodsCasesAstypeBfloat16(x.array(0)))
    case "astype_float32": return outcome(methodsCasesAstypeFloat32(x.array(0)))
    case "astype_float64": return outcome(methodsCasesAstypeFloat64(x.array(0)))
    case "astype_complex64": return outcome(methodsCasesAstypeComplex64(x.array(0)))
    case "item_int": return outcome(methodsCasesItemInt(x.array(0)))
    case "item_float": return outcome(methodsCasesItemFloat(x.array(0)))
    case "item_bool": return outcome(methodsCasesItemBool(x.array(0)))
    case "shape": return outcome(methodsCasesShape(x.array(0)))
    case "dimension": return outcome(methodsCasesDimension(x.array(0)))
    case "ndim": return outcome(methodsCasesNdim(x.array(0)))
    case "size": return outcome(methodsCasesSize(x.array(0)))
    case "dtype": return outcome(methodsCasesDtype(x.array(0)))
    case "transposed": return outcome(methodsCasesTransposed(x.array(0)))
    case "nbytes": return outcome(methodsCasesNbytes(x.array(0)))
    case "itemsize": return outcome(methodsCasesItemsize(x.array(0)))
    case "at": return outcome(methodsCasesAt(x.array(0)))
    case "startswith": return outcome(methodsCasesStartswith(x.text(0), t: x.text(1)))
    case "endswith": return outcome(methodsCasesEndswith(x.text(0), t: x.text(1)))
    case "replace": return outcome(methodsCasesReplace(x.text(0)))
    case "replace_once": return outcome(methodsCasesReplaceOnce(x.text(0)))
    case "split": return outcome(methodsCasesSplit(x.text(0)))
    case "join": return outcome(methodsCasesJoin(x.text(0)))
    case "lower": return outcome(methodsCasesLower(x.text(0)))
    case "upper": return outcome(methodsCasesUpper(x.text(0)))
    case "index": return outcome(try methodsCasesIndex(x.integers(0)))
    case "removeprefix": return outcome(methodsCasesRemoveprefix(x.text(0), t: x.text(1)))
    case "removesuffix": return outcome(methodsCasesRemovesuffix(x.text(0), t: x.text(1)))
    case "index_of_text": return outcome(try methodsCasesIndexOfText(x.text(0)))
    default: return nil
    }
}
