/**
 * A service's command line as plain data, as the generator writes it. It holds no sentences: those are in {@link CommandLineTexts},
 * which is loaded only when somebody asks for help.
 */
export interface CommandLineDescription {
  /** The name of the command: `tsmith-ecr`. */
  readonly program: string;
  /** The version of the generated package. */
  readonly version: string;
  /** The service as people know it: `ECR`. */
  readonly title: string;
  /** The version of the service's interface: `2015-09-21`. */
  readonly apiVersion: string;
  /** Commands by name, in the order of the model: `batch-check-layer-availability`. */
  readonly commands: Readonly<Record<string, CommandDescription>>;
  /** Shapes that commands refer to, by a name of their own. */
  readonly shapes: Readonly<Record<string, ShapeDescription>>;
  /** Imports the operations; called when a command really calls its service. */
  readonly operations: () => Promise<Readonly<Record<string, unknown>>>;
  /** Imports the texts of help pages. */
  readonly texts: () => Promise<CommandLineTexts>;
}

export interface CommandDescription {
  /** The operation's name in the model. */
  readonly operation: string;
  /** The name of its function among the operations. */
  readonly function: string;
  /** Its input and output structures; absent where the operation has none. */
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  /** Top-level input members by flag, in the order of the model: `repository-name` to `repositoryName`. */
  readonly flags: Readonly<Record<string, string>>;
  /** How the operation pages its result (Smithy 2.0, "paginated trait"). Paths have dots between members. */
  readonly pages?: PagesDescription | undefined;
}

export interface PagesDescription {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly items?: string | undefined;
  readonly pageSize?: string | undefined;
}

/** What a shape holds. `name` is its name in the model where the key differs. Bounds are those that are checked before sending. */
export type ShapeDescription =
  | StructureDescription
  | ListDescription
  | MapDescription
  | TextDescription
  | NumberDescription
  | TimestampDescription
  | BlobDescription
  | PlainDescription;

export interface MemberDescription {
  readonly shape: string;
  readonly required?: boolean | undefined;
  /** Its own lower bound, of length or value, in place of its shape's. */
  readonly minimum?: string | undefined;
  /** Its values are never shown in messages and traces. */
  readonly sensitive?: true | undefined;
}

export interface StructureDescription {
  readonly type: "structure" | "union";
  /** In the order of the model. */
  readonly members: Readonly<Record<string, MemberDescription>>;
  readonly sensitive?: true | undefined;
}

export interface ListDescription {
  readonly type: "list";
  readonly member: MemberDescription;
  readonly sparse?: true | undefined;
  readonly minimum?: number | undefined;
  readonly sensitive?: true | undefined;
}

export interface MapDescription {
  readonly type: "map";
  readonly key: MemberDescription;
  readonly value: MemberDescription;
  readonly sparse?: true | undefined;
  readonly sensitive?: true | undefined;
}

export interface TextDescription {
  readonly type: "string";
  readonly values?: readonly string[] | undefined;
  /** In Unicode characters. */
  readonly minimum?: number | undefined;
  readonly sensitive?: true | undefined;
}

export interface NumberDescription {
  readonly type: "byte" | "short" | "integer" | "long" | "float" | "double" | "bigInteger" | "bigDecimal";
  /** How the operation takes it, where not as a number. */
  readonly as?: "bigint" | "string" | undefined;
  /** As it is written in the model. */
  readonly minimum?: string | undefined;
  readonly sensitive?: true | undefined;
}

export interface TimestampDescription {
  readonly type: "timestamp";
  readonly sensitive?: true | undefined;
}

export interface BlobDescription {
  readonly type: "blob";
  /** A stream: its flag takes the path of a file. */
  readonly streaming?: true | undefined;
  readonly sensitive?: true | undefined;
}

export interface PlainDescription {
  readonly type: "boolean" | "document";
  readonly sensitive?: true | undefined;
}

/** The sentences of help pages, plain text with paragraphs between empty lines. */
export interface CommandLineTexts {
  readonly service: string;
  /** By command. */
  readonly commands: Readonly<Record<string, string>>;
  /** By shape, as in the description: what a member says, and what its shape says where the member is silent. */
  readonly members: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The shape with this key.
 *
 * @throws Error when there is none: a defect of the generated description.
 */
export function shapeOf(description: CommandLineDescription, key: string): ShapeDescription {
  const shape = description.shapes[key];
  if (shape === undefined) throw new Error(`The command line has no description of ${key}`);
  return shape;
}

/** Whether a member's values are sensitive, or may hold what is. */
export function holdsSensitive(
  description: CommandLineDescription,
  member: MemberDescription,
  visited: ReadonlySet<string> = new Set(),
): boolean {
  const shape = shapeOf(description, member.shape);
  if (member.sensitive === true || shape.sensitive === true) return true;
  if (visited.has(member.shape)) return false;
  const inside = new Set(visited).add(member.shape);
  switch (shape.type) {
    case "structure":
    case "union":
      return Object.values(shape.members).some((target) => holdsSensitive(description, target, inside));
    case "list":
      return holdsSensitive(description, shape.member, inside);
    case "map":
      return holdsSensitive(description, shape.key, inside) || holdsSensitive(description, shape.value, inside);
    default:
      return false;
  }
}

/** The name that the model gives to a shape: keys of the prelude's shapes are whole shape IDs. */
export function shapeName(key: string): string {
  return key.slice(key.indexOf("#") + 1);
}

/** The members of an operation's input or output; none where it has no such structure. */
export function membersOf(
  description: CommandLineDescription,
  key: string | undefined,
): Readonly<Record<string, MemberDescription>> {
  if (key === undefined) return {};
  const shape = shapeOf(description, key);
  return shape.type === "structure" || shape.type === "union" ? shape.members : {};
}

export function isNumberShape(shape: ShapeDescription): shape is NumberDescription {
  return isIntegerShape(shape) || shape.type === "float" || shape.type === "double" || shape.type === "bigDecimal";
}

export function isIntegerShape(shape: ShapeDescription): boolean {
  return ["byte", "short", "integer", "long", "bigInteger"].includes(shape.type);
}

export function isComplexShape(shape: ShapeDescription): boolean {
  return ["structure", "union", "list", "map"].includes(shape.type);
}
