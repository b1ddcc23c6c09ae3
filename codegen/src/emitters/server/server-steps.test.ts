import { expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { createNames } from "../../emit/names.js";
import { createTypeScriptFile } from "../../emit/typescript-file.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { createSource } from "../../source/source.js";
import { serverSteps } from "./server-steps.js";

const head = `$version: "2"
namespace example
use aws.protocols#httpChecksum
use aws.protocols#restJson1

@restJson1
service Example { version: "1", operations: [Act] }

enum Algorithm { CRC32 }
enum Mode { ENABLED }
`;
const input = `input := {
    @httpHeader("X-Algorithm")
    algorithm: Algorithm

    @httpHeader("Content-Encoding")
    encoding: String

    mode: Mode
}`;

it.each<[traits: string, steps: readonly string[] | undefined]>([
  ["", undefined],
  ["@httpChecksumRequired", ["serverChecksum({\n        required: true,\n      })"]],
  ["@httpChecksum(requestChecksumRequired: true)", ["serverChecksum({\n        required: true,\n      })"]],
  [
    '@httpChecksumRequired @httpChecksum(requestAlgorithmMember: "algorithm")',
    ['serverChecksum({\n        algorithmHeader: "x-algorithm",\n      })'],
  ],
  [
    '@httpChecksum(requestValidationModeMember: "mode", responseAlgorithms: ["SHA1"])',
    ['serverChecksum({\n        modeMember: "mode",\n        responseAlgorithms: ["SHA1"],\n      })'],
  ],
  ['@requestCompression(encodings: ["GZIP"])', ["requestDecompression({ boundEncoding: true })"]],
  [
    '@httpChecksumRequired @requestCompression(encodings: ["gzip"])',
    ["serverChecksum({\n        required: true,\n      })", "requestDecompression({ boundEncoding: true })"],
  ],
])("the steps of a server for %s", (traits, steps) => {
  const text = `${head}\n${traits}\n@http(method: "POST", uri: "/")\noperation Act { ${input} }`;
  const { model } = loadModel([createSource("model.smithy", text)]);
  if (model === undefined) throw new Error("The model does not load");
  const file = createTypeScriptFile("src/server.ts", createNames(model, "example#Example"));
  const [operation] = serviceIndex(model, "example#Example").operations;
  if (operation === undefined) throw new Error("There is no operation");
  expect(serverSteps(model, file, operation)?.map(({ text: made }) => made)).toEqual(steps);
});
