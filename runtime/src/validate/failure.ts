interface FailureCommon {
  /** JSON pointer (RFC 6901) to the value, such as `/layerDigests/3`; the empty string for the whole input. */
  readonly path: string;
  /** Smithy's text. It shows lengths, bounds and modelled values, never the value that failed. */
  readonly message: string;
}

/** A value of another type than the shape's. */
export interface TypeFailure extends FailureCommon {
  readonly constraint: "type";
  /** The type in Smithy's words: `string`, `structure`, `timestamp`, …. */
  readonly expected: string;
}

/** A required member without a value, or a null in a list or map that is not sparse. */
export interface RequiredFailure extends FailureCommon {
  readonly constraint: "required";
}

/** `length`: Unicode scalar values of a string, bytes of a blob, items of a list, entries of a map. */
export interface LengthFailure extends FailureCommon {
  readonly constraint: "length";
  readonly length: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export interface PatternFailure extends FailureCommon {
  readonly constraint: "pattern";
  /** The regular expression as the model writes it. */
  readonly pattern: string;
}

/** `range`; also a byte, short or integer outside its type's own range. Bounds are decimal numerals as the model writes them. */
export interface RangeFailure extends FailureCommon {
  readonly constraint: "range";
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

export interface EnumFailure extends FailureCommon {
  readonly constraint: "enum";
  /** The values of the enum or intEnum, without those marked `internal`. */
  readonly values: readonly (string | number)[];
}

export interface UniqueItemsFailure extends FailureCommon {
  readonly constraint: "uniqueItems";
}

/** A union with no member set, or with more than one. */
export interface UnionFailure extends FailureCommon {
  readonly constraint: "union";
  readonly members: readonly string[];
}

/** A `long` beyond 2^53 - 1, which a JavaScript number would round. */
export interface UnsafeIntegerFailure extends FailureCommon {
  readonly constraint: "unsafe-integer";
}

/** Data nested deeper than {@link maximumDepth}. */
export interface DepthFailure extends FailureCommon {
  readonly constraint: "depth";
  readonly max: number;
}

/** One way in which a value breaks its model. */
export type ValidationFailure =
  | TypeFailure
  | RequiredFailure
  | LengthFailure
  | PatternFailure
  | RangeFailure
  | EnumFailure
  | UniqueItemsFailure
  | UnionFailure
  | UnsafeIntegerFailure
  | DepthFailure;

export type Constraint = ValidationFailure["constraint"];

/**
 * The outcome of `parseX`. The value is the input itself when it had nothing but modelled members, else a copy without the
 * others.
 */
export type ParseResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failures: readonly ValidationFailure[] };

/** How deep values of recursive shapes may nest. Deeper input would exhaust the stack. */
export const maximumDepth = 256;
