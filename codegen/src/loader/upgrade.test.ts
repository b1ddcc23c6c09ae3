import { describe, expect, it } from "vitest";
import { findShape } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { loadModel } from "./load-model.js";

function defaultsOf(text: string, ...ids: readonly string[]): readonly unknown[] {
  const { model, diagnostics } = loadModel([createSource("model.smithy", `$version: "1.0"\nnamespace a\n${text}`)]);
  expect(diagnostics).toEqual([]);
  return ids.map((id) => findShape(model, id)?.traits.get("smithy.api#default")?.value);
}

describe("upgrading version 1.0", () => {
  it.each([
    ["boolean", false],
    ["byte", 0],
    ["short", 0],
    ["integer", 0],
    ["long", 0],
    ["float", 0],
    ["double", 0],
    ["string", undefined],
    ["bigInteger", undefined],
    ["timestamp", undefined],
  ])("gives a %s its implied default", (kind, zero) => {
    expect(defaultsOf(`${kind} N\nstructure S { m: N }`, "a#N", "a#S$m")).toEqual([zero, zero]);
  });

  it("gives members of primitive shapes of the prelude their default", () => {
    expect(defaultsOf("structure S { m: PrimitiveLong, n: Long }", "a#S$m", "a#S$n")).toEqual([0, undefined]);
  });

  it("turns box on a member into a null default, and box on a shape into none", () => {
    expect(defaultsOf("structure S { @box m: PrimitiveLong, n: N }\n@box\ninteger N", "a#S$m", "a#S$n", "a#N")).toEqual(
      [null, undefined, undefined],
    );
  });

  it("gives optional members that stream a blob an empty default", () => {
    const text = "structure S { m: B, @required r: B, o: Blob }\n@streaming\nblob B";
    expect(defaultsOf(text, "a#S$m", "a#S$r", "a#S$o")).toEqual(["", undefined, undefined]);
  });

  it("keeps box, which nothing writes", () => {
    const source = createSource("m.smithy", '$version: "1.0"\nnamespace a\n@box\ninteger N\nstructure S { @box m: N }');
    const { model } = loadModel([source]);
    expect(findShape(model, "a#N")?.traits.has("smithy.api#box")).toBe(true);
    expect(findShape(model, "a#S$m")?.traits.has("smithy.api#box")).toBe(true);
  });

  it("gives defaults to members of structures only", () => {
    expect(defaultsOf("list L { member: PrimitiveLong }\nunion U { m: PrimitiveLong }", "a#L$member", "a#U$m")).toEqual(
      [undefined, undefined],
    );
  });

  it("turns a set into a list of unique items", () => {
    const ast = '{"smithy": "1.0", "shapes": {"a#S": {"type": "set", "member": {"target": "smithy.api#String"}}}}';
    for (const text of [ast, '$version: "1.0"\nnamespace a\nset S { member: String }']) {
      const shape = loadModel([createSource("model", text)]).model.shapes.get("a#S");
      expect([shape?.kind, [...(shape?.traits.keys() ?? [])]]).toEqual(["list", ["smithy.api#uniqueItems"]]);
    }
  });

  it("leaves files of version 2.0 alone", () => {
    const old = createSource("1.smithy", '$version: "1.0"\nnamespace a\nstructure S { m: N, o: Old }\ninteger Old');
    const recent = createSource("2.smithy", '$version: "2"\nnamespace a\ninteger N\nstructure T { m: N, o: Old }');
    const { model } = loadModel([old, recent]);
    const defaults = ["a#N", "a#S$m", "a#S$o", "a#T$m", "a#T$o"].map(
      (id) => findShape(model, id)?.traits.get("smithy.api#default")?.value,
    );
    expect(defaults).toEqual([undefined, undefined, 0, undefined, undefined]);
  });

  it.each([
    ["1.0", "structure S { @default(1) m: Integer }", "The @default trait can only be used in Smithy 2.0 or later"],
    ["2.0", "structure S { @box m: Integer }", "@box is not supported in Smithy IDL 2.0"],
  ])("refuses in version %s: %s", (version, text, message) => {
    const { diagnostics } = loadModel([createSource("m.smithy", `$version: "${version}"\nnamespace a\n${text}`)]);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  });
});
