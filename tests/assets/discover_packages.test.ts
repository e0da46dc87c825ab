/** What is found out about all packages at once: their order, circles, and assets that nothing names. */
import test from "ava";
import { renderDiagnostics } from "#asset_tools/document/render.ts";
import { discoverPackages } from "#asset_tools/package_xml/discover_packages.ts";

/** Files `p0.xml`, `p1.xml` and so on. */
function discover(...texts: string[]) {
  const files = texts.map((text, at) => ({ file: `p${at}.xml`, bytes: Buffer.from(text) }));
  return discoverPackages(files);
}

function packageText(id: string, ...dependencies: string[]): string {
  const list = dependencies.map((name) => `<dependency id="${name}"/>`).join("\n");
  return `<package id="${id}" version="1"><dependencies>\n${list}</dependencies></package>`;
}

test("packages are ordered by their dependencies, whatever the order of the files", (t) => {
  const [a, b, c] = [packageText("a", "b", "c"), packageText("b", "c"), packageText("c")];
  const order = (...texts: string[]): string[] | undefined =>
    discover(...texts).value?.packages.map(({ id }) => id);
  t.deepEqual(order(a, b, c), ["c", "b", "a"]);
  t.deepEqual(order(c, a, b), ["c", "b", "a"]);
});

test("a dependency circle is named in full, with the place of every edge", (t) => {
  const texts = [packageText("a", "b"), packageText("b", "c"), packageText("c", "a")];
  const { value, diagnostics } = discover(...texts);
  t.is(value, undefined);
  t.is(
    renderDiagnostics(diagnostics, (file) => texts[Number(file[1])]),
    `p2.xml:2:17: error PK3005: Packages depend on each other in a circle: a -> b -> c -> a
 1 | <package id="c" version="1"><dependencies>
 2 | <dependency id="a"/></dependencies></package>
   |                 ^
  p0.xml:2:17: \`a\` needs \`b\`
   1 | <package id="a" version="1"><dependencies>
   2 | <dependency id="b"/></dependencies></package>
     |                 ^
  p1.xml:2:17: \`b\` needs \`c\`
   1 | <package id="b" version="1"><dependencies>
   2 | <dependency id="c"/></dependencies></package>
     |                 ^

`,
  );
});

test("where discovery fails, it tells what else is wrong in all packages", (t) => {
  const texts = [
    packageText("a").replace("<dependencies>", "<assets><mesh id='M' /></assets>$&"),
    '<package id="b" version="1"><dependencies><dependency id="a"/></dependencies><assets><material id="N" extends="a.O" /></assets></package>',
    '<package id="c" version="1"><assets><texture id="T"><source>t.png</source></texture></assets></package>',
  ];
  const files = texts.map((text, at) => ({ file: `p${at}.xml`, bytes: Buffer.from(text) }));
  const { diagnostics } = discoverPackages(files, () => ({ isMissing: () => true, paths: [] }));
  t.deepEqual(
    diagnostics.map(({ file, code }) => `${file} ${code}`),
    ["p0.xml PK2004", "p1.xml PK3001", "p2.xml AS1001"],
  );
});

test("every circle is named, also that of one package", (t) => {
  const { diagnostics } = discover(
    packageText("a", "b"),
    packageText("b", "a", "c"),
    packageText("c", "d"),
    packageText("d", "c"),
    packageText("e", "e"),
  );
  t.deepEqual(
    diagnostics.map(({ message }) => message.split(": ")[1]),
    ["a -> b -> a", "c -> d -> c", "e -> e"],
  );
});

test("a package that does not exist", (t) => {
  const [missing] = discover(packageText("a", "coer"), packageText("core")).diagnostics;
  t.is(missing?.message, "Package `coer` does not exist");
  t.is(missing?.hint, "Did you mean `core`?");
});

test("two packages of one id are shown both", (t) => {
  const [twice] = discover(packageText("a"), packageText("a")).diagnostics;
  t.is(twice?.message, "Package id `a` is already used by p0.xml");
  t.deepEqual(twice?.related, [
    { message: "the other package", file: "p0.xml", line: 1, column: 14, length: 1 },
  ]);
});

const CORE = `<package id="core" version="1"><assets>
<shader id="Lit"><source>lit.glsl</source></shader>
<texture id="White"><source>white.png</source></texture>
<texture id="Grey"><source>grey.png</source></texture>
<mesh id="Cube"><source>cube.obj</source></mesh>
</assets></package>`;
const GAME = `<package id="game" version="1"><dependencies><dependency id="core"/></dependencies><assets>
<material id="Wall"><shader>core.Lit</shader><properties><map>core.White</map></properties></material>
</assets><scenes><scene id="Start"><entity id="e"><components>
<mesh asset="core.Cube"/><material asset="Wall"/>
</components></entity></scene></scenes></package>`;

test("an asset that no package names is a warning at its id", (t) => {
  const { value, diagnostics } = discover(CORE, GAME);
  t.is(value?.packages.length, 2);
  t.deepEqual(
    diagnostics.map(({ code, severity, message, file, line, column, length }) => [
      `${code} ${severity}: ${message}`,
      `${file}:${line}:${column}+${length}`,
    ]),
    [["PK3010 warning: Nothing names the texture `core.Grey`", "p0.xml:4:14+4"]],
  );
});

test("an asset that only code asks for says so", (t) => {
  const kept = CORE.replace('<texture id="Grey">', '<texture id="Grey" keep="true">');
  t.deepEqual(discover(kept, GAME).diagnostics, []);
  const plain = discover(CORE, GAME).value;
  t.deepEqual(discover(kept, GAME).value, plain);
});
