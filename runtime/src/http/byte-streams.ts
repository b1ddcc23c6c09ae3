import { pulled, type Pulled } from "./pulled.js";

/** Bytes that come piece by piece. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Whether a body is a stream rather than text or bytes. */
export function isStream(body: unknown): body is ReadableStream<Uint8Array> {
  return body instanceof ReadableStream;
}

/**
 * The pieces of a stream. Leaving the loop early cancels the stream.
 *
 * @param failed told of the error that the stream fails with; what it throws takes the place of that
 */
export function chunksOf(source: ByteSource, failed?: (error: unknown) => void): Pulled<Uint8Array> {
  return pulled(source, {
    each: (piece) => [piece],
    failed(error) {
      failed?.(error);
      return undefined;
    },
  });
}

/** A stream that makes its next piece when somebody waits for it, and tells the source when nobody will. */
export function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A stream of bytes that are there already. */
export function streamOfBytes(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** The pieces as one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/**
 * The whole of a stream.
 *
 * @param tooLong makes the error for a stream that is longer than `maximum` bytes
 */
export async function collect(source: ByteSource, maximum: number, tooLong: () => Error): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of chunksOf(source)) {
    length += piece.length;
    if (length > maximum) throw tooLong();
    pieces.push(piece);
  }
  return joinBytes(pieces);
}
