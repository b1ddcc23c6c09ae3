import { protocols } from "../../codegen/src/knowledge/protocols.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import type { MemberShape, RootShape, StructureShape } from "../../codegen/src/shapes/shape.js";

/** Where an empty collection leaves nothing in a message: what reads it cannot tell it from one that is absent. */
const unsayingTraits = [
  "smithy.api#httpQuery",
  "smithy.api#httpQueryParams",
  "smithy.api#httpHeader",
  "smithy.api#httpPrefixHeaders",
];

/**
 * The input that a request stands for: its parameters without the empty collections that the protocol has no form for, where the server found none
 * either. Forms of awsQuery have one for empty lists alone, those of ec2Query none at all.
 */
export function withoutUnsaid(
  model: Model,
  input: StructureShape,
  protocol: string,
  wanted: unknown,
  found: unknown,
): unknown {
  const dialect = protocols.find(({ trait }) => trait === protocol)?.request;
  switch (dialect) {
    case "query":
      return pruned(model, input, wanted, found, (shape) => shape.kind !== "list");
    case "ec2-query":
      return pruned(model, input, wanted, found, () => true);
    default:
      return membersOf(wanted, found, (name) =>
        unsayingTraits.some((trait) => input.members.get(name)?.traits.has(trait)),
      );
  }
}

function membersOf(wanted: unknown, found: unknown, isUnsaid: (name: string) => boolean): unknown {
  if (!isRecord(wanted)) return wanted;
  const kept = Object.entries(wanted).filter(
    ([name, value]) => !(isEmpty(value) && isUnsaid(name) && (!isRecord(found) || found[name] === undefined)),
  );
  return Object.fromEntries(kept);
}

function pruned(
  model: Model,
  shape: RootShape,
  wanted: unknown,
  found: unknown,
  isUnsaid: (shape: RootShape) => boolean,
): unknown {
  if (!isRecord(wanted) || (shape.kind !== "structure" && shape.kind !== "union")) return wanted;
  const target = (name: string): RootShape | undefined => {
    const member: MemberShape | undefined = shape.members.get(name);
    return member && expectShape(model, member.target);
  };
  const inner = Object.entries(wanted).map(([name, value]): readonly [string, unknown] => {
    const member = target(name);
    return [name, member && pruned(model, member, value, isRecord(found) ? found[name] : undefined, isUnsaid)];
  });
  return membersOf(Object.fromEntries(inner), found, (name) => {
    const member = target(name);
    return member !== undefined && isUnsaid(member);
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof Date)
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}
