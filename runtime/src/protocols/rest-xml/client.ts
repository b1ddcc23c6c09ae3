import { defineOperation } from "../../client/define-operation.js";
import type { HttpOperation } from "../../client/http-operation.js";
import type { Operation } from "../../client/operation.js";
import { requestIdOf } from "../../client/request-id.js";
import type { XmlReader } from "../../codec/xml/index.js";
import { readXmlError, type ReceiveXmlError } from "../xml/read-error.js";

/** What the answer to a HEAD cannot say: Amazon S3 has an error of this name for such answers. */
const notFound = new TextEncoder().encode("<Error><Code>NotFound</Code></Error>");

/** An operation that speaks `aws.protocols#restXml`, whether the service wraps its errors or not. */
export function restXmlOperation<Input, Output>({
  request,
  receive,
  errors,
  ...facts
}: HttpOperation<Input, Output, XmlReader>): Operation<Input, Output> {
  return defineOperation<Input, Output>({
    ...facts,
    protocol: {
      request,
      output: receive,
      error(response) {
        const { statusCode, headers } = response;
        const body = response.body.length === 0 && statusCode === 404 ? notFound : response.body;
        const receiverOf = (name: string): ReceiveXmlError | undefined => {
          const receiveError = Object.hasOwn(errors, name) ? errors[name] : undefined;
          return receiveError && ((xml, options) => receiveError(response, xml, options));
        };
        const options = { statusCode, requestId: requestIdOf(headers) };
        return readXmlError(body, options, receiverOf, headers["x-amzn-errortype"]);
      },
    },
  });
}
