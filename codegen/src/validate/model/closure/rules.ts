import type { Rule } from "../../rule.js";
import { authTraitRule } from "./auth-trait.js";
import { defaultValueInUpdateRule } from "./default-value-in-update.js";
import { memberShouldReferenceResourceRule } from "./member-should-reference-resource.js";
import { operationRule } from "./operation.js";
import { paginatedTraitRule } from "./paginated-trait.js";
import { privateAccessRule } from "./private-access.js";
import { privateMixinMemberRule } from "./private-mixin-member.js";
import { referencesTraitRule } from "./references-trait.js";
import { resourceCycleRule } from "./resource-cycle.js";
import { resourceIdentifierRule } from "./resource-identifier.js";
import { resourceIdentifierBindingRule } from "./resource-identifier-binding.js";
import { resourceLifecycleRule } from "./resource-lifecycle.js";
import { resourceOperationInputOutputRule } from "./resource-operation-input-output.js";
import { serviceRule } from "./service.js";
import { serviceAuthDefinitionsRule } from "./service-auth-definitions.js";
import { serviceBoundResourceOperationRule } from "./service-bound-resource-operation.js";
import { shapeClosureRule } from "./shape-closure.js";
import { shapeIdConflictRule } from "./shape-id-conflict.js";
import { shapeRecursionRule } from "./shape-recursion.js";
import { singleOperationBindingRule } from "./single-operation-binding.js";
import { singleResourceBindingRule } from "./single-resource-binding.js";
import { unitTypeRule } from "./unit-type.js";

/** Rules that all others rely on: where one of them finds an ERROR, nothing else is checked. */
export const fundamentalClosureRules: readonly Rule[] = [resourceCycleRule];

/** Rules whose ERROR findings keep the others from running, which would only report the consequences. */
export const criticalClosureRules: readonly Rule[] = [
  shapeIdConflictRule,
  singleOperationBindingRule,
  singleResourceBindingRule,
];

/** Rules for services, resources, operations, and how shapes hold together. */
export const closureRules: readonly Rule[] = [
  authTraitRule,
  defaultValueInUpdateRule,
  memberShouldReferenceResourceRule,
  operationRule,
  paginatedTraitRule,
  privateAccessRule,
  privateMixinMemberRule,
  referencesTraitRule,
  resourceIdentifierRule,
  resourceIdentifierBindingRule,
  resourceLifecycleRule,
  resourceOperationInputOutputRule,
  serviceRule,
  serviceAuthDefinitionsRule,
  serviceBoundResourceOperationRule,
  shapeClosureRule,
  shapeRecursionRule,
  unitTypeRule,
];
