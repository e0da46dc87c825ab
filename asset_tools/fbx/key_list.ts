/** From keys as files have them to a curve: later keys decide on earlier ones' tangents, and bad ones go. */
import { type Curve, type CurveKey, EVEN } from "./curve.ts";
import { type AutoRule, autoSlope, kochanekBartels, type Neighbourhood } from "./tangents.ts";

/** A key of a file; slopes and weights are those on its right, and those on the left of the next key. */
export interface FileKey {
  readonly time: number;
  readonly value: number;
  readonly interpolation: CurveKey["interpolation"];
  readonly tangent: FileTangent;
  readonly weight: number;
  readonly nextWeight: number;
}

export type FileTangent =
  | { readonly kind: "none" }
  | { readonly kind: "given"; readonly slope: number; readonly nextSlope: number }
  | { readonly kind: "auto"; readonly rule: Omit<AutoRule, "weightBefore" | "weightAfter"> }
  | {
      readonly kind: "tcb";
      readonly tension: number;
      readonly continuity: number;
      readonly bias: number;
    };

/** Keys in growing time with all slopes; undefined when no key can be used. */
export function curveOf(fileKeys: readonly FileKey[]): Curve | undefined {
  const usable = fileKeys.filter(
    ({ time, value }) => Number.isFinite(time) && Number.isFinite(value),
  );
  // Of keys at one time, which should not be, the last counts.
  const keys = usable
    .toSorted((a, b) => a.time - b.time)
    .filter(({ time }, at, sorted) => sorted[at + 1]?.time !== time);
  if (keys.length === 0) return undefined;
  const sides = keys.map((_, at) => slopesAround(keys, at));
  return {
    keys: keys.map((key, at) => ({
      time: key.time,
      value: key.value,
      interpolation: key.interpolation,
      slope: finite(sides[at]!.leaving),
      weight: usableWeight(key.weight),
      nextSlope: finite(sides[at + 1]?.arriving ?? 0),
      nextWeight: usableWeight(key.nextWeight),
    })),
  };
}

/** Slopes with which the curve arrives at a key and leaves it. */
function slopesAround(keys: readonly FileKey[], at: number): { arriving: number; leaving: number } {
  const here = keys[at]!;
  const previous = keys[at - 1];
  const around: Neighbourhood = { before: previous, here, after: keys[at + 1] };
  const given = previous?.tangent.kind === "given" ? previous.tangent.nextSlope : 0;
  const { tangent } = here;
  switch (tangent.kind) {
    case "given":
      return { arriving: given, leaving: tangent.slope };
    case "tcb": {
      const { tension, continuity, bias } = tangent;
      const [arriving, leaving] = kochanekBartels(around, tension, continuity, bias);
      return { arriving, leaving };
    }
    case "auto": {
      const weightBefore = usableWeight(previous?.weight ?? EVEN);
      const rule = { ...tangent.rule, weightBefore, weightAfter: usableWeight(here.weight) };
      const slope = autoSlope(around, rule);
      return { arriving: slope, leaving: slope };
    }
    case "none":
      return { arriving: given, leaving: 0 };
  }
}

/** Files round the usual third to four digits. */
function usableWeight(weight: number): number {
  if (!(Math.abs(weight - EVEN) > 0.0002)) return EVEN;
  return Math.min(Math.max(weight, 0), 1);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
