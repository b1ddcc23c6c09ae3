import { describe, expect, it } from "vitest";
import { expectKind, findShape, type Model } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { loadModel } from "./load-model.js";

function load(text: string) {
  return loadModel([createSource("model.smithy", `$version: "2"\nnamespace a\n${text}`)]);
}

function model(text: string): Model {
  const loaded = load(text);
  expect(loaded.diagnostics).toEqual([]);
  return loaded.model;
}

function messagesOf(text: string): readonly string[] {
  return load(text).diagnostics.map(({ shape, message }) => `${shape}: ${message}`);
}

function traitsOf(loaded: Model, id: string): Readonly<Record<string, unknown>> {
  const traits = findShape(loaded, id)?.traits.values() ?? [];
  return Object.fromEntries([...traits].map((trait) => [trait.id, trait.value]));
}

describe("members of mixins", () => {
  it("come first, depth first, in the order of the mixins", () => {
    const loaded = model(`
      @mixin
      structure Filtered { filter: String }
      @mixin
      structure Base { base: String }
      @mixin
      structure Paginated with [Base] { token: String, size: Integer }
      structure Input with [Paginated, Filtered] { own: String }`);
    const { members } = expectKind(loaded, "a#Input", "structure");
    expect([...members.keys()]).toEqual(["base", "token", "size", "filter", "own"]);
    expect(members.get("base")).toMatchObject({
      id: "a#Input$base",
      container: "a#Input",
      mixins: ["a#Paginated$base"],
    });
    expect(members.get("own")?.mixins).toEqual([]);
  });

  it("may be defined again with the same target, and keep their place and traits", () => {
    const loaded = model(`
      @mixin
      structure M { @internal first: String, second: String }
      structure S with [M] { third: String, @required first: String }`);
    const first = expectKind(loaded, "a#S", "structure").members.get("first");
    expect([...expectKind(loaded, "a#S", "structure").members.keys()]).toEqual(["first", "second", "third"]);
    expect([...(first?.traits.keys() ?? [])]).toEqual(["smithy.api#internal", "smithy.api#required"]);
    expect([...(first?.introducedTraits.keys() ?? [])]).toEqual(["smithy.api#required"]);
  });

  it("are elided from mixins and resources", () => {
    const loaded = model(`
      resource City { identifiers: { cityId: String }, properties: { area: Long } }
      @mixin
      structure M { other: Integer }
      structure S for City with [M] { $cityId, $area, $other }
      @mixin
      list L { member: Short }
      list Mixed with [L] { $member }`);
    const targets = [...expectKind(loaded, "a#S", "structure").members.values()].map(({ name, target }) => [
      name,
      target,
    ]);
    expect(Object.fromEntries(targets)).toEqual({
      other: "smithy.api#Integer",
      cityId: "smithy.api#String",
      area: "smithy.api#Long",
    });
    expect(expectKind(loaded, "a#Mixed", "list").member.target).toBe("smithy.api#Short");
  });

  it.each([
    [
      "mixins that disagree",
      "@mixin\nstructure A { a: String }\n@mixin\nstructure B { a: Integer }\nstructure S with [A, B] {}",
      "a#S: Member conflicts with an inherited mixin member: `a#S$a`",
    ],
    [
      "an own member that disagrees",
      "@mixin\nstructure A { a: String }\nstructure S with [A] { a: Integer }",
      "a#S$a: Member conflicts with an inherited mixin member: `a#A$a`",
    ],
    [
      "an elided member of nothing",
      "structure S { $a }",
      "a#S$a: Member target was elided, but no bound resource or mixin contained a matching identifier or member name.",
    ],
    [
      "an elided member of an absent resource",
      "structure S for R { $a }",
      "a#S: Cannot apply resource to elided member a#S$a: a#R not found",
    ],
    ["an absent mixin", "structure S with [M] {}", "a#S: Cannot apply mixin to a#S: a#M not found"],
    [
      "a mixin of another kind",
      "@mixin\nunion U { a: String }\nstructure S with [U] {}",
      "a#S: Mixins may only be mixed into shapes of the same type. The following mixins were applied to the structure shape `a#S` which are not structure shapes: [`a#U`]",
    ],
    [
      "a mixin of another kind, whose members are then not told of",
      "@mixin\nstructure M { a: String }\nlist L with [M] { member: String }",
      "a#L: Mixins may only be mixed into shapes of the same type. The following mixins were applied to the list shape `a#L` which are not list shapes: [`a#M`]",
    ],
    [
      "two mixins that disagree, of which traits applied to the member name the later",
      "@mixin\nstructure M { a: String }\n@mixin\nstructure N { a: Integer }\nstructure S with [M, N] {}\napply S$a @internal",
      "a#S$a: Member conflicts with an inherited mixin member: `a#N$a`",
    ],
  ])("cannot come from %s", (_, text, message) => {
    expect(messagesOf(text)).toEqual([message]);
  });

  it("leave the traits that are local to a mixin's member, and count a mixin that is named twice once", () => {
    const loaded = load(
      "@mixin\nstructure M { @mixin(localTraits: [internal]) @internal @required a: String }\nstructure S with [M, M] {}",
    ).model;
    expect(Object.keys(traitsOf(loaded, "a#S$a"))).toEqual(["smithy.api#required"]);
    expect(findShape(loaded, "a#S")?.mixins).toEqual(["a#M"]);
  });

  it.each([
    [
      "a cycle, of which only its own shapes are told",
      "@mixin\nstructure A with [B] {}\n@mixin\nstructure B with [C] {}\n@mixin\nstructure C with [A] {}\nstructure User with [B] {}",
      [
        "a#B: Unable to resolve mixins; cycles detected between this shape and [a#C, a#A]",
        "a#C: Unable to resolve mixins; cycles detected between this shape and [a#B, a#A]",
        "a#A: Unable to resolve mixins; cycles detected between this shape and [a#B, a#C]",
      ],
    ],
    ["itself, which is told nowhere", "@mixin\nstructure A with [A] {}\nstructure User with [A] {}", []],
    [
      "a cycle that traits of its members make unknown shapes of",
      "@mixin\nstructure A with [A] { @internal own: String }\nstructure User with [A] {}\napply User$own @required",
      ["undefined: Trait `required` applied to unknown shape `a#User$own`"],
    ],
  ])("cannot come from %s", (_, text, messages) => {
    const { model: rest, diagnostics } = load(`${text}\nstructure Other {}`);
    expect(diagnostics.map(({ shape, message }) => `${shape}: ${message}`)).toEqual(messages);
    expect([...rest.shapes.keys()].filter((id) => id.startsWith("a#"))).toEqual(["a#Other"]);
  });
});

describe("traits of mixins", () => {
  it("are inherited: later mixins are stronger, own traits the strongest, mixin itself and local traits stay", () => {
    const loaded = model(`
      @title("A")
      @since("1")
      @tags(["a"])
      @mixin
      structure A {}
      @title("B")
      @private
      @mixin(localTraits: [private])
      structure B {}
      @tags(["own"])
      structure S with [A, B] {}`);
    expect(traitsOf(loaded, "a#S")).toEqual({
      "smithy.api#title": "B",
      "smithy.api#since": "1",
      "smithy.api#tags": ["own"],
    });
    expect([...(findShape(loaded, "a#S")?.introducedTraits.keys() ?? [])]).toEqual(["smithy.api#tags"]);
  });

  it("reach members, and can be overridden there by apply", () => {
    const loaded = model(`
      @mixin
      structure M { /// Generic
        a: String }
      structure S with [M] {}
      apply S$a @documentation("Specific")`);
    expect(traitsOf(loaded, "a#M$a")).toEqual({ "smithy.api#documentation": "Generic" });
    expect(traitsOf(loaded, "a#S$a")).toEqual({ "smithy.api#documentation": "Specific" });
  });
});

describe("properties of mixins", () => {
  it("are joined for services and operations", () => {
    const loaded = model(`
      @error("client")
      structure E1 {}
      @error("client")
      structure E2 {}
      structure X {}
      @mixin
      operation M { errors: [E1] }
      operation O with [M] { errors: [E2] }
      operation P {}
      @mixin
      service A { version: "A", operations: [O], errors: [E1], rename: { "a#X": "Y" } }
      service B with [A] { operations: [P], errors: [E2] }`);
    expect(expectKind(loaded, "a#O", "operation")).toMatchObject({
      errors: ["a#E1", "a#E2"],
      introduced: { errors: ["a#E2"] },
    });
    const service = expectKind(loaded, "a#B", "service");
    expect(service).toMatchObject({ version: "A", operations: ["a#O", "a#P"], errors: ["a#E1", "a#E2"] });
    expect([...service.rename]).toEqual([["a#X", "Y"]]);
  });

  it("are refused for resources, and for the input and output of operations", () => {
    const messages = messagesOf(`
      @mixin
      resource R { identifiers: { a: String } }
      structure I {}
      @mixin
      operation O { input: I }`);
    expect(messages).toEqual([
      "a#R: Resource shapes with the mixin trait may not define any properties. Resource mixin shape `a#R` defines one or more properties.",
      "a#O: Operation shapes with the mixin trait MUST target `smithy.api#Unit` for their input and output. Operation mixin shape `a#O` defines one or both of these properties.",
    ]);
  });
});
