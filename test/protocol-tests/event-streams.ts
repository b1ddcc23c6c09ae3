import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import type { ClientPath } from "./client-side.js";
import type { RecordingServer } from "./exchange.js";
import type { GeneratedService } from "./generated-service.js";
import type { ProtocolCase } from "./protocol-case.js";

/** The events of a test go over the wire as it says, in its direction. */
export function testEventStream(
  _service: GeneratedService,
  _operation: OperationInfo,
  _entry: ProtocolCase,
  _path: ClientPath,
  _server: RecordingServer,
): Promise<void> {
  return Promise.reject(new Error("No event streams yet"));
}
