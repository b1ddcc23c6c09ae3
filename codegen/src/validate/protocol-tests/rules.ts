import type { RuleModule } from "../rule.js";
import { eventStreamTestsTraitRule } from "./event-stream-tests-trait.js";
import { httpMalformedRequestTestsRule } from "./http-malformed-request-tests.js";
import {
  httpRequestTestsInputRule,
  httpResponseTestsErrorRule,
  httpResponseTestsOutputRule,
} from "./http-message-tests.js";
import { uniqueProtocolTestCaseIdRule } from "./unique-protocol-test-case-id.js";

/** The rules for test cases of protocols. */
export const protocolTestRules: RuleModule = {
  name: "smithy-protocol-test-traits",
  namespaces: ["smithy.test"],
  rules: [
    httpRequestTestsInputRule,
    httpResponseTestsOutputRule,
    httpResponseTestsErrorRule,
    uniqueProtocolTestCaseIdRule,
    httpMalformedRequestTestsRule,
    eventStreamTestsTraitRule,
  ],
};
