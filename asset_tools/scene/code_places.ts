/** Where the code declares what scenes name. Asked only once there is a problem to explain. */
import type { ClassPlace, SchemaPlaces, SourcePlace } from "#compiler/bytecode/scene_schema.ts";
import type { Related } from "../document/diagnostic.ts";

export class CodePlaces {
  readonly #read: () => readonly SchemaPlaces[];
  #classes: ReadonlyMap<string, ClassPlace> | undefined;

  constructor(read: () => readonly SchemaPlaces[]) {
    this.#read = read;
  }

  /** The declaration of a class; nothing where it is not known, as for one that is built in. */
  ofClass(path: string): Related[] {
    const place = this.#classOf(path);
    return place ? [related(`class \`${path}\``, place)] : [];
  }

  /** The declaration of a parameter of a class, its own and not an ancestor's. */
  ofParam(path: string, name: string): Related[] {
    const place = this.#classOf(path)?.params.find((param) => param.name === name);
    return place ? [related(`\`${name}\` of \`${path}\``, place)] : [];
  }

  #classOf(path: string): ClassPlace | undefined {
    this.#classes ??= new Map(
      this.#read().flatMap(({ classes }) => classes.map((one) => [one.path, one] as const)),
    );
    return this.#classes.get(path);
  }
}

function related(what: string, { file, line, column, length, excerpt }: SourcePlace): Related {
  return { message: `${what} is declared here`, file, line, column, length, excerpt };
}
