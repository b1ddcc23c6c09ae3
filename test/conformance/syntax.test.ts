import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import { createSource, isSpan, positionAt } from "../../codegen/src/source/source.js";
import { parse } from "../../codegen/src/syntax/parse.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { openCorpus } from "./corpus.js";

/** Suites of `idl-invalid` whose mistakes no file shows by its syntax alone, with what finds them. */
const foundLater: Readonly<Record<string, string>> = {
  "elision/elide-nonexistent-id": "elided members are resolved by the loader",
  "elision/elided-property-type-conflicts": "mixins are applied by the loader",
  "elision/elided-type-conflicts": "mixins are applied by the loader",
  "enums/enum-with-bad-values": "values of enum members are checked by the loader",
  "enums/enum-without-member": "shapes are built by the loader",
  "enums/idl-enums-in-v1": "shape types of a version are checked by the loader",
  "enums/int-enum-without-member": "shapes are built by the loader",
  "enums/intEnum-with-float": "values of enum members are checked by the loader",
  "lists/list-empty-members": "shapes are built by the loader",
  "lists/set-empty-members": "shapes are built by the loader",
  "maps/map-empty-members": "shapes are built by the loader",
  "metadata/space-after-node-array-keyword": "a validator: `truefalse` is a well-formed shape ID",
  "mixins/member-mixin-conflict-2": "mixins are applied by the loader",
  "mixins/mix-types": "mixins are applied by the loader",
  "mixins/mixins-trait-in-explicit-1-0": "traits are resolved by the loader",
  "mixins/mixins-trait-in-implicit-1-0": "traits are resolved by the loader",
  "mixins/operation-mixin-with-io": "a validator",
  "mixins/resource-mixin-with-properties": "a validator",
  "version/idl-int-enums-in-v1": "shape types of a version are checked by the loader",
};

/** Files outside `idl-invalid` that hold mistakes on purpose, for a loader to report. */
const mistakenOnPurpose = /\/loader\/(?:dupe-|error-recovery\/)/;

function parseFile(path: string): readonly Diagnostic[] {
  return parse(createSource(path, readFileSync(path, "utf8"))).diagnostics;
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === "ERROR").map(({ message }) => message);
}

function smithyFiles(suite: string): string[] {
  const entries = readdirSync(sharedData(`smithy/${suite}`), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".smithy"))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

const isPresent = hasSharedData();
const corpus = openCorpus(sharedData("smithy"));

describe.skipIf(!isPresent)("every file of the data parses", () => {
  const suites = isPresent ? readdirSync(sharedData("smithy"), { withFileTypes: true }) : [];
  const names = suites.filter((entry) => entry.isDirectory() && entry.name !== "idl-invalid").map(({ name }) => name);
  const withText = names.filter((name) => smithyFiles(name).length > 0);

  it.each(withText)("%s", (suite) => {
    const failures = smithyFiles(suite)
      .filter((path) => !mistakenOnPurpose.test(path))
      .flatMap((path) => errorsOf(parseFile(path)).map((message) => `${path}: ${message}`));
    expect(failures).toEqual([]);
  });

  it("there are many", () => {
    expect(withText.flatMap(smithyFiles).length).toBeGreaterThan(1000);
  });
});

describe.skipIf(!isPresent)("a mistake is reported in Smithy's words", () => {
  const cases = isPresent ? corpus.cases("idl-invalid").filter(({ files }) => files[0]?.endsWith(".smithy")) : [];
  const named = cases.map((entry) => [entry.id.replace(/^idl-invalid\/(.*)\.smithy$/, "$1"), entry] as const);

  it.each(named)("%s", (name, { files, expect: expected }) => {
    const diagnostics = files.flatMap(
      (path) => parse(createSource(path, corpus.read("idl-invalid", path))).diagnostics,
    );
    const text = diagnostics.map(({ shape = "-", message, code }) => `${shape}: ${message} | ${code}`).join("\n");
    const wanted = String(expected["messageContains"]).replaceAll("[EOF]", "");
    const found = text.replaceAll("\n", "\\n").replaceAll("[EOF]", "");
    if (Object.hasOwn(foundLater, name)) expect(found).not.toContain(wanted);
    else expect(found).toContain(wanted);
  });

  it("and only the listed ones are found later", () => {
    const names = new Set(named.map(([name]) => name));
    expect(Object.keys(foundLater).filter((name) => !names.has(name))).toEqual([]);
  });
});

interface ExpectedEvent {
  readonly id: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

describe.skipIf(!isPresent)("documentation comments that document nothing are found where Smithy finds them", () => {
  const cases = isPresent ? corpus.cases("idl-valid") : [];

  it.each(cases.map((entry) => [entry.id, entry] as const))("%s", (_, { files, expect: expected }) => {
    const events = expected["events"] as readonly ExpectedEvent[];
    const wanted = events
      .filter(({ id }) => id === "Model.BadDocumentationComment")
      .map(({ line, column, message }) => `${line}:${column} ${message}`);
    const found = files
      .filter((path) => path.endsWith(".smithy"))
      .flatMap((path) => parse(createSource(path, corpus.read("idl-valid", path))).diagnostics)
      .filter(({ code }) => code === "Model.BadDocumentationComment")
      .map(({ location, message }) => {
        if (location === undefined || !isSpan(location)) return message;
        const { line, column } = positionAt(location.source, location.start);
        return `${line}:${column} ${message}`;
      });
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });
});
