import type { Emitter } from "../emit/emitter.js";
import { emitCli } from "../emitters/cli/emit-cli.js";
import { emitClient } from "../emitters/client/emit-client.js";
import { emitCodecs } from "../emitters/codecs/emit-codecs.js";
import { emitHttpBindings } from "../emitters/codecs/http/emit-http-bindings.js";
import { emitDocs } from "../emitters/docs/emit-docs.js";
import { emitErrors } from "../emitters/errors/emit-errors.js";
import { emitOpenApi } from "../emitters/openapi/emit-openapi.js";
import { emitOperations } from "../emitters/operations/emit-operations.js";
import { emitServer } from "../emitters/server/emit-server.js";
import { emitTests } from "../emitters/tests/emit-tests.js";
import { emitTypes } from "../emitters/types/emit-types.js";
import { emitValidators } from "../emitters/validators/emit-validators.js";

/** Every emitter but that of the package around them, by name. Their order decides nothing: no two plan the same file. */
export const emitters: Readonly<Record<string, Emitter>> = {
  types: emitTypes,
  errors: emitErrors,
  validators: emitValidators,
  codecs: emitCodecs,
  bindings: emitHttpBindings,
  operations: emitOperations,
  client: emitClient,
  server: emitServer,
  cli: emitCli,
  docs: emitDocs,
  openapi: emitOpenApi,
  tests: emitTests,
};
