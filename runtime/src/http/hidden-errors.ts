/** Who is told of what goes wrong inside a stream of bytes that its reader sees end in order. */
const listeners = new WeakMap<ReadableStream, (error: unknown) => void>();

/** Has `listener` told of each error that the bytes of a stream say less of than it is. */
export function listenForHidden(stream: ReadableStream, listener: (error: unknown) => void): void {
  listeners.set(stream, listener);
}

/** Tells whoever listens of an error that the bytes of the stream say less of. */
export function tellHidden(stream: ReadableStream, error: unknown): void {
  listeners.get(stream)?.(error);
}
