import type { AssetTypeName } from "../fpkg/format/blob.ts";

/** What package.xml defines is what packages hold. */
export type DefinitionKind = AssetTypeName;

/** What every definition has. */
export interface Defined {
  /** Package id. */
  readonly package: string;
  /** Id inside the package. */
  readonly id: string;
}

/** `package.Name` of a definition. */
export function qualifiedName(definition: Defined): string {
  return `${definition.package}.${definition.id}`;
}
