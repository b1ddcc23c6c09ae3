import { expect, it } from "vitest";
import { defaultGenerateOptions } from "../../../emit/emitter.js";
import { createNames } from "../../../emit/names.js";
import { loadModel } from "../../../loader/load-model.js";
import { createSource } from "../../../source/source.js";
import { emitCborCodecs } from "./emit-cbor-codecs.js";

const text = `$version: "2"
namespace example
use smithy.protocols#rpcv2Cbor

@rpcv2Cbor
service Example { version: "1", operations: [Act] }

operation Act { input := { one: Document, all: Documents, named: Named, either: Either, other: String } }

list Documents { member: Document }
map Named { key: String, value: Document }
union Either { left: Document, right: String }
`;

it("says of each document that the protocol has no form for it", () => {
  const { model } = loadModel([createSource("model.smithy", text)]);
  if (model === undefined) throw new Error("The model does not load");
  const names = createNames(model, "example#Example");
  const options = { ...defaultGenerateOptions, packageName: "example", packageVersion: "1" };
  const { diagnostics } = emitCborCodecs({ model, service: "example#Example", names, options });
  expect(diagnostics.map(({ code, shape, message }) => [code, shape, message.split(" ").at(-1)])).toEqual([
    ["emit/document-in-cbor", "example#ActInput$one", "one."],
    ["emit/document-in-cbor", "example#Documents$member", "member."],
    ["emit/document-in-cbor", "example#Named$value", "value."],
    ["emit/document-in-cbor", "example#Either$left", "left."],
  ]);
  expect(diagnostics[0]?.suggestion).toBe("Give the data a shape of its own, or choose a protocol of JSON.");
});
