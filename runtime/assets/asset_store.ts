/**
 * The compiled assets of a running game. A handle is given to each asset when it first arrives and stays the same when
 * a reload replaces the bytes; what was made of them (GPU objects, live scenes) watches the version.
 */
import { AssetType, type AssetTypeName } from "#asset_tools/fpkg/format/blob.ts";

/** An asset to load; `name` is `package.Name`. */
export interface LoadedAsset {
  readonly type: AssetTypeName;
  readonly name: string;
  /** May be another view each time, where the memory that it looks into moves. */
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly asset: LoadedAsset;
  readonly version: number;
  /** Made when it is first asked for: most assets are only drawn. */
  view: DataView | null;
}

export class AssetStore {
  readonly #entries: Entry[] = [];
  readonly #handles = new Map<string, number>();

  /** Adds the asset, or replaces its bytes and raises its version; returns its handle. */
  load(asset: LoadedAsset): number {
    const key = keyOf(AssetType[asset.type], asset.name);
    const known = this.#handles.get(key);
    if (known === undefined) {
      const handle = this.#entries.push({ asset, version: 0, view: null }) - 1;
      this.#handles.set(key, handle);
      return handle;
    }
    const { version } = this.#entries[known] as Entry;
    this.#entries[known] = { asset, version: version + 1, view: null };
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
    const entry = this.#entries[handle];
    if (entry === undefined) return null;
    const { buffer, byteOffset, byteLength } = entry.asset.bytes;
    if (entry.view?.buffer !== buffer) entry.view = new DataView(buffer, byteOffset, byteLength);
    return entry.view;
  }

  /** The blob of a handle as bytes, or null for an unknown one. */
  blob(handle: number): Uint8Array | null {
    return this.#entries[handle]?.asset.bytes ?? null;
  }
}

function keyOf(type: number, name: string): string {
  return `${type}:${name}`;
}
