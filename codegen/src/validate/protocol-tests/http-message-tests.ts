import { messageTestsRule } from "./message-tests.js";

/** `HttpRequestTestsInput`: parameters of requests fit the input of their operation ("httpRequestTests"). */
export const httpRequestTestsInputRule = messageTestsRule({
  code: "HttpRequestTestsInput",
  trait: "smithy.test#httpRequestTests",
  structureOf: (shape) => (shape.kind === "operation" ? shape.input : undefined),
});

/** `HttpResponseTestsOutput`: parameters of responses fit the output of their operation ("httpResponseTests"). */
export const httpResponseTestsOutputRule = messageTestsRule({
  code: "HttpResponseTestsOutput",
  trait: "smithy.test#httpResponseTests",
  structureOf: (shape) => (shape.kind === "operation" ? shape.output : undefined),
});

/** `HttpResponseTestsError`: parameters of responses fit the error that has the cases ("httpResponseTests"). */
export const httpResponseTestsErrorRule = messageTestsRule({
  code: "HttpResponseTestsError",
  trait: "smithy.test#httpResponseTests",
  structureOf: (shape) => (shape.kind === "structure" ? shape.id : undefined),
});
