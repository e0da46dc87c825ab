import type { PhaseName, ReloadPhase } from "./reload_report.ts";

/** Times the phases of a reload. */
export class Stopwatch {
  readonly #phases = new Map<PhaseName, number>();

  get phases(): ReloadPhase[] {
    return [...this.#phases].map(([name, milliseconds]) => ({ name, milliseconds }));
  }

  measure<T>(name: PhaseName, run: () => T): T {
    const start = performance.now();
    try {
      return run();
    } finally {
      this.#add(name, performance.now() - start);
    }
  }

  /** A phase may come in parts. */
  #add(name: PhaseName, milliseconds: number): void {
    this.#phases.set(name, (this.#phases.get(name) ?? 0) + milliseconds);
  }
}
