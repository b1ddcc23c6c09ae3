/**
 * Values of TypeScript as JSON that other languages read without a model: `{i}` an integer, `{n}` another number, `{b}` bytes in base64, `{t}` milliseconds
 * since the epoch, `{o}` the entries of an object; lists, texts, booleans and null are themselves.
 */
export type Tagged =
  | null
  | boolean
  | string
  | readonly Tagged[]
  | { readonly i: string }
  | { readonly n: string }
  | { readonly b: string }
  | { readonly t: number }
  | { readonly o: readonly (readonly [string, Tagged])[] };

/** The JSON of a value. Undefined members are absent. */
export function toTagged(value: unknown): Tagged {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint" || Number.isInteger(value)) return { i: String(BigInt(value as number)) };
  if (typeof value === "number") return { n: String(value) };
  if (value instanceof Uint8Array) return { b: Buffer.from(value).toString("base64") };
  if (value instanceof Date) return { t: value.getTime() };
  if (Array.isArray(value)) return value.map(toTagged);
  const entries = Object.entries(value as object).filter(([, one]) => one !== undefined);
  return { o: entries.map(([name, one]) => [name, toTagged(one)] as const) };
}

/** The value of the JSON. Integers are of the type `bigint`, whatever the model calls them, unless `integer` makes others of them. */
export function fromTagged(tagged: Tagged, integer: (text: string) => unknown = BigInt): unknown {
  if (tagged === null || typeof tagged !== "object") return tagged;
  if (Array.isArray(tagged)) return (tagged as readonly Tagged[]).map((one) => fromTagged(one, integer));
  if ("i" in tagged) return integer(tagged.i);
  if ("n" in tagged) return Number(tagged.n);
  if ("b" in tagged) return new Uint8Array(Buffer.from(tagged.b, "base64"));
  if ("t" in tagged) return new Date(tagged.t);
  const { o: entries } = tagged as Extract<Tagged, { readonly o: unknown }>;
  return Object.fromEntries(entries.map(([name, one]) => [name, fromTagged(one, integer)]));
}

/** A value whose integers all are of the type `bigint`, so that clients that know no such type compare. */
export function canonical(value: unknown): unknown {
  return fromTagged(toTagged(value));
}
