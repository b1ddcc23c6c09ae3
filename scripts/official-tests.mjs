// The official protocol tests of the Smithy project, fetched with Maven into `.cache` and unpacked there.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";

const coordinates = [
  ["software.amazon.smithy", "smithy-aws-protocol-tests", "1.74.1"],
  ["software.amazon.smithy", "smithy-protocol-tests", "1.54.0"],
];

/** The folders of the unpacked sets; none, with a loud line, where they cannot be had. */
export function fetchOfficialTests(root) {
  const cache = `${root}.cache/official-tests`;
  mkdirSync(cache, { recursive: true });
  return coordinates.flatMap(([group, artifact, version]) => {
    const folder = `${cache}/${artifact}-${version}`;
    if (existsSync(`${folder}/META-INF/smithy/manifest`)) return [folder];
    const jar = `${cache}/${artifact}-${version}.jar`;
    const isHere = existsSync(jar) || copyFromMaven(`${group}:${artifact}:${version}`, cache);
    if (isHere && unpack(jar, folder)) return [folder];
    console.error(
      `SKIPPED: ${group}:${artifact}:${version} cannot be fetched with Maven, so that its tests do not run.`,
    );
    return [];
  });
}

function copyFromMaven(artifact, folder) {
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
  return run("mvn", ["-q", "-B", goal, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]);
}

function unpack(jar, folder) {
  mkdirSync(folder, { recursive: true });
  return run("unzip", ["-q", "-o", jar, "META-INF/smithy/*", "-d", folder]);
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 }).status === 0;
}
