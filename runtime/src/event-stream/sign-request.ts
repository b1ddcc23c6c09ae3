import type { Signer } from "../aws/signer.js";
import { sigV4 } from "../aws/sigv4.js";
import { isStream, streamOf } from "../http/byte-streams.js";
import { signedEventsPayload, signEvents } from "./signed-events.js";

/** AWS Signature Version 4 for requests that stream events: the request is signed, and after it each event. */
export const sigV4Events: Signer = {
  scheme: "aws.auth#sigv4",
  async sign(request, context) {
    const { body } = request;
    if (!isStream(body)) return sigV4.sign(request, context);
    const headers = { ...request.headers, "x-amz-content-sha256": signedEventsPayload };
    const { secretAccessKey } = await context.credentials();
    const signed = await sigV4.sign({ ...request, headers }, context);
    const seed = /Signature=([\da-f]{64})$/.exec(signed.headers["authorization"] ?? "")?.[1] ?? "";
    // The clock goes on from the time of the request, which may be corrected.
    const ahead = context.now - Date.now();
    const { region, signingName: service } = context;
    const events = signEvents(body, { secretAccessKey, region, service, seed, now: () => Date.now() + ahead });
    return { ...signed, body: streamOf(events) };
  },
};
