import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { EmitterInput, EmitterOutput } from "../../../emit/emitter.js";
import { codecModule } from "../../../emit/names.js";
import { createTypeScriptFile } from "../../../emit/typescript-file.js";
import type { QueryDialect } from "../../../knowledge/query-names.js";
import { serviceIndex } from "../../../knowledge/service-index.js";
import { isStreaming } from "../../../knowledge/traits.js";
import { documentsOf } from "../text-values.js";
import { queryStreamsOf } from "../unwritable-streams.js";
import type { QueryContext } from "./query-context.js";
import { readQueryStructure, readQueryUnion } from "./read.js";
import { writeQueryStructure, writeQueryUnion } from "./write.js";

/**
 * `src/codecs-query.ts` and `src/codecs-ec2-query.ts`: for structures and unions of inputs `encodeQueryX` and `decodeQueryX`, as pairs of a
 * form (Smithy 2.0, "AWS query protocol" and "AWS EC2 query protocol", x-www-form-urlencoded shape serialization).
 */
export function emitQueryCodecs(input: EmitterInput, dialect: QueryDialect): EmitterOutput {
  const { model, service, names } = input;
  const index = serviceIndex(model, service);
  const file = createTypeScriptFile(codecModule(dialect), names);
  const diagnostics: Diagnostic[] = [];
  const context: QueryContext = { ...input, file, diagnostics, dialect };
  for (const shape of index.shapes) {
    if (shape.kind === "structure") diagnostics.push(...queryStreamsOf(context, shape));
    if (!index.inputShapes.has(shape.id)) continue;
    if (shape.kind === "structure") {
      diagnostics.push(...documentsOf(context, shape, "A form"));
      writeQueryStructure(context, shape);
      readQueryStructure(context, shape);
    } else if (shape.kind === "union" && !isStreaming(model, shape)) {
      diagnostics.push(...documentsOf(context, shape, "A form"));
      writeQueryUnion(context, shape);
      readQueryUnion(context, shape);
    }
  }
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
}
