import { describe, expect, it } from "vitest";
import type { Rule } from "../rule.js";
import { findingsOf } from "../testing/findings.js";
import { serviceTaggingRule } from "./service-tagging.js";
import { tagEnabledServiceRule } from "./tag-enabled-service.js";
import { tagResourcePropertyNameRule } from "./tag-resource-property-name.js";
import { tagResourcePropertyTypeRule } from "./tag-resource-property-type.js";
import { taggableResourceRule } from "./taggable-resource.js";

const shapes = `map TagMap { key: String, value: String }
list TagList { member: Tag }
structure Tag { k: String, v: String }
list Keys { member: String }
operation TagResource { input := { resourceArn: String, tags: TagMap } }
operation UntagResource { input := { arn: String, tagKeys: Keys } }
operation ListTagsForResource { input := { resourceArn: String }, output := { tagList: TagList } }
operation Broken { input := { tags: TagMap } }`;
const all = "operations: [TagResource, UntagResource, ListTagsForResource]";

interface Case {
  readonly rule: Rule;
  readonly service: string;
  readonly resource: string;
  readonly findings: readonly string[];
}

const taggable = '@aws.api#taggable @aws.api#arn(template: "r") resource R {}';

describe("the rules for tags", () => {
  it.each<[string, Case]>([
    [
      "complete",
      { rule: serviceTaggingRule, service: `@aws.api#tagEnabled service S { ${all}`, resource: taggable, findings: [] },
    ],
    [
      "without operations",
      {
        rule: serviceTaggingRule,
        service: "@aws.api#tagEnabled(apiConfig: { untagApi: UntagResource }) service S { operations: [Broken]",
        resource: taggable,
        findings: [
          "WARNING ServiceTagging a#S: Service marked `aws.api#TagEnabled` is missing an operation named 'TagResource.'",
          "WARNING ServiceTagging a#S: Service marked `aws.api#TagEnabled` is missing an operation named 'UntagResource' (specified by `apiConfig`).",
          "WARNING ServiceTagging a#S: Service marked `aws.api#TagEnabled` is missing an operation named 'ListTagsForResource.'",
        ],
      },
    ],
    [
      "with an operation that cannot tag",
      {
        rule: serviceTaggingRule,
        service: `@aws.api#tagEnabled(apiConfig: { tagApi: Broken }) service S { ${all.replace("[", "[Broken, ")}`,
        resource: taggable,
        findings: [
          "DANGER ServiceTagging a#S: Shape `a#Broken` does not satisfy 'TagResource' operation requirements.",
        ],
      },
    ],
    [
      "with two operations for one purpose",
      {
        rule: tagEnabledServiceRule,
        service: `@aws.api#tagEnabled(apiConfig: { tagApi: Broken }) service S { ${all.replace("[", "[Broken, ")}`,
        resource: "resource R {}",
        findings: [
          "ERROR TagEnabledService a#S: Service marked `aws.api#tagEnabled` trait must have at least one `aws.api#taggable` resource.",
          "WARNING TagEnabledService a#S: Service marked `aws.api#tagEnabled` trait does not have consistent tagging operations implemented: {TagResource, UntagResource, and ListTagsForResource}.",
          "WARNING TagEnabledService a#S: Service has `apiConfig.tagApi` set to `a#Broken` but also has a service-bound operation named `TagResource`. The default-named operation will be ignored for tagging API discovery. Remove either the `apiConfig` override or the `TagResource` operation to avoid ambiguity.",
        ],
      },
    ],
    [
      "that disables the default operations",
      {
        rule: tagEnabledServiceRule,
        service: "@aws.api#tagEnabled(disableDefaultOperations: true) service S {",
        resource: taggable,
        findings: [],
      },
    ],
    [
      "with a resource that cannot be tagged",
      {
        rule: taggableResourceRule,
        service: "service S {",
        resource: taggable,
        findings: [
          "DANGER TaggableResource a#R: Resource does not have tagging CRUD operations and is not compatible with service-wide tagging operations for service `a#S`.",
          "WARNING TaggableResource a#S: Service has resources with `aws.api#taggable` applied but does not have the `aws.api#tagEnabled` trait.",
        ],
      },
    ],
    [
      "with a resource without ARN",
      {
        rule: taggableResourceRule,
        service: `@aws.api#tagEnabled service S { ${all}`,
        resource: "@aws.api#taggable resource R {}",
        findings: [
          "ERROR TaggableResource a#R: Resource is taggable only via service-wide tag operations. It must use the `aws.api@arn` trait.",
        ],
      },
    ],
    [
      "with an ARN that cannot be tagged",
      {
        rule: taggableResourceRule,
        service: `@aws.api#tagEnabled service S { ${all}`,
        resource: '@aws.api#arn(template: "r") resource R {}',
        findings: ["WARNING TaggableResource a#R: Resource is likely missing `aws.api#taggable` trait."],
      },
    ],
    [
      "with tags in an update",
      {
        rule: taggableResourceRule,
        service: `@aws.api#tagEnabled service S { ${all}`,
        resource: `@aws.api#taggable(property: "tags") @aws.api#arn(template: "r")
resource R { identifiers: { id: String }, properties: { tags: TagMap }, update: U }
operation U { input := { @required id: String, tags: TagMap } }`,
        findings: [
          "DANGER TaggableResource a#U: Update and put resource lifecycle operations should not support updating tags because it is a privileged operation that modifies access.",
        ],
      },
    ],
    [
      "with a resource that has its own operations",
      {
        rule: taggableResourceRule,
        service: "@aws.api#tagEnabled service S {",
        resource: `@aws.api#taggable(property: "tags", apiConfig: { tagApi: T, untagApi: V, listTagsApi: L })
resource R { identifiers: { id: String }, properties: { tags: TagMap }, operations: [T, V, L] }
operation T { input := { @required id: String, tags: TagMap } }
operation V { input := { @required id: String, @notProperty tagKeys: Keys } }
operation L { input := { @required id: String }, output := { tags: TagMap } }`,
        findings: [],
      },
    ],
    [
      "with a property of another name and shape",
      {
        rule: tagResourcePropertyNameRule,
        service: "service S {",
        resource: '@aws.api#taggable(property: "labels") resource R { properties: { labels: Keys } }',
        findings: ["WARNING TagResourcePropertyName a#R: Suggested tag property name is '[T|t]ags'."],
      },
    ],
    [
      "with a property of another shape",
      {
        rule: tagResourcePropertyTypeRule,
        service: "service S {",
        resource: '@aws.api#taggable(property: "tags") resource R { properties: { tags: Keys } }',
        findings: [
          "ERROR TagResourcePropertyType a#R: Tag property must be a list shape targeting a member containing a pair of strings, or a Map shape targeting a string member.",
        ],
      },
    ],
  ])("check a service %s", (_, { rule, service, resource, findings }) => {
    const text = `${service}, version: "1", resources: [R] }\n${resource}\n${shapes}`.replace("{,", "{");
    expect(findingsOf(rule, text)).toEqual(findings);
  });
});
