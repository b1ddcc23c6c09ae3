import { expectBoolean, expectString } from "../expect-value.js";
import { findPartition, type Partition } from "../partitions.js";
import { arrayType, booleanType, optionalType, recordType, stringType } from "../type.js";
import { EvaluationFault, type RuleRecord } from "../value.js";
import { type FunctionDefinition, type FunctionLibrary, libraryOf } from "./definition.js";
import { isIpAddress } from "./ip-address.js";

/** "aws.partition function": of an unknown region, the partition whose expression it matches, else the one named `aws`. */
const awsPartition: FunctionDefinition = {
  name: "aws.partition",
  arguments: [stringType],
  returns: optionalType(
    recordType({
      name: stringType,
      dnsSuffix: stringType,
      dualStackDnsSuffix: stringType,
      supportsDualStack: booleanType,
      supportsFIPS: booleanType,
      implicitGlobalRegion: stringType,
    }),
  ),
  evaluate: ([region], partitions) => {
    const name = expectString(region);
    const partition = findPartition(partitions, name);
    if (partition === undefined) throw new EvaluationFault(`Unable to match a partition for region ${name}`);
    return outputsOf(partition);
  },
};

const outputs = new WeakMap<Partition, RuleRecord>();

function outputsOf(partition: Partition): RuleRecord {
  let record = outputs.get(partition);
  if (record === undefined) {
    const { name, dnsSuffix, dualStackDnsSuffix, supportsDualStack, supportsFips, implicitGlobalRegion } = partition;
    const supportsFIPS = supportsFips;
    record = { name, dnsSuffix, dualStackDnsSuffix, supportsDualStack, supportsFIPS, implicitGlobalRegion };
    outputs.set(partition, record);
  }
  return record;
}

/** "aws.parseArn function" */
const parseArn: FunctionDefinition = {
  name: "aws.parseArn",
  arguments: [stringType],
  returns: optionalType(
    recordType({
      partition: stringType,
      service: stringType,
      region: stringType,
      accountId: stringType,
      resourceId: arrayType(stringType),
    }),
  ),
  evaluate: ([value]) => {
    const [prefix, partition, service, region, accountId, ...rest] = expectString(value).split(":");
    const resource = rest.join(":");
    if (prefix !== "arn" || !partition || !service || region === undefined || accountId === undefined || !resource) {
      return undefined;
    }
    return { partition, service, region, accountId, resourceId: resource.split(/[:/]/) };
  },
};

/** "aws.isVirtualHostableS3Bucket function" */
const isVirtualHostableS3Bucket: FunctionDefinition = {
  name: "aws.isVirtualHostableS3Bucket",
  arguments: [stringType, booleanType],
  returns: booleanType,
  evaluate: ([bucket, allowSubDomains]) => {
    const name = expectString(bucket);
    const allowed = expectBoolean(allowSubDomains)
      ? /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/
      : /^[a-z\d][a-z\d-]{1,61}[a-z\d]$/;
    return allowed.test(name) && !/\.\.|\.-|-\./.test(name) && !isIpAddress(name);
  },
};

/** The functions of AWS's rule sets: `aws.partition`, `aws.parseArn`, `aws.isVirtualHostableS3Bucket` ("AWS rules engine library functions"). */
export const awsFunctions: FunctionLibrary = libraryOf([awsPartition, isVirtualHostableS3Bucket, parseArn]);
