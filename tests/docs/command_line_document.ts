/** docs/command_line.md: what `--help` says, and commands with what they print. */
import { runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import { ASSET_HELP, EXPORT_HELP, INSPECT_HELP } from "#asset_tools/cli/asset_help.ts";
import { ActionMemory } from "#compiler/actions/memory.ts";
import { USAGE } from "#compiler/cli/arguments.ts";
import { inspectCompiledFile } from "#compiler/cli/inspect/inspect_compiled_file.ts";
import { rgbaPng } from "#tests/assets/make_png.ts";
import { makeWav, sine } from "#tests/assets/make_wav.ts";
import { ringObj } from "#tests/assets/ring_obj.ts";
import { LibraryBuilder, standardTexts } from "#tests/bench/library_build.ts";

/** Commands of one reader's session; files stay. */
class Session {
  readonly #files: Map<string, Uint8Array>;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = new Map(files);
  }

  /** A block with the commands and what each prints. */
  async block(...commands: readonly string[]): Promise<string> {
    const parts: string[] = [];
    for (const command of commands) {
      const words = [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) =>
        word.startsWith("'") ? (quoted ?? "") : word.replaceAll("'", ""),
      );
      const [, ...argv] = words;
      const files = {
        read: (path: string) => this.#files.get(path),
        write: (path: string, bytes: Uint8Array) => void this.#files.set(path, bytes),
      };
      const { stdout, stderr } = await runAssetCli(argv, files, {
        inspectors: [inspectCompiledFile],
      });
      parts.push(`$ ${command}\n${stdout}${stderr}`.trimEnd());
    }
    return `\`\`\`text\n${parts.join("\n")}\n\`\`\``;
  }
}

const HELLO = `class Hello {
	static function main() {
		var squares = [for (n in 1...6) n * n];
		Sys.println('Hello, $squares');
	}
}
`;

/** The files that the examples begin with. */
async function exampleFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const side = 64;
  const pixels = Uint8Array.from({ length: side * side * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (at >> 4) & 255,
  );
  const builder = new LibraryBuilder(new Map(), new ActionMemory());
  await builder.build("std", standardTexts(), []);
  await builder.build("hello", new Map([["Hello.hx", HELLO]]), ["std"]);
  return new Map([
    ["bricks.png", rgbaPng(side, side, pixels)],
    ["ring.obj", new TextEncoder().encode(ringObj(24, "Gold"))],
    ["hum.wav", makeWav([sine(110, 22050, 22050, 0.5)], { sampleRate: 22050, bits: 16 })],
    ["hello.hbc", builder.files.get("hello.hbc") ?? new Uint8Array()],
    ["hello.hxi", builder.files.get("hello.hxi") ?? new Uint8Array()],
  ]);
}

const help = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

/** The whole document. */
export async function commandLineDocument(): Promise<string> {
  const session = new Session(await exampleFiles());
  const texture = await session.block(
    "haxe_game asset bricks.png -o bricks.texture --set format=bc7 --set quality=ship",
    "haxe_game inspect bricks.texture",
    "haxe_game export bricks.texture -o bricks.ktx2",
  );
  const mesh = await session.block(
    `haxe_game asset ring.obj -o ring.mesh --set 'lods=<lod ratio="0.5" error="0.02"/>'`,
    "haxe_game inspect ring.mesh",
    "haxe_game export ring.mesh -o ring.glb",
  );
  const sound = await session.block(
    "haxe_game asset hum.wav -o hum.audio --set format=adpcm --set loop.start=2205 --set loop.end=19845",
    "haxe_game inspect hum.audio --json",
  );
  const mistakes = await session.block(
    "haxe_game asset bricks.png -o bricks.texture --set formt=bc7",
    "haxe_game asset bricks.pgn -o bricks.texture --kind texture",
    "haxe_game inspect bricks.png",
    "haxe_game export ring.mesh -o ring.wav",
  );
  const code = await session.block("haxe_game inspect hello.hbc", "haxe_game inspect hello.hxi");
  return `# Command line

<!-- Made by tests/docs/command_line_document.ts. Run tests/docs/command_line.test.ts with UPDATE_GOLDENS=1 after a change. -->

\`./bazelw build //:haxe_game\` makes \`bazel-bin/haxe_game\`, which runs from any folder. Its exit status is 0 when it did what it was
asked, 1 when a file is at fault (with \`run\`, when the program does not compile; a program that runs gives its own), and 2 when
the command line cannot be used.

## run, check

${help(USAGE)}

## asset

${help(ASSET_HELP)}

The bytes are those of a build, since the same reader of package.xml and the same action make them. [package_xml.md](package_xml.md)
says what each kind takes. A texture of several pictures is one of a package.xml, by its id, as are materials, prefabs and scenes.

${texture}

${mesh}

An asset as a package defines it. What it takes from other packages is found beside its own, or where \`--packages\` says; a material's shader
and bases are compiled with it, and a scene's classes are read from the Haxe files in \`src\` of each package, or from the folders that \`-cp\`
names:

\`\`\`text
$ haxe_game asset packages/environment/package.xml --id Foliage -o foliage.material
$ haxe_game asset game/package.xml --id DeveloperScene -o developer.scene --packages packages
\`\`\`

## export

${help(EXPORT_HELP)}

What is exported holds what the blob holds. KTX2 has its levels bit by bit. GLB has a mesh's indices, uvs, colors, joints and
weights as they are; positions, displacements and unit vectors become floats, from which the same mesh is compiled again. Each
submesh is a primitive with a material of its name. Coarser levels are nodes outside the scene that the first names with
\`MSFT_lod\`, with the level's error in \`extras\`; a skinned mesh has its joints where it was bound, below one node, and a
joint \`Still\` if there are vertices that no joint pulls. An animation's GLB has its joints as nodes, inverse binds as skins and
clips as animations; a joint whose clip moves morph weights has a triangle without area that carries as many targets. WAV has 16
bits. JSON has everything that a blob says, each number included.

## inspect

${help(INSPECT_HELP)}

The listing of bytecode has a line an instruction: line of the source, number, operation ([bytecode.md](bytecode.md)), operands. \`i\`, \`f\`
and \`r\` are the banks of registers; a function's first registers are its locals.

${code}

| file | begins with | written by | \`kind\` |
| --- | --- | --- | --- |
| \`.fpkg\`, ship, dev or bundle | \`FPKG\` | PackageLink, ShipBundle | \`package\` |
| \`.texture\` | \`TEXR\` | TextureCompile | \`texture\` |
| \`.mesh\` | \`MESH\` | MeshCompile | \`mesh\` |
| \`.material\` | \`MATL\` | MaterialCompile | \`material\` |
| \`.shader\` | \`SHDR\` | ShaderCompile | \`shader\` |
| \`.audio\` | \`AUDI\` | AudioCompile | \`audio\` |
| \`.animation\` | \`ANIM\` | AnimationCompile | \`animation\` |
| \`.data\` | \`DATA\` | DataCompile | \`data\` |
| \`.scene\` | \`SCNE\` | SceneCompile | \`scene\` |
| \`.prefab\` | \`PREF\` | PrefabCompile | \`prefab\` |
| \`.hxast\` | \`HXAS\` | HaxeParse | \`syntax tree\` |
| \`.hxi\` | \`HXI1\` | HaxeTypecheck | \`interface\` |
| \`.hir\` | \`HXIR\` | HaxeTypecheck, HaxeResources | \`ir\` |
| \`.hbc\` | \`HBC\\0\` | HaxeBytecode | \`bytecode\` |

What else a build writes is JSON, JavaScript, C, WebAssembly or an ELF file, which other programs show. A file that is none of these
is named for what it looks like.

### JSON

\`--json\` prints one object. Fields are added over time; none of these changes its name or meaning. All have \`kind\` and \`bytes\`, the
file's size. Names of formats and codes are those of [fpkg.md](fpkg.md).

| \`kind\` | fields |
| --- | --- |
| \`package\` | \`layout\`, \`contentHash\`; \`packages\`: \`name\`, \`version\`, \`dependencies\` as \`name version\`; \`assets\`: \`type\`, \`name\`, \`bytes\`, \`digest\`, names in \`references\` |
| \`texture\` | \`format\`, \`shape\`, \`layers\`; \`levels\`: \`width\`, \`height\`, \`bytes\`; \`regions\`: \`name\`, \`x\`, \`y\`, \`width\`, \`height\` |
| \`mesh\` | \`vertices\`, \`indexBytes\`, \`dracoParts\`; \`streams\`: \`holds\`, \`codec\`, \`stride\`, \`bytes\`; \`attributes\`: \`semantic\`, \`format\`, \`offset\`, \`scale\`, \`origin\`; \`morphTargets\`: \`name\`, \`weight\`, \`attributes\`; names of \`joints\`; \`lods\`: \`triangles\`, \`error\`, \`submeshes\` with \`name\` and \`triangles\`; \`bounds\`, \`sphere\` |
| \`shader\` | \`variants\`: \`name\`, \`choice\`, \`vertexCharacters\`, \`fragmentCharacters\`; \`blocks\`: \`name\`, \`binding\`, \`bytes\`, \`members\` with \`name\`, \`type\`, \`offset\`, \`arrayLength\`, \`range\`, \`defaults\`; \`samplers\`: \`name\`, \`type\`, \`semantic\`; \`attributes\`: \`name\`, \`type\`, \`location\` |
| \`material\` | \`shader\`, \`shaderInterface\`, \`variant\`, \`uniformBytes\`; \`textures\`: \`sampler\`, \`unit\`, \`texture\`; \`state\`: \`cull\`, \`blend\`, \`depthTest\`, \`depthWrite\` |
| \`audio\` | \`format\`, \`channels\`, \`sampleRate\`, \`frames\`, \`seconds\`, \`loop\` with \`start\` and \`end\` or null, \`loudness\`, \`samplePeak\`, \`truePeak\`, \`blockBytes\`, \`dataBytes\` |
| \`animation\` | \`joints\`: \`name\`, \`parent\`, \`translation\`, \`rotation\`, \`scale\`; \`clips\`: \`name\`, \`duration\`, \`error\`, \`channels\` with \`joint\`, \`path\`, \`interpolation\`, \`exact\`, \`keys\` |
| \`data\` | \`format\`, \`contentBytes\` |
| \`scene\`, \`prefab\` | \`name\`; \`classes\`: \`name\`, \`role\`, \`fields\` as \`name:type\`; \`entities\`: \`path\`, \`name\`, \`parent\`, \`position\`, \`rotation\`, \`scale\`, \`parts\` by class and field |
| \`syntax tree\` | \`module\`: the tree of compiler/syntax/ast.ts |
| \`interface\` | \`library\`; \`modules\`: \`file\`, \`haxe\` as source |
| \`ir\` | \`library\`, \`classes\`, \`enums\`, \`functions\` of compiler/ir/ir.ts |
| \`bytecode\` | \`version\`, \`library\`, \`classes\`, \`enums\`; \`functions\`: those of compiler/bytecode/metadata.ts, each with \`code\`: \`registers\`, \`words\`, \`handlers\`, \`lines\`, \`locals\`; \`tables\` of compiler/bytecode/module.ts |

${sound}

## Mistakes

Messages are those of a build. \`--diagnostics json\` gives an object a line and \`--diagnostics sarif\` a SARIF log, both on the standard
error output; [asset_diagnostics.md](asset_diagnostics.md) lists them.

${mistakes}
`;
}
