import { canonicalPath, canonicalTarget, encodePath, type CanonicalTarget } from "./canonical-request.js";
import { chain } from "./maybe-promise.js";
import { signHeaders } from "./sign-headers.js";
import type { Signer } from "./signer.js";

/** AWS Signature Version 4 (`aws.auth#sigv4`) in the header form. Signs what decides the meaning of a request, and no more. */
export const sigV4: Signer = /* @__PURE__ */ signerOf((target) => canonicalTarget(target, canonicalPath));

/**
 * {@link sigV4} for protocols that send every request to a path of their own below the endpoint's, without a query: what makes
 * other targets canonical is left out.
 */
export const rpcSigV4: Signer = /* @__PURE__ */ signerOf((path) => [encodePath(path), ""]);

function signerOf(targetOf: (target: string) => CanonicalTarget): Signer {
  return {
    scheme: "aws.auth#sigv4",
    sign: (request, { credentials, region, signingName: service, now }) =>
      chain(credentials(), (keys) =>
        signHeaders(request, { credentials: keys, region, service, now }, targetOf, isDecisive),
      ),
  };
}

function isDecisive(name: string): boolean {
  return /^(?:host$|content-type$|x-amz-)/.test(name);
}
