import { socketTransport } from "../node/socket-transport.js";
import type { Transport } from "../http/transport.js";
import { CommandError, exitCodes } from "./command-error.js";
import type { CommandEnvironment } from "./environment.js";
import { readParameterFile } from "./parameter-file.js";

/**
 * A transport that trusts other certificates than the system does.
 *
 * @param bundle a file of certificates in PEM format
 * @param unverified whether any certificate will do
 */
export function transportWithTrust(
  bundle: string | undefined,
  unverified: boolean,
  environment: CommandEnvironment,
): Transport {
  const certificates = bundle === undefined ? undefined : readParameterFile("--ca-bundle", bundle, bundle, environment);
  if (certificates !== undefined && !Buffer.from(certificates).includes("-----BEGIN")) {
    throw new CommandError(`The file ${bundle} holds no certificates in PEM format`, exitCodes.general);
  }
  return socketTransport({
    tls: {
      ...(certificates === undefined ? {} : { ca: Buffer.from(certificates) }),
      ...(unverified ? { rejectUnauthorized: false } : {}),
    },
  });
}
