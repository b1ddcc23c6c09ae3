import { EncodeError } from "../codec/codec-errors.js";
import { setMember } from "../codec/objects.js";
import { EventStreamError, type EventHeader, type EventMessage } from "./message.js";

/** The type of a header; `bigint` is a `long` that is a bigint here. */
export type EventHeaderType = EventHeader["type"] | "bigint";

/** A member of an event that is a header. */
export interface EventHeaderMember {
  readonly type: EventHeaderType;
  /** The property that holds it, where that has not the header's name. */
  readonly property?: string | undefined;
  /** Stands for a value that is missing. */
  readonly absent?: unknown;
  /** Whether an event without a value cannot be written. */
  readonly required?: boolean | undefined;
}

/** The members of an event that are headers, by the names of these. */
export type EventHeaderTable = Readonly<Record<string, EventHeaderType | EventHeaderMember>>;

function membersOf(table: EventHeaderTable): readonly (readonly [string, EventHeaderMember])[] {
  return Object.entries(table).map(([name, member]) => [name, typeof member === "string" ? { type: member } : member]);
}

/**
 * The headers of an event: those of its members that have a value.
 *
 * @param place the event's shape, for errors
 * @throws EncodeError for a required member without a value, and for a value of another type
 */
export function writeEventHeaders(
  event: object,
  table: EventHeaderTable,
  place: string,
): readonly (readonly [string, EventHeader])[] {
  const headers: (readonly [string, EventHeader])[] = [];
  for (const [name, { type, property = name, absent, required }] of membersOf(table)) {
    const given: unknown = Object.hasOwn(event, property) ? event[property as keyof typeof event] : undefined;
    const value = given ?? absent;
    const where = `${place}.${name}`;
    if (value !== undefined && value !== null) headers.push([name, headerOf(where, type, value)]);
    else if (required === true) throw new EncodeError(where, "the member is required, but has no value");
  }
  return headers;
}

const checks: Readonly<Record<EventHeaderType, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  byte: Number.isInteger,
  short: Number.isInteger,
  integer: Number.isInteger,
  long: (value) => typeof value === "bigint" || Number.isSafeInteger(value),
  bigint: (value) => typeof value === "bigint" || Number.isSafeInteger(value),
  blob: (value) => value instanceof Uint8Array,
  string: (value) => typeof value === "string" && !/\p{Surrogate}/u.test(value),
  timestamp: (value) => value instanceof Date,
  uuid: (value) => typeof value === "string",
};

function headerOf(where: string, type: EventHeaderType, value: unknown): EventHeader {
  if (!checks[type](value)) throw new EncodeError(where, `the value has no form as a header that is a ${type}`);
  if (type !== "long" && type !== "bigint") return { type, value } as EventHeader;
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
  for (const [name, { type, property = name, absent }] of membersOf(table)) {
    const header = headers.get(name);
    const value = header === undefined ? absent : valueOf(name, type, header);
    if (value !== undefined) setMember(draft as Record<string, unknown>, property, value);
  }
  return draft;
}

function valueOf(name: string, type: EventHeaderType, header: EventHeader): unknown {
  if (header.type !== (type === "bigint" ? "long" : type)) {
    throw new EventStreamError(`The header ${name} is a ${header.type}, not a ${type}`);
  }
  return type === "long" ? safeNumber(name, header.value as bigint) : header.value;
}

function safeNumber(name: string, value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new EventStreamError(`The header ${name} is beyond what a number holds`);
  return number;
}
