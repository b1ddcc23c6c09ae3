import { EventStreamError, type EventHeader, type EventMessage } from "./message.js";

/** The members of an event that are headers, with their types; `bigint` is a `long` that is a bigint here. */
export type EventHeaderTable = Readonly<Record<string, EventHeader["type"] | "bigint">>;

/** The headers of an event: those of its members that have a value. */
export function writeEventHeaders(event: object, table: EventHeaderTable): readonly (readonly [string, EventHeader])[] {
  const members = event as Readonly<Record<string, unknown>>;
  const headers: (readonly [string, EventHeader])[] = [];
  for (const [name, type] of Object.entries(table)) {
    const value = members[name];
    if (value !== undefined && value !== null) headers.push([name, headerOf(name, type, value)]);
  }
  return headers;
}

function headerOf(name: string, type: EventHeaderTable[string], value: unknown): EventHeader {
  if (type !== "long" && type !== "bigint") return { type, value } as EventHeader;
  if (typeof value !== "bigint" && !Number.isSafeInteger(value)) {
    throw new EventStreamError(`The header ${name} is no integer of 64 bits`);
  }
  return { type: "long", value: BigInt(value as number | bigint) };
}

/**
 * Adds the members of an event that are headers.
 *
 * @throws EventStreamError for a header of another type than its member, or a number that would be rounded
 */
export function readEventHeaders<Draft extends object>(
  { headers }: EventMessage,
  table: EventHeaderTable,
  draft: Draft,
): Draft {
  const members = draft as Record<string, unknown>;
  for (const [name, type] of Object.entries(table)) {
    const header = headers.get(name);
    if (header === undefined) continue;
    if (header.type !== (type === "bigint" ? "long" : type)) {
      throw new EventStreamError(`The header ${name} is a ${header.type}, not a ${type}`);
    }
    members[name] = type === "long" ? safeNumber(name, header.value as bigint) : header.value;
  }
  return draft;
}

function safeNumber(name: string, value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new EventStreamError(`The header ${name} is beyond what a number holds`);
  return number;
}
