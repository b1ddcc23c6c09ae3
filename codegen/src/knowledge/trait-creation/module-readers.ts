import { conditionsProblem, conditionsTrait } from "../conditions.js";
import { topicProblem } from "../mqtt-topic.js";
import { isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import { simpleKinds } from "../../shapes/shape.js";
import { tickedList } from "../ticked-list.js";
import { testExpectation } from "./event-stream-readers.js";
import {
  annotation,
  anything,
  array,
  arrayOf,
  both,
  entries,
  kind,
  object,
  optional,
  optionalAs,
  oneOf,
  type Reader,
  required,
  requiredAs,
  shapeIdText,
  text,
} from "./reader.js";

const string = kind("string");
const strings = optional("array", arrayOf("string"));
const texts = optional("object", entries(string));
const protocol = object({ http: strings, eventStreamHttp: strings });

const httpMessage = object({
  id: required("string"),
  protocol: required("string", shapeIdText),
  documentation: optional("string"),
  authScheme: optional("string", shapeIdText),
  body: optional("string"),
  bodyMediaType: optional("string"),
  params: optional("object"),
  vendorParamsShape: optional("string", shapeIdText),
  vendorParams: optional("object"),
  appliesTo: optional("string", oneOf("client", "server")),
  headers: texts,
  forbidHeaders: strings,
  requireHeaders: strings,
  tags: strings,
});

const malformedRequest = object({
  body: optional("string"),
  bodyMediaType: optional("string"),
  headers: texts,
  host: optional("string"),
  method: required("string"),
  uri: optional("string"),
  queryParams: strings,
});

const malformedResponse = object({
  body: optional(
    "object",
    object({
      mediaType: required("string"),
      assertion: required("object", object({ contents: optional("string"), messageRegex: optional("string") })),
    }),
  ),
  code: optional("number"),
  headers: texts,
});

const pathMatcher = object({
  path: required("string"),
  expected: required("string"),
  comparator: required("string", text(comparatorProblem)),
});

/** The matcher of a waiter's acceptor: a union, of which unknown members are kept. */
const matcher: Reader = (value, target) => {
  if (!isNodeObject(value)) return kind("object")(value, target);
  if (Object.keys(value).length !== 1) return "Union value must have exactly one value set";
  return object({
    output: optionalAs(pathMatcher),
    inputOutput: optionalAs(pathMatcher),
    success: optionalAs(kind("boolean")),
    errorType: optionalAs(string),
  })(value, target);
};

const waiter = object({
  documentation: optional("string"),
  acceptors: required(
    "array",
    array(
      object({
        message: optional("string"),
        state: required("string", text(stateProblem)),
        matcher: requiredAs(matcher),
      }),
    ),
  ),
  minDelay: optional("number"),
  maxDelay: optional("number"),
  deprecated: optional("boolean"),
});

const expectedEndpoint = object({
  url: required("string"),
  headers: optional("object", entries(array(string))),
  properties: optional("object"),
});

const endpointTest = object({
  documentation: optional("string"),
  params: optional("object"),
  operationInputs: optional(
    "array",
    array(
      object({
        operationName: required("string"),
        operationParams: optional("object"),
        builtInParams: optional("object"),
        clientParams: optional("object"),
      }),
    ),
  ),
  expect: requiredAs(object({ error: optional("string"), endpoint: optionalAs(expectedEndpoint) })),
});

/** What Smithy's Java classes for traits of its other modules ask of a value. */
export const moduleReaders: ReadonlyMap<string, Reader> = new Map([
  ["smithy.protocols#rpcv2Cbor", protocol],
  ["smithy.protocols#rpcv2Json", protocol],
  [
    "smithy.test#httpRequestTests",
    array(
      both(
        httpMessage,
        object({
          method: required("string"),
          uri: required("string"),
          host: optional("string"),
          resolvedHost: optional("string"),
          queryParams: strings,
          forbidQueryParams: strings,
          requireQueryParams: strings,
        }),
      ),
    ),
  ],
  ["smithy.test#httpResponseTests", array(both(object({ code: required("number") }), httpMessage))],
  [
    "smithy.test#httpMalformedRequestTests",
    array(
      object({
        documentation: optional("string"),
        id: required("string"),
        protocol: required("string", shapeIdText),
        request: required("object", malformedRequest),
        response: required("object", malformedResponse),
        tags: strings,
        testParameters: optional("object", entries(array(string))),
      }),
    ),
  ],
  [
    "smithy.test#smokeTests",
    array(
      object({
        id: required("string"),
        params: optional("object"),
        vendorParams: optional("object"),
        vendorParamsShape: optional("string", shapeIdText),
        expect: required("object", testExpectation),
        tags: strings,
      }),
    ),
  ],
  ["smithy.mqtt#mqttJson", annotation],
  ["smithy.mqtt#publish", text(topicProblem)],
  ["smithy.mqtt#subscribe", text(topicProblem)],
  ["smithy.mqtt#topicLabel", annotation],
  [conditionsTrait, conditionsProblem],
  ["smithy.waiters#waitable", entries(waiter)],
  [
    "smithy.rules#clientContextParams",
    entries(both(object({ type: required("string"), documentation: optional("string") }), parameterTypeProblem)),
  ],
  ["smithy.rules#contextParam", object({ name: required("string") })],
  ["smithy.rules#staticContextParams", entries(object({ value: requiredAs(anything) }))],
  ["smithy.rules#operationContextParams", entries(object({ path: required("string") }))],
  [
    "smithy.rules#endpointTests",
    object({ version: required("string"), testCases: required("array", array(endpointTest)) }),
  ],
]);

/** Any kind of shape will do here; the trait's own shape is narrower. */
function parameterTypeProblem(parameter: Node): string | undefined {
  if (shapeTypes.has(String(nodeMember(parameter, "type")))) return undefined;
  const builder = "software.amazon.smithy.rulesengine.traits.ClientContextParamDefinition";
  return `type was not set on the builder (builder class is probably ${builder})`;
}

const shapeTypes: ReadonlySet<string> = new Set([
  ...simpleKinds,
  ...["enum", "intEnum", "list", "set", "map", "structure", "union", "member", "service", "resource", "operation"],
]);

function comparatorProblem(comparator: string): string | undefined {
  const known = ["stringEquals", "booleanEquals", "allStringEquals", "anyStringEquals"];
  return known.includes(comparator) ? undefined : `Expected valid path comparator, but found ${comparator}`;
}

function stateProblem(state: string): string | undefined {
  const known = ["success", "failure", "retry"];
  return known.includes(state) ? undefined : `Expected one of ${tickedList(known)}; got \`${state}\`.`;
}
