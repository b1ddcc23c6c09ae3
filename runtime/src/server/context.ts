import type { ServerContext, ServerRequest } from "./types.js";

export class RequestContext implements ServerContext {
  readonly requestId: string;
  readonly operation: string;
  readonly identity: unknown;
  readonly request: ServerRequest;

  constructor(requestId: string, operation: string, identity: unknown, request: ServerRequest) {
    this.requestId = requestId;
    this.operation = operation;
    this.identity = identity;
    this.request = request;
  }

  get signal(): AbortSignal {
    return this.request.signal();
  }
}
