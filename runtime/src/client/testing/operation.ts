import { sigV4 } from "../../aws/sigv4.js";
import { ServiceError } from "../../errors/index.js";
import { awsJson1_1Operation } from "../../protocols/aws-json/client.js";

export interface BookInput {
  readonly title?: string;
}

export class NotFound extends ServiceError {
  static override readonly shape = "example#NotFound";
  static override readonly fault = "client";
  static override readonly statusCode = 404;
}

export class Busy extends ServiceError {
  static override readonly shape = "example#Busy";
  static override readonly fault = "client";
  static override readonly statusCode = 400;
  static override readonly retryable = true;
}

export const library = {
  shape: "example#Library_2026",
  version: "2026-01-01",
  sdkId: "Library",
  endpointPrefix: "library",
  signingName: "library",
};

/** An operation as generated code has it. */
export const getBook = awsJson1_1Operation<BookInput, unknown>({
  service: library,
  name: "GetBook",
  signers: [sigV4],
  validator: "parseBookInput",
  encode: JSON.stringify,
  receive: (value) => value,
  errors: {
    NotFound: (value, _, options) => new NotFound(String((value as { message?: string }).message), options),
    Busy: (value, _, options) => new Busy(String((value as { message?: string }).message), options),
  },
});

export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
