import { Node, type ClassDeclaration, type ObjectLiteralExpression } from "ts-morph";
import type { HandlersPlace } from "./find-handlers.js";

/** A handler that a file has. */
export interface KnownHandler {
  readonly name: string;
  /** Where it stands; undefined when it comes from a spread object or a base class. */
  readonly node: Node | undefined;
}

export interface KnownHandlers {
  readonly handlers: readonly KnownHandler[];
  /** What could bring handlers that nobody can name: a computed key, an object of unknown type. */
  readonly unknown: readonly Node[];
}

/** The handlers that a place has, its own and those that it takes from elsewhere. */
export function knownHandlers(place: HandlersPlace): KnownHandlers {
  return place.kind === "object" ? handlersOfObject(place.node) : handlersOfClass(place.node);
}

function handlersOfObject(object: ObjectLiteralExpression): KnownHandlers {
  const handlers: KnownHandler[] = [];
  const unknown: Node[] = [];
  for (const property of object.getProperties()) {
    if (Node.isSpreadAssignment(property)) {
      const names = propertyNamesOf(property.getExpression());
      if (names === undefined) unknown.push(property);
      else handlers.push(...names.map((name) => ({ name, node: undefined })));
    } else {
      const name = nameOf(property.getNameNode());
      if (name === undefined) unknown.push(property);
      else handlers.push({ name, node: property });
    }
  }
  return { handlers, unknown };
}

function handlersOfClass(declaration: ClassDeclaration): KnownHandlers {
  const handlers: KnownHandler[] = [];
  const unknown: Node[] = [];
  for (const member of declaration.getInstanceMembers()) {
    if (Node.isParameterDeclaration(member)) continue;
    const node = member.getNameNode();
    const name = nameOf(node);
    if (name !== undefined) handlers.push({ name, node: member });
    else if (!Node.isPrivateIdentifier(node)) unknown.push(member);
  }
  const base = declaration.getExtends();
  if (base !== undefined) {
    const names = declaration.getBaseTypes().flatMap((type) => type.getProperties().map((symbol) => symbol.getName()));
    const isKnown = declaration.getBaseTypes().length > 0 && !declaration.getBaseTypes().some((type) => type.isAny());
    if (isKnown) handlers.push(...names.map((name) => ({ name, node: undefined })));
    else unknown.push(base);
  }
  return { handlers, unknown };
}

/** The properties that an expression's type certainly has; undefined when the type says nothing. */
function propertyNamesOf(expression: Node): readonly string[] | undefined {
  const type = expression.getType();
  if (type.isAny() || type.isUnknown() || type.isTypeParameter() || type.getStringIndexType() !== undefined) {
    return undefined;
  }
  return type
    .getProperties()
    .filter((symbol) => !symbol.isOptional())
    .map((symbol) => symbol.getName());
}

function nameOf(node: Node): string | undefined {
  if (Node.isIdentifier(node)) return node.getText();
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (Node.isComputedPropertyName(node)) {
    const expression = node.getExpression();
    return Node.isStringLiteral(expression) ? expression.getLiteralText() : undefined;
  }
  return undefined;
}
