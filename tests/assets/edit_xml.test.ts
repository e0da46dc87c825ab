/** Edits by tools change what they mean and nothing else that a person wrote. */
import test, { type ExecutionContext } from "ava";
import type { ElementPath } from "#asset_tools/document/diagnostic.ts";
import { applyChange, editXml, type XmlEdit } from "#asset_tools/package_xml/edit_xml.ts";
import { readXml } from "#asset_tools/package_xml/read_xml.ts";
import { type NewElement, newElement } from "#asset_tools/package_xml/write_xml.ts";
import type { XmlElement } from "#asset_tools/package_xml/xml_element.ts";
import { Random } from "#tests/compiler/parser/random.ts";
import { rounds } from "#tests/fuzz/rounds.ts";

const SCENE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- The demo. -->
<package id='demo'   version="1">
  <scenes>
    <scene id="Main"><!-- one scene -->
      <entity id="cube" name = 'The &lt;cube&gt;'>
        <transform><position x="0"
                             y="1"/></transform>
        <params>
          <speed>1.5</speed>   <!-- metres a second -->
          <label><!-- shown --> one &lt; two <!-- above it --></label>
          <note/>
        </params>
      </entity>
      <entity id="ball" />
    </scene>
  </scenes>
</package>
`;
const CUBE: ElementPath = ["scenes", "scene:Main", "entity:cube"];
const BALL: ElementPath = ["scenes", "scene:Main", "entity:ball"];

function edited(text: string, edit: XmlEdit): string {
  const { value, diagnostics } = editXml(text, "p.xml", edit);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return applyChange(text, value);
}

/** The scene with one stretch of it replaced. */
function withChange(t: ExecutionContext, edit: XmlEdit, before: string, after: string): void {
  t.is(SCENE.split(before).length, 2, before);
  t.is(edited(SCENE, edit), SCENE.replace(before, after.replaceAll("$", "$$$$")));
}

test("an attribute's value is changed between its quotes", (t) => {
  const position = [...CUBE, "transform", "position"];
  const edit = { kind: "attribute", element: position, name: "y", value: "2.5" } as const;
  withChange(t, edit, 'y="1"/>', 'y="2.5"/>');
  const name = { kind: "attribute", element: CUBE, name: "name", value: `"a" & 'b'\n` } as const;
  withChange(t, name, "'The &lt;cube&gt;'", `'"a" &amp; &apos;b&apos;&#10;'`);
});

test("an attribute is added behind the others and taken away with its space", (t) => {
  const add = { kind: "attribute", element: BALL, name: "name", value: "Ball" } as const;
  withChange(t, add, '<entity id="ball" />', '<entity id="ball" name="Ball" />');
  const remove = { kind: "attribute", element: CUBE, name: "name", value: null } as const;
  withChange(t, remove, ` name = 'The &lt;cube&gt;'`, "");
});

test("a text is changed between the comments around it", (t) => {
  const label = { kind: "text", element: [...CUBE, "params", "label"], text: "a > b" } as const;
  withChange(t, label, "one &lt; two", "a &gt; b");
  const note = { kind: "text", element: [...CUBE, "params", "note"], text: "new" } as const;
  withChange(t, note, "<note/>", "<note>new</note>");
});

test("an element is inserted in the layout that is there", (t) => {
  const child = newElement(
    "entity",
    { id: "sun" },
    newElement("components", {}, newElement("light", { kind: "point" })),
  );
  const scene = ["scenes", "scene:Main"];
  withChange(
    t,
    { kind: "insert", element: scene, child },
    '      <entity id="ball" />\n',
    `      <entity id="ball" />
      <entity id="sun">
        <components>
          <light kind="point" />
        </components>
      </entity>
`,
  );
  const weight = newElement("weight", {}, "2");
  withChange(
    t,
    { kind: "insert", element: [...CUBE, "params"], child: weight, before: 1 },
    "          <label>",
    "          <weight>2</weight>\n          <label>",
  );
  const scale = newElement("scale", { x: "2" });
  withChange(
    t,
    { kind: "insert", element: [...CUBE, "transform"], child: scale },
    'y="1"/></transform>',
    'y="1"/><scale x="2" /></transform>',
  );
  withChange(
    t,
    { kind: "insert", element: BALL, child: newElement("transform", {}) },
    '<entity id="ball" />',
    '<entity id="ball">\n        <transform />\n      </entity>',
  );
});

test("an element is removed with the line that it has for itself", (t) => {
  withChange(t, { kind: "remove", element: BALL }, '\n      <entity id="ball" />', "");
  const speed = [...CUBE, "params", "speed"];
  withChange(t, { kind: "remove", element: speed }, "<speed>1.5</speed>", "");
});

test("line ends and the byte order mark stay as they are", (t) => {
  const dos = `\uFEFF${SCENE.replaceAll("\n", "\r\n")}`;
  const child = newElement("entity", { id: "sun" });
  const after = edited(dos, { kind: "insert", element: ["scenes", "scene:Main"], child });
  t.is(after, dos.replace('"ball" />\r\n', '"ball" />\r\n      <entity id="sun" />\r\n'));
  const note = [...CUBE, "params", "note"];
  const lines = edited(dos, { kind: "text", element: note, text: "a\nb" });
  t.true(lines.includes("<note>a\r\nb</note>"));
});

test("what cannot be edited is an error with the element's path", (t) => {
  const codeOf = (edit: XmlEdit): string | undefined =>
    editXml(SCENE, "p.xml", edit).diagnostics[0]?.code;
  t.is(codeOf({ kind: "remove", element: ["scenes", "scene:Nope"] }), "PK4001");
  t.is(codeOf({ kind: "remove", element: [] }), "PK4001");
  t.is(codeOf({ kind: "text", element: CUBE, text: "x" }), "PK4002");
  t.is(codeOf({ kind: "text", element: [...CUBE, "params", "note"], text: "\u0001" }), "PK4003");
  t.is(codeOf({ kind: "attribute", element: CUBE, name: "a b", value: "x" }), "PK4003");
  t.is(codeOf({ kind: "insert", element: CUBE, child: newElement("<", {}) }), "PK4003");
  t.is(editXml("<a>", "p.xml", { kind: "remove", element: ["b"] }).diagnostics[0]?.code, "PK1001");
});

/** A tree without places. */
interface Plain {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Plain[];
}

function plain(element: XmlElement): Plain {
  return {
    name: element.name,
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
    text: element.text,
    children: element.children.map(plain),
  };
}

function plainText(text: string): Plain {
  const result = readXml(text, "p.xml");
  if ("problem" in result) throw new Error(`${result.problem.message} in ${text}`);
  return plain(result.root);
}

function plainNew({ name, attributes, children }: NewElement): Plain {
  const text = children.filter((child) => typeof child === "string").join("");
  const elements = children.flatMap((child) =>
    typeof child === "string" ? [] : [plainNew(child)],
  );
  return { name, attributes: { ...attributes }, text, children: elements };
}

/** What an edit means, without regard to how the file is written. */
function meaning(root: Plain, edit: XmlEdit): Plain {
  const changed = structuredClone(root);
  const steps = edit.kind === "remove" ? edit.element.slice(0, -1) : edit.element;
  const target = steps.reduce((element, step) => childAt(element, step), changed);
  switch (edit.kind) {
    case "attribute":
      if (edit.value === null) delete target.attributes[edit.name];
      else target.attributes[edit.name] = edit.value;
      break;
    case "text":
      target.text = edit.text;
      break;
    case "insert":
      target.children.splice(edit.before ?? target.children.length, 0, plainNew(edit.child));
      break;
    case "remove":
      target.children.splice(
        target.children.indexOf(childAt(target, edit.element.at(-1) ?? "")),
        1,
      );
  }
  return changed;
}

function childAt(element: Plain, step: string): Plain {
  const [name, id] = step.split(":");
  const found = element.children.find(
    (child) => child.name === name && (id === undefined || child.attributes["id"] === id),
  );
  if (found === undefined) throw new Error(`No ${step}`);
  return found;
}

const WORDS = [
  "",
  "a",
  "1 2 3",
  "a&b",
  "<x>",
  `"q"`,
  "it's",
  "é\u{1F600}",
  "]]>",
  "x\ny",
  "\u00A0n",
];

/** Paths of all elements below `root` that a path leads to. */
function pathsOf(root: Plain): ElementPath[] {
  const seen = new Set<string>();
  return root.children.flatMap((child) => {
    const id = child.attributes["id"];
    const step = id === undefined ? child.name : `${child.name}:${id}`;
    if (seen.has(step) || /[^\w:-]/.test(step)) return [];
    seen.add(step);
    const isFirst = childAt(root, step) === child;
    return isFirst ? [[step], ...pathsOf(child).map((path) => [step, ...path])] : [];
  });
}

function randomElement(random: Random, depth: number): NewElement {
  const name = random.pick(["entity", "params", "a.b", "note"]);
  const attributes = Object.fromEntries(
    ["id", "x"].slice(random.below(3)).map((key) => [key, random.pick(WORDS)]),
  );
  if (depth === 0 || random.below(2) === 0) {
    const text = random.pick(WORDS);
    return newElement(name, attributes, ...(text === "" ? [] : [text]));
  }
  const children = Array.from({ length: random.below(3) }, () => randomElement(random, depth - 1));
  return newElement(name, attributes, ...children);
}

function randomEdit(random: Random, root: Plain): XmlEdit {
  const element = random.pick(pathsOf(root));
  const target = element.reduce(childAt, root);
  switch (random.below(4)) {
    case 0: {
      const name = random.pick([...Object.keys(target.attributes), "id", "new"]);
      return { kind: "attribute", element, name, value: random.pick([null, ...WORDS]) };
    }
    case 1:
      if (target.children.length === 0) return { kind: "text", element, text: random.pick(WORDS) };
      return { kind: "attribute", element, name: "x", value: random.pick(WORDS) };
    case 2: {
      const child = randomElement(random, 2);
      if (target.text !== "") return { kind: "insert", element: [], child };
      const before = random.below(target.children.length + 1);
      const isLast = before === target.children.length;
      return { kind: "insert", element, child, ...(!isLast && { before }) };
    }
    default:
      return { kind: "remove", element };
  }
}

test("random edits mean what they say, and change one stretch", (t) => {
  const random = new Random(31);
  const layouts: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
    (text) => text.replaceAll("\n", "\r").replaceAll("  ", "\t"),
    (text) => text.replaceAll(/>\n\s*/g, ">"),
  ];
  for (let round = 0; round < rounds(300); round++) {
    let text = random.pick(layouts)(SCENE);
    for (let step = 0; step < 8; step++) {
      const root = plainText(text);
      if (pathsOf(root).length === 0) break;
      const edit = randomEdit(random, root);
      const { value } = editXml(text, "p.xml", edit);
      if (value === undefined) return t.fail(JSON.stringify({ edit, text }));
      const after = applyChange(text, value);
      t.deepEqual(plainText(after), meaning(root, edit), JSON.stringify({ edit, text, after }));
      t.true(after.startsWith(text.slice(0, value.start)) && after.endsWith(text.slice(value.end)));
      text = after;
    }
  }
});
