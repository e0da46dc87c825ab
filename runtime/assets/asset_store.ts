/**
 * The compiled assets of a running game. A handle is given to each asset when it first arrives and stays the same when
 * a reload replaces the bytes; what was made of them (GPU objects, live scenes) watches the version.
 */
import { AssetType, type AssetTypeName } from "#asset_tools/fpkg/format/blob.ts";

/** An asset to load; `name` is `package.Name`. */
export interface LoadedAsset {
  readonly type: AssetTypeName;
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Entry {
  bytes: Uint8Array;
  view: DataView;
  version: number;
}

export class AssetStore {
  readonly #entries: Entry[] = [];
  readonly #handles = new Map<string, number>();

  /** Adds the asset, or replaces its bytes and raises its version; returns its handle. */
  load(asset: LoadedAsset): number {
    const key = keyOf(AssetType[asset.type], asset.name);
    const view = new DataView(asset.bytes.buffer, asset.bytes.byteOffset, asset.bytes.byteLength);
    const known = this.#handles.get(key);
    if (known === undefined) {
      const handle = this.#entries.push({ bytes: asset.bytes, view, version: 0 }) - 1;
      this.#handles.set(key, handle);
      return handle;
    }
    const entry = this.#entries[known] as Entry;
    this.#entries[known] = { bytes: asset.bytes, view, version: entry.version + 1 };
    return known;
  }

  /** Handle of `package.Name` of an asset type's number, or -1. */
  find(type: number, name: string): number {
    return this.#handles.get(keyOf(type, name)) ?? -1;
  }

  /** How often the asset has been replaced. */
  version(handle: number): number {
    return this.#entries[handle]?.version ?? 0;
  }

  /** The blob of a handle, or null for an unknown one. */
  bytes(handle: number): DataView | null {
    return this.#entries[handle]?.view ?? null;
  }

  /** The blob of a handle as bytes, or null for an unknown one. */
  blob(handle: number): Uint8Array | null {
    return this.#entries[handle]?.bytes ?? null;
  }
}

function keyOf(type: number, name: string): string {
  return `${type}:${name}`;
}
