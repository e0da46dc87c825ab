/** What a reload did, as data: for the toast, the console, tests and tools. */

export interface ReloadReport {
  /** Counts the reloads of a program, refused and failed ones too. */
  readonly version: number;
  readonly outcome: ReloadOutcome;
  /** Milliseconds by phase, in the order in which they ran. */
  readonly phases: readonly ReloadPhase[];
  /** Ids of functions whose new body runs from now on. */
  readonly swapped: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly migrations: readonly Migration[];
  /** Objects and classes whose `onHotReload` was called. */
  readonly notified: number;
  /** What was saved but is not in effect, and why. */
  readonly notApplied: readonly NotApplied[];
  /** Why the old program goes on; null where the new one does. */
  readonly error: string | null;
}

/**
 * `applied`: the new program runs. `refused`: the change cannot be made in a running program. `failed`: something threw,
 * and everything is as before. `reverted`: the new code threw in its first frames and the old code runs again.
 */
export type ReloadOutcome = "applied" | "refused" | "failed" | "reverted";

export interface ReloadPhase {
  readonly name: PhaseName;
  readonly milliseconds: number;
}

export type PhaseName =
  | "stage"
  | "plan"
  | "types"
  | "swap"
  | "walk"
  | "migrate"
  | "initialise"
  | "notify";

/** Live objects of a class that were brought to its new shape. */
export interface Migration {
  readonly class: string;
  readonly objects: number;
  readonly fields: readonly string[];
}

export interface NotApplied {
  /** `game.Player.speed` */
  readonly what: string;
  readonly reason: string;
}
