import {
  Node,
  type ClassDeclaration,
  type Expression,
  type ObjectLiteralExpression,
  type SourceFile,
  type TypeNode,
} from "ts-morph";
import type { HandlersSpec } from "./handlers-spec.js";

/** The place in a file where handlers are: an object literal, or a class. */
export type HandlersPlace =
  | { readonly kind: "object"; readonly node: ObjectLiteralExpression }
  /** `handlersType` is the text of what it implements, type arguments and all. */
  | { readonly kind: "class"; readonly node: ClassDeclaration; readonly handlersType: string };

/**
 * Every place that a file types as the generated interface: `const x: EcrHandlers = {…}`, `{…} satisfies EcrHandlers`, a
 * function that returns EcrHandlers, an argument of createEcrServer, and `class X implements EcrHandlers`.
 */
export function findHandlers(file: SourceFile, spec: HandlersSpec): readonly HandlersPlace[] {
  const typeNames = localNamesOf(file, spec, spec.interfaceName);
  const createNames = localNamesOf(file, spec, spec.createServerName);
  const places = new Map<Node, HandlersPlace>();
  const addObject = (expression: Expression | undefined): void => {
    const node = objectOf(expression);
    if (node !== undefined) places.set(node, { kind: "object", node });
  };
  const isHandlers = (type: TypeNode | undefined): boolean => typeNames.has(nameOfType(type) ?? "");
  file.forEachDescendant((node) => {
    if (Node.isVariableDeclaration(node) || Node.isPropertyDeclaration(node)) {
      if (isHandlers(node.getTypeNode())) addObject(node.getInitializer());
    } else if (Node.isSatisfiesExpression(node) || Node.isAsExpression(node)) {
      if (isHandlers(node.getTypeNode())) addObject(node.getExpression());
    } else if (Node.isCallExpression(node)) {
      const [first] = node.getArguments();
      if (createNames.has(node.getExpression().getText()) && Node.isExpression(first)) addObject(first);
    } else if (Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node) || Node.isFunctionExpression(node)) {
      if (isHandlers(node.getReturnTypeNode())) addReturned(node.getBody(), addObject);
    } else if (Node.isArrowFunction(node)) {
      if (!isHandlers(node.getReturnTypeNode())) return;
      const body = node.getBody();
      if (Node.isExpression(body)) addObject(body);
      else addReturned(body, addObject);
    } else if (Node.isClassDeclaration(node)) {
      const implemented = node.getImplements().find((clause) => typeNames.has(clause.getExpression().getText()));
      if (implemented !== undefined) places.set(node, { kind: "class", node, handlersType: implemented.getText() });
    }
  });
  return [...places.values()];
}

/** The objects that a function's own return statements give. */
function addReturned(body: Node | undefined, add: (expression: Expression | undefined) => void): void {
  body?.forEachDescendant((node, traversal) => {
    if (Node.isReturnStatement(node)) add(node.getExpression());
    else if (Node.isFunctionLikeDeclaration(node) || Node.isClassDeclaration(node)) traversal.skip();
  });
}

/** What the file calls an export of the generated package; its own name when the file does not import it. */
function localNamesOf(file: SourceFile, spec: HandlersSpec, exported: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const declaration of file.getImportDeclarations()) {
    const namespace = declaration.getNamespaceImport()?.getText();
    const specifier = declaration.getModuleSpecifierValue();
    if (namespace !== undefined && specifier.startsWith(spec.packageName)) names.add(`${namespace}.${exported}`);
    for (const entry of declaration.getNamedImports()) {
      if (entry.getName() === exported) names.add(entry.getAliasNode()?.getText() ?? exported);
    }
  }
  return names;
}

function nameOfType(type: TypeNode | undefined): string | undefined {
  return Node.isTypeReference(type) ? type.getTypeName().getText() : undefined;
}

function objectOf(expression: Expression | undefined): ObjectLiteralExpression | undefined {
  if (Node.isObjectLiteralExpression(expression)) return expression;
  if (
    Node.isParenthesizedExpression(expression) ||
    Node.isSatisfiesExpression(expression) ||
    Node.isAsExpression(expression)
  ) {
    return objectOf(expression.getExpression());
  }
  return undefined;
}
