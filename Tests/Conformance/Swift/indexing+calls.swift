import MLX
import ModelPorted

/// The cases of `Cases/indexing.py` by name.
func indexingCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "take": return outcome(indexingCasesTake(x.array(0), i: x.array(1)))
    case "take_axis": return outcome(indexingCasesTakeAxis(x.array(0), i: x.array(1)))
    case "take_first_axis": return outcome(indexingCasesTakeFirstAxis(x.array(0), i: x.array(1)))
    case "take_integer": return outcome(indexingCasesTakeInteger(x.array(0)))
    case "take_integer_flat": return outcome(indexingCasesTakeIntegerFlat(x.array(0)))
    case "take_along_axis":
        return outcome(indexingCasesTakeAlongAxis(x.array(0), along: x.array(1)))
    case "take_along_last":
        return outcome(indexingCasesTakeAlongLast(x.array(0), along: x.array(1)))
    case "take_along_first":
        return outcome(indexingCasesTakeAlongFirst(x.array(0), along: x.array(1)))
    case "take_along_flat":
        return outcome(indexingCasesTakeAlongFlat(x.array(0), along: x.array(1)))
    case "put_along_axis":
        return outcome(indexingCasesPutAlongAxis(x.array(0), along: x.array(1), b: x.array(2)))
    case "put_along_first":
        return outcome(indexingCasesPutAlongFirst(x.array(0), along: x.array(1), b: x.array(2)))
    case "put_along_flat":
        return outcome(indexingCasesPutAlongFlat(x.array(0), along: x.array(1), b: x.array(2)))
    case "slice_update": return outcome(indexingCasesSliceUpdate(x.array(0), row: x.array(1)))
    case "slice_update_corner": return outcome(indexingCasesSliceUpdateCorner(x.array(0)))
    case "element": return outcome(indexingCasesElement(x.array(0)))
    case "element_from_end": return outcome(indexingCasesElementFromEnd(x.array(0)))
    case "elements": return outcome(indexingCasesElements(x.array(0)))
    case "slice_from": return outcome(indexingCasesSliceFrom(x.array(0)))
    case "slice_to": return outcome(indexingCasesSliceTo(x.array(0)))
    case "slice_last": return outcome(indexingCasesSliceLast(x.array(0)))
    case "slice_between": return outcome(indexingCasesSliceBetween(x.array(0)))
    case "slice_inner": return outcome(indexingCasesSliceInner(x.array(0)))
    case "slice_before_start": return outcome(indexingCasesSliceBeforeStart(x.array(0)))
    case "slice_from_end": return outcome(indexingCasesSliceFromEnd(x.array(0)))
    case "slice_step": return outcome(indexingCasesSliceStep(x.array(0)))
    case "slice_back": return outcome(indexingCasesSliceBack(x.array(0)))
    case "slice_back_from": return outcome(indexingCasesSliceBackFrom(x.array(0)))
    case "slice_variable": return outcome(indexingCasesSliceVariable(x.array(0), n: x.integer(1)))
    case "slice_variables":
        return outcome(indexingCasesSliceVariables(x.array(0), n: x.integer(1), k: x.integer(2)))
    case "slice_to_variable":
        return outcome(indexingCasesSliceToVariable(x.array(0), n: x.integer(1)))
    case "slice_from_variable":
        return outcome(indexingCasesSliceFromVariable(x.array(0), n: x.integer(1)))
    case "slice_axes": return outcome(indexingCasesSliceAxes(x.array(0)))
    case "ellipsis": return outcome(indexingCasesEllipsis(x.array(0)))
    case "ellipsis_slice": return outcome(indexingCasesEllipsisSlice(x.array(0)))
    case "ellipsis_between": return outcome(indexingCasesEllipsisBetween(x.array(0)))
    case "new_axis": return outcome(indexingCasesNewAxis(x.array(0)))
    case "new_axis_last": return outcome(indexingCasesNewAxisLast(x.array(0)))
    case "new_axis_between": return outcome(indexingCasesNewAxisBetween(x.array(0)))
    case "gather": return outcome(indexingCasesGather(x.array(0), i: x.array(1)))
    case "gather_last": return outcome(indexingCasesGatherLast(x.array(0), i: x.array(1)))
    case "gather_after_slice":
        return outcome(indexingCasesGatherAfterSlice(x.array(0), i: x.array(1)))
    case "gather_two": return outcome(indexingCasesGatherTwo(x.array(0), i: x.array(1)))
    case "gather_around": return outcome(indexingCasesGatherAround(x.array(0), i: x.array(1)))
    case "gather_with_integer":
        return outcome(indexingCasesGatherWithInteger(x.array(0), i: x.array(1)))
    case "gather_with_new_axis":
        return outcome(indexingCasesGatherWithNewAxis(x.array(0), i: x.array(1)))
    case "at_add": return outcome(indexingCasesAtAdd(x.array(0), i: x.array(1)))
    case "at_add_number": return outcome(indexingCasesAtAddNumber(x.array(0), i: x.array(1)))
    case "at_subtract": return outcome(indexingCasesAtSubtract(x.array(0), i: x.array(1)))
    case "at_multiply": return outcome(indexingCasesAtMultiply(x.array(0)))
    case "at_divide": return outcome(indexingCasesAtDivide(x.array(0), i: x.array(1)))
    case "at_maximum": return outcome(indexingCasesAtMaximum(x.array(0), i: x.array(1)))
    case "at_minimum": return outcome(indexingCasesAtMinimum(x.array(0)))
    case "assigned": return outcome(indexingCasesAssigned(x.array(0)))
    case "assigned_slice": return outcome(indexingCasesAssignedSlice(x.array(0)))
    case "assigned_rows": return outcome(indexingCasesAssignedRows(x.array(0), b: x.array(1)))
    case "assigned_places": return outcome(indexingCasesAssignedPlaces(x.array(0), i: x.array(1)))
    case "assigned_mask": return outcome(indexingCasesAssignedMask(x.array(0)))
    case "updated_slice": return outcome(indexingCasesUpdatedSlice(x.array(0)))
    default: return nil
    }
}
