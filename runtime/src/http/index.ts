export { Cancellation } from "./cancellation.js";
export { hostOf, type HttpHeaders, type HttpRequest, type HttpResponse } from "./message.js";
export { TransportError, type Transport, type TransportFailure, type TransportOptions } from "./transport.js";
export { fetchTransport } from "./fetch-transport.js";
export { chunksOf, collect, isStream, streamOf, streamOfBytes, type ByteSource } from "./byte-streams.js";
export { pulled, type Pulled, type Source, type Stage } from "./pulled.js";
