import { expect, test } from "vitest";
import { globalOptions } from "../../codegen/src/emitters/docs/cli-options.js";
import { globalOptions as understood } from "../../runtime/src/cli/options.js";
import { pagesOf, referenceModel } from "../support/pages.js";

const pages = pagesOf(referenceModel());

function page(path: string): string {
  const text = pages.get(path);
  if (text === undefined) throw new Error(`There is no page ${path}`);
  return text;
}

/** The headings, and the lines that begin with one of the labels: what makes two pages the same in structure. */
function outline(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/<a id="[^"]*"><\/a>/, ""))
    .filter((line) =>
      /^(?:#|\*\*|Type:|Array Members:|Length Constraints:|Pattern:|Valid|Required:|HTTP Status)/.test(line),
    );
}

test("the package has these pages", () => {
  expect([...pages.keys()]).toEqual([
    "docs/api/index.md",
    "docs/api/CommonParameters.md",
    "docs/api/CommonErrors.md",
    "docs/api/API_BatchCheckLayerAvailability.md",
    "docs/api/API_Layer.md",
    "docs/api/API_LayerFailure.md",
    "docs/cli/index.md",
    "docs/cli/index.rst",
    "docs/cli/batch-check-layer-availability.md",
    "docs/cli/batch-check-layer-availability.rst",
  ]);
});

test("the API page has the sections and labels of the service's reference, in its order", () => {
  expect(outline(page("docs/api/API_BatchCheckLayerAvailability.md"))).toEqual([
    "# BatchCheckLayerAvailability",
    "## Request Syntax",
    "## Request Parameters",
    "**layerDigests**",
    "Type: Array of strings",
    "Array Members: Minimum number of 1 item. Maximum number of 100 items.",
    "Length Constraints: Minimum length of 0. Maximum length of 1000.",
    "Required: Yes",
    "**registryId**",
    "Type: String",
    "Pattern: `[0-9]{12}`",
    "Required: No",
    "**repositoryName**",
    "Type: String",
    "Length Constraints: Minimum length of 2. Maximum length of 256.",
    "Pattern: `(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*`",
    "Required: Yes",
    "## Response Syntax",
    "## Response Elements",
    "**failures**",
    "Type: Array of [LayerFailure](API_LayerFailure.md) objects",
    "**layers**",
    "Type: Array of [Layer](API_Layer.md) objects",
    "## Errors",
    "**InvalidParameterException**",
    "HTTP Status Code: 400",
    "**RepositoryNotFoundException**",
    "HTTP Status Code: 400",
    "**ServerException**",
    "HTTP Status Code: 500",
    "## Example",
    "### Check one layer of the amazonlinux repository",
    "#### Sample Request",
    "#### Sample Response",
    "## See Also",
  ]);
});

test("the API page begins with the service and its version, then the description and its note", () => {
  const [, subtitle, ...rest] = page("docs/api/API_BatchCheckLayerAvailability.md").split("\n\n");
  expect(subtitle).toBe("[Amazon Elastic Container Registry API Reference](index.md) — API Version 2015-09-21");
  expect(rest[2]).toMatch(/^> \[!NOTE\]\n> The Amazon ECR proxy .*`docker` CLI\.$/);
});

test("the skeletons have members in name order", () => {
  expect(page("docs/api/API_BatchCheckLayerAvailability.md")).toContain(`
{
   "layerDigests": [ "string" ],
   "registryId": "string",
   "repositoryName": "string"
}
`);
  expect(page("docs/api/API_BatchCheckLayerAvailability.md")).toContain(`
{
   "failures": [
      {
         "failureCode": "string",
         "failureReason": "string",
         "layerDigest": "string"
      }
   ],
   "layers": [
      {
         "layerAvailability": "string",
         "layerDigest": "string",
         "layerSize": number,
         "mediaType": "string"
      }
   ]
}
`);
});

test("the sample is the documented exchange, byte for byte", () => {
  const samples = [...page("docs/api/API_BatchCheckLayerAvailability.md").matchAll(/```http\n([^]*?)\n```/g)];
  expect(samples.map((match) => match[1])).toEqual([
    `POST / HTTP/1.1
Host: api.ecr.us-east-1.amazonaws.com
Accept-Encoding: identity
Content-Length: 126
X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability
X-Amz-Date: 20161216T195733Z
User-Agent: aws-cli/1.11.22 Python/2.7.12 Darwin/16.3.0 botocore/1.4.79
Content-Type: application/x-amz-json-1.1
Authorization: AUTHPARAMS

{"layerDigests": ["sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8"], "repositoryName": "amazonlinux"}`,
    `HTTP/1.1 200 OK
Date: Fri, 16 Dec 2016 19:57:33 GMT
Content-Type: application/x-amz-json-1.1
Content-Length: 233
Connection: keep-alive
x-amzn-RequestId: e2422faf-c3c9-11e6-a3ee-63b3b5dcf3b9

{"failures":[],"layers":[{"layerAvailability":"AVAILABLE","layerDigest":"sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8","layerSize":91768077,"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip"}]}`,
  ]);
  const bodies = samples.map((match) => (match[1] ?? "").split("\n\n")[1] ?? "");
  expect(bodies.map((body) => Buffer.byteLength(body))).toEqual([126, 233]);
});

test("a data type's page lists its members by name", () => {
  expect(outline(page("docs/api/API_Layer.md"))).toEqual([
    "# Layer",
    "## Contents",
    "**layerAvailability**",
    "Type: String",
    "Valid Values: `AVAILABLE | UNAVAILABLE`",
    "Required: No",
    "**layerDigest**",
    "Type: String",
    "Pattern: `[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+`",
    "Required: No",
    "**layerSize**",
    "Type: Long",
    "Required: No",
    "**mediaType**",
    "Type: String",
    "Required: No",
    "## See Also",
  ]);
});

test("the command page in reStructuredText has the AWS CLI's structure, in model order", () => {
  const lines = page("docs/cli/batch-check-layer-availability.rst").split("\n");
  const description = (line: string): boolean => /^\s*[A-Z].*[.?]$/.test(line);
  expect(lines.filter((line) => line !== "" && !description(line))).toEqual([
    ".. _cli:tsmith-ecr batch-check-layer-availability:",
    "[ `tsmith-ecr <index.rst>`__ ]",
    "******************************",
    "batch-check-layer-availability",
    "******************************",
    "===========",
    "Description",
    "===========",
    ".. note::",
    "See also: `AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/ecr-2015-09-21/BatchCheckLayerAvailability>`__",
    "========",
    "Synopsis",
    "========",
    "::",
    "  batch-check-layer-availability",
    "  [--registry-id <value>]",
    "  --repository-name <value>",
    "  --layer-digests <value>",
    "  [--cli-input-json <value>]",
    "  [--generate-cli-skeleton <value>]",
    "=======",
    "Options",
    "=======",
    "``--registry-id`` (string)",
    "``--repository-name`` (string)",
    "``--layer-digests`` (list)",
    "  Syntax::",
    '    "string" "string" ...',
    "``--cli-input-json`` (string)",
    "``--generate-cli-skeleton`` (string)",
    "======",
    "Output",
    "======",
    "layers -> (list)",
    "  (structure)",
    "    layerDigest -> (string)",
    "    layerAvailability -> (string)",
    "      Possible values:",
    "      * ``AVAILABLE``",
    "      * ``UNAVAILABLE``",
    "    layerSize -> (long)",
    "    mediaType -> (string)",
    "failures -> (list)",
    "  (structure)",
    "    layerDigest -> (string)",
    "    failureCode -> (string)",
    "      Possible values:",
    "      * ``InvalidLayerDigest``",
    "      * ``MissingLayerDigest``",
    "    failureReason -> (string)",
  ]);
});

test("the command page in Markdown says the same", () => {
  const lines = page("docs/cli/batch-check-layer-availability.md").split("\n");
  expect(lines.filter((line) => /^#|^\s*- |^<a id=|^(?:--|\[--)/.test(line))).toEqual([
    '<a id="cli-tsmith-ecr-batch-check-layer-availability"></a>',
    "# batch-check-layer-availability",
    "## Description",
    "## Synopsis",
    "[--registry-id <value>]",
    "--repository-name <value>",
    "--layer-digests <value>",
    "[--cli-input-json <value>]",
    "[--generate-cli-skeleton <value>]",
    "## Options",
    '<a id="option-registry-id"></a>`--registry-id` (string)',
    '<a id="option-repository-name"></a>`--repository-name` (string)',
    '<a id="option-layer-digests"></a>`--layer-digests` (list)',
    '<a id="option-cli-input-json"></a>`--cli-input-json` (string)',
    '<a id="option-generate-cli-skeleton"></a>`--generate-cli-skeleton` (string)',
    "## Output",
    "- layers -> (list)",
    "  - (structure)",
    "    - layerDigest -> (string)",
    "    - layerAvailability -> (string)",
    "      - `AVAILABLE`",
    "      - `UNAVAILABLE`",
    "    - layerSize -> (long)",
    "    - mediaType -> (string)",
    "- failures -> (list)",
    "  - (structure)",
    "    - layerDigest -> (string)",
    "    - failureCode -> (string)",
    "      - `InvalidLayerDigest`",
    "      - `MissingLayerDigest`",
    "    - failureReason -> (string)",
  ]);
});

test("the options that every command is said to take are taken", () => {
  expect(globalOptions.map(([flag]) => flag.slice(2)).filter((flag) => !(flag in understood))).toEqual([]);
});

test("a paginated command has the options for pages, and a required boolean two flags without brackets", () => {
  const lists = pagesOf(`$version: "2.0"
namespace test.docs
use aws.protocols#awsJson1_1
@awsJson1_1
service Lists { version: "1", operations: [ListThings] }
@paginated(inputToken: "token", outputToken: "next", items: "things", pageSize: "most")
operation ListThings {
    input := {
        token: String
        most: Integer
        @required
        deep: Boolean
        flat: Boolean
        MostThings: Strings
        mostThings: Integer
    }
    output := {
        next: String
        things: Strings
    }
}
list Strings { member: String }
`);
  const command = lists.get("docs/cli/list-things.md") ?? "";
  expect(/## Synopsis\n\n```text\n([^]*?)\n```/.exec(command)?.[1]?.split("\n")).toEqual([
    "list-things",
    "[--token <value>]",
    "[--most <value>]",
    "--deep | --no-deep",
    "[--flat | --no-flat]",
    "[--most-things <value>]",
    "[--most-things_ <value>]",
    "[--cli-input-json <value>]",
    "[--starting-token <value>]",
    "[--page-size <value>]",
    "[--max-items <value>]",
    "[--generate-cli-skeleton <value>]",
  ]);
  expect(command.match(/^<a id="option-[^"]*"><\/a>.*$/gm)).toHaveLength(11);
});
