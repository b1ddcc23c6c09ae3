import { endsEarly, malformed, readArgument, unexpectedItem, type CborReader } from "./reader.js";
import { readBlob, readText } from "./read-text.js";
import { major } from "./writer.js";

/** What stands for the number of items left where a break ends them: of a list; of a map before a key, and before a value. */
const untilBreak = { item: -1, key: -2, value: -3 } as const;

/** Goes past a data item that nobody wants, without recursion, however deep it nests. What is not well-formed is refused all the same. */
export function skipItem(reader: CborReader): void {
  /** Of each open list, map and tag, how many items are left. */
  const open: number[] = [1];
  while (open.length > 0) {
    const left = open.at(-1) as number;
    if (left === 0) {
      open.pop();
      continue;
    }
    const initial = reader.bytes[reader.offset];
    if (initial === undefined) throw endsEarly();
    if (initial === 0xff) {
      // A break behind a key would leave it without a value.
      if (left !== untilBreak.item && left !== untilBreak.key) throw malformed();
      reader.offset++;
      open.pop();
      continue;
    }
    open[open.length - 1] = afterOne(left);
    skipHead(reader, initial, open);
  }
}

function afterOne(left: number): number {
  if (left > 0) return left - 1;
  if (left === untilBreak.item) return left;
  return left === untilBreak.key ? untilBreak.value : untilBreak.key;
}

function skipHead(reader: CborReader, initial: number, open: number[]): void {
  const isIndefinite = (initial & 0x1f) === 31;
  switch (initial & 0xe0) {
    case major.bytes:
      return void readBlob(reader);
    case major.text:
      return void readText(reader);
    case major.list:
    case major.map: {
      const isMap = (initial & 0xe0) === major.map;
      if (isIndefinite) reader.offset++;
      const indefinite = isMap ? untilBreak.key : untilBreak.item;
      open.push(isIndefinite ? indefinite : readArgument(reader) * (isMap ? 2 : 1));
      return;
    }
    case major.tag:
      readArgument(reader);
      open.push(1);
      return;
    case major.other:
      return skipSimple(reader, initial);
    default:
      readArgument(reader);
  }
}

function skipSimple(reader: CborReader, initial: number): void {
  const argument = readArgument(reader);
  // Simple values below 32 have a form of one byte, and no other (RFC 8949, section 3.3).
  if (initial === 0xf8 && argument < 32) throw unexpectedItem(reader, "a simple value");
}
