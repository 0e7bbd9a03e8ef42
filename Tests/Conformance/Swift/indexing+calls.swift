import MLX
import ModelPorted

/// The cases of `Cases/indexing.py` by name.
func indexingCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "take": return outcome(indexingTake(x.array(0), i: x.array(1)))
    case "take_axis": return outcome(indexingTakeAxis(x.array(0), i: x.array(1)))
    case "take_first_axis": return outcome(indexingTakeFirstAxis(x.array(0), i: x.array(1)))
    case "take_integer": return outcome(indexingTakeInteger(x.array(0)))
    case "take_integer_flat": return outcome(indexingTakeIntegerFlat(x.array(0)))
    case "take_along_axis": return outcome(indexingTakeAlongAxis(x.array(0), along: x.array(1)))
    case "take_along_last": return outcome(indexingTakeAlongLast(x.array(0), along: x.array(1)))
    case "take_along_first": return outcome(indexingTakeAlongFirst(x.array(0), along: x.array(1)))
    case "take_along_flat": return outcome(indexingTakeAlongFlat(x.array(0), along: x.array(1)))
    case "put_along_axis":
        return outcome(indexingPutAlongAxis(x.array(0), along: x.array(1), b: x.array(2)))
    case "put_along_first":
        return outcome(indexingPutAlongFirst(x.array(0), along: x.array(1), b: x.array(2)))
    case "put_along_flat":
        return outcome(indexingPutAlongFlat(x.array(0), along: x.array(1), b: x.array(2)))
    case "slice_update": return outcome(indexingSliceUpdate(x.array(0), row: x.array(1)))
    case "slice_update_corner": return outcome(indexingSliceUpdateCorner(x.array(0)))
    case "element": return outcome(indexingElement(x.array(0)))
    case "element_from_end": return outcome(indexingElementFromEnd(x.array(0)))
    case "elements": return outcome(indexingElements(x.array(0)))
    case "slice_from": return outcome(indexingSliceFrom(x.array(0)))
    case "slice_to": return outcome(indexingSliceTo(x.array(0)))
    case "slice_last": return outcome(indexingSliceLast(x.array(0)))
    case "slice_between": return outcome(indexingSliceBetween(x.array(0)))
    case "slice_inner": return outcome(indexingSliceInner(x.array(0)))
    case "slice_before_start": return outcome(indexingSliceBeforeStart(x.array(0)))
    case "slice_from_end": return outcome(indexingSliceFromEnd(x.array(0)))
    case "slice_step": return outcome(indexingSliceStep(x.array(0)))
    case "slice_back": return outcome(indexingSliceBack(x.array(0)))
    case "slice_back_from": return outcome(indexingSliceBackFrom(x.array(0)))
    case "slice_variable": return outcome(indexingSliceVariable(x.array(0), n: x.integer(1)))
    case "slice_variables":
        return outcome(indexingSliceVariables(x.array(0), n: x.integer(1), k: x.integer(2)))
    case "slice_to_variable": return outcome(indexingSliceToVariable(x.array(0), n: x.integer(1)))
    case "slice_from_variable":
        return outcome(indexingSliceFromVariable(x.array(0), n: x.integer(1)))
    case "slice_axes": return outcome(indexingSliceAxes(x.array(0)))
    case "ellipsis": return outcome(indexingEllipsis(x.array(0)))
    case "ellipsis_slice": return outcome(indexingEllipsisSlice(x.array(0)))
    case "ellipsis_between": return outcome(indexingEllipsisBetween(x.array(0)))
    case "new_axis": return outcome(indexingNewAxis(x.array(0)))
    case "new_axis_last": return outcome(indexingNewAxisLast(x.array(0)))
    case "new_axis_between": return outcome(indexingNewAxisBetween(x.array(0)))
    case "gather": return outcome(indexingGather(x.array(0), i: x.array(1)))
    case "gather_last": return outcome(indexingGatherLast(x.array(0), i: x.array(1)))
    case "gather_after_slice": return outcome(indexingGatherAfterSlice(x.array(0), i: x.array(1)))
    case "gather_two": return outcome(indexingGatherTwo(x.array(0), i: x.array(1)))
    case "gather_around": return outcome(indexingGatherAround(x.array(0), i: x.array(1)))
    case "gather_with_integer": return outcome(indexingGatherWithInteger(x.array(0), i: x.array(1)))
    case "gather_with_new_axis":
        return outcome(indexingGatherWithNewAxis(x.array(0), i: x.array(1)))
    case "at_add": return outcome(indexingAtAdd(x.array(0), i: x.array(1)))
    case "at_add_number": return outcome(indexingAtAddNumber(x.array(0), i: x.array(1)))
    case "at_subtract": return outcome(indexingAtSubtract(x.array(0), i: x.array(1)))
    case "at_multiply": return outcome(indexingAtMultiply(x.array(0)))
    case "at_divide": return outcome(indexingAtDivide(x.array(0), i: x.array(1)))
    case "at_maximum": return outcome(indexingAtMaximum(x.array(0), i: x.array(1)))
    case "at_minimum": return outcome(indexingAtMinimum(x.array(0)))
    case "assigned": return outcome(indexingAssigned(x.array(0)))
    case "assigned_slice": return outcome(indexingAssignedSlice(x.array(0)))
    case "assigned_rows": return outcome(indexingAssignedRows(x.array(0), b: x.array(1)))
    case "assigned_places": return outcome(indexingAssignedPlaces(x.array(0), i: x.array(1)))
    case "assigned_mask": return outcome(indexingAssignedMask(x.array(0)))
    case "updated_slice": return outcome(indexingUpdatedSlice(x.array(0)))
    default: return nil
    }
}
