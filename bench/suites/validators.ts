import { Ajv } from "ajv";
import { type } from "arktype";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import * as v from "valibot";
import * as z from "zod";
import {
  isBatchCheckLayerAvailabilityRequest,
  parseBatchCheckLayerAvailabilityRequest,
} from "../../generated/ecr/dist/validators.js";
import { compare, throughput, type Contender, type Row } from "../harness.js";

const registryId = "^[0-9]{12}$";
const repositoryName = "^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$";

/** The same schema for everybody. ajv counts code points, as we do; the others count UTF-16 units. */
const jsonSchema = {
  type: "object",
  properties: {
    registryId: { type: "string", pattern: registryId },
    repositoryName: { type: "string", minLength: 2, maxLength: 256, pattern: repositoryName },
    layerDigests: {
      type: "array",
      minItems: 1,
      maxItems: 100,
      items: { type: "string", minLength: 0, maxLength: 1000 },
    },
  },
  required: ["repositoryName", "layerDigests"],
};
const ajvFirst = new Ajv().compile(jsonSchema);
const ajvAll = new Ajv({ allErrors: true }).compile(jsonSchema);
const zodSchema = z.object({
  registryId: z.string().regex(new RegExp(registryId, "u")).optional(),
  repositoryName: z.string().min(2).max(256).regex(new RegExp(repositoryName, "u")),
  layerDigests: z.array(z.string().min(0).max(1000)).min(1).max(100),
});
const valibotSchema = v.object({
  registryId: v.optional(v.pipe(v.string(), v.regex(new RegExp(registryId, "u")))),
  repositoryName: v.pipe(v.string(), v.minLength(2), v.maxLength(256), v.regex(new RegExp(repositoryName, "u"))),
  layerDigests: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(0), v.maxLength(1000))),
    v.minLength(1),
    v.maxLength(100),
  ),
});
const typebox = Compile(
  Type.Object({
    registryId: Type.Optional(Type.String({ pattern: new RegExp(registryId, "u") })),
    repositoryName: Type.String({ minLength: 2, maxLength: 256, pattern: new RegExp(repositoryName, "u") }),
    layerDigests: Type.Array(Type.String({ minLength: 0, maxLength: 1000 }), { minItems: 1, maxItems: 100 }),
  }),
);
const ark = type({
  "registryId?": new RegExp(registryId, "u"),
  repositoryName: type("2 <= string <= 256").and(new RegExp(repositoryName, "u")),
  layerDigests: type("string <= 1000").array().atLeastLength(1).atMostLength(100),
});

/** Texts as a server has them: fresh from `JSON.parse`, several of them. */
function inputs(make: (turn: number) => unknown): readonly unknown[] {
  return Array.from({ length: 16 }, (_, turn) => JSON.parse(JSON.stringify(make(turn))) as unknown);
}

function digest(turn: number): string {
  return `sha256:${(turn + 1).toString(16).padStart(2, "0").repeat(32).slice(0, 64)}`;
}

function valid(digests: number): readonly unknown[] {
  return inputs((turn) => ({
    registryId: String(100000000000 + turn),
    repositoryName: `team-${turn}/service.api/web-frontend`,
    layerDigests: Array.from({ length: digests }, (_, index) => digest(turn * digests + index)),
  }));
}

/** Wrong in every member: a short account, a name of capitals, one digest of a wrong type and one that is too long. */
function invalid(digests: number): readonly unknown[] {
  return inputs((turn) => ({
    registryId: String(10000 + turn),
    repositoryName: `Team-${turn}/Service`,
    layerDigests: [
      ...Array.from({ length: digests - 2 }, (_, index) => digest(turn * digests + index)),
      turn,
      `sha256:${"0".repeat(1000)}`,
    ],
  }));
}

const validators: Readonly<Record<string, (value: unknown) => boolean>> = {
  "ajv 8": (value) => ajvFirst(value),
  "zod 4": (value) => zodSchema.safeParse(value).success,
  valibot: (value) => v.is(valibotSchema, value),
  "typebox 1": (value) => typebox.Check(value),
  arktype: (value) => ark.allows(value),
};

/** Each returns the number of failures that it reports, and builds them as its users read them. */
const reporters: Readonly<Record<string, (value: unknown) => number>> = {
  "ajv 8": (value) => (ajvAll(value) ? 0 : (ajvAll.errors?.length ?? 0)),
  "zod 4": (value) => zodSchema.safeParse(value).error?.issues.length ?? 0,
  valibot: (value) => v.safeParse(valibotSchema, value).issues?.length ?? 0,
  "typebox 1": (value) => typebox.Errors(value).length,
  arktype: (value) => {
    const result = ark(value);
    return result instanceof type.errors ? result.length : 0;
  },
};

function report(value: unknown): number {
  const result = parseBatchCheckLayerAvailabilityRequest(value);
  return result.ok ? 0 : result.failures.length;
}

function over<T>(values: readonly unknown[], call: (value: unknown) => T, name: string): Contender {
  return throughput(name, (turn) => call(values[turn & 15]));
}

/** A comparison only counts when everybody comes to the same answer. */
function agree(values: readonly unknown[], expected: unknown, calls: readonly ((value: unknown) => unknown)[]): void {
  for (const value of values) {
    for (const call of calls) {
      const answer = call(value);
      if (answer !== expected) throw new Error(`Expected ${String(expected)} but got ${String(answer)}`);
    }
  }
}

export async function* suite(): AsyncGenerator<Row> {
  for (const digests of [1, 100]) {
    const values = valid(digests);
    agree(values, true, [isBatchCheckLayerAvailabilityRequest, ...Object.values(validators)]);
    yield await compare({
      suite: "validators",
      name: `isX, valid input, ${digests} ${digests === 1 ? "digest" : "digests"}`,
      unit: "calls/s",
      ours: over(values, isBatchCheckLayerAvailabilityRequest, "tsmith"),
      peers: Object.entries(validators).map(([name, call]) => over(values, call, name)),
      bar: { direction: "at least", ratio: 0.9 },
    });
  }
  for (const digests of [2, 100]) {
    const values = invalid(digests);
    agree(values, 4, [report, ...Object.values(reporters)]);
    yield await compare({
      suite: "validators",
      name: `parseX, invalid input, ${digests} digests, four failures`,
      unit: "calls/s",
      ours: over(values, report, "tsmith"),
      peers: Object.entries(reporters).map(([name, call]) => over(values, call, name)),
      bar: { direction: "at least", ratio: 3 },
    });
  }
}
