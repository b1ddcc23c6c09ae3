type Settings = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Settings => (typeof value === "object" && value !== null ? { ...value } : {});

/** What a test's `vendorParams` say of the client's configuration: what is said of the operation stands above what is said of the client. */
export function vendorConfig(vendorParams: unknown): Settings {
  const { client, operation } = objectOf(objectOf(vendorParams)["scopedConfig"]);
  const { region, ...settings } = { ...objectOf(client), ...objectOf(operation) };
  const s3 = { ...objectOf(objectOf(client)["s3"]), ...objectOf(objectOf(operation)["s3"]) };
  const useDualStack = s3["use_dualstack_endpoint"] ?? settings["use_dualstack_endpoint"];
  return {
    ...(region === undefined ? {} : { region }),
    s3: {
      addressing: s3["addressing_style"] === "path" ? "path" : "virtual",
      dualStack: useDualStack === true,
      accelerate: s3["use_accelerate_endpoint"] === true,
    },
  };
}
