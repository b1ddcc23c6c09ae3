/** A group of AWS regions with the same rules for host names ("aws.partition function"). */
export interface Partition {
  readonly name: string;
  /** What names of its regions match, those not yet known included. */
  readonly regionPattern: RegExp;
  readonly regions: readonly string[];
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly supportsFips: boolean;
  readonly supportsDualStack: boolean;
  readonly implicitGlobalRegion: string;
}

/** In the order in which their patterns are tried. */
export type Partitions = readonly Partition[];

/** Name, beginnings of its regions' names, known regions, domain, domain of dual-stack endpoints, region of global services. */
type Row = readonly [string, string, string, string, string, string];

const rows: readonly Row[] = [
  [
    "aws",
    "us|eu|ap|sa|ca|me|af|il|mx",
    "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " +
      "ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 aws-global ca-central-1 " +
      "ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 " +
      "me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    "amazonaws.com",
    "api.aws",
    "us-east-1",
  ],
  [
    "aws-us-gov",
    "us-gov",
    "aws-us-gov-global us-gov-east-1 us-gov-west-1",
    "amazonaws.com",
    "api.aws",
    "us-gov-west-1",
  ],
  [
    "aws-cn",
    "cn",
    "aws-cn-global cn-north-1 cn-northwest-1",
    "amazonaws.com.cn",
    "api.amazonwebservices.com.cn",
    "cn-northwest-1",
  ],
  ["aws-iso", "us-iso", "aws-iso-global us-iso-east-1 us-iso-west-1", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1"],
  ["aws-iso-b", "us-isob", "aws-iso-b-global us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-east-1"],
  ["aws-iso-e", "eu-isoe", "", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-west-1"],
  [
    "aws-iso-f",
    "us-isof",
    "aws-iso-f-global us-isof-east-1 us-isof-south-1",
    "csp.hci.ic.gov",
    "api.aws.hci.ic.gov",
    "us-isof-south-1",
  ],
  ["aws-eusc", "eusc-de", "eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1"],
];

/** AWS's public partitions. */
export const awsPartitions: Partitions = rows.map(
  ([name, beginnings, regions, dnsSuffix, dualStackDnsSuffix, implicitGlobalRegion]) => ({
    name,
    regionPattern: new RegExp(String.raw`^(?:${beginnings})-\w+-\d+$`),
    regions: regions === "" ? [] : regions.split(" "),
    dnsSuffix,
    dualStackDnsSuffix,
    supportsFips: true,
    supportsDualStack: true,
    implicitGlobalRegion,
  }),
);

const regionIndexes = new WeakMap<Partitions, ReadonlyMap<string, Partition>>();

function regionIndex(partitions: Partitions): ReadonlyMap<string, Partition> {
  let index = regionIndexes.get(partitions);
  if (index === undefined) {
    index = new Map(partitions.flatMap((partition) => partition.regions.map((region) => [region, partition] as const)));
    regionIndexes.set(partitions, index);
  }
  return index;
}

/**
 * The partition of a region ("aws.partition function"): the one that names it, else the first whose pattern it matches, else the one named `aws`.
 *
 * @param region - such as `us-east-1`
 * @returns undefined only where there is no partition `aws` either
 */
export function findPartition(partitions: Partitions, region: string): Partition | undefined {
  return (
    regionIndex(partitions).get(region) ??
    partitions.find(({ regionPattern }) => regionPattern.test(region)) ??
    partitions.find(({ name }) => name === "aws")
  );
}
