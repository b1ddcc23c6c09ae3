import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { awsServiceInfo } from "../../codegen/src/knowledge/aws-service.js";
import { protocols } from "../../codegen/src/knowledge/protocols.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import type { AppliedTrait, RootShape, ServiceShape, Traits } from "../../codegen/src/shapes/shape.js";
import { nameOf, type ShapeId } from "../../codegen/src/shapes/shape-id.js";
import { createSource } from "../../codegen/src/source/source.js";

/** A model of an AWS service. */
export interface ServiceModel {
  readonly name: string;
  readonly model: Model;
  readonly service: ServiceShape;
  /** What the SDKs call it. */
  readonly sdkId: string;
  /** Whether it has the names that belong to queries and XML alone. */
  readonly hasQueryTraits: boolean;
}

const compatible = "aws.protocols#awsQueryCompatible";

/** The names of the models in a folder, none where there is no folder. */
export function modelNames(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).map((file) => basename(file, ".json")) : [];
}

export function readModel(folder: string, name: string): ServiceModel {
  const text = readFileSync(join(folder, `${name}.json`), "utf8");
  const { model } = loadModel([createSource(`${name}.json`, text)], { allowUnknownTraits: true });
  const services = [...model.shapes.values()].filter((shape) => shape.kind === "service");
  const [service] = services;
  if (service === undefined) throw new Error(`The model ${name} has no service.`);
  return { name, model, service, sdkId: awsServiceInfo(service).sdkId, hasQueryTraits: true };
}

/**
 * The same service with these protocols, in this order, and no others.
 *
 * @param isCompatible - whether it once spoke awsQuery ("awsQueryCompatible trait")
 */
export function withProtocols(given: ServiceModel, traits: readonly string[], isCompatible: boolean): ServiceModel {
  const { service, model } = given;
  const known = new Set([...protocols.map(({ trait }) => trait), compatible]);
  const kept = [...service.traits].filter(([id]) => !known.has(id));
  const chosen = [...traits, ...(isCompatible ? [compatible] : [])].map((id): readonly [string, AppliedTrait] => [
    id,
    service.traits.get(id) ?? { id, value: {} },
  ]);
  // The query protocols name a namespace of their answers.
  const namespace: AppliedTrait = { id: "smithy.api#xmlNamespace", value: { uri: "https://example.com/doc/" } };
  const isQuery = traits.some((id) => /#(?:aws|ec2)Query$/.test(id));
  const namespaces = service.traits.has(namespace.id) || !isQuery ? [] : [[namespace.id, namespace] as const];
  const changed = { ...service, traits: new Map([...chosen, ...kept, ...namespaces]) };
  return { ...given, service: changed, model: { ...model, shapes: new Map(model.shapes).set(service.id, changed) } };
}

const queryTraits: readonly string[] = [
  "smithy.api#xmlName",
  "smithy.api#xmlFlattened",
  "aws.protocols#awsQueryError",
  "aws.protocols#ec2QueryName",
];

/** The same service without the names that it has in queries and in XML only: models of other protocols keep but some of them. */
export function withoutQueryTraits(given: ServiceModel): ServiceModel {
  const kept = (traits: Traits): Traits => new Map([...traits].filter(([id]) => !queryTraits.includes(id)));
  const shapes = [...given.model.shapes].map(([id, shape]) => {
    const members = new Map(
      [...shape.members].map(([name, member]) => [name, { ...member, traits: kept(member.traits) }] as const),
    );
    const nested =
      shape.kind === "list"
        ? { member: members.get("member") ?? shape.member }
        : shape.kind === "map"
          ? { key: members.get("key") ?? shape.key, value: members.get("value") ?? shape.value }
          : {};
    return [id, { ...shape, traits: kept(shape.traits), members, ...nested } as RootShape] as const;
  });
  return { ...given, model: { ...given.model, shapes: new Map(shapes) }, hasQueryTraits: false };
}

/** The same model with patterns for texts of these shapes, by their names: what another client wants of them. */
export function withPatterns(model: Model, patterns: Readonly<Record<string, string | undefined>>): Model {
  const shapes = [...model.shapes].map(([id, shape]) => {
    const pattern = patterns[nameOf(id)];
    if (pattern === undefined || shape.kind !== "string") return [id, shape] as const;
    const trait: AppliedTrait = { id: "smithy.api#pattern", value: pattern };
    return [id, { ...shape, traits: new Map(shape.traits).set(trait.id, trait) }] as const;
  });
  return { ...model, shapes: new Map<ShapeId, RootShape>(shapes) };
}
