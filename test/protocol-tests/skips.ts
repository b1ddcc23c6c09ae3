import { bindingsAt, requestBindings } from "../../codegen/src/knowledge/http-bindings.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import { isNodeObject, nodeMember, type Node } from "../../codegen/src/shapes/node.js";
import { xmlNameOf } from "../../codegen/src/knowledge/xml-traits.js";
import type { RootShape, StructureShape } from "../../codegen/src/shapes/shape.js";
import { bodyBytes } from "./compare-bodies.js";
import { cborValue } from "./cbor-value.js";
import type { ProtocolCase } from "./protocol-case.js";
import { xmlTree, type XmlElement } from "./xml-tree.js";

/** Why a case says nothing about the server, which follows from its parameters and body alone; undefined where it does. */
export function skipReason(model: Model, operation: OperationInfo, entry: ProtocolCase): string | undefined {
  if (entry.side === "client") return undefined;
  if (entry.kind === "requests" && lacksBody(model, operation, entry)) return "parameters of the body, but no body";
  if (entry.kind === "responses" && hasUnknownMembers(model, operation, entry)) {
    return "members of the body that the parameters do not have";
  }
  return undefined;
}

/** A request test that gives parameters for a body, and no body to read them from. */
function lacksBody(model: Model, { shape }: OperationInfo, { definition, node }: ProtocolCase): boolean {
  const params = nodeMember(node, "params");
  if (definition.body !== undefined || !isNodeObject(params)) return false;
  const bindings = requestBindings(model, shape);
  const inBody = new Set(
    [...bindingsAt(bindings, "document"), ...bindingsAt(bindings, "payload")].map(({ member }) => member.name),
  );
  return Object.keys(params).some((name) => bindings.length === 0 || inBody.has(name));
}

/** A response test whose body has what no handler that returns the parameters could have written. */
function hasUnknownMembers(model: Model, operation: OperationInfo, { shape, definition, node }: ProtocolCase): boolean {
  const { body, bodyMediaType } = definition;
  if (body === undefined || body === "") return false;
  const structure = shape.kind === "operation" ? operation.output : shape;
  const params = nodeMember(node, "params") ?? {};
  try {
    switch (bodyMediaType) {
      case "application/json":
        return exceeds(model, structure, JSON.parse(body), params, true);
      case "application/cbor":
        return exceeds(model, structure, cborValue(bodyBytes(body, bodyMediaType)), params, true);
      case "application/xml":
        return xmlExceeds(structure, xmlTree(body), params);
      default:
        return false;
    }
  } catch {
    return false;
  }
}

/** What tells an error's name stands beside its members. */
const envelope = new Set(["__type", "code", "Type"]);

function exceeds(model: Model, shape: RootShape, body: unknown, params: Node, isTop: boolean): boolean {
  if (typeof body !== "object" || body === null) return body === null && !isTop && params === undefined;
  if (shape.kind === "structure" || shape.kind === "union") {
    const payload = isTop
      ? [...shape.members.values()].find(({ traits }) => traits.has("smithy.api#httpPayload"))
      : undefined;
    if (payload !== undefined) {
      const inner = nodeMember(params, payload.name);
      return inner !== undefined && exceeds(model, expectShape(model, payload.target), body, inner, false);
    }
    return Object.entries(body).some(([key, value]) => {
      if (isTop && envelope.has(key) && shape.traits.has("smithy.api#error")) return false;
      const member = [...shape.members.values()].find(
        ({ name, traits }) => name === key || traits.get("smithy.api#jsonName")?.value === key,
      );
      const param = member === undefined ? undefined : nodeMember(params, member.name);
      // What a handler leaves out has its default in the answer.
      if (member !== undefined && param === undefined) return !member.traits.has("smithy.api#default");
      if (member === undefined || param === undefined) return true;
      return exceeds(model, expectShape(model, member.target), value, param, false);
    });
  }
  if (shape.kind === "list" && Array.isArray(body) && Array.isArray(params)) {
    const item = expectShape(model, shape.member.target);
    return (
      body.length > params.length ||
      body.some((value, index) => exceeds(model, item, value, params[index] as Node, false))
    );
  }
  if (shape.kind === "map" && isNodeObject(params)) {
    const value = expectShape(model, shape.value.target);
    return Object.entries(body).some(([key, item]) => {
      const param = nodeMember(params, key);
      return param === undefined || exceeds(model, value, item, param, false);
    });
  }
  return false;
}

/** What the protocols of XML put beside members. */
const xmlEnvelope = new Set(["Type", "Code", "RequestId", "RequestID", "requestId", "ResponseMetadata"]);

/** Whether a document has elements for members that the parameters do not have, in the element that holds the output or the error. */
function xmlExceeds(structure: StructureShape, document: XmlElement, params: Node): boolean {
  const members = [...structure.members.values()];
  if (members.some(({ traits }) => traits.has("smithy.api#httpPayload"))) return false;
  const isError = structure.traits.has("smithy.api#error");
  const holder = holderOf(document, isError);
  if (holder.children.length > 0 && holder.text.trim() !== "") return true;
  return holder.children.some(({ name }) => {
    if (isError && xmlEnvelope.has(name)) return false;
    const member = members.find((one) => xmlNameOf(one) === name);
    if (member === undefined) return !xmlEnvelope.has(name);
    return nodeMember(params, member.name) === undefined;
  });
}

function holderOf(document: XmlElement, isError: boolean): XmlElement {
  const inner = (name: string): XmlElement | undefined => document.children.find((child) => child.name === name);
  if (!isError) return inner(document.name.replace(/Response$/, "Result")) ?? document;
  return (inner("Errors") ?? document).children.find(({ name }) => name === "Error") ?? document;
}
