import { describe, expect, it } from "vitest";
import { ServiceError } from "../../errors/index.js";
import { readXmlError, type ReceiveXmlError } from "./read-error.js";

class Gone extends ServiceError {}

const receiveGone: ReceiveXmlError = (xml, options) => {
  let message = "";
  while (xml.next()) {
    if (xml.name === "Why") message = xml.text();
    else xml.skip();
  }
  if (message === "") throw new Error("There is no reason");
  return new Gone(message, { ...options, name: "Gone" });
};

function read(text: string) {
  const body = new TextEncoder().encode(text);
  const { name, message, requestId, statusCode, fault } = readXmlError(body, { statusCode: 404 }, (code) =>
    code === "Gone" ? receiveGone : undefined,
  );
  return { name, message, requestId, statusCode, fault };
}

describe("errors in XML", () => {
  const gone = { name: "Gone", message: "no", requestId: "1", statusCode: 404 };

  it.each<[what: string, xml: string]>([
    ["wrapped", "<ErrorResponse><Error><Code>Gone</Code><Why>no</Why></Error><RequestId>1</RequestId></ErrorResponse>"],
    [
      "in a list",
      "<Response><Errors><Error><Why>no</Why><Code> Gone </Code></Error></Errors><RequestID>1</RequestID></Response>",
    ],
    ["bare", "<Error><Code>Gone</Code><Why>no</Why><RequestId>1</RequestId></Error>"],
    [
      "behind its identifier",
      "<R xmlns='x'><requestId>1</requestId>text<Error><Code>Gone</Code><Why>no</Why></Error></R>",
    ],
    ["with a namespace in its code", "<Error><RequestId>1</RequestId><Code>example#Gone:x</Code><Why>no</Why></Error>"],
  ])("%s", (_, xml) => {
    expect(read(xml)).toMatchObject(gone);
  });

  it.each<[what: string, xml: string, name: string, message: string]>([
    ["that the operation does not list", "<Error><Code>Other</Code><Message>m</Message></Error>", "Other", "m"],
    ["with a lower-case message", "<Error><message>m</message><Code>Other</Code></Error>", "Other", "m"],
    ["whose members do not fit", "<Error><Code>Gone</Code><Message>m</Message></Error>", "Gone", "m"],
    ["that break off", "<Error><Code>Gone</Code><Message>m</Message><Why>", "Gone", "m"],
    ["without a code", "<Error><Message>m</Message></Error>", "UnknownError", "m"],
    ["that are no XML", "Service Unavailable", "UnknownError", "The service answered 404"],
    ["of a proxy", "<!DOCTYPE html><html><body>no</body></html>", "UnknownError", "The service answered 404"],
    ["that are empty", "", "UnknownError", "The service answered 404"],
  ])("%s are told by name and text", (_, xml, name, message) => {
    expect(read(xml)).toMatchObject({ name, message, fault: "client" });
  });
});
