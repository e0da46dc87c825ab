/** Preprocessor names and values of shaders' variants. */
import { pattern, type ValueType } from "./value_type.ts";

const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const VALUE = "[A-Za-z0-9_.+\\-]+";

type Defines = readonly (readonly [string, string])[];

/** Name of a `#define`. */
export const defineName: ValueType<string> = pattern(
  NAME,
  "a name of letters, digits and `_`",
  "",
  (text) => text,
);

/** Values of a define, of which each variant has one. */
export const defineValues: ValueType<readonly string[]> = {
  ...pattern<readonly string[]>(`${VALUE}( +${VALUE})*`, "values separated by spaces", [], (text) =>
    text.split(/ +/),
  ),
  format: (values) => values.join(" "),
};

/** `NAME` or `NAME=VALUE`, any number of them; a name alone has the value 1. */
export const defines: ValueType<Defines> = {
  ...pattern<Defines>(
    `(${NAME}(=${VALUE})?( +${NAME}(=${VALUE})?)*)?`,
    "`NAME` or `NAME=VALUE`, separated by spaces",
    [],
    parseDefines,
  ),
  format: (values) =>
    values.map(([name, value]) => (value === "1" ? name : `${name}=${value}`)).join(" "),
};

/** The same of a text that is known to have the form. */
export function parseDefines(text: string): (readonly [string, string])[] {
  const words = text.split(/ +/).filter((word) => word !== "");
  return words.map((word) => {
    const [name, value] = word.split("=") as [string, string | undefined];
    return [name, value ?? "1"];
  });
}
