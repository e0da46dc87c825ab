/** GPU objects made from assets when first drawn, and made anew when the asset's version has changed. */
import type { AssetStore } from "#runtime/assets/asset_store.ts";

export class AssetCache<T> {
  readonly #made = new Map<number, { readonly version: number; readonly object: T }>();
  readonly #store: AssetStore;
  readonly #make: (bytes: Uint8Array) => T;
  readonly #free: (object: T) => void;

  /** `make` may throw for a bad blob: then the last good object stays in use and the error is reported once. */
  constructor(store: AssetStore, make: (bytes: Uint8Array) => T, free: (object: T) => void) {
    this.#store = store;
    this.#make = make;
    this.#free = free;
  }

  /** The object of a handle, or null where the handle names no asset. */
  get(handle: number): T | null {
    const version = this.#store.version(handle);
    const known = this.#made.get(handle);
    if (known?.version === version) return known.object;
    const bytes = this.#store.blob(handle);
    if (bytes === null) return null;
    // Remembered before the attempt, so that a blob the driver refuses is not tried again each picture.
    if (known) this.#made.set(handle, { version, object: known.object });
    const object = this.#make(bytes);
    this.#made.set(handle, { version, object });
    if (known) this.#free(known.object);
    return object;
  }
}
