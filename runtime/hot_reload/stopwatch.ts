import type { PhaseName, ReloadPhase } from "./reload_report.ts";

/** Times the phases of a reload. */
export class Stopwatch {
  readonly phases: ReloadPhase[] = [];

  measure<T>(name: PhaseName, run: () => T): T {
    const start = performance.now();
    try {
      return run();
    } finally {
      this.phases.push({ name, milliseconds: performance.now() - start });
    }
  }
}
