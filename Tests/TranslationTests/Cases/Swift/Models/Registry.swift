import ModelRuntime

/// The model types that the generated families of mlxLM serve.
public enum CaseRegistry {
    public static let types: [ModelType] = [
        ModelType("absence_by_name", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAbsenceByNameModel($0)
        },
        ModelType("absent_caches", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAbsentCachesModel($0)
        },
        ModelType("absent_parameter", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAbsentParameterModel($0)
        },
        ModelType("absent_states", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAbsentStatesModel($0)
        },
        ModelType("absent_tuples", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAbsentTuplesModel($0)
        },
        ModelType("alias_update", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAliasUpdateModel($0)
        },
        ModelType("always_none", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAlwaysNoneModel($0)
        },
        ModelType("and_after_text", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAndAfterTextModel($0)
        },
        ModelType("annotated_number", .mlxLM, configuration: CaseAnnotatedConfiguration.self) {
            try CaseAnnotatedNumberModel($0)
        },
        ModelType("any_all", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseAnyAllModel($0)
        },
        ModelType("appended_attribute", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAppendedAttributeModel($0)
        },
        ModelType("array_arithmetic", .mlxLM, configuration: CaseConfiguration.self) {
            CaseArrayArithmeticModel($0)
        },
        ModelType("array_condition", .mlxLM, configuration: CaseConfiguration.self) {
            CaseArrayConditionModel($0)
        },
        ModelType("array_floor_division", .mlxLM, configuration: CaseConfiguration.self) {
            CaseArrayFloorDivisionModel($0)
        },
        ModelType("array_slices", .mlxLM, configuration: CaseConfiguration.self) {
            CaseArraySlicesModel($0)
        },
        ModelType("array_update", .mlxLM, configuration: CaseConfiguration.self) {
            CaseArrayUpdateModel($0)
        },
        ModelType("assertions", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseAssertionsModel($0)
        },
        ModelType("assigned_loop_variable", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAssignedLoopVariableModel($0)
        },
        ModelType("assigned_weight", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAssignedWeightModel($0)
        },
        ModelType("attribute_list", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAttributeListModel($0)
        },
        ModelType("attribute_of_method", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAttributeOfMethodModel($0)
        },
        ModelType("attributes_set_in_loops", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseAttributesSetInLoopsModel($0)
        },
        ModelType("augmented_assignment", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAugmentedAssignmentModel($0)
        },
        ModelType("augmented_float", .mlxLM, configuration: CaseConfiguration.self) {
            CaseAugmentedFloatModel($0)
        },
        ModelType("bare_logits", .mlxLM, configuration: CaseConfiguration.self) {
            CaseBareLogitsModel($0)
        },
        ModelType("boolean_precedence", .mlxLM, configuration: CaseConfiguration.self) {
            CaseBooleanPrecedenceModel($0)
        },
        ModelType("boolean_value", .mlxLM, configuration: CaseConfiguration.self) {
            CaseBooleanValueModel($0)
        },
        ModelType("bound_on_the_way", .mlxLM, configuration: CaseConfiguration.self) {
            CaseBoundOnTheWayModel($0)
        },
        ModelType("branch_layers", .mlxLM, configuration: CaseConfiguration.self) {
            CaseBranchLayersModel($0)
        },
        ModelType("branch_modules", .mlxLM, configuration: CaseConfiguration.self) {
            CaseBranchModulesModel($0)
        },
        ModelType("cache_and_mask", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCacheAndMaskModel($0)
        },
        ModelType("cache_by_attribute", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCacheByAttributeModel($0)
        },
        ModelType("cache_classes", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCacheClassesModel($0)
        },
        ModelType("cache_taken_apart", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCacheTakenApartModel($0)
        },
        ModelType("carried_value", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCarriedValueModel($0)
        },
        ModelType("chained_assignment", .mlxLM, configuration: CaseConfiguration.self) {
            CaseChainedAssignmentModel($0)
        },
        ModelType("chained_comprehension", .mlxLM, configuration: CaseConfiguration.self) {
            CaseChainedComprehensionModel($0)
        },
        ModelType("class_by_branch", .mlxLM, configuration: CaseConfiguration.self) {
            CaseClassByBranchModel($0)
        },
        ModelType("class_values", .mlxLM, configuration: CaseConfiguration.self) {
            CaseClassValuesModel($0)
        },
        ModelType("comparisons", .mlxLM, configuration: CaseConfiguration.self) {
            CaseComparisonsModel($0)
        },
        ModelType("compiled_function", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCompiledFunctionModel($0)
        },
        ModelType("completed_by_method", .mlxLM, configuration: CaseConfiguration.self) {
            CaseCompletedByMethodModel($0)
        },
        ModelType("conditional_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseConditionalArrayModel($0)
        },
        ModelType("conditional_comprehension", .mlxLM, configuration: CaseConfiguration.self) {
            CaseConditionalComprehensionModel($0)
        },
        ModelType("conditional_expression", .mlxLM, configuration: CaseConfiguration.self) {
            CaseConditionalExpressionModel($0)
        },
        ModelType("conditional_update", .mlxLM, configuration: CaseConfiguration.self) {
            CaseConditionalUpdateModel($0)
        },
        ModelType("configuration", .mlxLM, configuration: CaseConfiguration.self) {
            CaseProjectionModel($0)
        },
        ModelType("configuration_entries", .mlxLM, configuration: CaseEntriesConfiguration.self) {
            CaseConfigurationEntriesModel($0)
        },
        ModelType(
            "configuration_entries_copied", .mlxLM, configuration: CaseCopiedConfiguration.self
        ) { try CaseConfigurationEntriesCopiedModel($0) },
        ModelType("configuration_method", .mlxLM, configuration: CaseLayersConfiguration.self) {
            try CaseConfigurationMethodModel($0)
        },
        ModelType("configuration_of_parts", .mlxLM, configuration: CaseWidePartsConfiguration.self)
        { CaseConfigurationOfPartsModel($0) },
        ModelType("configuration_or_dict", .mlxLM, configuration: CaseEitherConfiguration.self) {
            CaseConfigurationOrDictModel($0)
        },
        ModelType("constant_condition", .mlxLM, configuration: CaseConfiguration.self) {
            CaseConstantConditionModel($0)
        },
        ModelType("constants_of_functions", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseConstantsOfFunctionsModel($0)
        },
        ModelType("converted_elements", .mlxLM, configuration: CaseConfiguration.self) {
            CaseConvertedElementsModel($0)
        },
        ModelType("counted_flags", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseCountedFlagsModel($0)
        },
        ModelType("decided_tests", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDecidedTestsModel($0)
        },
        ModelType("decoded_part", .mlxLM, configuration: CasePartConfiguration.self) {
            try CaseDecodedPartModel($0)
        },
        ModelType("default_or", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDefaultOrModel($0)
        },
        ModelType("default_parameter", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDefaultParameterModel($0)
        },
        ModelType("delete_entry", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDeleteEntryModel($0)
        },
        ModelType("delete_statement", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDeleteStatementModel($0)
        },
        ModelType("dictionary_comprehension", .mlxLM, configuration: CaseOptionsConfiguration.self)
        { try CaseDictionaryComprehensionModel($0) },
        ModelType("dictionary_display", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDictionaryDisplayModel($0)
        },
        ModelType("dictionary_in_order", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDictionaryInOrderModel($0)
        },
        ModelType(
            "dictionary_of_counted_keys", .mlxLM, configuration: CaseCountedKeysConfiguration.self
        ) { CaseCountedKeysModel($0) },
        ModelType("dictionary_order", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDictionaryOrderModel($0)
        },
        ModelType("dtype_conversion", .mlxLM, configuration: CaseConfiguration.self) {
            CaseDtypeConversionModel($0)
        },
        ModelType("early_out_of_loop", .mlxLM, configuration: CaseConfiguration.self) {
            CaseEarlyOutOfLoopModel($0)
        },
        ModelType("early_return", .mlxLM, configuration: CaseConfiguration.self) {
            CaseEarlyReturnModel($0)
        },
        ModelType("entry_of_some", .mlxLM, configuration: CaseSomeConfiguration.self) {
            try CaseEntryOfSomeModel($0)
        },
        ModelType("extended_default", .mlxLM, configuration: CaseExtendedConfiguration.self) {
            CaseExtendedDefaultModel($0)
        },
        ModelType("extended_initializer", .mlxLM, configuration: CaseConfiguration.self) {
            CaseExtendedInitializerModel($0)
        },
        ModelType("extended_layer", .mlxLM, configuration: CaseConfiguration.self) {
            CaseExtendedLayerModel($0)
        },
        ModelType("field_compared_with_string", .mlxLM, configuration: CaseRankConfiguration.self) {
            try CaseFieldComparedWithStringModel($0)
        },
        ModelType("field_of_two_names", .mlxLM, configuration: CaseKindsConfiguration.self) {
            try CaseFieldOfTwoNamesModel($0)
        },
        ModelType("fields_with_factories", .mlxLM, configuration: CaseFieldConfiguration.self) {
            try CaseFieldsWithFactoriesModel($0)
        },
        ModelType("filled_in_order", .mlxLM, configuration: CaseFilledInOrderConfiguration.self) {
            try CaseFilledInOrderModel($0)
        },
        ModelType("filled_parameter", .mlxLM, configuration: CaseConfiguration.self) {
            CaseFilledParameterModel($0)
        },
        ModelType("float_arithmetic", .mlxLM, configuration: CaseConfiguration.self) {
            CaseFloatArithmeticModel($0)
        },
        ModelType("floor_update", .mlxLM, configuration: CaseConfiguration.self) {
            CaseFloorUpdateModel($0)
        },
        ModelType("for_range", .mlxLM, configuration: CaseConfiguration.self) {
            CaseForRangeModel($0)
        },
        ModelType("formatted_conversion", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseFormattedConversionModel($0)
        },
        ModelType("formatted_string", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseFormattedStringModel($0)
        },
        ModelType("gated_activation", .mlxLM, configuration: CaseConfiguration.self) {
            CaseGatedActivationModel($0)
        },
        ModelType("gathered_options", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseGatheredOptionsModel($0)
        },
        ModelType("getattr_config", .mlxLM, configuration: CaseConfiguration.self) {
            CaseGetattrConfigModel($0)
        },
        ModelType("growing_tuple", .mlxLM, configuration: CaseConfiguration.self) {
            CaseGrowingTupleModel($0)
        },
        ModelType("guards", .mlxLM, configuration: CaseConfiguration.self) { CaseGuardsModel($0) },
        ModelType("hoisted_declaration", .mlxLM, configuration: CaseConfiguration.self) {
            CaseHoistedDeclarationModel($0)
        },
        ModelType("host_arrays", .mlxLM, configuration: CaseConfiguration.self) {
            CaseHostArraysModel($0)
        },
        ModelType("host_numbers", .mlxLM, configuration: CaseHostNumbersConfiguration.self) {
            CaseHostNumbersModel($0)
        },
        ModelType("identity_of_truth", .mlxLM, configuration: CaseGateConfiguration.self) {
            try CaseIdentityOfTruthModel($0)
        },
        ModelType("if_elif_else", .mlxLM, configuration: CaseConfiguration.self) {
            CaseIfElifElseModel($0)
        },
        ModelType("if_else_assignment", .mlxLM, configuration: CaseConfiguration.self) {
            CaseIfElseAssignmentModel($0)
        },
        ModelType("inherited_class", .mlxLM, configuration: CaseConfiguration.self) {
            CaseWrapperModel($0)
        },
        ModelType("inherited_methods", .mlxLM, configuration: CaseConfiguration.self) {
            CaseInheritedMethodsModel($0)
        },
        ModelType("initializer_by_name", .mlxLM, configuration: CaseConfiguration.self) {
            CaseInitializerByNameModel($0)
        },
        ModelType("inner_list_slice", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseInnerListSliceModel($0)
        },
        ModelType("integer_arithmetic", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseIntegerArithmeticModel($0)
        },
        ModelType("integer_list", .mlxLM, configuration: CaseConfiguration.self) {
            CaseIntegerListModel($0)
        },
        ModelType("integer_power", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseIntegerPowerModel($0)
        },
        ModelType("isinstance_bool", .mlxLM, configuration: CaseConfiguration.self) {
            CaseIsinstanceBoolModel($0)
        },
        ModelType("isinstance_list", .mlxLM, configuration: CaseConfiguration.self) {
            CaseIsinstanceListModel($0)
        },
        ModelType("json_entries", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseJsonEntriesModel($0)
        },
        ModelType("json_in_forward", .mlxLM, configuration: CaseScalesConfiguration.self) {
            CaseJsonInForwardModel($0)
        },
        ModelType("json_membership", .mlxLM, configuration: CaseJsonMembershipConfiguration.self) {
            try CaseJsonMembershipModel($0)
        },
        ModelType("json_numbers", .mlxLM, configuration: CaseSizesConfiguration.self) {
            try CaseJsonNumbersModel($0)
        },
        ModelType("json_order", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseJsonOrderModel($0)
        },
        ModelType("json_renaming", .mlxLM, configuration: CaseRenamingConfiguration.self) {
            CaseJsonRenamingModel($0)
        },
        ModelType("keyword_arguments", .mlxLM, configuration: CaseConfiguration.self) {
            CaseKeywordArgumentsModel($0)
        },
        ModelType("keyword_default", .mlxLM, configuration: CaseConfiguration.self) {
            CaseKeywordDefaultModel($0)
        },
        ModelType("keyword_rest", .mlxLM, configuration: CaseConfiguration.self) {
            CaseKeywordRestModel($0)
        },
        ModelType("layer_lists_by_class", .mlxLM, configuration: CaseConfiguration.self) {
            CaseLayerListsByClassModel($0)
        },
        ModelType("leading_binding", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseLeadingBindingModel($0)
        },
        ModelType("list_building", .mlxLM, configuration: CaseConfiguration.self) {
            CaseListBuildingModel($0)
        },
        ModelType("list_comprehension", .mlxLM, configuration: CaseConfiguration.self) {
            CaseListComprehensionModel($0)
        },
        ModelType("list_of_layers", .mlxLM, configuration: CaseLayerKindsConfiguration.self) {
            try CaseListOfLayersModel($0)
        },
        ModelType("list_or_number", .mlxLM, configuration: CaseBasesConfiguration.self) {
            try CaseListOrNumberModel($0)
        },
        ModelType("list_slices", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseListSlicesModel($0)
        },
        ModelType("list_unpacking", .mlxLM, configuration: CaseConfiguration.self) {
            CaseListUnpackingModel($0)
        },
        ModelType("listed_indices", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseListedIndicesModel($0)
        },
        ModelType("local_function_renames", .mlxLM, configuration: CaseConfiguration.self) {
            CaseLocalFunctionRenamesModel($0)
        },
        ModelType("map_call", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMapCallModel($0)
        },
        ModelType("mask_as_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMaskAsArrayModel($0)
        },
        ModelType("mask_by_index", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMaskByIndexModel($0)
        },
        ModelType("mask_by_window", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMaskByWindowModel($0)
        },
        ModelType("mask_made_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMaskMadeArrayModel($0)
        },
        ModelType("mask_types", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMaskTypesModel($0)
        },
        ModelType("match_statement", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMatchStatementModel($0)
        },
        ModelType("members_of_absent", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMembersOfAbsentModel($0)
        },
        ModelType("membership", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMembershipModel($0)
        },
        ModelType("metal_guard", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMetalGuardModel($0)
        },
        ModelType("method_by_class", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMethodByClassModel($0)
        },
        ModelType("method_call", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMethodCallModel($0)
        },
        ModelType("min_max_abs", .mlxLM, configuration: CaseConfiguration.self) {
            CaseMinMaxAbsModel($0)
        },
        ModelType("mixed_dictionary", .mlxLM, configuration: CaseMixedConfiguration.self) {
            CaseMixedDictionaryModel($0)
        },
        ModelType("module_constants", .mlxLM, configuration: CaseConfiguration.self) {
            CaseModuleConstantsModel($0)
        },
        ModelType("module_function", .mlxLM, configuration: CaseConfiguration.self) {
            CaseModuleFunctionModel($0)
        },
        ModelType("module_list", .mlxLM, configuration: CaseConfiguration.self) {
            CaseModuleListModel($0)
        },
        ModelType("named_attributes", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNamedAttributesModel($0)
        },
        ModelType("named_truth", .mlxLM, configuration: CaseTruthConfiguration.self) {
            CaseNamedTruthModel($0)
        },
        ModelType("names_in_decided_branch", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNamesInDecidedBranchModel($0)
        },
        ModelType("names_used_twice", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNamesUsedTwiceModel($0)
        },
        ModelType("negative_index", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNegativeIndexModel($0)
        },
        ModelType("nested_comprehension", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseNestedComprehensionModel($0)
        },
        ModelType("nested_config", .mlxLM, configuration: CaseNestedConfiguration.self) {
            CaseNestedModel($0)
        },
        ModelType("nested_function", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNestedFunctionModel($0)
        },
        ModelType("nested_if", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNestedIfModel($0)
        },
        ModelType("nested_targets", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNestedTargetsModel($0)
        },
        ModelType("nested_tuple_loop", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNestedTupleLoopModel($0)
        },
        ModelType("number_beside_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNumberBesideArrayModel($0)
        },
        ModelType("number_or_array", .mlxLM, configuration: CaseNumberOrArrayConfiguration.self) {
            CaseNumberOrArrayModel($0)
        },
        ModelType(
            "number_or_list_by_test", .mlxLM, configuration: CaseSizeOrSizesConfiguration.self
        ) { try CaseNumberOrListByTestModel($0) },
        ModelType("number_then_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseNumberThenArrayModel($0)
        },
        ModelType("offset_or_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseOffsetOrArrayModel($0)
        },
        ModelType("one_element_tuple", .mlxLM, configuration: CaseConfiguration.self) {
            CaseOneElementTupleModel($0)
        },
        ModelType("one_process", .mlxLM, configuration: CaseConfiguration.self) {
            CaseOneProcessModel($0)
        },
        ModelType("optional_attribute", .mlxLM, configuration: CaseConfiguration.self) {
            CaseOptionalAttributeModel($0)
        },
        ModelType("optional_integer_times_float", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseOptionalIntegerTimesFloatModel($0)
        },
        ModelType("optional_module", .mlxLM, configuration: CaseConfiguration.self) {
            CaseOptionalModuleModel($0)
        },
        ModelType("optional_unwrapping", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseOptionalUnwrappingModel($0)
        },
        ModelType("padding_of_any_length", .mlxLM, configuration: CaseConfiguration.self) {
            CasePaddingOfAnyLengthModel($0)
        },
        ModelType("parameter_array", .mlxLM, configuration: CaseConfiguration.self) {
            CaseParameterArrayModel($0)
        },
        ModelType("parts_by_name", .mlxLM, configuration: CaseConfiguration.self) {
            CasePartsByNameModel($0)
        },
        ModelType("parts_of_configuration", .mlxLM, configuration: CasePartsConfiguration.self) {
            CasePartsModel($0)
        },
        ModelType("passed_tuple", .mlxLM, configuration: CaseConfiguration.self) {
            CasePassedTupleModel($0)
        },
        ModelType("pattern_prefix", .mlxLM, configuration: CaseConfiguration.self) {
            CasePatternPrefixModel($0)
        },
        ModelType("post_init", .mlxLM, configuration: CaseLayerTypesConfiguration.self) {
            CasePostInitModel($0)
        },
        ModelType("presence_apart", .mlxLM, configuration: CaseConfiguration.self) {
            CasePresenceApartModel($0)
        },
        ModelType("presence_by_test", .mlxLM, configuration: CaseConfiguration.self) {
            try CasePresenceByTestModel($0)
        },
        ModelType("print_call", .mlxLM, configuration: CaseConfiguration.self) {
            CasePrintCallModel($0)
        },
        ModelType("property", .mlxLM, configuration: CaseConfiguration.self) {
            CasePropertyModel($0)
        },
        ModelType("quantization_rule", .mlxLM, configuration: CaseRuleConfiguration.self) {
            CaseQuantizationRuleModel($0)
        },
        ModelType("quantization_rule_by_module", .mlxLM, configuration: CaseConfiguration.self) {
            CaseRuleByModuleModel($0)
        },
        ModelType("quantization_rule_of_another", .mlxLM, configuration: CaseConfiguration.self) {
            CaseRuleOfAnotherModel($0)
        },
        ModelType("quantized_weights", .mlxLM, configuration: CaseConfiguration.self) {
            CaseQuantizedWeightsModel($0)
        },
        ModelType("quoted_text", .mlxLM, configuration: CaseConfiguration.self) {
            CaseQuotedTextModel($0)
        },
        ModelType("raises_in_forward", .mlxLM, configuration: CaseConfiguration.self) {
            CaseRaisesInForwardModel($0)
        },
        ModelType("removed_module", .mlxLM, configuration: CaseConfiguration.self) {
            CaseRemovedModuleModel($0)
        },
        ModelType("repeated_list", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseRepeatedListModel($0)
        },
        ModelType("replaced_layer", .mlxLM, configuration: CaseConfiguration.self) {
            CaseReplacedLayerModel($0)
        },
        ModelType("retyped_in_branches", .mlxLM, configuration: CaseConfiguration.self) {
            CaseRetypedInBranchesModel($0)
        },
        ModelType("retyped_local", .mlxLM, configuration: CaseConfiguration.self) {
            CaseRetypedLocalModel($0)
        },
        ModelType("sanitize_filter", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSanitizeFilterModel($0)
        },
        ModelType("sanitize_loop", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSanitizeLoopModel($0)
        },
        ModelType("sanitize_pop", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSanitizePopModel($0)
        },
        ModelType("sanitize_rename", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSanitizeRenameModel($0)
        },
        ModelType("scalar_update", .mlxLM, configuration: CaseConfiguration.self) {
            CaseScalarUpdateModel($0)
        },
        ModelType("scaling_or_dictionary", .mlxLM, configuration: CaseScalingConfiguration.self) {
            try CaseScalingOrDictionaryModel($0)
        },
        ModelType("search_loop", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseSearchLoopModel($0)
        },
        ModelType("set_display", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSetDisplayModel($0)
        },
        ModelType("set_in_both", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSetInBothModel($0)
        },
        ModelType("sets", .mlxLM, configuration: CaseConfiguration.self) { try CaseSetsModel($0) },
        ModelType("settled_by_argument", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSettledByArgumentModel($0)
        },
        ModelType("shadowed_method", .mlxLM, configuration: CaseConfiguration.self) {
            CaseShadowedMethodModel($0)
        },
        ModelType("shape_prefix", .mlxLM, configuration: CaseConfiguration.self) {
            CaseShapePrefixModel($0)
        },
        ModelType("shape_twice", .mlxLM, configuration: CaseConfiguration.self) {
            CaseShapeTwiceModel($0)
        },
        ModelType("shared_configurations", .mlxLM, configuration: CaseSharedConfiguration.self) {
            CaseSharedConfigurationsModel($0)
        },
        ModelType("slice_objects", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSliceObjectsModel($0)
        },
        ModelType("slices_with_steps", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSlicesWithStepsModel($0)
        },
        ModelType("split_at_optional", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSplitAtOptionalModel($0)
        },
        ModelType("split_unpacking", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSplitUnpackingModel($0)
        },
        ModelType("starred_list", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStarredListModel($0)
        },
        ModelType("starred_shape", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStarredShapeModel($0)
        },
        ModelType("state_or_none", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStateOrNoneModel($0)
        },
        ModelType("states_of_cache", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStatesOfCacheModel($0)
        },
        ModelType("static_method", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStaticMethodModel($0)
        },
        ModelType("string_methods", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStringMethodsModel($0)
        },
        ModelType("string_of_number", .mlxLM, configuration: CaseConfiguration.self) {
            CaseStringOfNumberModel($0)
        },
        ModelType("sum_of_arrays", .mlxLM, configuration: CaseConfiguration.self) {
            CaseSumOfArraysModel($0)
        },
        ModelType("transposes", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTransposesModel($0)
        },
        ModelType("truncated_factor", .mlxLM, configuration: CaseFactorConfiguration.self) {
            try CaseTruncatedFactorModel($0)
        },
        ModelType("truth_bits", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTruthBitsModel($0)
        },
        ModelType("truthiness", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTruthinessModel($0)
        },
        ModelType("try_index", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseTryIndexModel($0)
        },
        ModelType("tuple_assignment", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTupleAssignmentModel($0)
        },
        ModelType("tuple_keys", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTupleKeysModel($0)
        },
        ModelType("tuple_membership", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTupleMembershipModel($0)
        },
        ModelType("tuple_new_and_old", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTupleNewAndOldModel($0)
        },
        ModelType("tuple_result", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTupleResultModel($0)
        },
        ModelType("tuple_swap", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTupleSwapModel($0)
        },
        ModelType("underscored_names", .mlxLM, configuration: CaseConfiguration.self) {
            CaseUnderscoredNamesModel($0)
        },
        ModelType("unread_loop_names", .mlxLM, configuration: CaseConfiguration.self) {
            CaseUnreadLoopNamesModel($0)
        },
        ModelType("unused_keywords", .mlxLM, configuration: CaseConfiguration.self) {
            CaseUnusedKeywordsModel($0)
        },
        ModelType("variable_list_slice", .mlxLM, configuration: CaseConfiguration.self) {
            try CaseVariableListSliceModel($0)
        },
        ModelType("vision_layers", .mlxLM, configuration: CaseTowerConfiguration.self) {
            try CaseVisionLayersModel($0)
        },
        ModelType("walrus", .mlxLM, configuration: CaseConfiguration.self) { CaseWalrusModel($0) },
        ModelType("warning", .mlxLM, configuration: CaseConfiguration.self) {
            CaseWarningModel($0)
        },
        ModelType("weight_tree", .mlxLM, configuration: CaseConfiguration.self) {
            CaseTreeOfWeightsModel($0)
        },
        ModelType("weight_tree_branches", .mlxLM, configuration: CaseConfiguration.self) {
            CaseWeightTreeBranchesModel($0)
        },
        ModelType("weight_tree_display", .mlxLM, configuration: CaseConfiguration.self) {
            CaseWeightTreeDisplayModel($0)
        },
        ModelType("while_loop", .mlxLM, configuration: CaseConfiguration.self) {
            CaseWhileLoopModel($0)
        },
        ModelType("zip_of_three", .mlxLM, configuration: CaseConfiguration.self) {
            CaseZipOfThreeModel($0)
        },
        ModelType("zip_three", .mlxLM, configuration: CaseConfiguration.self) {
            CaseZipThreeModel($0)
        },
    ]
}
