import { TransportError, type Transport } from "./transport.js";

/** Sends requests with `fetch`: browsers, workers, Deno, Bun. Redirects are answers, not followed; `host` is left to `fetch`. */
export function fetchTransport(options: { readonly fetch?: typeof fetch | undefined } = {}): Transport {
  return {
    async send(
      { method, origin, path, headers: { host: _host, ...sent }, body },
      { cancellation, maximumBodyBytes, streams },
    ) {
      // URLs do not keep them, also escaped (WHATWG URL, "path state"): the path would lead elsewhere.
      if (/^[^?]*\/(\.|%2e){1,2}([/?]|$)/i.test(path)) throw new TransportError("malformed", "Dotted");
      try {
        const init: RequestInit & { readonly duplex: "half" } = {
          method,
          headers: sent,
          redirect: "manual",
          signal: cancellation.signal,
          body: (body as Uint8Array).length === 0 ? null : (body as BodyInit),
          // The standard wants it said of a stream that the response does not come before its end.
          duplex: "half",
        };
        const response = await (options.fetch ?? fetch)(origin + path, init);
        // What breaks it is told in the words of `fetch`.
        const stream = (streams && response.ok && response.body) || undefined;
        return {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: await readBody(stream ? null : response.body, maximumBodyBytes),
          stream,
        };
      } catch (cause) {
        if (cancellation.cancelled) throw cancellation.reason;
        throw cause instanceof TransportError ? cause : new TransportError("closed", "No whole response", { cause });
      }
    },
  };
}

async function readBody(body: Response["body"], maximum: number): Promise<Uint8Array> {
  let length = 0;
  const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > maximum) throw new TransportError("too-large", `The response is longer than ${maximum} bytes`);
      controller.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(body?.pipeThrough(limit) ?? null).arrayBuffer());
}

/** The transport of a client that was given none, where there is no Node. */
export { fetchTransport as defaultTransport };
