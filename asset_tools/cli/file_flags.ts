import { definitionSources } from "../package_xml/definition_sources.ts";
import type { Definition } from "../package_xml/model.ts";

/** Where the files are that an asset is made of. */
export interface FilePlaces {
  /** Of a path below the package's folder. */
  readonly source: (path: string) => string;
  /** Of `package:path`. */
  readonly include: (name: string) => string;
}

/** The flags with which an asset's action is told its files. */
export function fileFlags(definition: Definition, { source, include }: FilePlaces): string[] {
  const includes = definition.kind === "shader" ? definition.includes : [];
  return [
    ...definitionSources(definition).flatMap((path) => ["--source", source(path)]),
    ...includes.flatMap((name) => ["--include", `${name}=${include(name)}`]),
  ];
}
