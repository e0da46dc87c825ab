// Reads the Test Anything Protocol, version 13, as AVA writes it. https://testanything.org/tap-version-13-specification.html

/** One test's outcome. */
export interface TestCase {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** The lines that followed the outcome: the failure, and what the test logged. */
  readonly details: string;
  /** What the report groups cases by; the test's target where there is none. */
  readonly suite?: string;
  readonly seconds?: number;
  /** The failure in a line, where it is known apart from the details. */
  readonly message?: string;
}

const RESULT = /^(?<not>not )?ok \d+ - (?<name>.*?)(?<skip> # (?:SKIP|TODO).*)?$/;

/** Gives the outcomes of a run in their order. */
export function readTap(text: string): TestCase[] {
  const cases: { name: string; outcome: TestCase["outcome"]; details: string[] }[] = [];
  for (const line of text.split("\n")) {
    const groups = RESULT.exec(line)?.groups;
    if (groups !== undefined) {
      const outcome =
        groups["skip"] !== undefined
          ? "skipped"
          : groups["not"] !== undefined
            ? "failed"
            : "passed";
      cases.push({ name: groups["name"] ?? "", outcome, details: [] });
    } else if (/^\s+\S/.test(line)) {
      cases.at(-1)?.details.push(line.trimEnd());
    }
  }
  return cases.map((found) => ({ ...found, details: found.details.join("\n") }));
}
