import type { StagedModule } from "#runtime/vm/program.ts";
import type { Selection } from "#runtime/vm/selection.ts";
import type { LibraryPlan } from "./reload_plan.ts";

/** A new version of one library, ready to be brought in. */
export interface StagedLibrary {
  readonly module: StagedModule;
  readonly plan: LibraryPlan;
  readonly selection: Selection;
}
