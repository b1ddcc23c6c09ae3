import { createHash } from "node:crypto";

/** 128 bits of SHA-256 in hexadecimal: enough to tell contents apart, short enough to read in a diff. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  // Lengths keep ("ab", "c") and ("a", "bc") apart.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex").slice(0, 32);
}

/** The hash of a text file, the same whether a checkout wrote `\n` or `\r\n`. */
export function contentHash(text: string): string {
  return hashOf(text.replace(/\r\n?/g, "\n"));
}
