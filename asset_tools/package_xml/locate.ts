/** From element paths, which fragments use, back to lines and columns. */
import type { Diagnostic, ElementPath, Place } from "../document/diagnostic.ts";
import type { Span } from "./text_lines.ts";
import { attribute, type XmlElement } from "./xml_element.ts";

/** Gives every diagnostic that only knows its element the element's place. */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: XmlElement,
): Diagnostic[] {
  return diagnostics.map((problem) => {
    const { related } = problem;
    if (related === undefined) return placed(problem, root);
    return { ...placed(problem, root), related: related.map((place) => placed(place, root)) };
  });
}

function placed<T extends Place & { readonly element?: ElementPath }>(
  place: T,
  root: XmlElement,
): T {
  if (place.element === undefined || place.line > 0) return place;
  const { line, column, length } = locate(root, place.element);
  return { ...place, line, column, length };
}

/**
 * The span of the last step that exists: `name` and `name:id` step to a child (an `override` has a
 * path for its id, a `param` a name), `@name` to an attribute's value,
 * `#text` to the content. An element's own span is that of its name in the start tag.
 */
export function locate(root: XmlElement, path: ElementPath): Span {
  let element = root;
  for (const step of path) {
    if (step === "#text") return element.textSpan;
    if (step.startsWith("@"))
      return attribute(element, step.slice(1))?.valueSpan ?? element.nameSpan;
    const [name, id] = step.split(":") as [string, string | undefined];
    const child = element.children.find(
      (candidate) => candidate.name === name && (id === undefined || keyOf(candidate) === id),
    );
    if (child === undefined) break;
    element = child;
  }
  return element.nameSpan;
}

function keyOf(element: XmlElement): string | undefined {
  const key = attribute(element, "id") ?? attribute(element, "path") ?? attribute(element, "name");
  return key?.value;
}
