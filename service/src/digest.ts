/** A content digest whose parts are safe to build a path of: `algorithm` and `encoded` hold no separator and no dot segment. */
export interface Digest {
  readonly algorithm: "sha256" | "sha512";
  /** Lower-case hexadecimal of the algorithm's length. */
  readonly encoded: string;
}

/**
 * What a digest's text is: one that a layout can hold, a well-formed one of an algorithm that no layout here holds, or
 * neither (OCI image specification, "Digests").
 */
export type ParsedDigest =
  { readonly kind: "stored"; readonly digest: Digest } | { readonly kind: "foreign" | "malformed" };

const encodedLength = { sha256: 64, sha512: 128 } as const;
/** Hexadecimal whatever the algorithm, as the service's model has it. */
const wellFormed = /^[A-Za-z0-9]+(?:[+._-][A-Za-z0-9]+)*:[A-Fa-f0-9]+$/;

export function parseDigest(text: string): ParsedDigest {
  if (!wellFormed.test(text)) return { kind: "malformed" };
  const colon = text.indexOf(":");
  const algorithm = text.slice(0, colon);
  const encoded = text.slice(colon + 1);
  if (algorithm !== "sha256" && algorithm !== "sha512") return { kind: "foreign" };
  // The registered algorithms are written in lower-case hexadecimal of full length only.
  if (encoded.length !== encodedLength[algorithm] || !/^[0-9a-f]+$/.test(encoded)) return { kind: "malformed" };
  return { kind: "stored", digest: { algorithm, encoded } };
}

export function formatDigest(digest: Digest): string {
  return `${digest.algorithm}:${digest.encoded}`;
}
