import { setMember } from "../codec/objects.js";
import { pulled } from "../http/pulled.js";
import { RefusedRequest } from "./framework-errors.js";
import type { EventCheck, ValidationReport } from "./types.js";
import { describeFailures } from "./validation-text.js";

/**
 * Lets events of an input come in one by one only where they keep to the model's constraints: the stream fails with a {@link RefusedRequest}
 * at the first that does not.
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
  setMember(members, member, pulled(stream, { each }));
}
