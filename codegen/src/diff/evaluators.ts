import type { Evaluator } from "./evaluator.js";
import { sigv4Migration } from "./evaluators/sigv4-migration.js";
import { addedEntityBinding } from "./evaluators/added-entity-binding.js";
import { addedMetadata } from "./evaluators/added-metadata.js";
import { addedOperationError } from "./evaluators/added-operation-error.js";
import { addedRequiredMember } from "./evaluators/added-required-member.js";
import { addedServiceError } from "./evaluators/added-service-error.js";
import { addedShape } from "./evaluators/added-shape.js";
import { addedTraitDefinition } from "./evaluators/added-trait-definition.js";
import { changedDefault } from "./evaluators/changed-default.js";
import { changedEnumTrait } from "./evaluators/changed-enum-trait.js";
import { changedLengthTrait } from "./evaluators/changed-length-trait.js";
import { changedMemberOrder } from "./evaluators/changed-member-order.js";
import { changedMemberTarget } from "./evaluators/changed-member-target.js";
import { changedMetadata } from "./evaluators/changed-metadata.js";
import { changedNullability } from "./evaluators/changed-nullability.js";
import { changedOperationInput } from "./evaluators/changed-operation-input.js";
import { changedOperationOutput } from "./evaluators/changed-operation-output.js";
import { changedRangeTrait } from "./evaluators/changed-range-trait.js";
import { changedResourceIdentifiers } from "./evaluators/changed-resource-identifiers.js";
import { changedShapeType } from "./evaluators/changed-shape-type.js";
import { modifiedTrait } from "./evaluators/modified-trait.js";
import { removedEntityBinding } from "./evaluators/removed-entity-binding.js";
import { removedMetadata } from "./evaluators/removed-metadata.js";
import { removedOperationError } from "./evaluators/removed-operation-error.js";
import { removedServiceError } from "./evaluators/removed-service-error.js";
import { removedShape } from "./evaluators/removed-shape.js";
import { removedTraitDefinition } from "./evaluators/removed-trait-definition.js";
import { serviceRename } from "./evaluators/service-rename.js";
import { traitBreakingChange } from "./evaluators/trait-breaking-change.js";
import { endpointSigV4Migration } from "./evaluators/endpoint-sigv4-migration.js";

/** Every evaluator. What they find is reported in this order: the message of a changed target lists it. */
export const evaluators: readonly Evaluator[] = [
  sigv4Migration,
  addedEntityBinding,
  addedMetadata,
  addedOperationError,
  addedRequiredMember,
  addedServiceError,
  addedShape,
  addedTraitDefinition,
  changedDefault,
  changedEnumTrait,
  changedLengthTrait,
  changedMemberOrder,
  changedMemberTarget,
  changedMetadata,
  changedNullability,
  changedOperationInput,
  changedOperationOutput,
  changedRangeTrait,
  changedResourceIdentifiers,
  changedShapeType,
  modifiedTrait,
  removedEntityBinding,
  removedMetadata,
  removedOperationError,
  removedServiceError,
  removedShape,
  removedTraitDefinition,
  serviceRename,
  traitBreakingChange,
  endpointSigV4Migration,
];
