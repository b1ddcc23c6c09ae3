export { decodeMessage } from "./decode-message.js";
export { encodeHeaders, encodeMessage } from "./encode-message.js";
export {
  contentTypeOf,
  errorMessage,
  eventMessage,
  exceptionMessage,
  kindOf,
  type EventContent,
  type EventKind,
} from "./events.js";
export { EventStreamError, type EventHeader, type EventHeaders, type EventMessage } from "./message.js";
export { MessageDecoder, readMessages } from "./message-decoder.js";
export {
  openEvents,
  readEvent,
  readEvents,
  skipInitial,
  type EventReaders,
  type InitialName,
  type OpenedEvents,
} from "./read-events.js";
export {
  signedEventsPayload,
  signEvents,
  verifyEvents,
  verifySignatures,
  type EventSigning,
  type EventVerification,
} from "./signed-events.js";
export { writeEvents, type EventWriting } from "./write-events.js";
export { eventBody, eventRequest, eventResponse, eventText } from "./event-bodies.js";
export {
  readEventHeaders,
  writeEventHeaders,
  type EventHeaderMember,
  type EventHeaderTable,
  type EventHeaderType,
} from "./event-headers.js";
export { rpcEvents, type RpcClientEvents } from "./rpc-client.js";
export { eventExchange, type RpcServerEvents } from "./rpc-server.js";
export { sigV4Events } from "./sign-request.js";
