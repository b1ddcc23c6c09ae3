/** What a test's `vendorParams` say of the client's configuration. */
export function vendorConfig(_vendorParams: unknown): Readonly<Record<string, unknown>> {
  return {};
}
