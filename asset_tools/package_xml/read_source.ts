import type { ElementReader } from "./element_reader.ts";
import type { XmlElement } from "./xml_element.ts";

/** The path in `<source>`; one that leaves the package or has another extension is reported. */
export function readSource(
  element: XmlElement,
  source: XmlElement | undefined,
  kind: string,
  extensions: readonly string[],
  reader: ElementReader,
): string {
  if (source === undefined) {
    reader.report("PK2004", element.nameSpan, { element: kind, name: "source" });
    return "";
  }
  const { text: path, span } = reader.text(source);
  const steps = path.split("/");
  if (
    path === "" ||
    path.includes("\\") ||
    steps.includes("..") ||
    steps.includes(".") ||
    steps.includes("")
  ) {
    reader.report(
      "PK2011",
      span,
      { path },
      "Give a path below the folder of package.xml, with `/`",
    );
  }
  if (!extensions.some((extension) => path.toLowerCase().endsWith(extension))) {
    reader.report("PK2012", span, { path, kind }, `Known file types: ${extensions.join(", ")}`);
  }
  return path;
}
