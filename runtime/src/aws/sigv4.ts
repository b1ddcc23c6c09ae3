import { canonicalPath } from "./canonical-request.js";
import { chain } from "./maybe-promise.js";
import { signHeaders } from "./sign-headers.js";
import type { Signer } from "./signer.js";

/** AWS Signature Version 4 (`aws.auth#sigv4`) in the header form. Signs what decides the meaning of a request, and no more. */
export const sigV4: Signer = {
  scheme: "aws.auth#sigv4",
  sign: (request, { credentials, region, signingName: service, now }) =>
    chain(credentials(), (keys) =>
      signHeaders(request, { credentials: keys, region, service, now }, canonicalPath, isDecisive),
    ),
};

function isDecisive(name: string): boolean {
  return /^(?:host$|content-type$|x-amz-)/.test(name);
}
