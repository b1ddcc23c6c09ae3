import { sha256Hex } from "#hashing";
import { chainedSignature } from "../aws/payload-signature.js";
import { scopeOf, timestamp } from "../aws/signature.js";
import type { ByteSource } from "../http/byte-streams.js";
import { pulled, type Pulled } from "../http/pulled.js";
import { decodeMessage } from "./decode-message.js";
import { encodeHeaders, encodeMessage } from "./encode-message.js";
import { EventStreamError, type EventHeader, type EventMessage } from "./message.js";
import { readMessages } from "./message-decoder.js";

/** What `x-amz-content-sha256` says of a request whose body is signed events. */
export const signedEventsPayload = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

/** Who signs events for whom, beginning with the signature of the request that carries them. */
export interface EventSigning {
  readonly secretAccessKey: string;
  readonly region: string;
  /** The signing name of the service. */
  readonly service: string;
  /** The signature of the request, in lower-case hexadecimal. */
  readonly seed: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Signs events (AWS Signature Version 4, chained over the messages of a stream): each message becomes the payload of one that has
 * its time and signature. A signed message without a payload ends the stream.
 *
 * @param messages whole messages, one a piece
 */
export function signEvents(messages: ByteSource, signing: EventSigning): Pulled<Uint8Array> {
  let previous = signing.seed;
  const sign = async (payload: Uint8Array): Promise<readonly Uint8Array[]> => {
    const date: EventHeader = { type: "timestamp", value: new Date(signing.now()) };
    previous = await signatureOfEvent(signing, previous, date.value, payload);
    const headers = new Map<string, EventHeader>([
      [":date", date],
      [":chunk-signature", { type: "blob", value: bytesOfHex(previous) }],
    ]);
    return [encodeMessage({ headers, payload })];
  };
  return pulled(messages, { each: sign, end: () => sign(new Uint8Array(0)) });
}

export interface EventVerification extends EventSigning {
  /** Milliseconds that the clock of the signer may be off in either direction. 15 minutes unless given. */
  readonly maximumSkew?: number | undefined;
}

/**
 * The messages of a stream of signed events, each once its signature is checked, still as bytes.
 *
 * Throws an EventStreamError for a message that is not signed, or not by who signed the request, and for a stream that ends without its end.
 */
export function verifySignatures(source: ByteSource, verification: EventVerification): Pulled<Uint8Array> {
  const { now, maximumSkew = 15 * 60_000 } = verification;
  let previous = verification.seed;
  let ended = false;
  return pulled(readMessages(source, true), {
    async each({ headers, payload }) {
      if (ended) throw new EventStreamError("Something follows the end of the signed events");
      const date = headers.get(":date");
      const signature = headers.get(":chunk-signature");
      if (date?.type !== "timestamp" || signature?.type !== "blob")
        throw new EventStreamError("An event is not signed");
      if (Math.abs(date.value.getTime() - now()) > maximumSkew) {
        throw new EventStreamError("The signature of an event is expired or not yet valid");
      }
      previous = await signatureOfEvent(verification, previous, date.value, payload);
      if (!equalInConstantTime(bytesOfHex(previous), signature.value)) {
        throw new EventStreamError("The signature of an event does not match");
      }
      ended = payload.length === 0;
      return ended ? [] : [payload];
    },
    end() {
      if (!ended) throw new EventStreamError("The signed events ended without their last message");
      return [];
    },
  });
}

/** The messages that {@link verifySignatures} gives, read. */
export function verifyEvents(source: ByteSource, verification: EventVerification): Pulled<EventMessage> {
  return pulled(verifySignatures(source, verification), { each: (message) => [decodeMessage(message)] });
}

async function signatureOfEvent(
  { secretAccessKey, region, service }: EventSigning,
  previous: string,
  date: Date,
  payload: Uint8Array,
): Promise<string> {
  const time = timestamp(date.getTime());
  const headers = encodeHeaders(new Map([[":date", { type: "timestamp", value: date }]]));
  const hashes = [await sha256Hex(headers), await sha256Hex(payload)];
  const place = { time, scope: scopeOf(time, region, service), secretAccessKey };
  return chainedSignature("AWS4-HMAC-SHA256-PAYLOAD", place, previous, hashes);
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

/** Compares without telling by its duration how far two values agree. */
function equalInConstantTime(expected: Uint8Array, actual: Uint8Array): boolean {
  let difference = expected.length ^ actual.length;
  for (let index = 0; index < expected.length; index++) {
    difference |= (expected[index] as number) ^ (actual[index] ?? 0);
  }
  return difference === 0;
}
