import { decodeObject, isPresent } from "./objects.js";
import { decodeString } from "./strings.js";

/**
 * The text of an error that has no other member. Services write it as `message` or as `Message`, whatever the model says.
 *
 * @throws DecodeError for anything but an object with a string
 */
export function receiveMessage(value: unknown, path: string): string | undefined {
  const object = decodeObject(value, path);
  const text = object["message"] ?? object["Message"];
  return isPresent(text) ? decodeString(text, path + "/message") : undefined;
}
