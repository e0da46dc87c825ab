/** The flags of all actions of the asset compiler; asset_action.ts says which action takes which. */
import { parseArgs } from "node:util";

/** Typed and mutable, as `parseArgs` wants it; it copies before it adds. */
const noTexts: string[] = [];

const options = {
  source: { type: "string", multiple: true, default: noTexts },
  definition: { type: "string" },
  out: { type: "string", multiple: true, default: noTexts },
  platform: { type: "string", default: "bc" },
  quality: { type: "string", default: "dev" },
  include: { type: "string", multiple: true, default: noTexts },
  shader: { type: "string" },
  schema: { type: "string", multiple: true, default: noTexts },
  prefab: { type: "string", multiple: true, default: noTexts },
  base: { type: "string", multiple: true, default: noTexts },
  manifest: { type: "string" },
  "manifest-name": { type: "string" },
  "unused-inputs": { type: "string" },
  index: { type: "string", multiple: true, default: noTexts },
  missing: { type: "string", multiple: true, default: noTexts },
  naming: { type: "string", multiple: true, default: noTexts },
  beside: { type: "string", multiple: true, default: noTexts },
  "known-index": { type: "string", multiple: true, default: noTexts },
  "schema-places": { type: "string", multiple: true, default: noTexts },
  "out-index": { type: "string" },
  "out-behaviors": { type: "string" },
  blob: { type: "string", multiple: true, default: noTexts },
  blobs: { type: "string" },
  tables: { type: "string" },
  dependency: { type: "string", multiple: true, default: noTexts },
  package: { type: "string", multiple: true, default: noTexts },
  layout: { type: "string", default: "ship" },
  codec: { type: "string", default: "none" },
  meshes: { type: "string", default: "any" },
  diagnostics: { type: "string", default: "pretty" },
} as const;

export type Flags = ReturnType<typeof parseFlags>["values"];

/** Names of the flags that are given once or not at all. */
export type SingleFlag = {
  [K in keyof Flags]-?: Flags[K] extends string | undefined ? K : never;
}[keyof Flags];

export function parseFlags(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}
