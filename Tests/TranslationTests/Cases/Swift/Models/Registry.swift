import ModelRuntime

/// The model types that the generated families of mlxLM serve.
public enum CaseRegistry {
    public static let types: [ModelType] = [
        ModelType("absence_by_name", .mlxLM) {
            try CaseAbsenceByNameModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_caches", .mlxLM) {
            try CaseAbsentCachesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_in_tuple", .mlxLM) {
            try CaseAbsentInTupleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_pair", .mlxLM) {
            try CaseAbsentPairModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_parameter", .mlxLM) {
            try CaseAbsentParameterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_repeated_tuple", .mlxLM) {
            try CaseAbsentRepeatedTupleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_states", .mlxLM) {
            try CaseAbsentStatesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("absent_tuples", .mlxLM) {
            try CaseAbsentTuplesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("alias_update", .mlxLM) {
            try CaseAliasUpdateModel($0.decode(CaseConfiguration.self))
        },
        ModelType("always_none", .mlxLM) {
            try CaseAlwaysNoneModel($0.decode(CaseConfiguration.self))
        },
        ModelType("and_after_text", .mlxLM) {
            try CaseAndAfterTextModel($0.decode(CaseConfiguration.self))
        },
        ModelType("annotated_number", .mlxLM) {
            try CaseAnnotatedNumberModel($0.decode(CaseAnnotatedConfiguration.self))
        },
        ModelType("any_all", .mlxLM) { try CaseAnyAllModel($0.decode(CaseConfiguration.self)) },
        ModelType("appended_attribute", .mlxLM) {
            try CaseAppendedAttributeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("array_arithmetic", .mlxLM) {
            try CaseArrayArithmeticModel($0.decode(CaseConfiguration.self))
        },
        ModelType("array_condition", .mlxLM) {
            try CaseArrayConditionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("array_floor_division", .mlxLM) {
            try CaseArrayFloorDivisionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("array_of_either", .mlxLM) {
            try CaseArrayOfEitherModel($0.decode(CaseConfiguration.self))
        },
        ModelType("array_slices", .mlxLM) {
            try CaseArraySlicesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("array_update", .mlxLM) {
            try CaseArrayUpdateModel($0.decode(CaseConfiguration.self))
        },
        ModelType("assertions", .mlxLM) {
            try CaseAssertionsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("assigned_loop_variable", .mlxLM) {
            try CaseAssignedLoopVariableModel($0.decode(CaseConfiguration.self))
        },
        ModelType("assigned_to_itself", .mlxLM) {
            try CaseAssignedToItselfModel($0.decode(CaseConfiguration.self))
        },
        ModelType("assigned_weight", .mlxLM) {
            try CaseAssignedWeightModel($0.decode(CaseConfiguration.self))
        },
        ModelType("attribute_by_parameter", .mlxLM) {
            try CaseAttributeByParameterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("attribute_from_outside", .mlxLM) {
            try CaseAttributeFromOutsideModel($0.decode(CaseConfiguration.self))
        },
        ModelType("attribute_list", .mlxLM) {
            try CaseAttributeListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("attribute_of_method", .mlxLM) {
            try CaseAttributeOfMethodModel($0.decode(CaseConfiguration.self))
        },
        ModelType("attribute_of_some_caches", .mlxLM) {
            try CaseAttributeOfSomeCachesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("attributes_of_one_spelling", .mlxLM) {
            try CaseAttributesOfOneSpellingModel($0.decode(CaseSpelledConfiguration.self))
        },
        ModelType("attributes_set_in_loops", .mlxLM) {
            try CaseAttributesSetInLoopsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("augmented_assignment", .mlxLM) {
            try CaseAugmentedAssignmentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("augmented_float", .mlxLM) {
            try CaseAugmentedFloatModel($0.decode(CaseConfiguration.self))
        },
        ModelType("axis_frequencies", .mlxLM) {
            try CaseAxisFrequenciesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("bare_logits", .mlxLM) {
            try CaseBareLogitsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("best_resolution", .mlxLM) {
            try CaseBestResolutionModel($0.decode(CaseResolutionConfiguration.self))
        },
        ModelType("boolean_precedence", .mlxLM) {
            try CaseBooleanPrecedenceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("boolean_value", .mlxLM) {
            try CaseBooleanValueModel($0.decode(CaseConfiguration.self))
        },
        ModelType("bound_on_the_way", .mlxLM) {
            try CaseBoundOnTheWayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("branch_layers", .mlxLM) {
            try CaseBranchLayersModel($0.decode(CaseConfiguration.self))
        },
        ModelType("branch_modules", .mlxLM) {
            try CaseBranchModulesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("cache_and_mask", .mlxLM) {
            try CaseCacheAndMaskModel($0.decode(CaseConfiguration.self))
        },
        ModelType("cache_by_attribute", .mlxLM) {
            try CaseCacheByAttributeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("cache_classes", .mlxLM) {
            try CaseCacheClassesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("cache_of_last_layer", .mlxLM) {
            try CaseCacheOfLastLayerModel($0.decode(CaseConfiguration.self))
        },
        ModelType("cache_taken_apart", .mlxLM) {
            try CaseCacheTakenApartModel($0.decode(CaseConfiguration.self))
        },
        ModelType("caches_by_place", .mlxLM) {
            try CaseCachesByPlaceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("carried_value", .mlxLM) {
            try CaseCarriedValueModel($0.decode(CaseConfiguration.self))
        },
        ModelType("chained_assignment", .mlxLM) {
            try CaseChainedAssignmentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("chained_comprehension", .mlxLM) {
            try CaseChainedComprehensionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("changed_parameter", .mlxLM) {
            try CaseChangedParameterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("changing_method", .mlxLM) {
            try CaseChangingMethodModel($0.decode(CaseChangingMethodConfiguration.self))
        },
        ModelType("changing_method_between", .mlxLM) {
            try CaseChangedBetweenModel($0.decode(CaseChangedBetweenConfiguration.self))
        },
        ModelType("choice_by_parameter", .mlxLM) {
            try CaseChoiceByParameterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("class_by_branch", .mlxLM) {
            try CaseClassByBranchModel($0.decode(CaseConfiguration.self))
        },
        ModelType("class_values", .mlxLM) {
            try CaseClassValuesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("comma_behind_default", .mlxLM) {
            try CaseCommaBehindDefaultModel($0.decode(CaseCommaConfiguration.self))
        },
        ModelType("compared_list", .mlxLM) {
            try CaseComparedListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("comparison_of_tests", .mlxLM) {
            try CaseComparisonOfTestsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("comparisons", .mlxLM) {
            try CaseComparisonsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("compiled_function", .mlxLM) {
            try CaseCompiledFunctionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("completed_by_method", .mlxLM) {
            try CaseCompletedByMethodModel($0.decode(CaseConfiguration.self))
        },
        ModelType("complex_numbers", .mlxLM) {
            try CaseComplexNumbersModel($0.decode(CaseConfiguration.self))
        },
        ModelType("conditional_array", .mlxLM) {
            try CaseConditionalArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("conditional_comprehension", .mlxLM) {
            try CaseConditionalComprehensionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("conditional_expression", .mlxLM) {
            try CaseConditionalExpressionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("conditional_update", .mlxLM) {
            try CaseConditionalUpdateModel($0.decode(CaseConfiguration.self))
        },
        ModelType("configuration", .mlxLM) {
            try CaseProjectionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("configuration_as_dictionary", .mlxLM) {
            try CaseConfigurationAsDictionaryModel($0.decode(CaseEntriesOfPartConfiguration.self))
        },
        ModelType("configuration_entries", .mlxLM) {
            try CaseConfigurationEntriesModel($0.decode(CaseEntriesConfiguration.self))
        },
        ModelType("configuration_entries_copied", .mlxLM) {
            try CaseConfigurationEntriesCopiedModel($0.decode(CaseCopiedConfiguration.self))
        },
        ModelType("configuration_method", .mlxLM) {
            try CaseConfigurationMethodModel($0.decode(CaseLayersConfiguration.self))
        },
        ModelType("configuration_of_parts", .mlxLM) {
            try CaseConfigurationOfPartsModel($0.decode(CaseWidePartsConfiguration.self))
        },
        ModelType("configuration_or_dict", .mlxLM) {
            try CaseConfigurationOrDictModel($0.decode(CaseEitherConfiguration.self))
        },
        ModelType("configuration_set", .mlxLM) {
            try CaseConfigurationSetModel($0.decode(CaseSetWholeConfiguration.self))
        },
        ModelType("constant_condition", .mlxLM) {
            try CaseConstantConditionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("constants_of_functions", .mlxLM) {
            try CaseConstantsOfFunctionsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("converted_elements", .mlxLM) {
            try CaseConvertedElementsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("converted_rows", .mlxLM) {
            try CaseConvertedRowsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("copied_containers", .mlxLM) {
            try CaseCopiedContainersModel($0.decode(CaseConfiguration.self))
        },
        ModelType("counted_flags", .mlxLM) {
            try CaseCountedFlagsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("decided_tests", .mlxLM) {
            try CaseDecidedTestsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("decoded_part", .mlxLM) {
            try CaseDecodedPartModel($0.decode(CasePartConfiguration.self))
        },
        ModelType("default_or", .mlxLM) {
            try CaseDefaultOrModel($0.decode(CaseConfiguration.self))
        },
        ModelType("default_parameter", .mlxLM) {
            try CaseDefaultParameterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("delete_entry", .mlxLM) {
            try CaseDeleteEntryModel($0.decode(CaseConfiguration.self))
        },
        ModelType("delete_statement", .mlxLM) {
            try CaseDeleteStatementModel($0.decode(CaseConfiguration.self))
        },
        ModelType("dictionary_comprehension", .mlxLM) {
            try CaseDictionaryComprehensionModel($0.decode(CaseOptionsConfiguration.self))
        },
        ModelType("dictionary_display", .mlxLM) {
            try CaseDictionaryDisplayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("dictionary_in_order", .mlxLM) {
            try CaseDictionaryInOrderModel($0.decode(CaseConfiguration.self))
        },
        ModelType("dictionary_merging", .mlxLM) {
            try CaseDictionaryMergingModel($0.decode(CaseMergedConfiguration.self))
        },
        ModelType("dictionary_of_counted_keys", .mlxLM) {
            try CaseCountedKeysModel($0.decode(CaseCountedKeysConfiguration.self))
        },
        ModelType("dictionary_order", .mlxLM) {
            try CaseDictionaryOrderModel($0.decode(CaseConfiguration.self))
        },
        ModelType("dtype_conversion", .mlxLM) {
            try CaseDtypeConversionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("early_out_of_loop", .mlxLM) {
            try CaseEarlyOutOfLoopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("early_return", .mlxLM) {
            try CaseEarlyReturnModel($0.decode(CaseConfiguration.self))
        },
        ModelType("entries_made_of_others", .mlxLM) {
            try CaseEntriesMadeOfOthersModel($0.decode(CaseMadeOfOthersConfiguration.self))
        },
        ModelType("entry_of_some", .mlxLM) {
            try CaseEntryOfSomeModel($0.decode(CaseSomeConfiguration.self))
        },
        ModelType("enumerate_start", .mlxLM) {
            try CaseEnumerateStartModel($0.decode(CaseConfiguration.self))
        },
        ModelType("extended_cache", .mlxLM) {
            try CaseExtendedCacheModel($0.decode(CaseConfiguration.self))
        },
        ModelType("extended_decoding", .mlxLM) {
            try CaseExtendedDecodingModel($0.decode(CaseDecodingConfiguration.self))
        },
        ModelType("extended_default", .mlxLM) {
            try CaseExtendedDefaultModel($0.decode(CaseExtendedConfiguration.self))
        },
        ModelType("extended_entries", .mlxLM) {
            try CaseExtendedEntriesModel($0.decode(CaseExtendedEntriesConfiguration.self))
        },
        ModelType("extended_initializer", .mlxLM) {
            try CaseExtendedInitializerModel($0.decode(CaseConfiguration.self))
        },
        ModelType("extended_layer", .mlxLM) {
            try CaseExtendedLayerModel($0.decode(CaseConfiguration.self))
        },
        ModelType("extended_layer_result", .mlxLM) {
            try CaseExtendedLayerResultModel($0.decode(CaseConfiguration.self))
        },
        ModelType("failing_property", .mlxLM) {
            try CaseFailingPropertyModel($0.decode(CaseConfiguration.self))
        },
        ModelType("field_compared_with_string", .mlxLM) {
            try CaseFieldComparedWithStringModel($0.decode(CaseRankConfiguration.self))
        },
        ModelType("field_of_two_names", .mlxLM) {
            try CaseFieldOfTwoNamesModel($0.decode(CaseKindsConfiguration.self))
        },
        ModelType("fields_with_factories", .mlxLM) {
            try CaseFieldsWithFactoriesModel($0.decode(CaseFieldConfiguration.self))
        },
        ModelType("filled_from_part", .mlxLM) {
            try CaseFilledFromPartModel($0.decode(CaseFilledFromConfiguration.self))
        },
        ModelType("filled_in_order", .mlxLM) {
            try CaseFilledInOrderModel($0.decode(CaseFilledInOrderConfiguration.self))
        },
        ModelType("filled_parameter", .mlxLM) {
            try CaseFilledParameterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("first_of_caches", .mlxLM) {
            try CaseFirstOfCachesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("float_arithmetic", .mlxLM) {
            try CaseFloatArithmeticModel($0.decode(CaseConfiguration.self))
        },
        ModelType("floor_update", .mlxLM) {
            try CaseFloorUpdateModel($0.decode(CaseConfiguration.self))
        },
        ModelType("for_else", .mlxLM) { try CaseForElseModel($0.decode(CaseConfiguration.self)) },
        ModelType("for_range", .mlxLM) { try CaseForRangeModel($0.decode(CaseConfiguration.self)) },
        ModelType("formatted_conversion", .mlxLM) {
            try CaseFormattedConversionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("formatted_string", .mlxLM) {
            try CaseFormattedStringModel($0.decode(CaseConfiguration.self))
        },
        ModelType("forwarded_arguments", .mlxLM) {
            try CaseForwardedArgumentsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("function_attribute", .mlxLM) {
            try CaseFunctionAttributeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("function_values", .mlxLM) {
            try CaseFunctionValuesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("gated_activation", .mlxLM) {
            try CaseGatedActivationModel($0.decode(CaseConfiguration.self))
        },
        ModelType("gathered_options", .mlxLM) {
            try CaseGatheredOptionsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("getattr_config", .mlxLM) {
            try CaseGetattrConfigModel($0.decode(CaseConfiguration.self))
        },
        ModelType("growing_tuple", .mlxLM) {
            try CaseGrowingTupleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("guarded_in_branch", .mlxLM) {
            try CaseGuardedInBranchModel($0.decode(CaseConfiguration.self))
        },
        ModelType("guards", .mlxLM) { try CaseGuardsModel($0.decode(CaseConfiguration.self)) },
        ModelType("hidden_attribute", .mlxLM) {
            try CaseHiddenAttributeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("hoisted_declaration", .mlxLM) {
            try CaseHoistedDeclarationModel($0.decode(CaseConfiguration.self))
        },
        ModelType("host_arrays", .mlxLM) {
            try CaseHostArraysModel($0.decode(CaseConfiguration.self))
        },
        ModelType("host_broadcast", .mlxLM) {
            try CaseHostBroadcastModel($0.decode(CaseConfiguration.self))
        },
        ModelType("host_building", .mlxLM) {
            try CaseHostBuildingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("host_numbers", .mlxLM) {
            try CaseHostNumbersModel($0.decode(CaseHostNumbersConfiguration.self))
        },
        ModelType("host_positions", .mlxLM) {
            try CaseHostPositionsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("host_spacing", .mlxLM) {
            try CaseHostSpacingModel($0.decode(CaseSpacingConfiguration.self))
        },
        ModelType("identity_of_arrays", .mlxLM) {
            try CaseIdentityOfArraysModel($0.decode(CaseConfiguration.self))
        },
        ModelType("identity_of_truth", .mlxLM) {
            try CaseIdentityOfTruthModel($0.decode(CaseGateConfiguration.self))
        },
        ModelType("idle_call", .mlxLM) { try CaseIdleCallModel($0.decode(CaseConfiguration.self)) },
        ModelType("if_elif_else", .mlxLM) {
            try CaseIfElifElseModel($0.decode(CaseConfiguration.self))
        },
        ModelType("if_else_assignment", .mlxLM) {
            try CaseIfElseAssignmentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("index_that_may_be_absent", .mlxLM) {
            try CaseIndexThatMayBeAbsentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("inherited_class", .mlxLM) {
            try CaseWrapperModel($0.decode(CaseConfiguration.self))
        },
        ModelType("inherited_methods", .mlxLM) {
            try CaseInheritedMethodsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("initializer_by_name", .mlxLM) {
            try CaseInitializerByNameModel($0.decode(CaseConfiguration.self))
        },
        ModelType("inner_list_slice", .mlxLM) {
            try CaseInnerListSliceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("inner_lists", .mlxLM) {
            try CaseInnerListsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("integer_arithmetic", .mlxLM) {
            try CaseIntegerArithmeticModel($0.decode(CaseConfiguration.self))
        },
        ModelType("integer_list", .mlxLM) {
            try CaseIntegerListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("integer_power", .mlxLM) {
            try CaseIntegerPowerModel($0.decode(CaseConfiguration.self))
        },
        ModelType("isinstance_bool", .mlxLM) {
            try CaseIsinstanceBoolModel($0.decode(CaseConfiguration.self))
        },
        ModelType("isinstance_list", .mlxLM) {
            try CaseIsinstanceListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("item_kinds", .mlxLM) {
            try CaseItemKindsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("item_of_argument", .mlxLM) {
            try CaseItemOfArgumentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("json_elements", .mlxLM) {
            try CaseJsonElementsModel($0.decode(CaseJsonElementsConfiguration.self))
        },
        ModelType("json_entries", .mlxLM) {
            try CaseJsonEntriesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("json_in_forward", .mlxLM) {
            try CaseJsonInForwardModel($0.decode(CaseScalesConfiguration.self))
        },
        ModelType("json_list_or_own", .mlxLM) {
            try CaseJsonListOrOwnModel($0.decode(CaseJsonListOrOwnConfiguration.self))
        },
        ModelType("json_membership", .mlxLM) {
            try CaseJsonMembershipModel($0.decode(CaseJsonMembershipConfiguration.self))
        },
        ModelType("json_numbers", .mlxLM) {
            try CaseJsonNumbersModel($0.decode(CaseSizesConfiguration.self))
        },
        ModelType("json_or_list", .mlxLM) {
            try CaseJSONOrListModel($0.decode(CaseJSONOrListConfiguration.self))
        },
        ModelType("json_order", .mlxLM) {
            try CaseJsonOrderModel($0.decode(CaseConfiguration.self))
        },
        ModelType("json_renaming", .mlxLM) {
            try CaseJsonRenamingModel($0.decode(CaseRenamingConfiguration.self))
        },
        ModelType("keyword_arguments", .mlxLM) {
            try CaseKeywordArgumentsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("keyword_default", .mlxLM) {
            try CaseKeywordDefaultModel($0.decode(CaseConfiguration.self))
        },
        ModelType("keyword_rest", .mlxLM) {
            try CaseKeywordRestModel($0.decode(CaseConfiguration.self))
        },
        ModelType("keywords_without_none", .mlxLM) {
            try CaseKeywordsWithoutNoneModel($0.decode(CaseConfiguration.self))
        },
        ModelType("lambda_expression", .mlxLM) {
            try CaseLambdaExpressionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("layer_lists_by_class", .mlxLM) {
            try CaseLayerListsByClassModel($0.decode(CaseConfiguration.self))
        },
        ModelType("layers_from_end", .mlxLM) {
            try CaseLayersFromEndModel($0.decode(CaseChosenLayersConfiguration.self))
        },
        ModelType("leading_binding", .mlxLM) {
            try CaseLeadingBindingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("leading_cache", .mlxLM) {
            try CaseLeadingCacheModel($0.decode(CaseConfiguration.self))
        },
        ModelType("leading_cache_by_name", .mlxLM) {
            try CaseLeadingCacheByNameModel($0.decode(CaseConfiguration.self))
        },
        ModelType("leading_choice", .mlxLM) {
            try CaseLeadingChoiceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("least_of_absent", .mlxLM) {
            try CaseLeastOfAbsentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("library_entries", .mlxLM) {
            try CaseLibraryEntriesModel($0.decode(CaseLibraryEntriesConfiguration.self))
        },
        ModelType("list_building", .mlxLM) {
            try CaseListBuildingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("list_comprehension", .mlxLM) {
            try CaseListComprehensionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("list_of_layers", .mlxLM) {
            try CaseListOfLayersModel($0.decode(CaseLayerKindsConfiguration.self))
        },
        ModelType("list_or_number", .mlxLM) {
            try CaseListOrNumberModel($0.decode(CaseBasesConfiguration.self))
        },
        ModelType("list_slices", .mlxLM) {
            try CaseListSlicesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("list_unpacking", .mlxLM) {
            try CaseListUnpackingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("listed_indices", .mlxLM) {
            try CaseListedIndicesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("local_function_renames", .mlxLM) {
            try CaseLocalFunctionRenamesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("made_of_entries", .mlxLM) {
            try CaseMadeOfEntriesModel($0.decode(CaseMadeEntriesConfiguration.self))
        },
        ModelType("made_of_self", .mlxLM) {
            try CaseMadeOfSelfModel($0.decode(CaseMadeOfSelfConfiguration.self))
        },
        ModelType("map_call", .mlxLM) { try CaseMapCallModel($0.decode(CaseConfiguration.self)) },
        ModelType("mask_as_array", .mlxLM) {
            try CaseMaskAsArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("mask_by_index", .mlxLM) {
            try CaseMaskByIndexModel($0.decode(CaseConfiguration.self))
        },
        ModelType("mask_by_window", .mlxLM) {
            try CaseMaskByWindowModel($0.decode(CaseConfiguration.self))
        },
        ModelType("mask_made_array", .mlxLM) {
            try CaseMaskMadeArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("mask_types", .mlxLM) {
            try CaseMaskTypesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("match_statement", .mlxLM) {
            try CaseMatchStatementModel($0.decode(CaseConfiguration.self))
        },
        ModelType("members_of_absent", .mlxLM) {
            try CaseMembersOfAbsentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("members_of_own_caches", .mlxLM) {
            try CaseMembersOfOwnCachesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("membership", .mlxLM) {
            try CaseMembershipModel($0.decode(CaseConfiguration.self))
        },
        ModelType("metal_guard", .mlxLM) {
            try CaseMetalGuardModel($0.decode(CaseConfiguration.self))
        },
        ModelType("method_by_class", .mlxLM) {
            try CaseMethodByClassModel($0.decode(CaseConfiguration.self))
        },
        ModelType("method_call", .mlxLM) {
            try CaseMethodCallModel($0.decode(CaseConfiguration.self))
        },
        ModelType("method_of_other_class", .mlxLM) {
            try CaseMethodOfOtherClassModel($0.decode(CaseConfiguration.self))
        },
        ModelType("min_max_abs", .mlxLM) {
            try CaseMinMaxAbsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("missing_attributes", .mlxLM) {
            try CaseMissingAttributesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("mixed_dictionary", .mlxLM) {
            try CaseMixedDictionaryModel($0.decode(CaseMixedConfiguration.self))
        },
        ModelType("mixed_list", .mlxLM) {
            try CaseMixedListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("module_constants", .mlxLM) {
            try CaseModuleConstantsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("module_function", .mlxLM) {
            try CaseModuleFunctionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("module_list", .mlxLM) {
            try CaseModuleListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("named_attributes", .mlxLM) {
            try CaseNamedAttributesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("named_default", .mlxLM) {
            try CaseNamedDefaultModel($0.decode(CaseConfiguration.self))
        },
        ModelType("named_truth", .mlxLM) {
            try CaseNamedTruthModel($0.decode(CaseTruthConfiguration.self))
        },
        ModelType("names_in_decided_branch", .mlxLM) {
            try CaseNamesInDecidedBranchModel($0.decode(CaseConfiguration.self))
        },
        ModelType("names_used_twice", .mlxLM) {
            try CaseNamesUsedTwiceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("negative_index", .mlxLM) {
            try CaseNegativeIndexModel($0.decode(CaseConfiguration.self))
        },
        ModelType("nested_comprehension", .mlxLM) {
            try CaseNestedComprehensionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("nested_config", .mlxLM) {
            try CaseNestedModel($0.decode(CaseNestedConfiguration.self))
        },
        ModelType("nested_function", .mlxLM) {
            try CaseNestedFunctionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("nested_if", .mlxLM) { try CaseNestedIfModel($0.decode(CaseConfiguration.self)) },
        ModelType("nested_post_init", .mlxLM) {
            try CaseNestedPostInitModel($0.decode(CaseNestedPostInitConfiguration.self))
        },
        ModelType("nested_targets", .mlxLM) {
            try CaseNestedTargetsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("nested_tuple_loop", .mlxLM) {
            try CaseNestedTupleLoopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("number_beside_array", .mlxLM) {
            try CaseNumberBesideArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("number_or_array", .mlxLM) {
            try CaseNumberOrArrayModel($0.decode(CaseNumberOrArrayConfiguration.self))
        },
        ModelType("number_or_list_by_test", .mlxLM) {
            try CaseNumberOrListByTestModel($0.decode(CaseSizeOrSizesConfiguration.self))
        },
        ModelType("number_then_array", .mlxLM) {
            try CaseNumberThenArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("number_then_rows", .mlxLM) {
            try CaseNumberThenRowsModel($0.decode(CaseNumberThenRowsConfiguration.self))
        },
        ModelType("offset_or_array", .mlxLM) {
            try CaseOffsetOrArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("one_element_tuple", .mlxLM) {
            try CaseOneElementTupleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("one_process", .mlxLM) {
            try CaseOneProcessModel($0.decode(CaseConfiguration.self))
        },
        ModelType("open_bounds", .mlxLM) {
            try CaseOpenBoundsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("optional_attribute", .mlxLM) {
            try CaseOptionalAttributeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("optional_function_attribute", .mlxLM) {
            try CaseOptionalFunctionAttributeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("optional_integer_times_float", .mlxLM) {
            try CaseOptionalIntegerTimesFloatModel($0.decode(CaseConfiguration.self))
        },
        ModelType("optional_module", .mlxLM) {
            try CaseOptionalModuleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("optional_unwrapping", .mlxLM) {
            try CaseOptionalUnwrappingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("own_cache", .mlxLM) { try CaseOwnCacheModel($0.decode(CaseConfiguration.self)) },
        ModelType("own_cache_of_another", .mlxLM) {
            try CaseOwnCacheOfAnotherModel($0.decode(CaseConfiguration.self))
        },
        ModelType("padding_of_any_length", .mlxLM) {
            try CasePaddingOfAnyLengthModel($0.decode(CaseConfiguration.self))
        },
        ModelType("pair_or_number", .mlxLM) {
            try CasePairOrNumberModel($0.decode(CaseConfiguration.self))
        },
        ModelType("parameter_array", .mlxLM) {
            try CaseParameterArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("partial_class", .mlxLM) {
            try CasePartialClassModel($0.decode(CaseConfiguration.self))
        },
        ModelType("parts_by_name", .mlxLM) {
            try CasePartsByNameModel($0.decode(CaseConfiguration.self))
        },
        ModelType("parts_of_configuration", .mlxLM) {
            try CasePartsModel($0.decode(CasePartsConfiguration.self))
        },
        ModelType("parts_of_one_name", .mlxLM) {
            try CaseOneNameModel($0.decode(CaseOneNameConfiguration.self))
        },
        ModelType("parts_of_result", .mlxLM) {
            try CasePartsOfResultModel($0.decode(CaseConfiguration.self))
        },
        ModelType("passed_tuple", .mlxLM) {
            try CasePassedTupleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("pattern_of_choices", .mlxLM) {
            try CasePatternOfChoicesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("pattern_prefix", .mlxLM) {
            try CasePatternPrefixModel($0.decode(CaseConfiguration.self))
        },
        ModelType("pattern_replaced", .mlxLM) {
            try CasePatternReplacedModel($0.decode(CaseConfiguration.self))
        },
        ModelType("pattern_substitution", .mlxLM) {
            try CasePatternSubstitutionModel($0.decode(CaseConfiguration.self))
        },
        ModelType("pixel_shuffles", .mlxLM) {
            try CasePixelShufflesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("post_init", .mlxLM) {
            try CasePostInitModel($0.decode(CaseLayerTypesConfiguration.self))
        },
        ModelType("presence_apart", .mlxLM) {
            try CasePresenceApartModel($0.decode(CaseConfiguration.self))
        },
        ModelType("presence_by_test", .mlxLM) {
            try CasePresenceByTestModel($0.decode(CaseConfiguration.self))
        },
        ModelType("print_call", .mlxLM) {
            try CasePrintCallModel($0.decode(CaseConfiguration.self))
        },
        ModelType("property", .mlxLM) { try CasePropertyModel($0.decode(CaseConfiguration.self)) },
        ModelType("quantization_rule", .mlxLM) {
            try CaseQuantizationRuleModel($0.decode(CaseRuleConfiguration.self))
        },
        ModelType("quantization_rule_by_module", .mlxLM) {
            try CaseRuleByModuleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("quantization_rule_of_another", .mlxLM) {
            try CaseRuleOfAnotherModel($0.decode(CaseConfiguration.self))
        },
        ModelType("quantized_weights", .mlxLM) {
            try CaseQuantizedWeightsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("quoted_text", .mlxLM) {
            try CaseQuotedTextModel($0.decode(CaseConfiguration.self))
        },
        ModelType("quotient_and_rest", .mlxLM) {
            try CaseQuotientAndRestModel($0.decode(CaseQuotientAndRestConfiguration.self))
        },
        ModelType("raises_in_forward", .mlxLM) {
            try CaseRaisesInForwardModel($0.decode(CaseConfiguration.self))
        },
        ModelType("refused_call", .mlxLM) {
            try CaseRefusedCallModel($0.decode(CaseConfiguration.self))
        },
        ModelType("removed_module", .mlxLM) {
            try CaseRemovedModuleModel($0.decode(CaseConfiguration.self))
        },
        ModelType("repeated_list", .mlxLM) {
            try CaseRepeatedListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("replaced_layer", .mlxLM) {
            try CaseReplacedLayerModel($0.decode(CaseConfiguration.self))
        },
        ModelType("replaced_layers", .mlxLM) {
            try CaseReplacedLayersModel($0.decode(CaseReplacedLayersConfiguration.self))
        },
        ModelType("result_passed_on", .mlxLM) {
            try CaseResultPassedOnModel($0.decode(CaseConfiguration.self))
        },
        ModelType("retyped_in_branches", .mlxLM) {
            try CaseRetypedInBranchesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("retyped_in_loop", .mlxLM) {
            try CaseRetypedInLoopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("retyped_local", .mlxLM) {
            try CaseRetypedLocalModel($0.decode(CaseConfiguration.self))
        },
        ModelType("retyped_stretch", .mlxLM) {
            try CaseRetypedStretchModel($0.decode(CaseConfiguration.self))
        },
        ModelType("rotary_attributes", .mlxLM) {
            try CaseRotaryAttributesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("rotary_methods", .mlxLM) {
            try CaseRotaryMethodsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("rows_of_tuples", .mlxLM) {
            try CaseRowsOfTuplesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("rows_or_list", .mlxLM) {
            try CaseRowsOrListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("sanitize_filter", .mlxLM) {
            try CaseSanitizeFilterModel($0.decode(CaseConfiguration.self))
        },
        ModelType("sanitize_loop", .mlxLM) {
            try CaseSanitizeLoopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("sanitize_pop", .mlxLM) {
            try CaseSanitizePopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("sanitize_rename", .mlxLM) {
            try CaseSanitizeRenameModel($0.decode(CaseConfiguration.self))
        },
        ModelType("scalar_update", .mlxLM) {
            try CaseScalarUpdateModel($0.decode(CaseConfiguration.self))
        },
        ModelType("scaling_or_dictionary", .mlxLM) {
            try CaseScalingOrDictionaryModel($0.decode(CaseScalingConfiguration.self))
        },
        ModelType("search_loop", .mlxLM) {
            try CaseSearchLoopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("set_display", .mlxLM) {
            try CaseSetDisplayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("set_in_both", .mlxLM) {
            try CaseSetInBothModel($0.decode(CaseConfiguration.self))
        },
        ModelType("set_of_arrays", .mlxLM) {
            try CaseSetOfArraysModel($0.decode(CaseConfiguration.self))
        },
        ModelType("set_of_entries", .mlxLM) {
            try CaseSetOfEntriesModel($0.decode(CaseEntrySetConfiguration.self))
        },
        ModelType("set_under_test", .mlxLM) {
            try CaseSetUnderTestModel($0.decode(CaseConfiguration.self))
        },
        ModelType("sets", .mlxLM) { try CaseSetsModel($0.decode(CaseConfiguration.self)) },
        ModelType("settled_by_argument", .mlxLM) {
            try CaseSettledByArgumentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("shadowed_method", .mlxLM) {
            try CaseShadowedMethodModel($0.decode(CaseConfiguration.self))
        },
        ModelType("shape_prefix", .mlxLM) {
            try CaseShapePrefixModel($0.decode(CaseConfiguration.self))
        },
        ModelType("shape_twice", .mlxLM) {
            try CaseShapeTwiceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("shared_configurations", .mlxLM) {
            try CaseSharedConfigurationsModel($0.decode(CaseSharedConfiguration.self))
        },
        ModelType("shared_container_seen_once", .mlxLM) {
            try CaseSharedContainerSeenOnceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("shifts", .mlxLM) { try CaseShiftsModel($0.decode(CaseConfiguration.self)) },
        ModelType("shifts_of_variables", .mlxLM) {
            try CaseShiftsOfVariablesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("slice_objects", .mlxLM) {
            try CaseSliceObjectsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("slices_from_end", .mlxLM) {
            try CaseSlicesFromEndModel($0.decode(CaseConfiguration.self))
        },
        ModelType("slices_with_steps", .mlxLM) {
            try CaseSlicesWithStepsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("split_at_optional", .mlxLM) {
            try CaseSplitAtOptionalModel($0.decode(CaseConfiguration.self))
        },
        ModelType("split_unpacking", .mlxLM) {
            try CaseSplitUnpackingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("starred_assignment", .mlxLM) {
            try CaseStarredAssignmentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("starred_list", .mlxLM) {
            try CaseStarredListModel($0.decode(CaseConfiguration.self))
        },
        ModelType("starred_shape", .mlxLM) {
            try CaseStarredShapeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("state_or_none", .mlxLM) {
            try CaseStateOrNoneModel($0.decode(CaseConfiguration.self))
        },
        ModelType("states_of_cache", .mlxLM) {
            try CaseStatesOfCacheModel($0.decode(CaseConfiguration.self))
        },
        ModelType("static_by_class", .mlxLM) {
            try CaseStaticByClassModel($0.decode(CaseConfiguration.self))
        },
        ModelType("static_method", .mlxLM) {
            try CaseStaticMethodModel($0.decode(CaseConfiguration.self))
        },
        ModelType("string_methods", .mlxLM) {
            try CaseStringMethodsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("string_of_number", .mlxLM) {
            try CaseStringOfNumberModel($0.decode(CaseConfiguration.self))
        },
        ModelType("sum_of_arrays", .mlxLM) {
            try CaseSumOfArraysModel($0.decode(CaseConfiguration.self))
        },
        ModelType("switch_layers", .mlxLM) {
            try CaseSwitchLayersModel($0.decode(CaseSwitchLayersConfiguration.self))
        },
        ModelType("transposes", .mlxLM) {
            try CaseTransposesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("truncated_factor", .mlxLM) {
            try CaseTruncatedFactorModel($0.decode(CaseFactorConfiguration.self))
        },
        ModelType("truth_bits", .mlxLM) {
            try CaseTruthBitsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("truthiness", .mlxLM) {
            try CaseTruthinessModel($0.decode(CaseConfiguration.self))
        },
        ModelType("try_any", .mlxLM) {
            try CaseTryAnyModel($0.decode(CaseTryAnyConfiguration.self))
        },
        ModelType("try_index", .mlxLM) { try CaseTryIndexModel($0.decode(CaseConfiguration.self)) },
        ModelType("tuple_assignment", .mlxLM) {
            try CaseTupleAssignmentModel($0.decode(CaseConfiguration.self))
        },
        ModelType("tuple_grown_from_nothing", .mlxLM) {
            try CaseTupleGrownFromNothingModel($0.decode(CaseConfiguration.self))
        },
        ModelType("tuple_keys", .mlxLM) {
            try CaseTupleKeysModel($0.decode(CaseConfiguration.self))
        },
        ModelType("tuple_membership", .mlxLM) {
            try CaseTupleMembershipModel($0.decode(CaseConfiguration.self))
        },
        ModelType("tuple_new_and_old", .mlxLM) {
            try CaseTupleNewAndOldModel($0.decode(CaseConfiguration.self))
        },
        ModelType("tuple_result", .mlxLM) {
            try CaseTupleResultModel($0.decode(CaseConfiguration.self))
        },
        ModelType("tuple_swap", .mlxLM) {
            try CaseTupleSwapModel($0.decode(CaseConfiguration.self))
        },
        ModelType("two_masks_at_once", .mlxLM) {
            try CaseTwoMasksAtOnceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("underscored_names", .mlxLM) {
            try CaseUnderscoredNamesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("unpacked_array", .mlxLM) {
            try CaseUnpackedArrayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("unpacked_rows", .mlxLM) {
            try CaseUnpackedRowsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("unpacked_shape", .mlxLM) {
            try CaseUnpackedShapeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("unread_loop_names", .mlxLM) {
            try CaseUnreadLoopNamesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("unused_keywords", .mlxLM) {
            try CaseUnusedKeywordsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("unwanted_parts", .mlxLM) {
            try CaseUnwantedPartsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("variable_list_slice", .mlxLM) {
            try CaseVariableListSliceModel($0.decode(CaseConfiguration.self))
        },
        ModelType("vision_layers", .mlxLM) {
            try CaseVisionLayersModel($0.decode(CaseTowerConfiguration.self))
        },
        ModelType("walrus", .mlxLM) { try CaseWalrusModel($0.decode(CaseConfiguration.self)) },
        ModelType("warning", .mlxLM) { try CaseWarningModel($0.decode(CaseConfiguration.self)) },
        ModelType("weight_tree", .mlxLM) {
            try CaseTreeOfWeightsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("weight_tree_branches", .mlxLM) {
            try CaseWeightTreeBranchesModel($0.decode(CaseConfiguration.self))
        },
        ModelType("weight_tree_display", .mlxLM) {
            try CaseWeightTreeDisplayModel($0.decode(CaseConfiguration.self))
        },
        ModelType("weight_tree_replaced", .mlxLM) {
            try CaseWeightTreeReplacedModel($0.decode(CaseConfiguration.self))
        },
        ModelType("while_loop", .mlxLM) {
            try CaseWhileLoopModel($0.decode(CaseConfiguration.self))
        },
        ModelType("wrong_rows", .mlxLM) {
            try CaseWrongRowsModel($0.decode(CaseConfiguration.self))
        },
        ModelType("zip_of_three", .mlxLM) {
            try CaseZipOfThreeModel($0.decode(CaseConfiguration.self))
        },
        ModelType("zip_three", .mlxLM) { try CaseZipThreeModel($0.decode(CaseConfiguration.self)) },
    ]
}
