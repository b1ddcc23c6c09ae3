import { awsServiceInfo } from "../../knowledge/aws-service.js";
import type { EmitterInput } from "../../emit/emitter.js";
import type { Names } from "../../emit/names.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import { clientProtocolOf } from "../../knowledge/protocols.js";
import { serviceIndex, unitId, type OperationInfo, type ServiceIndex } from "../../knowledge/service-index.js";
import { documentationOf, stringTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import { nodeMember } from "../../shapes/node.js";
import type { Shape, StructureShape, UnionShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { paragraph, pageLink, webLink, type Block, type Inline } from "./page.js";

export type DataType = StructureShape | UnionShape;

/** What every page of one service needs to know. */
export interface PageContext {
  readonly model: Model;
  readonly names: Names;
  readonly index: ServiceIndex;
  readonly packageName: string;
  /** The service's full name, as `Amazon Elastic Container Registry`. */
  readonly title: string;
  /** The command, as `tsmith-ecr`. */
  readonly command: string;
  /** False where the service has no protocol that a client, and so a command line, can speak. */
  readonly hasCommands: boolean;
  /** Operations and data types by name: the order of the reference's lists. */
  readonly operations: readonly OperationInfo[];
  readonly dataTypes: readonly DataType[];
  apiPath(id: ShapeId): string;
  commandPath(operation: OperationInfo): string;
  link(id: ShapeId): Inline;
}

export const apiIndexPath = "api/index";
export const commonParametersPath = "api/CommonParameters";
export const commonErrorsPath = "api/CommonErrors";
export const commandIndexPath = "cli/index";

export function createPageContext({ model, service, names, options }: EmitterInput): PageContext {
  const index = serviceIndex(model, service);
  const byName = (left: { readonly id: ShapeId }, right: { readonly id: ShapeId }): number =>
    compare(names.shapeName(left.id), names.shapeName(right.id));
  const operations = index.operations.toSorted((left, right) => byName(left.shape, right.shape));
  const dataTypes = dataTypesOf(index).toSorted(byName);
  const paths = new Map<ShapeId, string>();
  const taken = new Set<string>();
  for (const { id } of [...operations.map((operation) => operation.shape), ...dataTypes]) {
    // Two names that differ in case alone would be one file on many disks.
    let path = `api/API_${names.shapeName(id)}`;
    while (taken.has(path.toLowerCase())) path += "_";
    taken.add(path.toLowerCase());
    paths.set(id, path);
  }
  const apiPath = (id: ShapeId): string => paths.get(id) ?? apiIndexPath;
  return {
    model,
    names,
    index,
    packageName: options.packageName,
    title: stringTrait(index.service, "smithy.api#title") ?? nameOf(service),
    command: `tsmith-${names.serviceSlug}`,
    hasCommands: clientProtocolOf(index.service) !== undefined,
    operations,
    dataTypes,
    apiPath,
    commandPath: (operation) => `cli/${names.command(operation.shape.id)}`,
    link: (id) => pageLink(names.shapeName(id), apiPath(id)),
  };
}

/** Structures and unions that some member holds. Inputs, outputs and errors are described with their operations. */
function dataTypesOf(index: ServiceIndex): readonly DataType[] {
  const held = new Set(
    index.shapes.flatMap((shape) =>
      shape.kind === "enum" || shape.kind === "intEnum" ? [] : [...shape.members.values()].map(({ target }) => target),
    ),
  );
  return index.shapes.filter(
    (shape): shape is DataType =>
      (shape.kind === "structure" || shape.kind === "union") && shape.id !== unitId && held.has(shape.id),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What the model says about a shape: documentation, then what its traits add to it. */
export function description(model: Model, shape: Shape): readonly Block[] {
  const documentation = documentationOf(model, shape);
  const content = documentation === undefined ? [] : parseDocumentation(documentation);
  return [
    ...(content.length === 0 ? [] : [{ kind: "documentation", content } as const]),
    ...deprecation(shape),
    ...firstVersion(shape),
    ...(shape.traits.has("smithy.api#unstable") ? [paragraph("Unstable: this may change in any later version.")] : []),
  ];
}

/** `smithy.api#deprecated`, with its message and version. */
function deprecation(shape: Shape): readonly Block[] {
  const deprecated = shape.traits.get("smithy.api#deprecated")?.value;
  if (deprecated === undefined) return [];
  const since = nodeMember(deprecated, "since");
  const message = nodeMember(deprecated, "message");
  return [
    paragraph(
      `Deprecated${typeof since === "string" ? ` since ${since}` : ""}.`,
      ...(typeof message === "string" && message !== "" ? [` ${message}`] : []),
    ),
  ];
}

/** `smithy.api#since`. */
function firstVersion(shape: Shape): readonly Block[] {
  const version = stringTrait(shape, "smithy.api#since");
  return version === undefined ? [] : [paragraph(`Since version ${version}.`)];
}

/** The links of `smithy.api#externalDocumentation`. */
export function externalLinks(shape: Shape): readonly (readonly Inline[])[] {
  const links = shape.traits.get("smithy.api#externalDocumentation")?.value;
  if (typeof links !== "object" || links === null) return [];
  return Object.entries(links).flatMap(([name, url]) => (typeof url === "string" ? [[webLink(name, url)]] : []));
}

/** The page of an operation in the vendor's own reference; undefined for services that are not from AWS. */
export function vendorReference(context: PageContext, operation: OperationInfo): string | undefined {
  const { service } = context.index;
  const aws = service.traits.get("aws.api#service")?.value;
  if (aws === undefined) return undefined;
  const given = nodeMember(aws, "docId");
  const stem = awsServiceInfo(service).sdkId.toLowerCase().replaceAll(" ", "-");
  const docId = typeof given === "string" ? given : `${stem}-${service.version}`;
  return `https://docs.aws.amazon.com/goto/WebAPI/${encodeURIComponent(docId)}/${nameOf(operation.shape.id)}`;
}

/** The first sentence or so of a description, for lists: its first paragraph. */
export function summary(model: Model, shape: Shape): readonly Block[] {
  const documentation = documentationOf(model, shape);
  const first = documentation === undefined ? undefined : parseDocumentation(documentation)[0];
  return first === undefined ? [] : [{ kind: "documentation", content: [first] }];
}
