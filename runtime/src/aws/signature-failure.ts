/** Why a request was not let in, with the name that AWS's services give to it. */
export interface SignatureFailure {
  readonly name:
    | "MissingAuthenticationTokenException"
    | "IncompleteSignatureException"
    | "InvalidSignatureException"
    | "UnrecognizedClientException"
    | "ExpiredTokenException"
    | "XAmzContentSHA256Mismatch";
  /** 400 throughout, as AWS's JSON services answer. */
  readonly statusCode: 400;
  readonly message: string;
}

export function failure(name: SignatureFailure["name"], message: string): SignatureFailure {
  return { name, statusCode: 400, message };
}

/** The body is not the one whose hash was signed. */
export function hashMismatch(): SignatureFailure {
  return failure(
    "XAmzContentSHA256Mismatch",
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  );
}
