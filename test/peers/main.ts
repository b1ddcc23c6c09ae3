import { existsSync } from "node:fs";
import { join } from "node:path";
import { protocols } from "../../codegen/src/knowledge/protocols.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";
import { pythonWithBoto3 } from "../support/tools.js";
import { startBoto3 } from "./boto3-peer.js";
import type { KnownService, Peer } from "./peer.js";
import { runService } from "./run-service.js";
import { sdkForJavaScript } from "./sdk-peer.js";
import { modelNames, readModel, withoutQueryTraits, withProtocols, type ServiceModel } from "./service-models.js";
import { checks, type Result } from "./subject.js";

/** What `npm run e2e:protocols` was asked for. */
export interface PeerOptions {
  /** The project's folder. */
  readonly root: string;
  /** The folder of models. */
  readonly data: string;
  /** Names of models; all where empty. */
  readonly models: readonly string[];
  /** Names of clients; all where empty. */
  readonly clients: readonly string[];
  /** Short names of protocols; all where empty. */
  readonly protocols: readonly string[];
  readonly samples: number;
  /** Prints every comparison that fails, else the first few of a suite. */
  readonly failures: boolean;
  readonly print: (line: string) => void;
}

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const rpc = protocols.filter(({ binding }) => binding === "rpc").map(({ trait }) => trait);

/** Runs everything and prints what passed. @returns the number of comparisons that failed */
export async function runPeers(options: PeerOptions): Promise<number> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  const names = modelNames(options.data);
  if (names.length === 0) options.print(`SKIPPED: there are no models in ${options.data}.`);
  const unknown = options.models.filter((name) => names.length > 0 && !names.includes(name));
  if (unknown.length > 0)
    throw new UnknownNames(`There is no model ${unknown.join(", ")}. There are ${names.join(", ")}.`);
  const peers = chosenPeers(options);
  for (const name of names) {
    if (options.models.length > 0 && !options.models.includes(name)) continue;
    const model = readModel(options.data, name);
    const services = new Map<string, Promise<GeneratedService>>();
    for (const peer of peers) await runModel(model, peer, services, options, totals);
  }
  for (const peer of peers) peer.close();
  options.print(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return totals.failed;
}

/** What was asked for is not there. */
export class UnknownNames extends Error {}

function chosenPeers({ root, clients, print }: PeerOptions): readonly Peer[] {
  const known = ["boto3", "AWS SDK for JavaScript"];
  const unknown = clients.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UnknownNames(`There is no client ${unknown.join(", ")}. There are ${known.join(", ")}.`);
  const isChosen = (name: string): boolean => clients.length === 0 || clients.includes(name);
  const python = isChosen("boto3") ? pythonWithBoto3() : undefined;
  const hasSdk = existsSync(join(root, "bench/node_modules/@aws-sdk"));
  if (!hasSdk) print("SKIPPED: the AWS SDK for JavaScript is not installed. Run `npm ci` in bench/ to get it.");
  return [
    ...(python === undefined ? [] : [startBoto3(python, join(root, "test/peers/boto3-peer.py"))]),
    ...(hasSdk && isChosen("AWS SDK for JavaScript") ? [sdkForJavaScript(join(root, "bench"))] : []),
  ];
}

/** Once with the protocol that the client chooses, and once with each of the other protocols that the service could speak. */
async function runModel(
  model: ServiceModel,
  peer: Peer,
  services: Map<string, Promise<GeneratedService>>,
  options: PeerOptions,
  totals: Totals,
): Promise<void> {
  const known = await peer.describe(model.sdkId);
  if (known === undefined) {
    if (options.failures) options.print(`SKIPPED ${model.name}: ${peer.name} has no such service`);
    return;
  }
  const [own = ""] = known.protocols;
  const others = rpc.includes(own) ? rpc.filter((trait) => trait !== own && speaks(peer, trait)) : [];
  for (const protocol of [own, ...others]) {
    const short = protocol.slice(protocol.indexOf("#") + 1);
    if (options.protocols.length > 0 && !options.protocols.includes(short)) continue;
    const isForced = protocol !== own;
    const given = modelFor(model, known, protocol);
    const service = await generateOnce(services, given, options.root);
    const results = await runService({
      service,
      sdkId: model.sdkId,
      peer,
      known: known satisfies KnownService,
      protocol,
      isForced,
      samples: options.samples,
    });
    report(`${model.name} ${peer.name} ${short}${isForced ? " (as told)" : ""}`, results, options, totals);
  }
}

/** The service of a model; clients that know the same of it share one. */
function generateOnce(
  services: Map<string, Promise<GeneratedService>>,
  { model, service, hasQueryTraits }: ServiceModel,
  root: string,
): Promise<GeneratedService> {
  const key = `${[...service.traits.keys()].join(" ")} ${hasQueryTraits}`;
  const made = services.get(key) ?? generateService(root, model, service.id);
  services.set(key, made);
  return made;
}

/** botocore has no rpcv2Json. */
function speaks({ name }: Peer, protocol: string): boolean {
  return name !== "boto3" || !protocol.endsWith("#rpcv2Json");
}

/** The model with a protocol, and with what else the service lists where that is one of it. */
function modelFor(model: ServiceModel, known: KnownService, protocol: string): ServiceModel {
  const isListed = known.protocols.includes(protocol);
  const listed = isListed ? [protocol, ...known.protocols.filter((one) => one !== protocol)] : [protocol];
  const spoken = withProtocols(model, listed, (isListed || known.staysCompatible) && known.isQueryCompatible);
  return isListed || known.keepsXmlNames || !protocol.endsWith("Query") ? spoken : withoutQueryTraits(spoken);
}

function report(title: string, results: readonly Result[], options: PeerOptions, totals: Totals): void {
  const { print } = options;
  const failed = results.filter(({ problem }) => problem !== undefined);
  const shown = options.failures ? failed : failed.slice(0, 5);
  for (const { check, operation, problem = "" } of shown) {
    print(`FAILED ${title} ${check} ${operation}\n${problem.replaceAll(/^/gm, "  ")}`);
  }
  const reasons = new Map<string, number>();
  for (const { skipped } of results) if (skipped !== undefined) reasons.set(skipped, (reasons.get(skipped) ?? 0) + 1);
  if (options.failures) for (const [reason, count] of reasons) print(`SKIPPED ${title} ${count}: ${reason}`);
  const counts = checks.map((check) => {
    const of = results.filter((result) => result.check === check && result.skipped === undefined);
    return `${check} ${of.filter(({ problem }) => problem === undefined).length}/${of.length}`;
  });
  const skipped = results.filter((result) => result.skipped !== undefined).length;
  print(`${title}: ${counts.join(", ")}${skipped === 0 ? "" : `, ${skipped} skipped`}`);
  totals.failed += failed.length;
  totals.skipped += skipped;
  totals.passed += results.length - failed.length - skipped;
}
