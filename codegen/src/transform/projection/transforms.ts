import { apply } from "./apply.js";
import { changeStringEnums } from "./change-string-enums.js";
import { changeTypes } from "./change-types.js";
import { flattenClosureNamespaces, includeClosures } from "./closures.js";
import { compileBddTransforms } from "./compile-bdd.js";
import { excludeShapesByTrait } from "./exclude-shapes-by-trait.js";
import { filterSuppressions } from "./filter-suppressions.js";
import { flattenMixins } from "./flatten-mixins.js";
import { flattenNamespaces } from "./flatten-namespaces.js";
import { idempotencyTokens } from "./idempotency-tokens.js";
import { includeNamespaces } from "./include-namespaces.js";
import { includeServices } from "./include-services.js";
import { excludeMetadata, includeMetadata } from "./metadata-keys.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { removeDeprecatedShapes } from "./remove-deprecated-shapes.js";
import { removeTraitDefinitions } from "./remove-trait-definitions.js";
import { removeUnusedShapes } from "./remove-unused-shapes.js";
import { renameShapesById } from "./rename-shapes-by-id.js";
import { excludeShapesBySelector, includeShapesBySelector } from "./shapes-by-selector.js";
import { excludeShapesByTag, includeShapesByTag } from "./shapes-by-tag.js";
import { excludeTags, includeTags } from "./tag-values.js";
import { excludeTraits, excludeTraitsByTag, includeTraits, includeTraitsByTag } from "./trait-definitions.js";

/** Every transform that a projection can name. */
export const projectionTransforms: readonly ProjectionTransform[] = [
  apply,
  changeStringEnums,
  changeTypes,
  ...compileBddTransforms,
  excludeMetadata,
  excludeShapesBySelector,
  excludeShapesByTag,
  excludeShapesByTrait,
  excludeTags,
  excludeTraits,
  excludeTraitsByTag,
  filterSuppressions,
  flattenClosureNamespaces,
  flattenMixins,
  flattenNamespaces,
  idempotencyTokens,
  includeClosures,
  includeMetadata,
  includeNamespaces,
  includeServices,
  includeShapesBySelector,
  includeShapesByTag,
  includeTags,
  includeTraits,
  includeTraitsByTag,
  removeDeprecatedShapes,
  removeTraitDefinitions,
  removeUnusedShapes,
  renameShapesById,
];
