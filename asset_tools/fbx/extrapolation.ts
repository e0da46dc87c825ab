/** What a curve does outside its keys: stay, go on straight, or repeat. It is written out as keys for the time that counts. */
import type { Curve, CurveKey } from "./curve.ts";
import { childOf, type FbxNode, numberAt, textAt } from "./fbx_node.ts";

export interface Extrapolation {
  /** `offset` repeats from where the last repetition ended, `mirror` runs to and fro. */
  readonly kind: "constant" | "slope" | "repeat" | "offset" | "mirror";
  /** Repetitions. */
  readonly count: number;
}

/** A curve with what it does outside its keys. */
export interface OpenCurve extends Curve {
  readonly before: Extrapolation;
  readonly after: Extrapolation;
}

/** Keys of a curve that is written out; more repetitions than that are left out. */
const MAX_KEYS = 100000;

const KINDS: Readonly<Record<string, Extrapolation["kind"]>> = {
  A: "offset",
  C: "constant",
  K: "slope",
  M: "mirror",
  R: "repeat",
};

/** Adds what the record of a curve says about its outside. */
export function withExtrapolation(curve: Curve | undefined, node: FbxNode): OpenCurve | undefined {
  if (curve === undefined) return undefined;
  const [before, after] = [read(node, "Pre-Extrapolation"), read(node, "Post-Extrapolation")];
  return { ...curve, before, after };
}

function read(node: FbxNode, name: string): Extrapolation {
  const record = childOf(node, name);
  const type = record && childOf(record, "Type");
  const letter = textAt(type, 0) || String.fromCharCode(numberAt(type, 0) ?? 0);
  const count = numberAt(record && childOf(record, "Repetition"), 0) ?? -1;
  return { kind: KINDS[letter] ?? "constant", count: count < 0 ? Number.POSITIVE_INFINITY : count };
}

/** The curve with all keys that it has from `start` to `stop`. */
export function writeOut(curve: OpenCurve, start: number, stop: number): Curve {
  const { keys, before, after } = curve;
  const [first, last] = [keys[0]!, keys.at(-1)!];
  const period = last.time - first.time;
  const most = Math.floor(MAX_KEYS / keys.length / 2);
  const cycles = (rule: Extrapolation, way: number): number =>
    isCyclic(rule) && period > 0 && way > 0
      ? Math.min(Math.ceil(way / period), rule.count, most)
      : 0;
  const all: CurveKey[] = [];
  const end = cycles(after, stop - last.time);
  for (let cycle = -cycles(before, first.time - start); cycle <= end; cycle++) {
    const rule = cycle < 0 ? before : after;
    join(all, shifted(keys, cycle, period, cycle === 0 ? undefined : rule.kind));
  }
  if (before.kind === "slope" && start < first.time)
    all.unshift(straightBefore(first, keys[1], start));
  if (after.kind === "slope" && stop > last.time) goOn(all, keys.at(-2), stop);
  return { keys: all };
}

function isCyclic({ kind }: Extrapolation): boolean {
  return kind === "repeat" || kind === "offset" || kind === "mirror";
}

function shifted(
  keys: readonly CurveKey[],
  cycle: number,
  period: number,
  kind: Extrapolation["kind"] | undefined,
): CurveKey[] {
  const source = kind === "mirror" && cycle % 2 !== 0 ? mirrored(keys) : keys;
  const rise = kind === "offset" ? keys.at(-1)!.value - keys[0]!.value : 0;
  return source.map((key) => ({
    ...key,
    time: key.time + cycle * period,
    value: key.value + cycle * rise,
  }));
}

/** The same way back, in the same stretch of time. */
function mirrored(keys: readonly CurveKey[]): CurveKey[] {
  const sum = keys[0]!.time + keys.at(-1)!.time;
  const turned = { constant: "next", next: "constant", linear: "linear", cubic: "cubic" } as const;
  return keys.toReversed().map((key, at) => {
    // What led to this key leads away from it now.
    const way = keys[keys.length - 2 - at] ?? key;
    return {
      time: sum - key.time,
      value: key.value,
      interpolation: turned[way.interpolation],
      slope: -way.nextSlope,
      weight: way.nextWeight,
      nextSlope: -way.slope,
      nextWeight: way.weight,
    };
  });
}

/** Appends keys; two at one time stay two only where the value jumps. */
function join(all: CurveKey[], more: readonly CurveKey[]): void {
  if (all.at(-1)?.value === more[0]!.value) all.pop();
  all.push(...more);
}

function straightBefore(first: CurveKey, second: CurveKey | undefined, start: number): CurveKey {
  const slope = second === undefined ? 0 : slopeAt(first, second, "leaving");
  const value = first.value - slope * (first.time - start);
  return { ...first, time: start, value, interpolation: "linear" };
}

function goOn(all: CurveKey[], previous: CurveKey | undefined, stop: number): void {
  const last = all.pop()!;
  const slope = previous === undefined ? 0 : slopeAt(previous, last, "arriving");
  const value = last.value + slope * (stop - last.time);
  all.push({ ...last, interpolation: "linear" }, { ...last, time: stop, value });
}

function slopeAt(key: CurveKey, next: CurveKey, side: "leaving" | "arriving"): number {
  switch (key.interpolation) {
    case "cubic":
      return side === "leaving" ? key.slope : key.nextSlope;
    case "linear":
      return (next.value - key.value) / (next.time - key.time);
    default:
      return 0;
  }
}
