import type { ServiceError } from "../errors/index.js";
import type { HttpResponse } from "../http/message.js";
import { defineOperation } from "./define-operation.js";
import type { Operation } from "./operation.js";

/**
 * An operation of a service that came from the query protocol (aws.protocols, "awsQueryCompatible trait"): its requests say that the
 * client knows, and its errors have the code that they had there.
 */
export function queryCompatible<Input, Output>({ definition }: Operation<Input, Output>): Operation<Input, Output> {
  const { protocol } = definition;
  return defineOperation({
    ...definition,
    protocol: {
      request(input, ...settings) {
        const parts = protocol.request(input, ...settings);
        return { ...parts, headers: { ...parts.headers, "x-amzn-query-mode": "true" } };
      },
      output: (response) => protocol.output(response),
      error: (response) => withQueryCode(protocol.error(response), response),
    },
  });
}

function withQueryCode(error: ServiceError, { headers }: HttpResponse): ServiceError {
  const queryCode = headers["x-amzn-query-error"]?.split(";")[0];
  return queryCode ? Object.assign(error, { queryCode }) : error;
}
