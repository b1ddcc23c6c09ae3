import { errorMessageMember } from "../../codegen/src/knowledge/error-properties.js";
import { queryErrorInfo } from "../../codegen/src/knowledge/query-errors.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { xmlElementNamesOf, xmlNameOf } from "../../codegen/src/knowledge/xml-traits.js";
import { nameOf } from "../../codegen/src/shapes/shape-id.js";
import type { StructureShape } from "../../codegen/src/shapes/shape.js";
import { differenceOf } from "../protocol-tests/values.js";
import {
  addedToInput,
  addedToOutput,
  asXmlHasIt,
  withDefaults,
  withoutAdded,
  withoutEmptyEvents,
  withoutEmptyPayload,
} from "./expectations.js";
import { asClientHasIt, type PeerError } from "./peer.js";
import { answersXml, bindsHttp, type Members, type Subject } from "./subject.js";
import { canonical } from "./tagged-values.js";

/** What differs between the input that a client was given and that which the handler got. */
export function inputDifference(
  subject: Subject,
  operation: OperationInfo,
  given: Members,
  received: unknown,
): string | undefined {
  const view = (value: unknown): Members => seen(subject, operation.input, value);
  const wanted = view(given);
  return differenceOf(wanted, withoutAdded(wanted, view(received), addedToInput(operation)));
}

/**
 * What differs between the output that the handler gave and that which a client got.
 *
 * @param id - of the output's shape as the other client has it; none for ours
 */
export function outputDifference(
  subject: Subject,
  operation: OperationInfo,
  given: Members,
  found: unknown,
  id?: string,
): string | undefined {
  const view = (value: unknown): Members => seen(subject, operation.output, value, id);
  const wanted = view(given);
  return differenceOf(wanted, withoutAdded(wanted, view(found), addedToOutput(operation)));
}

/** What can be seen of a message on the other side of the wire: defaults, and nothing of what has no place in it. */
function seen(subject: Subject, shape: StructureShape, value: unknown, id?: string): Members {
  const { known, service } = subject;
  const whole = canonical(asClientHasIt(known, id, withDefaults(service.model, shape, value ?? {})));
  const plain = withoutEmptyEvents(service.model, shape, whole as Members);
  const written = answersXml(subject) ? asXmlHasIt(service.model, shape, plain) : plain;
  return bindsHttp(subject) ? withoutEmptyPayload(shape, written) : (written as Members);
}

/** What differs between the error that the handler threw and that which the other client gave. */
export function errorDifference(
  subject: Subject,
  shape: StructureShape,
  members: Members,
  found: PeerError,
  method: string,
): string | undefined {
  const { service, known } = subject;
  const code = codeOf(subject, shape);
  const name = nameOf(shape.id);
  // Without a body, all that is left of an error is the status.
  if (method === "HEAD") return undefined;
  const messageMember = errorMessageMember(service.model, shape);
  const message = messageMember === undefined ? undefined : members[messageMember];
  const hasClass = Object.values(known.errors).includes(name);
  const wanted = withText(subject, shape, members);
  const unknown = {
    known: new Set(shape.members.keys()),
    members: new Set(["message", "Message"]),
    maps: new Set<string>(),
  };
  const isToldApart = !sharesQueryCode(subject, shape);
  return (
    (isToldApart ? differenceOf(code, found.code, "/code") : undefined) ??
    (message === undefined ? undefined : differenceOf(message, found.message, "/message")) ??
    (hasClass && isToldApart ? differenceOf(name, found.type, "/type") : undefined) ??
    (known.errors[code] === undefined
      ? undefined
      : differenceOf(wanted, withoutAdded(wanted, canonical(found.members), unknown), "/members"))
  );
}

/** Whether another error has the same code in awsQuery, so that clients that go by it cannot tell them apart. */
function sharesQueryCode({ service }: Subject, shape: StructureShape): boolean {
  const { service: root, errors } = service.index;
  if (!root.traits.has("aws.protocols#awsQueryCompatible")) return false;
  const code = (error: StructureShape): string => queryErrorInfo({ request: "query" }, error).code;
  return errors.some((error) => error !== shape && code(error) === code(shape));
}

/** What clients call an error: where queries are or were spoken, the code of the query protocol. */
export function codeOf({ service, protocol, known }: Subject, shape: StructureShape): string {
  const isCompatible = service.index.service.traits.has("aws.protocols#awsQueryCompatible");
  const isQueryCode = known.keepsQueryCodes && (isCompatible || protocol === "aws.protocols#awsQuery");
  return isQueryCode ? queryErrorInfo({ request: "query" }, shape).code : nameOf(shape.id);
}

/** The members that a client finds: in XML not the text, where the model does not call it as AWS's services do. */
function withText(subject: Subject, shape: StructureShape, members: Members): Members {
  const isRenamed = (name: string): boolean => {
    const member = shape.members.get(name);
    return answersXml(subject) && member !== undefined && xmlElementNamesOf(shape, member)[0] !== xmlNameOf(member);
  };
  return canonical(Object.fromEntries(Object.entries(members).filter(([name]) => !isRenamed(name)))) as Members;
}
