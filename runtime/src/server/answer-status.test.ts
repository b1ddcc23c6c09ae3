import { expect, it } from "vitest";
import { createServer } from "./create-server.js";
import type { ServerProtocol } from "./types.js";

const operation = {
  name: "Give",
  method: "give",
  is: () => true,
  parse: (value: unknown) => ({ ok: true, value }) as const,
  errors: [],
  validation: { shape: "example#Invalid", statusCode: 400, style: "smithy", messageMember: "message" } as const,
};

/** The output is the status of the answer. */
const protocol: ServerProtocol = {
  protocol: "example#protocol",
  claims: () => true,
  route: () => ({ operation }),
  read: () => ({}),
  succeed: (_route, output) => ({ status: output as number, headers: [], body: "" }),
  fail: (_route, { statusCode }) => ({ status: statusCode, headers: [], body: "" }),
  refuse: ({ statusCode }) => ({ status: statusCode, headers: [], body: "" }),
};

it.each([
  [200, 200],
  [299, 299],
  [404, 404],
  [1, 500],
  [199, 500],
  [600, 500],
  [Number.NaN, 500],
])("an output that says %d is answered with %d", async (status, expected) => {
  const reported: unknown[] = [];
  for (const give of [() => status, async () => status]) {
    const server = createServer(
      { service: "example#Service", protocols: [protocol] },
      { give },
      { onError: (error) => void reported.push(error) },
    );
    expect((await server.fetch(new Request("http://localhost/"))).status).toBe(expected);
  }
  expect(reported).toHaveLength(expected === 500 ? 2 : 0);
});
