import { chunksOf, joinBytes, type ByteSource } from "../http/byte-streams.js";
import type { Pulled } from "../http/pulled.js";

/** Reads lines and runs of bytes from a source, however it is cut. */
export class ByteReader {
  readonly #source: Pulled<Uint8Array>;
  readonly #broken: (problem: string) => Error;
  #rest: Uint8Array = new Uint8Array(0);

  /** @param broken makes the error for a source that ends too early or has a line that is too long */
  constructor(source: ByteSource, broken: (problem: string) => Error) {
    this.#source = chunksOf(source);
    this.#broken = broken;
  }

  /** A line in Latin 1, without the line end that it must have. */
  async line(maximum: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      const piece = this.#rest.subarray(0, end < 0 ? this.#rest.length : end + 1);
      pieces.push(piece);
      length += piece.length;
      if (length > maximum) throw this.#broken("a line is too long");
      this.#rest = this.#rest.subarray(piece.length);
      if (end >= 0) break;
      await this.#more();
    }
    const text = String.fromCharCode(...joinBytes(pieces));
    if (!text.endsWith("\r\n")) throw this.#broken("a line has no end");
    return text.slice(0, -2);
  }

  /** So many bytes as they come. */
  async *pieces(length: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let missing = length; missing > 0;) {
      if (this.#rest.length === 0) await this.#more();
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  /** So many bytes at once. */
  async whole(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(length)) pieces.push(piece);
    return joinBytes(pieces);
  }

  /** Whether nothing is left. */
  async atEnd(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#source.next();
      if (done === true) return true;
      this.#rest = value;
    }
    return false;
  }

  /** Tells the source that nobody reads on. */
  async leave(): Promise<void> {
    await this.#source.return();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next();
    if (done === true) throw this.#broken("it ended too early");
    this.#rest = value;
  }
}
