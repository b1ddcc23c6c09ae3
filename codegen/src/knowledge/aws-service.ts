import { nodeMember } from "../shapes/node.js";
import type { ServiceShape } from "../shapes/shape.js";
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

export function awsServiceInfo(service: ServiceShape): AwsServiceInfo {
  const aws = service.traits.get("aws.api#service")?.value;
  const text = (key: string): string | undefined => {
    const value = nodeMember(aws, key);
    return typeof value === "string" ? value : undefined;
  };
  const name = nameOf(service.id);
  const signingName = nodeMember(service.traits.get("aws.auth#sigv4")?.value, "name");
  return {
    sdkId: text("sdkId") ?? name,
    endpointPrefix:
      aws === undefined ? undefined : (text("endpointPrefix") ?? text("arnNamespace") ?? name.toLowerCase()),
    signingName: typeof signingName === "string" ? signingName : undefined,
  };
}
