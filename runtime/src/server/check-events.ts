import { setMember } from "../codec/objects.js";
import { ServiceError, shapeOfError } from "../errors/index.js";
import { pulled } from "../http/pulled.js";
import { RefusedRequest, serializationFailure } from "./framework-errors.js";
import type { EventCheck, ValidationReport } from "./types.js";
import { unreadableRequest } from "./unreadable-request.js";
import { describeFailures } from "./validation-text.js";

/**
 * Lets events of an input come in one by one only where they keep to the model's constraints: the stream fails with a {@link RefusedRequest}
 * at the first that does not, and where what the client sent cannot be read.
 */
export function checkEvents(input: unknown, { member, is, parse }: EventCheck, report: ValidationReport): void {
  const members = input as Record<string, unknown>;
  const stream = members[member] as AsyncIterable<unknown> | undefined;
  if (stream === undefined) return;
  const each = (event: unknown): readonly unknown[] => {
    if (is(event)) return [event];
    const parsed = parse(event);
    if (parsed.ok) return [event];
    const { [report.messageMember]: message } = describeFailures(report, parsed.failures);
    const name = report.shape.slice(report.shape.indexOf("#") + 1);
    throw new RefusedRequest({ name, statusCode: report.statusCode, message: String(message) });
  };
  const failed = (error: unknown): never => {
    throw unreadableRequest(error) ?? unmodelledError(error) ?? error;
  };
  setMember(members, member, pulled(stream, { each, failed }));
}

/** A client that ends its stream with an error that the union does not have fails itself, not the service. */
function unmodelledError(error: unknown): RefusedRequest | undefined {
  if (!(error instanceof ServiceError) || shapeOfError(error) !== "") return undefined;
  return new RefusedRequest(serializationFailure(`The stream ended with the error ${error.name}.`), { cause: error });
}
