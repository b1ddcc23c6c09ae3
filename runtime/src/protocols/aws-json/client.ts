import { parsePlainJson } from "../../codec/parse-json.js";
import { defineOperation } from "../../client/define-operation.js";
import type { Operation, OperationFacts } from "../../client/operation.js";
import { readError, type ErrorReceivers } from "./read-error.js";

const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

/** An operation as generated code describes it to an AWS JSON protocol. */
export interface AwsJsonOperation<Input, Output> extends OperationFacts<Input> {
  /** The input as JSON text. */
  readonly encode: (input: Input) => string;
  /** The output from parsed JSON. */
  readonly receive: (value: unknown, path: string) => Output;
  readonly errors: ErrorReceivers;
  /** Parses a body; with `parsePlainJson` unless the output has numbers that it could round. */
  readonly parse?: ((text: string) => unknown) | undefined;
}

/** An operation that speaks `aws.protocols#awsJson1_1`. */
export function awsJson1_1Operation<Input, Output>(
  operation: AwsJsonOperation<Input, Output>,
): Operation<Input, Output> {
  return awsJsonOperation("application/x-amz-json-1.1", operation);
}

/** An operation that speaks `aws.protocols#awsJson1_0`. */
export function awsJson1_0Operation<Input, Output>(
  operation: AwsJsonOperation<Input, Output>,
): Operation<Input, Output> {
  return awsJsonOperation("application/x-amz-json-1.0", operation);
}

function awsJsonOperation<Input, Output>(
  contentType: string,
  { encode, receive, errors, parse = parsePlainJson, ...facts }: AwsJsonOperation<Input, Output>,
): Operation<Input, Output> {
  const { shape } = facts.service;
  const headers = {
    "content-type": contentType,
    "x-amz-target": `${shape.slice(shape.indexOf("#") + 1)}.${facts.name}`,
  };
  return defineOperation({
    ...facts,
    protocol: {
      request: (input) => ({ method: "POST", path: "/", headers, body: encode(input) }),
      output({ body }) {
        // An empty body stands for an empty object.
        return receive(parse(utf8.decode(body) || "{}"), "");
      },
      error: (response) => readError(response, errors, parse),
    },
  });
}
