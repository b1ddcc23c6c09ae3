import { defineOperation } from "../define-operation.js";
import { createClient } from "../client.js";
import { callWithResponse } from "../define-operation.js";
import { withSteps, type CallStep } from "../call-step.js";
import type { CallOptions, ClientConfig } from "../config.js";
import type { RequestParts } from "../operation.js";
import type { HttpRequest, HttpResponse } from "../../http/message.js";
import { library } from "./operation.js";
import { response, ScriptedTransport } from "./scripted-transport.js";

type Members = Readonly<Record<string, unknown>>;

/** What is particular about a call. */
export interface StepCall {
  readonly steps: readonly CallStep[];
  readonly input?: Members;
  readonly parts?: Partial<RequestParts>;
  readonly config?: ClientConfig;
  readonly options?: CallOptions;
  readonly answer?: HttpResponse;
}

/** Makes one call of an operation with these steps; what was sent, and what came back. The output is the response's body or stream. */
export async function callWithSteps({
  steps,
  input = {},
  parts = {},
  config = {},
  options,
  answer,
}: StepCall): Promise<{
  readonly request: HttpRequest;
  readonly input: Members;
  readonly response: HttpResponse;
}> {
  const transport = new ScriptedTransport(answer ?? response(200));
  let encoded: Members = {};
  const plain = defineOperation<Members, HttpResponse>({
    service: library,
    name: "GetBook",
    protocol: {
      request(given) {
        encoded = given;
        return { method: "POST", path: "/", headers: {}, body: "", ...parts };
      },
      output: (received) => received,
      error: () => new Error("refused") as never,
    },
  });
  const client = createClient({
    endpoint: "https://example.com",
    credentials: "anonymous",
    maximumAttempts: 1,
    ...config,
    transport,
  });
  const result = await callWithResponse(client, withSteps(plain, ...steps), input, options);
  const [request] = transport.requests;
  if (request === undefined) throw new Error("nothing was sent");
  return { request, input: encoded, response: result.output };
}
