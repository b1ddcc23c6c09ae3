/**
 * Received data is not what the model says: broken JSON, or a value of another type. The message names the place and the types,
 * never the value.
 */
export class DecodeError extends Error {
  /** JSON pointer (RFC 6901) to the value; the empty string for the whole document. */
  declare readonly path: string;
  /** The sentence without the place: `expected a string, but found a number`. */
  declare readonly problem: string;

  constructor(path: string, problem: string) {
    super(path === "" ? `Invalid body: ${problem}` : `Invalid value at '${path}': ${problem}`);
    this.name = "DecodeError";
    this.path = path;
    this.problem = problem;
  }
}

/** A value that has no form on the wire, such as a fraction where the model says integer. A defect of whoever made the value. */
export class EncodeError extends Error {
  /** The member or shape it was written for, as `Layer.layerSize`. */
  declare readonly where: string;

  constructor(where: string, problem: string) {
    super(`${where}: ${problem}`);
    this.name = "EncodeError";
    this.where = where;
  }
}

/** A {@link DecodeError} for a value of the wrong type. `expected` has its article: `a string`. */
export function unexpected(path: string, expected: string, value: unknown): DecodeError {
  return new DecodeError(path, `expected ${expected}, but found ${typeName(value)}`);
}

/** An {@link EncodeError} for a value of the wrong type. */
export function unwritable(where: string, expected: string, value: unknown): EncodeError {
  return new EncodeError(where, `expected ${expected}, but got ${typeName(value)}`);
}

/** What is thrown when the value at `key` below `path` was refused: the same problem at its whole path. */
export function locate(error: unknown, path: string, key: string | number): unknown {
  if (!(error instanceof DecodeError)) return error;
  return new DecodeError(`${path}/${typeof key === "number" ? key : escapePointer(key)}${error.path}`, error.problem);
}

/** A reference token of a JSON pointer (RFC 6901, section 3). */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function typeName(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "object") return `a ${typeof value}`;
  // A number token, told by its members, so that formats without such tokens do not carry their class.
  return "text" in value && "toNumber" in value ? "a number" : "an object";
}
