import MLX
import ModelPorted

/// The cases of `Cases/methods.py` by name.
func methodsCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "astype_bool": return outcome(methodsAstypeBool(x.array(0)))
    case "astype_uint8": return outcome(methodsAstypeUint8(x.array(0)))
    case "astype_uint16": return outcome(methodsAstypeUint16(x.array(0)))
    case "astype_uint32": return outcome(methodsAstypeUint32(x.array(0)))
    case "astype_uint64": return outcome(methodsAstypeUint64(x.array(0)))
    case "astype_int8": return outcome(methodsAstypeInt8(x.array(0)))
    case "astype_int16": return outcome(methodsAstypeInt16(x.array(0)))
    case "astype_int32": return outcome(methodsAstypeInt32(x.array(0)))
    case "astype_int64": return outcome(methodsAstypeInt64(x.array(0)))
    case "astype_float16": return outcome(methodsAstypeFloat16(x.array(0)))
    case "astype_bfloat16": return outcome(methodsAstypeBfloat16(x.array(0)))
    case "astype_float32": return outcome(methodsAstypeFloat32(x.array(0)))
    case "astype_float64": return outcome(methodsAstypeFloat64(x.array(0)))
    case "astype_complex64": return outcome(methodsAstypeComplex64(x.array(0)))
    case "item_int": return outcome(methodsItemInt(x.array(0)))
    case "item_float": return outcome(methodsItemFloat(x.array(0)))
    case "item_bool": return outcome(methodsItemBool(x.array(0)))
    case "shape": return outcome(methodsShape(x.array(0)))
    case "dimension": return outcome(methodsDimension(x.array(0)))
    case "ndim": return outcome(methodsNdim(x.array(0)))
    case "size": return outcome(methodsSize(x.array(0)))
    case "dtype": return outcome(methodsDtype(x.array(0)))
    case "transposed": return outcome(methodsTransposed(x.array(0)))
    case "nbytes": return outcome(methodsNbytes(x.array(0)))
    case "itemsize": return outcome(methodsItemsize(x.array(0)))
    case "at": return outcome(methodsAt(x.array(0)))
    case "startswith": return outcome(methodsStartswith(x.text(0), t: x.text(1)))
    case "endswith": return outcome(methodsEndswith(x.text(0), t: x.text(1)))
    case "replace": return outcome(methodsReplace(x.text(0)))
    case "replace_once": return outcome(methodsReplaceOnce(x.text(0)))
    case "split": return outcome(methodsSplit(x.text(0)))
    case "join": return outcome(methodsJoin(x.text(0)))
    case "lower": return outcome(methodsLower(x.text(0)))
    case "upper": return outcome(methodsUpper(x.text(0)))
    case "index": return outcome(try methodsIndex(x.integers(0)))
    default: return nil
    }
}
