import { nodeMember, stringMember } from "../shapes/node.js";
import type { AppliedTrait, ServiceShape } from "../shapes/shape.js";
import { nameOf } from "../shapes/shape-id.js";

/** What a service is called where AWS's clients name it (AWS API traits, "service trait"; AWS authentication traits, "sigv4 trait"). */
export interface AwsServiceInfo {
  /** `sdkId`, else the shape's name. */
  readonly sdkId: string;
  /** What its host names begin with; undefined for a service that is not AWS's. */
  readonly endpointPrefix: string | undefined;
  /** Its name in the scope of signatures; undefined when requests are not signed. */
  readonly signingName: string | undefined;
}

/** What AWS clients have to know of a service beside its model ("aws.api#service trait"). Without the trait, the shape's name stands in. */
export function awsServiceInfo(service: ServiceShape): AwsServiceInfo {
  const aws = awsServiceTrait(service);
  const signingName = nodeMember(service.traits.get("aws.auth#sigv4")?.value, "name");
  return {
    sdkId: aws?.sdkId ?? nameOf(service.id),
    endpointPrefix: aws?.endpointPrefix,
    signingName: typeof signingName === "string" ? signingName : undefined,
  };
}

/** The `aws.api#service` trait with the values that its members have where it does not say. */
export interface AwsServiceTrait {
  readonly applied: AppliedTrait;
  readonly sdkId: string;
  readonly arnNamespace: string;
  readonly cloudFormationName: string;
  readonly cloudTrailEventSource: string;
  readonly endpointPrefix: string;
  readonly docId: string | undefined;
  readonly cloudWatchNamespace: string | undefined;
}

/** What the `aws.api#service` trait says of a service ("service trait"); undefined for a service without it. */
export function awsServiceTrait(service: ServiceShape): AwsServiceTrait | undefined {
  const applied = service.traits.get("aws.api#service");
  if (applied === undefined) return undefined;
  const name = nameOf(service.id);
  const text = (key: string) => stringMember(applied.value, key);
  const arnNamespace = text("arnNamespace") ?? name.toLowerCase();
  return {
    applied,
    sdkId: text("sdkId") ?? name,
    arnNamespace,
    cloudFormationName: text("cloudFormationName") ?? name,
    cloudTrailEventSource: text("cloudTrailEventSource") ?? eventSourceOf(arnNamespace),
    endpointPrefix: text("endpointPrefix") ?? arnNamespace,
    docId: text("docId"),
    cloudWatchNamespace: text("cloudWatchNamespace"),
  };
}

/** What CloudTrail calls the source of a service's events, unless the service says otherwise. */
export function eventSourceOf(arnNamespace: string): string {
  return `${arnNamespace}.amazonaws.com`;
}
