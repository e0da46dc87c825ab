/** A SARIF log is what the standard demands of one: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
import test, { type ExecutionContext } from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import {
  type Diagnostic,
  diagnostic,
  elementDiagnostic,
  relatedPlace,
  wholeFile,
  withRelated,
} from "#asset_tools/document/diagnostic.ts";
import { renderAs } from "#asset_tools/document/render.ts";

type Json = Readonly<Record<string, unknown>>;

const place = { file: "packages/my game/package.xml", line: 3, column: 5, length: 4 };
const diagnostics: readonly Diagnostic[] = [
  withRelated(
    diagnostic("PK3001", place, { kind: "mesh", name: "core.Cbue" }, "Did you mean `core.Cube`?"),
    [relatedPlace("the first is here", { ...place, file: "c:/other.xml", length: 0 })],
  ),
  diagnostic("AS1001", wholeFile("a#b?.png"), { path: "a#b?.png" }),
  elementDiagnostic("PK3007", "p.xml", ["scenes", "scene:S"], { name: "a.B" }),
  diagnostic("PK3010", place, { kind: "mesh", name: "core.Cube" }),
  diagnostic("PK3010", { ...place, line: 9 }, { kind: "mesh", name: "core.Ball" }),
];

function logOf(problems: readonly Diagnostic[]): Json {
  return JSON.parse(renderAs("sarif", problems, () => undefined)) as Json;
}

test("a log has what the standard demands", (t) => {
  for (const problems of [diagnostics, []]) checkLog(t, logOf(problems));
});

test("results are the diagnostics, in file order", (t) => {
  const [run] = logOf(diagnostics)["runs"] as [{ results: Json[]; tool: Json }];
  t.deepEqual(
    run.results.map(({ ruleId, level }) => `${ruleId} ${level}`),
    ["AS1001 error", "PK3007 error", "PK3001 error", "PK3010 warning", "PK3010 warning"],
  );
  const result = run.results[2];
  t.deepEqual(result, {
    ruleId: "PK3001",
    ruleIndex: 1,
    level: "error",
    message: { text: "There is no mesh `core.Cbue`. Did you mean `core.Cube`?" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "packages/my%20game/package.xml" },
          region: { startLine: 3, startColumn: 5, endColumn: 9 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        physicalLocation: {
          artifactLocation: { uri: "./c:/other.xml" },
          region: { startLine: 3, startColumn: 5, endColumn: 5 },
        },
        message: { text: "the first is here" },
      },
    ],
  });
});

test("an action writes a log, also of nothing", async (t) => {
  const run = (text: string) =>
    runAssetAction(
      ["split", "--manifest", "p.xml", "--out-index", "index", "--diagnostics", "sarif"],
      { read: () => Buffer.from(text), write: () => undefined },
    );
  const good = await run('<package id="a" version="1"/>');
  t.is(good.exitCode, 0);
  checkLog(t, JSON.parse(good.output) as Json);
  const bad = await run('<package id="a"/>');
  t.is(bad.exitCode, 1);
  const log = JSON.parse(bad.output) as { runs: [{ results: Json[] }] };
  t.deepEqual(
    log.runs[0].results.map(({ ruleId }) => ruleId),
    ["PK2003"],
  );
  checkLog(t, log);
});

/** 3.13 and on: the constraints of the standard on what is used of it. */
function checkLog(t: ExecutionContext, log: Json): void {
  t.deepEqual(Object.keys(log), ["$schema", "version", "runs"]);
  t.is(log["version"], "2.1.0");
  for (const run of log["runs"] as Json[]) {
    t.true(["utf16CodeUnits", "unicodeCodePoints"].includes(run["columnKind"] as string));
    const { driver } = run["tool"] as { driver: { name: unknown; rules: Json[] } };
    t.regex(String(driver.name), /./);
    const ids = driver.rules.map(({ id }) => id);
    t.is(new Set(ids).size, ids.length);
    for (const rule of driver.rules) checkMessage(t, rule["shortDescription"]);
    for (const result of run["results"] as Json[]) checkResult(t, result, ids);
  }
}

function checkResult(t: ExecutionContext, result: Json, ids: readonly unknown[]): void {
  t.is(ids[result["ruleIndex"] as number], result["ruleId"]);
  t.true(["none", "note", "warning", "error"].includes(result["level"] as string));
  checkMessage(t, result["message"]);
  for (const location of result["locations"] as Json[]) checkLocation(t, location);
  const related = (result["relatedLocations"] ?? []) as Json[];
  for (const location of related) {
    checkMessage(t, location["message"]);
    checkLocation(t, location);
  }
  t.is(new Set(related.map(({ id }) => id)).size, related.length);
}

/** 3.11: a message needs text. */
function checkMessage(t: ExecutionContext, message: unknown): void {
  t.regex((message as { text: string }).text, /\S/);
}

/** 3.28 to 3.30: a relative reference without spaces, lines and columns from 1. */
function checkLocation(t: ExecutionContext, location: Json): void {
  const { artifactLocation, region } = location["physicalLocation"] as {
    artifactLocation: { uri: string };
    region?: { startLine: number; startColumn: number; endColumn: number };
  };
  t.notRegex(artifactLocation.uri, /[\s#?\\]/);
  t.is(new URL(artifactLocation.uri, "file:///root/").protocol, "file:");
  if (region === undefined) return;
  t.true(region.startLine >= 1 && region.startColumn >= 1);
  t.true(region.endColumn >= region.startColumn);
}
