import { describe, expect, it } from "vitest";
import * as tsmith from "./index.js";

describe("the library", () => {
  const text = '$version: "2.0"\n\nnamespace a\n\nstructure S {\n    @required\n    m: String\n}\n';
  const source = tsmith.createSource("a.smithy", text);
  const { model, diagnostics } = tsmith.loadModel([source]);

  it("loads, validates and asks", () => {
    expect(tsmith.validate(model, { found: diagnostics })).toEqual([]);
    const found = tsmith.select(model, "structure > member [trait|required]");
    // Those of the prelude too, as in Smithy.
    expect(found.filter(({ id }) => !tsmith.isBundled(model, id)).map(({ id }) => id)).toEqual(["a#S$m"]);
    expect(() => tsmith.select(model, "[")).toThrow(tsmith.SelectorSyntaxError);
    const { selector, problem } = tsmith.parseSelector("[");
    expect([selector, problem?.offset]).toEqual([undefined, 1]);
  });

  it("shows what is wrong where it is", () => {
    const broken = tsmith.loadModel([tsmith.createSource("b.smithy", text.replace("m: String", "m: Strin"))]);
    const [finding] = tsmith.resolveLocations(tsmith.validate(broken.model, { found: broken.diagnostics }));
    expect(finding === undefined ? "" : tsmith.renderLine(finding)).toBe(
      'b.smithy:7:5: ERROR Target.UnresolvedShape: member shape targets an unresolved shape `a#Strin` (a#S$m). Did you mean "String"?',
    );
  });

  it("writes a model in its other forms", () => {
    expect(tsmith.formatSmithy(source).text).toBe(text);
    expect(tsmith.serializeIdl(model)).toEqual(new Map([["a.smithy", text]]));
    const ast = tsmith.nodeToJson(tsmith.serializeAst(model), { indent: 0 });
    const again = tsmith.loadModel([tsmith.createSource("a.json", ast)]).model;
    expect(tsmith.diffModels(model, again)).toEqual([]);
    const schema = tsmith.jsonSchemaDocument(model, {});
    expect(schema.diagnostics).toEqual([]);
  });
});
