/** Documents say what is so: generated parts are current, indexes are complete, links lead somewhere. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "ava";

// Only Bazel builds what the reference is made from; `ava` alone has none to look at.
const testInBazel = process.env["TEST_TARGET"] === undefined ? test.skip : test;

const documents = globSync(["*.md", "docs/**/*.md"]).toSorted();

testInBazel("docs/rules.md is made of the doc strings in rules/", (t) => {
  const program = join(process.env["RUNFILES_DIR"] ?? "", process.env["REFERENCE"] ?? "");
  t.is(
    readFileSync("docs/rules.md", "utf8"),
    execFileSync(program, { encoding: "utf8" }),
    "Run ./bazelw run //toolchains/starlark_docs:reference > docs/rules.md",
  );
});

test("the index of decisions names each with its title", (t) => {
  const folder = "docs/decisions";
  const lines = globSync("[0-9]*.md", { cwd: folder })
    .toSorted()
    .map((file) => {
      const [title = ""] = readFileSync(join(folder, file), "utf8").split("\n");
      return title.replace(/^# (\d{4}): (.*)$/, `- [$1](${file}): $2`);
    });
  const index = readFileSync(join(folder, "README.md"), "utf8").split("\n");
  t.deepEqual(
    index.filter((line) => line.startsWith("- ")),
    lines,
  );
});

for (const document of documents) {
  test(`links of ${document} to other documents`, (t) => {
    const text = readFileSync(document, "utf8");
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+\.md)(?:#[^)]*)?\)/g)].map(
      ([, target]) => join(dirname(document), target as string),
    );
    t.deepEqual(
      targets.filter((target) => !existsSync(target)),
      [],
    );
  });
}
