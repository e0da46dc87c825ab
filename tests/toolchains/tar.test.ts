import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import test from "ava";
import { readTar } from "#toolchains/npm/tar.ts";
import { unpack } from "#toolchains/npm/unpack.ts";

/** Writes one entry as ustar does. */
function entry(
  name: string,
  content: string,
  { type = "0", mode = 0o644, prefix = "" } = {},
): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write(`${mode.toString(8).padStart(7, "0")}\0`, 100);
  header.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("        ", 148);
  header.write(type, 156);
  header.write("ustar\u000000", 257);
  header.write(prefix, 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

const END = Buffer.alloc(1024);

function read(...parts: Buffer[]) {
  return [...readTar(Buffer.concat([...parts, END]))].map((file) => ({
    ...file,
    content: Buffer.from(file.content).toString(),
  }));
}

test("files come with their content and whether they may be run; folders do not", (t) => {
  t.deepEqual(
    read(
      entry("package/", "", { type: "5" }),
      entry("package/a", "A".repeat(513)),
      entry("package/b", "", { mode: 0o755 }),
    ),
    [
      { path: "package/a", isExecutable: false, content: "A".repeat(513) },
      { path: "package/b", isExecutable: true, content: "" },
    ],
  );
});

test("a long path comes from the prefix, a pax record or a GNU record", (t) => {
  const long = `package/${"é".repeat(120)}`;
  const pax = ` path=${long}\n`;
  const length = Buffer.byteLength(pax) + 3;
  t.deepEqual(
    read(
      entry("name", "1", { prefix: "package/folder" }),
      entry("header", `10 size=1\n${length}${pax}`, { type: "x" }),
      entry("short", "2"),
      entry("././@LongLink", `${long}\0`, { type: "L" }),
      entry("short", "3"),
      entry("after", "4"),
    ).map((file) => [file.path, file.content]),
    [
      ["package/folder/name", "1"],
      [long, "2"],
      [long, "3"],
      ["after", "4"],
    ],
  );
});

test("what is no archive is refused", (t) => {
  t.throws(() => read(Buffer.from("not a header".repeat(100))), {
    message: /No tar header at byte 0|octal/,
  });
  const whole = Buffer.concat([entry("a", "x".repeat(2000)), END]);
  t.throws(() => [...readTar(whole.subarray(0, 1024))], {
    message: "The archive ends inside the entry at byte 0",
  });
  t.throws(() => read(entry("link", "", { type: "2" })), {
    message: /link is neither a file nor a folder/,
  });
});

function pack(...parts: Buffer[]): { tarball: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "unpack-"));
  const tarball = join(folder, "package.tgz");
  writeFileSync(tarball, gzipSync(Buffer.concat([...parts, END])));
  return { tarball, folder: join(folder, "out") };
}

test("a package is unpacked without its top folder, and modes come down to executable or not", (t) => {
  const { tarball, folder } = pack(
    entry("node/deep/a.js", "A", { mode: 0o600 }),
    entry("node/run", "B", { mode: 0o777 }),
    entry("node/left", ""),
  );
  unpack(tarball, folder, (path) => path !== "left");
  t.is(readFileSync(join(folder, "deep/a.js"), "utf8"), "A");
  t.is(statSync(join(folder, "deep/a.js")).mode & 0o100, 0);
  t.is(statSync(join(folder, "run")).mode & 0o100, 0o100);
  t.throws(() => statSync(join(folder, "left")));
});

test("a path that leads out of the folder is refused", (t) => {
  const { tarball, folder } = pack(entry("package/../../escaped", ""));
  t.throws(() => unpack(tarball, folder), { message: /leads out of its folder/ });
});
