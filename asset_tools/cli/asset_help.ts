/** What `--help` prints; docs/command_line.md shows the same. */

const COMMON = `  --diagnostics FORMAT      pretty, json, sarif (default pretty)

Exit status: 0 done, 1 a file is at fault, 2 the command line is.
`;

export const ASSET_HELP = `Usage: haxe_game asset FILE -o OUT [--kind KIND] [--set NAME=VALUE]... [--file NAME=PATH]...
       haxe_game asset PACKAGE.xml --id ID -o OUT [--set NAME=VALUE]... [--file NAME=PATH]... [--packages DIR]... [-cp DIR]...

Compiles one file to the bytes that its action in a build writes.

  -o, --out OUT             file to write
  --kind KIND               texture, mesh, shader, audio, animation or data; needed where FILE's name does not say it
  --set NAME=VALUE          what the asset's element holds, e.g. format=bc7; NAME.ATTRIBUTE=VALUE for an attribute, and
                            elements as VALUE where there are some, e.g. lods='<lod ratio="0.5"/>'
  --set platform=PLATFORM   bc, etc2, astc or rgba8: what the build settings say of textures (default bc)
  --set quality=QUALITY     dev or ship (default dev)
  --file NAME=PATH          a file that FILE names: a buffer of a glTF, an include of a shader
  --id ID                   the asset, prefab or scene of that id in PACKAGE.xml, with its files and settings
  --packages DIR            where the folders of packages are that PACKAGE.xml depends on; also looked for beside its own
  -cp, --class-path DIR     Haxe files with the behaviours and components of a prefab or scene (default: the folder src of each
                            package)
${COMMON}`;

export const EXPORT_HELP = `Usage: haxe_game export BLOB -o OUT

Turns a compiled blob into a file that other programs open. OUT's extension says what it becomes:

  texture                   .ktx2 .png
  mesh, animation           .glb
  audio                     .wav
  data                      the file that it was, with any extension
  any                       .json

  -o, --out OUT             file to write
${COMMON}`;

export const INSPECT_HELP = `Usage: haxe_game inspect FILE [--json]

Prints what is in a file that a build wrote: a package (.fpkg), an asset's blob, bytecode (.hbc), a syntax tree (.hxast), a
library's interface (.hxi) or its IR (.hir).

  --json                    as JSON, for tools
${COMMON}`;
