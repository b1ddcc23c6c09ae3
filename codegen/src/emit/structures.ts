import type {
  ClassDeclarationStructure,
  ConstructorDeclarationStructure,
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  MethodDeclarationStructure,
  MethodSignatureStructure,
  ParameterDeclarationStructure,
  PropertyDeclarationStructure,
  PropertySignatureStructure,
  StructureKind,
  TypeAliasDeclarationStructure,
  VariableDeclarationKind,
  VariableStatementStructure,
} from "ts-morph";
import { docCommentText, type DocComment } from "./doc-comment.js";
import { propertyKey } from "./escape.js";

/**
 * ts-morph's kinds as numbers, so that emitters need not load ts-morph. A test compares them with ts-morph's own.
 */
export const structureKinds = {
  class: 2 satisfies StructureKind.Class as StructureKind.Class,
  constructor: 5 satisfies StructureKind.Constructor as StructureKind.Constructor,
  function: 13 satisfies StructureKind.Function as StructureKind.Function,
  importDeclaration: 16 satisfies StructureKind.ImportDeclaration as StructureKind.ImportDeclaration,
  interface: 19 satisfies StructureKind.Interface as StructureKind.Interface,
  method: 26 satisfies StructureKind.Method as StructureKind.Method,
  methodSignature: 28 satisfies StructureKind.MethodSignature as StructureKind.MethodSignature,
  parameter: 30 satisfies StructureKind.Parameter as StructureKind.Parameter,
  property: 31 satisfies StructureKind.Property as StructureKind.Property,
  propertySignature: 33 satisfies StructureKind.PropertySignature as StructureKind.PropertySignature,
  sourceFile: 36 satisfies StructureKind.SourceFile as StructureKind.SourceFile,
  typeAlias: 38 satisfies StructureKind.TypeAlias as StructureKind.TypeAlias,
  variableStatement: 41 satisfies StructureKind.VariableStatement as StructureKind.VariableStatement,
} as const;

const constKind = "const" as VariableDeclarationKind.Const;

/** What every declaration can say. Declarations are exported unless told otherwise. */
interface Declared {
  readonly name: string;
  /** Documentation as a model has it (CommonMark or HTML), or with tags. Wrapped and escaped here. */
  readonly docs?: DocComment | string | undefined;
  readonly exported?: boolean | undefined;
}

export interface PropertySpec {
  /** The raw name: quoted here where the language wants it. */
  readonly name: string;
  readonly type: string;
  /** Writes `name?:`. The type should then say `| undefined` itself. */
  readonly optional?: boolean | undefined;
  /** True by default: generated data is readonly. */
  readonly readonly?: boolean | undefined;
  readonly docs?: DocComment | string | undefined;
}

export interface ParameterSpec {
  readonly name: string;
  readonly type?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The default value, as code. */
  readonly initializer?: string | undefined;
}

export interface MethodSpec {
  /** The raw name: quoted here where the language wants it. */
  readonly name: string;
  readonly typeParameters?: readonly string[] | undefined;
  readonly parameters?: readonly ParameterSpec[] | undefined;
  readonly returnType?: string | undefined;
  readonly docs?: DocComment | string | undefined;
}

/** A parameter that the body does not mention is written with an underscore before its name. */
export interface BodySpec {
  /** Whole statements, one a string; each may have several lines, indented from column 0. */
  readonly body: readonly string[];
  readonly async?: boolean | undefined;
}

export function interfaceDeclaration(
  spec: Declared & {
    readonly typeParameters?: readonly string[] | undefined;
    readonly extends?: readonly string[] | undefined;
    readonly properties?: readonly PropertySpec[] | undefined;
    readonly methods?: readonly MethodSpec[] | undefined;
  },
): InterfaceDeclarationStructure {
  return {
    kind: structureKinds.interface,
    name: spec.name,
    isExported: spec.exported ?? true,
    ...docsOf(spec.docs, 0),
    ...typeParametersOf(spec.typeParameters),
    ...(spec.extends === undefined ? {} : { extends: [...spec.extends] }),
    properties: (spec.properties ?? []).map(propertySignature),
    methods: (spec.methods ?? []).map(methodSignature),
  };
}

export function typeAlias(
  spec: Declared & { readonly type: string; readonly typeParameters?: readonly string[] | undefined },
): TypeAliasDeclarationStructure {
  return {
    kind: structureKinds.typeAlias,
    name: spec.name,
    type: spec.type,
    isExported: spec.exported ?? true,
    ...docsOf(spec.docs, 0),
    ...typeParametersOf(spec.typeParameters),
  };
}

/** `export const name: type = value;` with the value as code. */
export function constant(
  spec: Declared & { readonly type?: string | undefined; readonly value: string },
): VariableStatementStructure {
  return {
    kind: structureKinds.variableStatement,
    declarationKind: constKind,
    isExported: spec.exported ?? true,
    ...docsOf(spec.docs, 0),
    declarations: [
      { name: spec.name, initializer: spec.value, ...(spec.type === undefined ? {} : { type: spec.type }) },
    ],
  };
}

export function functionDeclaration(
  spec: Declared &
    BodySpec & {
      readonly typeParameters?: readonly string[] | undefined;
      readonly parameters?: readonly ParameterSpec[] | undefined;
      readonly returnType?: string | undefined;
    },
): FunctionDeclarationStructure {
  return {
    kind: structureKinds.function,
    name: spec.name,
    isExported: spec.exported ?? true,
    isAsync: spec.async ?? false,
    ...docsOf(spec.docs, 0),
    ...signatureOf(spec),
    statements: [...spec.body],
  };
}

export interface ClassPropertySpec extends PropertySpec {
  readonly static?: boolean | undefined;
  readonly override?: boolean | undefined;
  readonly declare?: boolean | undefined;
  /** The first value, as code; the type may then be left empty. */
  readonly initializer?: string | undefined;
}

export interface ClassMethodSpec extends MethodSpec, BodySpec {
  readonly static?: boolean | undefined;
  readonly override?: boolean | undefined;
}

export function classDeclaration(
  spec: Declared & {
    readonly typeParameters?: readonly string[] | undefined;
    readonly extends?: string | undefined;
    readonly implements?: readonly string[] | undefined;
    readonly properties?: readonly ClassPropertySpec[] | undefined;
    readonly constructorMethod?: (BodySpec & Pick<MethodSpec, "parameters" | "docs">) | undefined;
    readonly methods?: readonly ClassMethodSpec[] | undefined;
  },
): ClassDeclarationStructure {
  return {
    kind: structureKinds.class,
    name: spec.name,
    isExported: spec.exported ?? true,
    ...docsOf(spec.docs, 0),
    ...typeParametersOf(spec.typeParameters),
    ...(spec.extends === undefined ? {} : { extends: spec.extends }),
    ...(spec.implements === undefined ? {} : { implements: [...spec.implements] }),
    properties: (spec.properties ?? []).map(propertyDeclaration),
    ctors: spec.constructorMethod === undefined ? [] : [constructorDeclaration(spec.constructorMethod)],
    methods: (spec.methods ?? []).map(methodDeclaration),
  };
}

function propertySignature(spec: PropertySpec): PropertySignatureStructure {
  return {
    kind: structureKinds.propertySignature,
    name: propertyKey(spec.name),
    type: spec.type,
    hasQuestionToken: spec.optional ?? false,
    isReadonly: spec.readonly ?? true,
    ...docsOf(spec.docs, 2),
  };
}

function propertyDeclaration(spec: ClassPropertySpec): PropertyDeclarationStructure {
  return {
    kind: structureKinds.property,
    // A private name is no property key: it must not be quoted.
    name: spec.name.startsWith("#") ? spec.name : propertyKey(spec.name),
    ...(spec.type === "" ? {} : { type: spec.type }),
    hasQuestionToken: spec.optional ?? false,
    isReadonly: spec.readonly ?? true,
    isStatic: spec.static ?? false,
    hasOverrideKeyword: spec.override ?? false,
    hasDeclareKeyword: spec.declare ?? false,
    ...(spec.initializer === undefined ? {} : { initializer: spec.initializer }),
    ...docsOf(spec.docs, 2),
  };
}

function methodSignature(spec: MethodSpec): MethodSignatureStructure {
  return {
    kind: structureKinds.methodSignature,
    name: propertyKey(spec.name),
    ...docsOf(spec.docs, 2),
    ...signatureOf(spec),
  };
}

function methodDeclaration(spec: ClassMethodSpec): MethodDeclarationStructure {
  return {
    kind: structureKinds.method,
    name: propertyKey(spec.name),
    isAsync: spec.async ?? false,
    isStatic: spec.static ?? false,
    hasOverrideKeyword: spec.override ?? false,
    ...docsOf(spec.docs, 2),
    ...signatureOf(spec),
    statements: [...spec.body],
  };
}

function constructorDeclaration(
  spec: BodySpec & Pick<MethodSpec, "parameters" | "docs">,
): ConstructorDeclarationStructure {
  return {
    kind: structureKinds.constructor,
    parameters: (spec.parameters ?? []).map((one) => parameter(one, spec.body)),
    ...docsOf(spec.docs, 2),
    statements: [...spec.body],
  };
}

function signatureOf(
  spec: Pick<MethodSpec, "typeParameters" | "parameters" | "returnType"> & { readonly body?: readonly string[] },
): {
  parameters: ParameterDeclarationStructure[];
  typeParameters?: string[];
  returnType?: string;
} {
  return {
    parameters: (spec.parameters ?? []).map((one) => parameter(one, spec.body)),
    ...typeParametersOf(spec.typeParameters),
    ...(spec.returnType === undefined ? {} : { returnType: spec.returnType }),
  };
}

function parameter(spec: ParameterSpec, body?: readonly string[]): ParameterDeclarationStructure {
  const isUnused = body !== undefined && /^[A-Za-z]/.test(spec.name) && !mentions(body, spec.name);
  return {
    kind: structureKinds.parameter,
    name: isUnused ? `_${spec.name}` : spec.name,
    ...(spec.type === undefined ? {} : { type: spec.type }),
    hasQuestionToken: spec.optional ?? false,
    ...(spec.initializer === undefined ? {} : { initializer: spec.initializer }),
  };
}

function mentions(body: readonly string[], name: string): boolean {
  const word = new RegExp(`(?<![\\w$])${name}(?![\\w$])`);
  return body.some((statement) => word.test(statement));
}

function typeParametersOf(names: readonly string[] | undefined): { typeParameters?: string[] } {
  return names === undefined || names.length === 0 ? {} : { typeParameters: [...names] };
}

function docsOf(docs: DocComment | string | undefined, indent: number): { docs?: string[] } {
  const text = docCommentText(docs, indent);
  return text === undefined ? {} : { docs: [text] };
}
