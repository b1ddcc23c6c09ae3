/** A JSON value, as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Only own members count. */
export interface JsonObject {
  readonly [key: string]: Json;
}
