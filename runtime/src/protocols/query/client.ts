import { requireXmlType } from "../../bindings/xml.js";
import { defineOperation } from "../../client/define-operation.js";
import type { Operation, OperationFacts } from "../../client/operation.js";
import { requestIdOf } from "../../client/request-id.js";
import { DecodeError } from "../../codec/codec-errors.js";
import { encodeQueryString } from "../../codec/query/index.js";
import { emptyElement, receiveXmlDocument, type ReadXml, type XmlReader } from "../../codec/xml/index.js";
import { readXmlError, type ReceiveXmlError } from "../xml/read-error.js";

/** An operation as generated code describes it to a query protocol. */
export interface QueryOperation<Input, Output> extends OperationFacts<Input> {
  /** The input as pairs of a form; `key` is what each begins with. Absent for an operation without input. */
  readonly encode?: ((input: Input, key: string) => string) | undefined;
  /** The output from the element that holds its members. Absent for an operation whose output has no members. */
  readonly receive?: ReadXml<Output> | undefined;
  /** By the code that an error has on the wire. */
  readonly errors: Readonly<Record<string, ReceiveXmlError>>;
}

/** An operation that speaks `aws.protocols#awsQuery`: the output is in an element of the answer. */
export function awsQueryOperation<Input, Output>(operation: QueryOperation<Input, Output>): Operation<Input, Output> {
  const result = `${operation.name}Result`;
  return queryOperation(operation, (xml, receive) => {
    if (!xml.name.endsWith("Response")) throw new DecodeError("", "the root element is not one of a response");
    let output: { readonly value: Output } | undefined;
    while (xml.next()) {
      if (xml.name === result) output = { value: receive(xml) };
      else xml.skip();
    }
    if (output === undefined) throw new DecodeError("", `there is no element ${result}`);
    return output.value;
  });
}

/** An operation that speaks `aws.protocols#ec2Query`: the output is the answer. */
export function ec2QueryOperation<Input, Output>(operation: QueryOperation<Input, Output>): Operation<Input, Output> {
  return queryOperation(operation, (xml, receive) => receive(xml));
}

const headers = { "content-type": "application/x-www-form-urlencoded" };
const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

function queryOperation<Input, Output>(
  { encode, receive, errors, ...facts }: QueryOperation<Input, Output>,
  unwrap: (xml: XmlReader, receive: ReadXml<Output>) => Output,
): Operation<Input, Output> {
  const { name, service } = facts;
  const start = `Action=${name}&Version=${encodeQueryString(service.version, "version")}`;
  return defineOperation({
    ...facts,
    protocol: {
      request: (input) => ({
        method: "POST",
        path: "/",
        headers,
        body: encode === undefined ? start : start + encode(input, "&"),
      }),
      output({ headers: answer, body }) {
        // Without members there is nothing to read, whatever the body is.
        if (receive === undefined) return {} as Output;
        const text = utf8.decode(body);
        if (text === "") return receive(emptyElement());
        requireXmlType({ headers: answer });
        return receiveXmlDocument(text, (xml) => unwrap(xml, receive));
      },
      error: ({ statusCode, headers: answer, body }) =>
        readXmlError(body, { statusCode, requestId: requestIdOf(answer) }, (code) =>
          Object.hasOwn(errors, code) ? errors[code] : undefined,
        ),
    },
  });
}
