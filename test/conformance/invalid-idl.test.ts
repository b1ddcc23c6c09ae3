import { expect } from "vitest";
import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import { describeLocation } from "../../codegen/src/loader/describe-location.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { validate } from "../../codegen/src/validate/validate.js";
import { describeSuite, readSuiteFile } from "./suite.js";

/** A finding in one line, as the expectations have it. */
function render({ severity, shape, message, code, location }: Diagnostic): string {
  const where = location === undefined ? "N/A" : describeLocation(location);
  return `[${severity}] ${shape ?? "-"}: ${message} | ${code} ${where}`;
}

describeSuite("idl-invalid", ({ files, expect: expected }) => {
  const sources = files.map((file) => createSource(file, readSuiteFile("idl-invalid", file)));
  const { model, diagnostics } = loadModel(sources);
  const isBroken = diagnostics.some(({ severity }) => severity === "ERROR");
  const text = [...diagnostics, ...(isBroken ? [] : validate(model))]
    .map(render)
    .join("\\n")
    .replaceAll("\n", "\\n")
    .replaceAll("[EOF]", "");
  // One case breaks on all implementations alike, without a text of its own.
  const wanted = String((expected as Record<string, unknown> | null)?.["messageContains"] ?? "");
  expect(text).toContain(wanted.replaceAll("[EOF]", ""));
});
