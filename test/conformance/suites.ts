import type { Suite } from "./suite.js";
import { apiGatewayOpenApi } from "./suites/apigateway-openapi.js";
import { astSerialize } from "./suites/ast-serialize.js";
import { cloudformation } from "./suites/cloudformation.js";
import { endpoints } from "./suites/endpoints.js";
import { format } from "./suites/format.js";
import { diff } from "./suites/diff.js";
import { diffMut } from "./suites/diff-mut.js";
import { idlInvalid } from "./suites/idl-invalid.js";
import { idlSerialize } from "./suites/idl-serialize.js";
import { idlValid } from "./suites/idl-valid.js";
import { jmespath } from "./suites/jmespath.js";
import { jsonschema } from "./suites/jsonschema.js";
import { models } from "./suites/models.js";
import { modelsAws } from "./suites/models-aws.js";
import { openapi } from "./suites/openapi.js";
import { selectors } from "./suites/selectors.js";
import { transform } from "./suites/transform.js";
import { upgrade } from "./suites/upgrade.js";
import { validation } from "./suites/validation.js";

/** Every suite that can be run, in the order of what depends on what. */
export const suites: readonly Suite[] = [
  // One line a suite.
  apiGatewayOpenApi,
  astSerialize,
  cloudformation,
  endpoints,
  format,
  diff,
  diffMut,
  idlInvalid,
  idlSerialize,
  idlValid,
  jmespath,
  jsonschema,
  models,
  modelsAws,
  selectors,
  openapi,
  transform,
  upgrade,
  validation,
];
