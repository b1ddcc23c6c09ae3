/** A value, or a promise of it: Node hashes at once, WebCrypto only promises to. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with the value as soon as it is there: at once where nothing has to be waited for. */
export function chain<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
