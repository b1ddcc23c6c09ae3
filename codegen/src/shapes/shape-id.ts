/** An absolute shape ID: `namespace#Shape` or `namespace#Shape$member` (Smithy 2.0, "Shape ID"). */
export type ShapeId = string;

const identifier = "(?:_+[A-Za-z0-9]|[A-Za-z])[A-Za-z0-9_]*";
const identifierPattern = new RegExp(`^${identifier}$`);
const namespacePattern = new RegExp(`^${identifier}(?:\\.${identifier})*$`);
const shapeIdPattern = new RegExp(`^${identifier}(?:\\.${identifier})*#${identifier}(?:\\$${identifier})?$`);

/** The grammar's `identifier`. */
export function isIdentifier(text: string): boolean {
  return identifierPattern.test(text);
}

/** The grammar's `namespace`. */
export function isNamespace(text: string): boolean {
  return namespacePattern.test(text);
}

/** The grammar's `absolute_root_shape_id`, with or without a member. */
export function isShapeId(text: string): boolean {
  return shapeIdPattern.test(text);
}

/** `namespace#name`, or `namespace#name$member`. Whether the parts are identifiers is for the caller to know. */
export function shapeId(namespace: string, name: string, member?: string): ShapeId {
  return member === undefined ? `${namespace}#${name}` : `${namespace}#${name}$${member}`;
}

/** The `namespace` of `namespace#Shape$member`; the empty string when the ID has none. */
export function namespaceOf(id: ShapeId): string {
  const hash = id.indexOf("#");
  return hash < 0 ? "" : id.slice(0, hash);
}

/** The `Shape` of `namespace#Shape$member`. */
export function nameOf(id: ShapeId): string {
  const start = id.indexOf("#") + 1;
  const dollar = id.indexOf("$", start);
  return dollar < 0 ? id.slice(start) : id.slice(start, dollar);
}

/** The `member` of `namespace#Shape$member`; undefined when the ID names a shape. */
export function memberNameOf(id: ShapeId): string | undefined {
  const dollar = id.indexOf("$");
  return dollar < 0 ? undefined : id.slice(dollar + 1);
}

/** The ID without its member. */
export function containerOf(id: ShapeId): ShapeId {
  const dollar = id.indexOf("$");
  return dollar < 0 ? id : id.slice(0, dollar);
}

/** The ID of a member, from that of its container. */
export function withMember(id: ShapeId, member: string): ShapeId {
  return `${id}$${member}`;
}

/** Smithy's order of IDs: by letter without case, then by case. Negative where `left` comes first. */
export function compareShapeIds(left: ShapeId, right: ShapeId): number {
  return compareTexts(left.toLowerCase(), right.toLowerCase()) || compareTexts(left, right);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left === right ? 0 : 1;
}
