import { TransportError } from "../http/transport.js";

/** That no connection to a host came about, and why. */
export function connectFailure(host: string, error: Error): TransportError {
  const { code } = error as NodeJS.ErrnoException;
  return new TransportError("connect", `No connection to ${host}: ${error.message || code || error.name}`, {
    ...(typeof code === "string" ? { code } : {}),
    cause: error,
  });
}

/**
 * Fails with an `ETIMEDOUT` when connecting takes too long, unless the returned function is called before.
 *
 * @param milliseconds undefined for no limit
 */
export function limitConnecting(
  milliseconds: number | undefined,
  host: string,
  fail: (error: TransportError) => void,
): () => void {
  if (milliseconds === undefined) return () => {};
  const timer = setTimeout(() => {
    const error = new Error(`it took longer than ${milliseconds} ms`);
    fail(connectFailure(host, Object.assign(error, { code: "ETIMEDOUT" })));
  }, milliseconds);
  return () => clearTimeout(timer);
}
