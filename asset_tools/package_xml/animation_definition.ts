import type { Defined } from "./defined.ts";

export interface AnimationDefinition extends Defined {
  readonly kind: "animation";
  /** Path below the package's folder. */
  readonly source: string;
  /** Files that the source refers to. */
  readonly data: readonly string[];
  /** Names of the clips that are wanted; none means all. */
  readonly clips: readonly string[];
  /** How far a point may be from where the source has it, metres. */
  readonly error: number;
}
