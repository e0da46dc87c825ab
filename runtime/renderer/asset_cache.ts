/** GPU objects made from assets when first drawn, and made anew when the asset's version has changed. */
import type { AssetStore } from "#runtime/assets/asset_store.ts";

export class AssetCache<T> {
  readonly #made = new Map<string, { readonly version: number; readonly object: T }>();
  readonly #store: AssetStore;
  readonly #make: (bytes: Uint8Array, part: number) => T;
  readonly #free: (object: T) => void;

  /** `make` may throw for a bad blob: then the last good object stays in use and the error is reported once. */
  constructor(
    store: AssetStore,
    make: (bytes: Uint8Array, part: number) => T,
    free: (object: T) => void,
  ) {
    this.#store = store;
    this.#make = make;
    this.#free = free;
  }

  /** The object of a handle, or of one part of it, such as a variant; null where the handle names no asset. */
  get(handle: number, part = 0): T | null {
    const version = this.#store.version(handle);
    const key = `${handle}:${part}`;
    const known = this.#made.get(key);
    if (known?.version === version) return known.object;
    const bytes = this.#store.blob(handle);
    if (bytes === null) return null;
    // Remembered before the attempt, so that a blob the driver refuses is not tried again each picture.
    if (known) this.#made.set(key, { version, object: known.object });
    const object = this.#make(bytes, part);
    this.#made.set(key, { version, object });
    if (known) this.#free(known.object);
    return object;
  }
}
