import { call, type CallResult } from "./call.js";
import type { Client } from "./client.js";
import type { Operation, OperationArguments, OperationDefinition } from "./operation.js";

/** Makes the function of an operation. */
export function defineOperation<Input, Output>(
  definition: OperationDefinition<Input, Output>,
): Operation<Input, Output> {
  const operation = async (client: Client, ...rest: OperationArguments<Input>): Promise<Output> => {
    const [input = {} as Input, options = {}] = rest;
    return (await call(client, definition, input, options)).output;
  };
  return Object.assign(operation, { definition });
}

/** Calls an operation for its output and what came along: the response as received, and how many attempts it took. */
export async function callWithResponse<Input, Output>(
  client: Client,
  operation: Operation<Input, Output>,
  ...rest: OperationArguments<Input>
): Promise<CallResult<Output>> {
  const [input = {} as Input, options = {}] = rest;
  const result = await call(client, operation.definition, input, options);
  return { ...result, output: await result.output };
}
