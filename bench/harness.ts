/**
 * Ours and its peers, interleaved in one run: every round samples each of them once, in turns, so that whatever else the
 * machine does meets all of them. A figure is the median over the rounds.
 */

/** One implementation under measurement. */
export interface Contender {
  readonly name: string;
  /** One sample: calls per second, seconds, bytes: whatever the comparison counts. */
  sample(): number | Promise<number>;
  /** Before the first and after the last sample. */
  open?(): void | Promise<void>;
  close?(): void | Promise<void>;
}

/** What the ratio of ours to the peer's figure has to be. */
export interface Bar {
  readonly direction: "at least" | "at most";
  readonly ratio: number;
}

export interface Comparison {
  readonly suite: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: Contender;
  /** Ours is compared with the best of them: the highest figure where the bar is a least ratio, else the lowest. */
  readonly peers: readonly Contender[];
  readonly bar: Bar;
  readonly rounds?: number | undefined;
}

/** One line of the table. `ratio` is ours divided by the peer's. */
export interface Row {
  readonly suite: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  /** The lowest and the highest ratio of a round. */
  readonly spread: readonly [number, number];
  readonly bar: string;
  readonly holds: boolean;
  readonly others: Readonly<Record<string, number>>;
}

export type Suite = () => AsyncIterable<Row> | Iterable<Row>;

const defaultRounds = 9;

export async function compare(comparison: Comparison): Promise<Row> {
  const contenders = [comparison.ours, ...comparison.peers];
  for (const contender of contenders) await contender.open?.();
  const samples = contenders.map((): number[] => []);
  const rounds = comparison.rounds ?? defaultRounds;
  // The first round warms everything up and does not count.
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (turn + round + contenders.length) % contenders.length;
      const sample = await at(contenders, index).sample();
      if (round >= 0) at(samples, index).push(sample);
    }
  }
  for (const contender of contenders) await contender.close?.();
  return rowOf(comparison, contenders, samples);
}

function rowOf(comparison: Comparison, contenders: readonly Contender[], samples: readonly number[][]): Row {
  const { bar } = comparison;
  const medians = samples.map(median);
  const sign = bar.direction === "at least" ? 1 : -1;
  const best = contenders.map((_, index) => index).slice(1);
  best.sort((left, right) => sign * (at(medians, right) - at(medians, left)));
  const peer = at(best, 0);
  const ratios = at(samples, 0).map((sample, round) => sample / at(at(samples, peer), round));
  const ratio = median(ratios);
  return {
    suite: comparison.suite,
    name: comparison.name,
    unit: comparison.unit,
    ours: at(medians, 0),
    peer: at(medians, peer),
    peerName: at(contenders, peer).name,
    ratio,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    bar: `${bar.direction} ${bar.ratio}`,
    holds: bar.direction === "at least" ? ratio >= bar.ratio : ratio <= bar.ratio,
    others: Object.fromEntries(best.slice(1).map((index) => [at(contenders, index).name, at(medians, index)])),
  };
}

/** Results go here, so that no engine finds out that nobody wants them. */
let sink: unknown;

/**
 * A contender that is called over and over for `milliseconds` a sample; its figure is calls per second.
 *
 * @param call is given the number of the call, to choose one of several inputs by
 */
export function throughput(name: string, call: (turn: number) => unknown, milliseconds = 40): Contender {
  let batch = 1;
  return {
    name,
    sample() {
      const limit = process.hrtime.bigint() + BigInt(milliseconds * 1e6);
      const start = process.hrtime.bigint();
      let calls = 0;
      let now = start;
      while (now < limit) {
        for (let turn = 0; turn < batch; turn += 1) sink = call(turn);
        calls += batch;
        const before = now;
        now = process.hrtime.bigint();
        // Reading the clock must not be what is measured.
        if (now - before < 200_000n) batch *= 2;
      }
      return calls / (Number(now - start) / 1e9);
    },
  };
}

/**
 * {@link throughput} per second of processor time, the collection of garbage included: for work that others on the machine would
 * disturb more than it varies by itself.
 */
export function processorThroughput(name: string, call: () => unknown, milliseconds = 40): Contender {
  let batch = 1;
  return {
    name,
    sample() {
      const start = process.cpuUsage();
      let calls = 0;
      let used = 0;
      while (used < milliseconds * 1000) {
        for (let turn = 0; turn < batch; turn += 1) sink = call();
        calls += batch;
        const before = used;
        const { user, system } = process.cpuUsage(start);
        used = user + system;
        if (used - before < 2000) batch *= 2;
      }
      return (calls / used) * 1e6;
    },
  };
}

export function lastResult(): unknown {
  return sink;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No item ${index} of ${items.length}`);
  return item;
}
