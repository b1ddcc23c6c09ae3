import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serviceIndex } from "../../codegen/src/knowledge/service-index.js";
import { valuesOf } from "./arbitrary-values.js";
import { EchoService } from "./echo-service.js";
import { randomModel } from "./random-model.js";

/** Protocols whose bodies are written in UTF-8 without escapes: half of a surrogate pair cannot be sent. */
const protocols = [
  { trait: "aws.protocols#awsJson1_1", carriesHalfPairs: true },
  { trait: "smithy.protocols#rpcv2Json", carriesHalfPairs: true },
  { trait: "smithy.protocols#rpcv2Cbor", carriesHalfPairs: false },
];

/** Whether a text of the value has half of a surrogate pair: only that is escaped in JSON. */
function hasHalfPair(value: unknown): boolean {
  return /\\ud[89a-f]/.test(JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? 0 : item)));
}

describe.each(protocols)("values of random models over $trait", ({ trait, carriesHalfPairs }) => {
  describe.each([11, 12])("model %i", (seed) => {
    const service = new EchoService(randomModel(seed, 20, trait));
    beforeAll(() => service.open());
    afterAll(() => service.close());

    it("are the same on the other side and back", async () => {
      const { model, names, service: id } = service.generated;
      for (const { shape, input } of serviceIndex(model, id).operations) {
        await fc.assert(
          fc.asyncProperty(valuesOf(model, input, 5), async (value) => {
            const answer = await service.call(names.operation(shape.id).name, value).catch((error: Error) => error);
            if (!carriesHalfPairs && hasHalfPair(value)) {
              expect(answer).toMatchObject({ name: "InputError" });
            } else {
              expect(answer).toEqual({ received: value, output: value });
            }
          }),
          { numRuns: 20 },
        );
      }
    });
  });
});
