export type {
  BlobDescription,
  CommandDescription,
  CommandLineDescription,
  CommandLineTexts,
  ListDescription,
  MapDescription,
  MemberDescription,
  NumberDescription,
  PagesDescription,
  PlainDescription,
  ShapeDescription,
  StructureDescription,
  TextDescription,
  TimestampDescription,
} from "./description.js";
export type { CommandEnvironment, TextSink } from "./environment.js";
export { formatInstant } from "./instants.js";
export { runCommandLine } from "./run-command-line.js";
export { runProcess } from "./run-process.js";
