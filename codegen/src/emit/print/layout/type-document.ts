import { group, ifBroken, indent, join, line, softline, type Document } from "./document.js";
import type { TypeNode } from "./type.js";

/** A type behind a colon, as prettier would break it: a union is moved to a line of its own before it is broken. */
export function annotationDocument(type: TypeNode): Document {
  return [":", type.kind === "union" ? group(indent([line, argumentDocument(type)])) : [" ", singleDocument(type)]];
}

/** A type as prettier would break it. */
export function typeDocument(type: TypeNode): Document {
  return type.kind === "union" ? group(indent([ifBroken([line, "| "]), alternatives(type)])) : singleDocument(type);
}

function alternatives(type: TypeNode): Document {
  if (type.kind !== "union") return singleDocument(type);
  return join(
    [line, "| "],
    type.alternatives.map((alternative) => indent(singleDocument(alternative))),
  );
}

function singleDocument(type: TypeNode): Document {
  switch (type.kind) {
    case "union":
      return typeDocument(type);
    case "text":
      return type.text;
    case "array":
      return [type.readonly ? "readonly " : "", singleDocument(type.item), "[]"];
    case "reference": {
      const [only] = type.arguments;
      if (only === undefined) return type.name;
      const isHugged = type.arguments.length === 1 && only.kind === "reference" && only.arguments.length === 0;
      if (isHugged) return [type.name, "<", only.name, ">"];
      const parts = type.arguments.map(argumentDocument);
      return [type.name, group(["<", indent([softline, join([",", line], parts)]), softline, ">"])];
    }
  }
}

/** As an argument a union starts on the line of its first alternative. */
function argumentDocument(type: TypeNode): Document {
  return type.kind === "union" ? group([ifBroken("| "), alternatives(type)]) : singleDocument(type);
}
