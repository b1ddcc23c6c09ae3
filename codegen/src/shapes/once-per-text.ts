/**
 * A function of a text that keeps what it computed, so that texts which come again cost nothing. When `limit` texts are kept it forgets them
 * all: a process that runs for days (an editor's, a watcher's) stays bounded, and any one model fits.
 */
export function oncePerText<Value>(limit: number, compute: (text: string) => Value): (text: string) => Value {
  const values = new Map<string, { readonly value: Value }>();
  return (text) => {
    let known = values.get(text);
    if (known === undefined) {
      known = { value: compute(text) };
      if (values.size >= limit) values.clear();
      values.set(text, known);
    }
    return known.value;
  };
}
