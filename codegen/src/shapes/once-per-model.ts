import type { Model } from "./model.js";

/** A function of a model that computes its value when it is first asked for, and once per model. */
export function oncePerModel<Value>(compute: (model: Model) => Value): (model: Model) => Value {
  const values = new WeakMap<Model, { readonly value: Value }>();
  return (model) => {
    let known = values.get(model);
    if (known === undefined) {
      known = { value: compute(model) };
      values.set(model, known);
    }
    return known.value;
  };
}

/** {@link oncePerModel} for a function of a model and a key. */
export function oncePerKey<Key, Value>(compute: (model: Model, key: Key) => Value): (model: Model, key: Key) => Value {
  const ofModel = oncePerModel(() => new Map<Key, { readonly value: Value }>());
  return (model, key) => {
    const values = ofModel(model);
    let known = values.get(key);
    if (known === undefined) {
      known = { value: compute(model, key) };
      values.set(key, known);
    }
    return known.value;
  };
}
