import type { CredentialProvider, Credentials } from "./credentials.js";
import type { MaybePromise } from "./maybe-promise.js";

/** Temporary credentials are replaced this long before they end, so that none ends while a request is under way. */
const refreshEarly = 5 * 60_000;

/**
 * Keeps what a provider said until shortly before it expires. Callers that need credentials at the same time share one question to
 * the provider. When it fails while the old ones still hold, those serve on.
 */
export function cacheCredentials(provider: CredentialProvider, now: () => number): () => MaybePromise<Credentials> {
  let known: Credentials | undefined;
  let pending: Promise<Credentials> | undefined;
  const holdsFor = (margin: number): boolean => !(Number(known?.expiration ?? Infinity) <= now() + margin);
  const ask = async (): Promise<Credentials> => {
    try {
      return (known = await provider());
    } catch (error) {
      if (known && holdsFor(0)) return known;
      throw error;
    } finally {
      pending = undefined;
    }
  };
  return () => (known && holdsFor(refreshEarly) ? known : (pending ??= ask()));
}
