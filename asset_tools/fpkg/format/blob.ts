/** What all asset blobs share: their kinds, their first bytes and how they name other assets. */
import type { Struct } from "../struct.ts";

/** Version of every blob format below; raised when a struct changes. */
export const BLOB_VERSION = 2;

/** What an asset is; part of the hashed text of its id. */
export const AssetType = {
  texture: 1,
  mesh: 2,
  shader: 3,
  material: 4,
  scene: 5,
  audio: 6,
  prefab: 7,
  animation: 8,
  data: 9,
} as const;

/** Fields that every blob's header begins with. */
export const blobStart = [
  {
    name: "magic",
    type: "fourcc",
    doc: "`TEXR`, `MESH`, `SHDR`, `MATL`, `AUDI`, `ANIM`, `DATA`, `SCNE` or `PREF`",
  },
  { name: "version", type: "u16", doc: "blob version, 2" },
  { name: "flags", type: "u16", doc: "0" },
  { name: "size", type: "u32", doc: "bytes of the blob" },
  { name: "references", type: "u32", doc: "offset of the first `BlobReference`" },
  { name: "referenceCount", type: "u32", doc: "rows there" },
  { name: "reserved", type: "u32", doc: "0" },
] as const;

export const BlobHeader = {
  name: "BlobHeader",
  doc: "Every asset blob starts with these 24 bytes.",
  fields: blobStart,
} as const satisfies Struct;

export const BlobReference = {
  name: "BlobReference",
  doc: "Another asset that a blob needs; other structs name it by its row here.",
  fields: [
    { name: "id", type: "id", doc: "first 16 bytes of SHA-256 of `type:package.Name`" },
    {
      name: "interface",
      type: "id",
      doc: "for a shader: the interface this blob was packed for; else zeros",
    },
    { name: "type", type: "u16", doc: "`AssetType`" },
    { name: "flags", type: "u16", doc: "0" },
    { name: "name", type: "u32", doc: "string: `package.Name`" },
  ],
} as const satisfies Struct;

/** Names of the code tables' entries, as used in package.xml and in decoded views. */
export type AssetTypeName = keyof typeof AssetType;
