/** `asset.*`: little-endian reads of compiled blobs. */
import { HaxeError } from "../thrown.ts";
import type { NativeContext } from "./native_context.ts";

export function assetNatives({ host: { assets } }: NativeContext) {
  const utf8 = new TextDecoder();
  /** The blob, where it has `size` bytes from `at` on. */
  const reach = (handle: number, at: number, size: number): DataView => {
    const blob = assets.bytes(handle);
    if (blob === null || at < 0 || at + size > blob.byteLength)
      throw new HaxeError("Asset read out of range");
    return blob;
  };
  return {
    "asset.find": (kind: number, name: string): number => assets.find(kind, name),
    "asset.version": (handle: number): number => assets.version(handle),
    "asset.size": (handle: number): number => assets.bytes(handle)?.byteLength ?? 0,
    "asset.readInt": (handle: number, at: number): number =>
      reach(handle, at, 4).getInt32(at, true),
    "asset.readFloat32": (handle: number, at: number): number =>
      reach(handle, at, 4).getFloat32(at, true),
    "asset.readFloat64": (handle: number, at: number): number =>
      reach(handle, at, 8).getFloat64(at, true),
    "asset.readString": (handle: number, at: number): string => {
      const length = reach(handle, at, 4).getUint32(at, true);
      const blob = reach(handle, at + 4, length);
      return utf8.decode(new Uint8Array(blob.buffer, blob.byteOffset + at + 4, length));
    },
  };
}
