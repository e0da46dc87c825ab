/** What the readers of the parts of a file share. */

import { type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import { Accessors } from "./accessors.ts";
import { BufferViews, type ExternalFiles } from "./buffers.ts";
import type { DecoderModule } from "./draco_module.ts";
import type { GltfJson } from "./gltf_json.ts";
import { type GltfSource, placeOf } from "./gltf_source.ts";
import { Budget } from "./read_failure.ts";

export class ReadContext {
  readonly json: GltfJson;
  readonly views: BufferViews;
  readonly accessors: Accessors;
  readonly budget = new Budget();
  /** Loaded when the file uses it. */
  readonly draco: DecoderModule | undefined;
  readonly warnings: Diagnostic[] = [];
  readonly #source: GltfSource;

  constructor(source: GltfSource, external: ExternalFiles, draco: DecoderModule | undefined) {
    this.#source = source;
    this.json = source.json;
    this.draco = draco;
    this.views = new BufferViews(source, external, this.budget);
    this.accessors = new Accessors(source.json.accessors ?? [], this.views, this.budget);
  }

  /** Warns of a part that the engine has no use for. */
  leftOut(what: string, pointer: string): void {
    this.warnings.push(diagnostic("AS6009", placeOf(this.#source, pointer), { what, pointer }));
  }
}
