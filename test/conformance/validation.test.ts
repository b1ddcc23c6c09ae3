import { expect } from "vitest";
import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { validate } from "../../codegen/src/validate/validate.js";
import { describeSuite, readSuiteFile } from "./suite.js";

/** The event IDs, or what they begin with, of what exists. Findings of other rules are not compared. */
const implemented = ["Model", "SyntacticShapeIdTarget", "Target", "TraitValue", "ExamplesTrait", "EnumShape"];

interface ExpectedEvent {
  readonly severity: string;
  readonly id: string;
  readonly shape?: string;
  readonly message: string;
}

function isImplemented(id: string): boolean {
  return implemented.some((code) => id === code || id.startsWith(`${code}.`));
}

/** The files of the suite lie in other folders than those that its texts name. */
function withoutFolders(text: string): string {
  return text.replaceAll(/[\w./-]+\/([\w.-]+\.(?:smithy|json))/g, "$1");
}

function describeExpected({ severity, id, shape, message }: ExpectedEvent): string {
  return withoutFolders(`${severity} ${id} ${shape ?? "-"}: ${message}`);
}

function describeFound({ severity, code, shape, message }: Diagnostic): string {
  return withoutFolders(`${severity} ${code} ${shape ?? "-"}: ${message}`);
}

for (const suite of ["validation", "models"]) {
  describeSuite(suite, ({ files, expect: expected }) => {
    const sources = files.map((file) => createSource(file, readSuiteFile(suite, file)));
    const events = JSON.parse(readSuiteFile(suite, String(expected["jvmEvents"]))) as readonly ExpectedEvent[];
    const { model, diagnostics } = loadModel(sources);
    const isBroken = diagnostics.some(({ severity }) => severity === "ERROR");
    const found = [...diagnostics, ...(isBroken ? [] : validate(model))].filter(({ code }) => isImplemented(code));
    const wanted = events.filter(({ id }) => isImplemented(id));
    expect(found.map(describeFound).toSorted()).toEqual(wanted.map(describeExpected).toSorted());
  });
}
