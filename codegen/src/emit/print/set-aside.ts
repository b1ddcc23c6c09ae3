import type {
  ClassDeclarationStructure,
  ConstructorDeclarationStructure,
  InterfaceDeclarationStructure,
  MethodDeclarationStructure,
  SourceFileStructure,
  StatementStructures,
} from "ts-morph";

/** A text that is put back after ts-morph has printed what is around it. */
export interface Aside {
  /** Whole statements one by one, the one expression, or the inside of the one comment. */
  readonly texts: readonly string[];
  /** Blocks around the text: 0 for a whole statement or an initialiser, 1 in a function, 2 in a method. */
  readonly depth: number;
  /** `statements`: whole statements, which can be formatted by themselves. `expression`: part of a statement. `comment`: JSDoc. */
  readonly kind: "statements" | "expression" | "comment";
}

type Statement = string | StatementStructures;

/**
 * Takes the texts of emitters out of a structure and leaves short marks in their places. ts-morph writes character by
 * character and indents what follows an `=`; a mark costs it nothing, and the text stays as it was.
 */
export function setAside(structure: SourceFileStructure, asides: Aside[]): SourceFileStructure {
  const { statements } = structure;
  if (!Array.isArray(statements)) return structure;
  return {
    ...structure,
    statements: statements.map((statement) =>
      typeof statement === "function" ? statement : setStatementAside(statement, asides),
    ),
  };
}

/** The mark of an aside, an identifier that no model can have written. */
function mark(asides: Aside[], aside: Aside): string {
  asides.push(aside);
  return `\u{1D6C3}${asides.length - 1}_`;
}

function setStatementAside(statement: Statement, asides: Aside[]): Statement {
  if (typeof statement === "string") {
    const text = statement.trim();
    const name = mark(asides, { texts: [text], depth: 0, kind: "statements" });
    // ts-morph leaves a blank line after whatever ends with a brace.
    return text.endsWith("}") ? `{${name}}` : `${name};`;
  }
  // The kinds of `structures.ts`, which this file cannot import without a cycle of values.
  if ("declarations" in statement) {
    return {
      ...withoutDocs(statement, asides),
      declarations: statement.declarations.map((declaration) =>
        typeof declaration.initializer === "string" && declaration.initializer.includes("\n")
          ? {
              ...declaration,
              initializer: mark(asides, {
                texts: [declaration.initializer],
                depth: 0,
                kind: "expression",
              }),
            }
          : declaration,
      ),
    };
  }
  if ("ctors" in statement) return setClassAside(statement, asides);
  if (isInterface(statement)) return setInterfaceAside(statement, asides);
  if ("statements" in statement) {
    return { ...withoutDocs(statement, asides), ...bodyAside(statement.statements, 1, asides) };
  }
  return withoutDocs(statement, asides);
}

function isInterface(statement: StatementStructures): statement is InterfaceDeclarationStructure {
  return "properties" in statement && !("ctors" in statement);
}

function setInterfaceAside(statement: InterfaceDeclarationStructure, asides: Aside[]): InterfaceDeclarationStructure {
  return {
    ...withoutDocs(statement, asides),
    properties: (statement.properties ?? []).map((member) => withoutDocs(member, asides)),
    methods: (statement.methods ?? []).map((member) => withoutDocs(member, asides)),
  };
}

function setClassAside(statement: ClassDeclarationStructure, asides: Aside[]): ClassDeclarationStructure {
  const withoutBody = <T extends ConstructorDeclarationStructure | MethodDeclarationStructure>(member: T): T => ({
    ...withoutDocs(member, asides),
    ...bodyAside(member.statements, 2, asides),
  });
  return {
    ...withoutDocs(statement, asides),
    properties: (statement.properties ?? []).map((member) => withoutDocs(member, asides)),
    ctors: (statement.ctors ?? []).map(withoutBody),
    methods: (statement.methods ?? []).map(withoutBody),
  };
}

/** With a mark in place of each comment's text: ts-morph writes it by characters, and the compiler looks for tags in it. */
function withoutDocs<T>(node: T, asides: Aside[]): T {
  const { docs } = node as { readonly docs?: unknown };
  if (!Array.isArray(docs) || docs.length === 0 || !docs.every((text) => typeof text === "string")) return node;
  return { ...node, docs: docs.map((text) => mark(asides, { texts: [text], depth: 0, kind: "comment" })) };
}

/** A comment as ts-morph puts it, behind the indentation of its first line. */
export function commentOf(text: string, indentation: string): string {
  const [first = "", ...others] = text.split("\n");
  if (others.length === 0) return `${indentation}/** ${first} */`;
  const lines = first === "" ? others : [first, ...others];
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"]
    .map((line) => indentation + line)
    .join("\n");
}

/** A body as one mark. Left alone where its lines must not be indented: inside a template. */
function bodyAside(body: unknown, depth: number, asides: Aside[]): { statements?: string[] } {
  if (!Array.isArray(body) || body.length === 0 || !body.every((entry) => typeof entry === "string")) return {};
  const entries = body.map((entry) => entry.trimEnd()).filter((entry) => entry !== "");
  if (entries.length === 0 || entries.some((entry) => entry.includes("`") && entry.includes("\n"))) return {};
  return { statements: [`${mark(asides, { texts: wholeStatements(entries), depth, kind: "statements" })};`] };
}

/** Joins entries that are only together a statement: an opening line, what it holds, and the closing line. */
function wholeStatements(entries: readonly string[]): readonly string[] {
  const statements: string[] = [];
  let open = 0;
  for (const entry of entries) {
    const last = statements.at(-1);
    if (last !== undefined && (open !== 0 || /^\s*(?:else|catch|finally|while|[.?:&|)\]}+])/.test(entry))) {
      statements[statements.length - 1] = joinStatements([last, entry]);
    } else {
      statements.push(entry);
    }
    open += balanceOf(entry);
  }
  return statements;
}

/** Brackets that a text opens without closing them. */
function balanceOf(text: string): number {
  let balance = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[([{}\])]/g)) {
    if (token === "(" || token === "[" || token === "{") balance += 1;
    else if (token.length === 1) balance -= 1;
  }
  return balance;
}

/** Statements as ts-morph puts them: one a line, a blank line after what ends with a brace unless a block ends there too. */
export function joinStatements(statements: readonly string[], shown: readonly string[] = statements): string {
  return statements
    .map((text, index) => {
      const before = statements[index - 1];
      if (before === undefined) return shown[index];
      const isApart = before.endsWith("}") && !/^\s*[)}\]]/.test(text);
      return `${isApart ? "\n\n" : "\n"}${shown[index] ?? ""}`;
    })
    .join("");
}
