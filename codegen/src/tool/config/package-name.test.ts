import { describe, expect, test } from "vitest";
import { checkPackageName } from "./package-name.js";

describe("the name of a package", () => {
  test.each(["a", "layers", "a-b.c_d", "7zip", "-a", "@ex/a", "@ex/_a", "@a.b/c", "a".repeat(214)])(
    "can be %s",
    (name) => {
      expect(checkPackageName(name)).toBeUndefined();
    },
  );

  test.each<[name: string, meant: string | undefined]>([
    ["Foo Bar!", "foo-bar"],
    ["@ex/rpcv2Cbor", "@ex/rpcv2cbor"],
    ["@Ex Ample/a", "@ex-ample/a"],
    ["a/b", "a-b"],
    ["../a", "a"],
    ["_a", "a"],
    [".a", "a"],
    ["a\n", "a"],
    ["@a/b/c", "@a/b-c"],
    ["a".repeat(215), "a".repeat(214)],
    ["@/a", undefined],
    ["@a/", undefined],
    ["", undefined],
    ["!", undefined],
    ["node_modules", undefined],
  ])("cannot be %j", (name, meant) => {
    const suggestion = meant === undefined ? undefined : `Did you mean "${meant}"?`;
    expect(checkPackageName(name)).toMatchObject({ code: "config/package-name", suggestion });
  });
});
