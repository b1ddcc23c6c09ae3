import { TransportError, type Transport } from "./transport.js";

/** Sends requests with `fetch`: browsers, workers, Deno, Bun. Redirects are answers, not followed; `host` is left to `fetch`. */
export function fetchTransport(options: { readonly fetch?: typeof fetch | undefined } = {}): Transport {
  return {
    async send(
      { method, origin, path, headers: { host: _host, ...headers }, body },
      { cancellation, maximumBodyBytes },
    ) {
      try {
        const response = await (options.fetch ?? fetch)(origin + path, {
          method,
          headers,
          redirect: "manual",
          signal: cancellation.signal,
          body: body.length === 0 ? null : (body as BodyInit),
        });
        return {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: await readBody(response, maximumBodyBytes),
        };
      } catch (error) {
        if (cancellation.cancelled) throw cancellation.reason;
        if (error instanceof TransportError) throw error;
        throw new TransportError("closed", "No whole response", { cause: error });
      }
    },
  };
}

/** The transport of a client that was given none, where there is no Node. */
export const defaultTransport: () => Transport = fetchTransport;

async function readBody(response: Response, maximum: number): Promise<Uint8Array> {
  let length = 0;
  const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > maximum) throw new TransportError("too-large", `The response is longer than ${maximum} bytes`);
      controller.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(response.body?.pipeThrough(limit) ?? null).arrayBuffer());
}
