import { hashOrder } from "../../shapes/hash-order.js";

const coreBuiltIns = ["SDK::Endpoint"];

/** "AWS rules engine built-ins" */
const awsBuiltIns = [
  "AWS::UseDualStack",
  "AWS::UseFIPS",
  "AWS::Region",
  "AWS::Auth::AccountId",
  "AWS::Auth::AccountIdEndpointMode",
  "AWS::Auth::CredentialScope",
  "AWS::S3::Accelerate",
  "AWS::S3::DisableMultiRegionAccessPoints",
  "AWS::S3::ForcePathStyle",
  "AWS::S3::UseArnRegion",
  "AWS::S3::UseGlobalEndpoint",
  "AWS::S3Control::UseArnRegion",
  "AWS::STS::UseGlobalEndpoint",
];

const coreNames: readonly string[] = coreBuiltIns;
const allNames: readonly string[] = hashOrder([...awsBuiltIns, ...coreBuiltIns]);

/** The values that parameters may be bound to by name ("Rules engine built-ins"), as messages list them. */
export function builtInNames(hasAws: boolean): readonly string[] {
  return hasAws ? allNames : coreNames;
}
