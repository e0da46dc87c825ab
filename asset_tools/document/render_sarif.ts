/**
 * Diagnostics as a SARIF 2.1.0 log, which code hosts and editors show
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; numbers below are its sections).
 */
import type { Diagnostic, Place, Related } from "./diagnostic.ts";
import { type Code, messages } from "./messages.ts";

/** One log with one run: each diagnostic a result, each code that occurs a rule. */
export function renderSarif(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "haxe_game assets", rules: codes.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((problem) => resultOf(problem, codes.indexOf(problem.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** 3.49: a message's slots stay as they are in the catalogue. */
function ruleOf(code: Code): object {
  const { severity, text } = messages[code];
  return {
    id: code,
    shortDescription: { text },
    defaultConfiguration: { level: severity },
  };
}

/** 3.27 */
function resultOf(problem: Diagnostic, ruleIndex: number): object {
  const { code, severity, message, hint, related = [] } = problem;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === undefined ? message : `${message}. ${hint}` },
    locations: [locationOf(problem)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...locationOf(place),
        message: { text: place.message },
      })),
    }),
  };
}

/** 3.28; a problem of a whole file has no region, one of an element the element's path. */
function locationOf(place: Diagnostic | Related): object {
  const physicalLocation = {
    artifactLocation: { uri: uriOf(place.file) },
    ...(place.line > 0 && { region: regionOf(place) }),
  };
  if (place.element === undefined) return { physicalLocation };
  return { physicalLocation, logicalLocations: [{ fullyQualifiedName: place.element.join("/") }] };
}

/** 3.30; the end column is the one after the last, and an empty stretch is a point. */
function regionOf({ line, column, length }: Place): object {
  return { startLine: line, startColumn: column, endColumn: column + length };
}

/** 3.4: a relative reference, in which a first step with a colon would be taken for a scheme. */
function uriOf(file: string): string {
  return encodeURI(file)
    .replaceAll("#", "%23")
    .replaceAll("?", "%3F")
    .replace(/^[^/]*:/, "./$&");
}
