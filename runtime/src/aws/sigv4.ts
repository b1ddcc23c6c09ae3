import { chain } from "./maybe-promise.js";
import { signRequest } from "./sign.js";
import type { Signer } from "./signer.js";

/** AWS Signature Version 4 (`aws.auth#sigv4`) in the header form. */
export const sigV4: Signer = {
  scheme: "aws.auth#sigv4",
  sign: (request, { credentials, region, signingName: service, now }) =>
    chain(credentials(), (keys) => signRequest(request, { credentials: keys, region, service, now })),
};
