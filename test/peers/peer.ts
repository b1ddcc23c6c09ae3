/** A shape as a client knows it: what it does not know it refuses, or drops. */
export interface KnownShape {
  /** botocore's word for the kind of its values. */
  readonly type: string;
  /** What the client itself wants of a text. */
  readonly pattern?: string;
  /** The client sends something else in place of the text. */
  readonly isRewritten?: boolean;
  /** The client takes what is behind the last slash of a text for the whole. */
  readonly isCut?: boolean;
  readonly members?: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
  /** The shape of a list's items or a map's values. */
  readonly item?: string;
}

/** A service as a client knows it. */
export interface KnownService {
  /** The traits of the protocols that its model lists, the one that the client chooses first. */
  readonly protocols: readonly string[];
  /** Whether the service once spoke awsQuery ("awsQueryCompatible trait"). */
  readonly isQueryCompatible: boolean;
  /** Whether a client that is told to speak another protocol still says that the service once spoke awsQuery. */
  readonly staysCompatible: boolean;
  /** Whether the client calls an error of awsQuery by its code on the wire, else by the name of its shape. */
  readonly keepsQueryCodes: boolean;
  /** Whether the client's model has all names of XML and forms, whatever protocol the service speaks. */
  readonly keepsXmlNames: boolean;
  readonly operations: Readonly<Record<string, { readonly input?: string; readonly output?: string }>>;
  readonly shapes: Readonly<Record<string, KnownShape>>;
  /** The shapes of errors by their codes. An error whose code is not there arrives without members of its own. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What a client made of a call: its output, the error that it gave, or why it did not send the input at all. */
export type PeerOutcome =
  | { readonly kind: "output"; readonly output: unknown }
  | { readonly kind: "error"; readonly error: PeerError }
  | { readonly kind: "refused"; readonly reason: string };

export interface PeerError {
  /** The name of the class that the client has for the error. */
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** A call for a client that is not ours. */
export interface PeerCall {
  /** `aws.api#service$sdkId` of the service. */
  readonly sdkId: string;
  /** The name of the service's shape. */
  readonly serviceName: string;
  /** The trait of the protocol to speak, where not the one that the client chooses itself. */
  readonly protocol: string | undefined;
  readonly endpoint: string;
  readonly operation: string;
  readonly input: unknown;
  /** The members of the input that can be streams, and are given as bytes. */
  readonly streams: readonly string[];
}

/** An unmodified client of AWS services. */
export interface Peer {
  readonly name: string;
  /** Undefined where the client has no such service. */
  describe(sdkId: string): Promise<KnownService | undefined>;
  call(call: PeerCall): Promise<PeerOutcome>;
  close(): void;
}

/** A value without what the client does not know of its shape, or changes. */
export function knownPart({ shapes }: Pick<KnownService, "shapes">, id: string | undefined, value: unknown): unknown {
  const shape = id === undefined ? undefined : shapes[id];
  if (shape === undefined) return value;
  if (shape.isRewritten === true || (shape.type === "integer" && typeof value === "string")) return undefined;
  if (shape.isCut === true && typeof value === "string") return value.replaceAll("/", "-");
  if (typeof value !== "object" || value === null) return value;
  const { members, item } = shape;
  if (Array.isArray(value)) return value.map((one) => knownPart({ shapes }, item, one));
  if (members === undefined && item === undefined) return value;
  const entries = Object.entries(value).flatMap(([name, one]) => {
    if (members !== undefined && members[name] === undefined) return [];
    return [[name, knownPart({ shapes }, item ?? members?.[name], one)] as const];
  });
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

/** A known value as the client has it, which takes some numbers for texts. */
export function asClientHasIt(
  { shapes }: Pick<KnownService, "shapes">,
  id: string | undefined,
  value: unknown,
): unknown {
  const shape = id === undefined ? undefined : shapes[id];
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (shape?.type === "string" && isNumber) return String(value);
  if (shape === undefined || typeof value !== "object" || value === null) return value;
  const { members, item } = shape;
  if (Array.isArray(value)) return value.map((one) => asClientHasIt({ shapes }, item, one));
  if (members === undefined && item === undefined) return value;
  const entries = Object.entries(value).map(([name, one]) => {
    return [name, asClientHasIt({ shapes }, item ?? members?.[name], one)] as const;
  });
  return Object.fromEntries(entries);
}
