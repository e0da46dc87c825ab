/** A package of many assets of the sizes that games have, without compiling them. */
import { createHash } from "node:crypto";
import { assetId } from "#asset_tools/fpkg/asset_id.ts";
import { encodeTexture, flatTexture } from "#asset_tools/fpkg/texture_blob.ts";
import { type AssetInput, writePackages } from "#asset_tools/fpkg/write.ts";
import { noise, ringMesh } from "./every_kind.ts";

/** 1,000 textures of 256x256 in BC7 with mips and 500 meshes of 1,152 triangles, as one file of the ship layout. */
export async function largePackage(): Promise<Uint8Array<ArrayBuffer>> {
  const levels = [256, 128, 64, 32, 16, 8, 4].map((size) => {
    const data = noise((size / 4) ** 2 * 16, size);
    return { width: size, height: size, data };
  });
  const texture = encodeTexture(flatTexture("bc7", levels));
  const mesh = await ringMesh(24);
  const assets = [
    ...Array.from({ length: 1000 }, (_, at) => asset("texture", `Texture${at}`, texture, at)),
    ...Array.from({ length: 500 }, (_, at) => asset("mesh", `Mesh${at}`, mesh, at)),
  ];
  const world = { name: "world", version: "1.0", dependencies: [], assets };
  return writePackages([world], { layout: "ship", codec: "none" });
}

/** Another blob for each number: its last bytes differ. */
function asset(type: "texture" | "mesh", id: string, like: Uint8Array, at: number): AssetInput {
  const blob = new Uint8Array(like);
  new DataView(blob.buffer).setUint32(blob.length - 4, at, true);
  const name = `world.${id}`;
  const digest = createHash("sha256").update(blob).digest("hex");
  return { id: assetId(type, name), type, name, digest, size: blob.length, references: [], blob };
}
