import { errorNameOf, unmodelledError } from "../../client/unmodelled-error.js";
import {
  cborKeys,
  decodeCbor,
  hasMore,
  openMap,
  readMember,
  readText,
  skipItem,
  type CborReader,
} from "../../codec/cbor/index.js";
import type { ServiceError, ServiceErrorOptions } from "../../errors/index.js";

/** Reads the members of an error and makes an instance of its class. */
export type ReceiveCborError = (reader: CborReader, options?: ServiceErrorOptions) => ServiceError;
export type ReceiveJsonError = (value: unknown, path: string, options?: ServiceErrorOptions) => ServiceError;

/**
 * The error in the body of an unsuccessful response (Smithy RPC v2, "Operation error serialization"). Its name is in `__type` and nowhere
 * else. What the operation does not list, or what is no CBOR at all, is a plain `ServiceError`.
 *
 * @param errors what reads each error that the operation lists, by its name
 */
export function readCborError(
  body: Uint8Array,
  errors: Readonly<Record<string, ReceiveCborError>>,
  options: ServiceErrorOptions,
): ServiceError {
  const { type, message } = headOf(body);
  const name = errorNameOf(type);
  const receive = Object.hasOwn(errors, name) ? errors[name] : undefined;
  const read = (): ServiceError | undefined =>
    receive === undefined ? undefined : decodeCbor(body, (reader) => receive(reader, options));
  return attempt(read) ?? unmodelledError(options, name, message);
}

/** {@link readCborError} from JSON. */
export function readJsonError(
  body: Uint8Array,
  errors: Readonly<Record<string, ReceiveJsonError>>,
  parse: (text: string) => unknown,
  options: ServiceErrorOptions,
): ServiceError {
  const parsed = attempt(() => parse(new TextDecoder().decode(body)));
  const value: Readonly<Record<string, unknown>> = typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  const name = errorNameOf(value["__type"]);
  const receive = Object.hasOwn(errors, name) ? errors[name] : undefined;
  return (
    attempt(() => receive?.(value, "", options)) ?? unmodelledError(options, name, value["message"] ?? value["Message"])
  );
}

interface ErrorHead {
  readonly type: string | undefined;
  readonly message: string | undefined;
}

const headKeys = /* @__PURE__ */ cborKeys(["__type", "message"], { Message: 1 });

/** Name and text of an error, as far as the body can be read. */
function headOf(body: Uint8Array): ErrorHead {
  const found: (string | undefined)[] = [undefined, undefined];
  attempt(() =>
    decodeCbor(body, (reader) => {
      let key = -1;
      for (let left = openMap(reader); hasMore(reader, left); left--) {
        key = readMember(reader, headKeys, key);
        if (key < 0) continue;
        const isText = ((reader.bytes[reader.offset] ?? 0) & 0xe0) === 0x60;
        if (isText) found[key] = readText(reader);
        else skipItem(reader);
      }
    }),
  );
  return { type: found[0], message: found[1] };
}

/** What a function gives, unless it throws: what cannot be read whole is still worth telling by name and text. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
