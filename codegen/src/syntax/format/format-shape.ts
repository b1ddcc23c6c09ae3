import type { EntityShapeStatement, ObjectEntry, ShapeStatement, Statement } from "../tree.js";
import { braces, fittedBrackets, linesInBrackets, squareBrackets } from "./bracket.js";
import { type Doc, spaceOrBreak } from "./doc.js";
import { itemsDoc } from "./format-body.js";
import { clausesOf, shapeDoc } from "./format-head.js";
import { memberItem } from "./format-member.js";
import {
  arrayItems,
  childrenOf,
  entryDoc,
  entryDocs,
  entryParts,
  entryWithValue,
  hasHardBreak,
} from "./format-node.js";
import { operationBodyDoc } from "./format-operation.js";
import { applyDoc, traitsDoc } from "./format-trait.js";
import { commentsBetween, type Layout, leadingComments, sourceText } from "./layout.js";

/** Where a statement begins, behind its documentation. */
export function codeStart(statement: Statement): number {
  return statement.kind === "apply" ? statement.start : (statement.traits[0]?.start ?? statement.typeStart);
}

/** `ShapeOrApplyStatement`, without the documentation in front of it */
export function statementDoc(layout: Layout, statement: Statement): Doc {
  if (statement.kind === "apply") return applyDoc(layout, statement);
  const { traits, typeStart } = statement;
  return [traitsDoc(layout, traits, typeStart), hoistedComments(layout, statement), formatShape(layout, statement)];
}

/** Comments between a shape's head and its body move in front of it; one that looks like documentation then is some, as in Smithy. */
function hoistedComments(layout: Layout, statement: ShapeStatement): Doc {
  if (statement.kind === "simple-shape") return "";
  const forResource = statement.kind === "aggregate-shape" ? statement.forResource : undefined;
  const headEnd = (statement.mixins ?? forResource ?? statement.name).end;
  return leadingComments(layout, commentsBetween(layout, headEnd, statement.body.start), true);
}

function formatShape(layout: Layout, statement: ShapeStatement): Doc {
  const words = [statement.type, sourceText(layout, statement.name), ...clausesOf(layout, statement)];
  return shapeDoc(words, bodyOf(layout, statement));
}

function bodyOf(layout: Layout, statement: ShapeStatement): Doc {
  switch (statement.kind) {
    case "simple-shape":
      return "";
    case "entity-shape":
      return [spaceOrBreak, entityBodyDoc(layout, statement)];
    case "operation-shape":
      return operationBodyDoc(layout, statement.body);
    default: {
      const items = statement.body.members.map((member) => memberItem(layout, member));
      return itemsDoc(layout, statement.body, items);
    }
  }
}

function entityBodyDoc(layout: Layout, { body }: EntityShapeStatement): Doc {
  const children = childrenOf(layout, body, body.entries, (entry) => propertyDoc(layout, entry), true);
  return hasHardBreak(layout, body, entryParts(body.entries))
    ? linesInBrackets(braces, children)
    : fittedBrackets(braces, children);
}

const listProperties = new Set(["resources", "operations", "collectionOperations", "errors"]);
const mapProperties = new Set(["identifiers", "properties", "rename"]);

/** A property of a service or resource: those that list shapes put each on a line. */
function propertyDoc(layout: Layout, entry: ObjectEntry): Doc {
  const { key, value } = entry;
  const name = key.kind === "identifier" ? key.text : "";
  if (value.kind === "array" && listProperties.has(name)) {
    const children = arrayItems(layout, value);
    const list = children.length === 0 ? "[]" : linesInBrackets(squareBrackets, children);
    return entryWithValue(layout, entry, list, true);
  }
  if (value.kind === "object" && mapProperties.has(name)) {
    const children = entryDocs(layout, value, false);
    const map = children.length === 0 ? "{}" : linesInBrackets(braces, children);
    return entryWithValue(layout, entry, map, true);
  }
  return entryDoc(layout, entry, true);
}
