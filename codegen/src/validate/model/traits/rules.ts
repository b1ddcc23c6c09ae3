import type { Rule } from "../../rule.js";
import { typedMetadataRule } from "./typed-metadata.js";
import { streamingTraitRule } from "./streaming-trait.js";
import { noInlineDocumentSupportRule } from "./no-inline-document-support.js";
import { xmlNamespaceTraitRule } from "./xml-namespace-trait.js";
import { rangeTraitRule } from "./range-trait.js";
import { defaultTraitRule } from "./default-trait.js";
import { deprecatedTraitRule } from "./deprecated-trait.js";
import { enumTraitRule } from "./enum-trait.js";
import { eventPayloadTraitRule } from "./event-payload-trait.js";
import { exclusiveStructureMemberTraitRule } from "./exclusive-structure-member-trait.js";
import { jsonNameRule } from "./json-name.js";
import { lengthTraitRule } from "./length-trait.js";
import { metadataTraitRule } from "./metadata-trait.js";
import { patternTraitRule } from "./pattern-trait.js";
import { setRule } from "./set.js";
import { traitBreakingChangesRule } from "./trait-breaking-changes.js";
import { traitConflictRule } from "./trait-conflict.js";
import { traitTargetRule } from "./trait-target.js";
import { traitValidatorsRule } from "./trait-validators.js";
import { unionRule } from "./union.js";
import { unstableTraitRule } from "./unstable-trait.js";
import { xmlFlattenedTraitRule } from "./xml-flattened-trait.js";

/** Rules whose ERROR findings keep the others from running, which would only report the consequences. */
export const criticalTraitRules: readonly Rule[] = [
  defaultTraitRule,
  exclusiveStructureMemberTraitRule,
  traitConflictRule,
  traitTargetRule,
];

/** Rules for the other traits of the prelude, and trait definitions. */
export const traitRules: readonly Rule[] = [
  deprecatedTraitRule,
  enumTraitRule,
  eventPayloadTraitRule,
  jsonNameRule,
  lengthTraitRule,
  metadataTraitRule,
  patternTraitRule,
  traitBreakingChangesRule,
  traitValidatorsRule,
  rangeTraitRule,
  xmlNamespaceTraitRule,
  noInlineDocumentSupportRule,
  setRule,
  streamingTraitRule,
  typedMetadataRule,
  unionRule,
  unstableTraitRule,
  xmlFlattenedTraitRule,
];
