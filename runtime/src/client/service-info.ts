/** Facts of a service, as its model states them. */
export interface ServiceInfo {
  /** The shape ID of the service. */
  readonly shape: string;
  readonly version: string;
  /** `sdkId` of `aws.api#service`, else the shape's name. */
  readonly sdkId: string;
  /** The first labels of the service's hosts: `api.ecr` of `api.ecr.us-east-1.amazonaws.com`. Absent: an endpoint must be given. */
  readonly endpointPrefix?: string | undefined;
  /** The name of the service in a signature's scope. */
  readonly signingName?: string | undefined;
}
