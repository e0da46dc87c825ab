/** Mistakes in a command line of `haxe_game`. */
import { runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import { packageOf, type Sample, type Samples } from "./sample.ts";

export const commandSamples: Samples = {
  AS1012: {
    files: { "sky.png": new Uint8Array() },
    run: command("asset sky.png -o textures/sky.texture"),
  },
  AS1013: {
    files: {
      "package.xml": packageOf('<texture id="Sky"><source>sky.png</source></texture>'),
    },
    run: command("asset package.xml --id Sly -o sky.texture"),
  },
};

/** Runs one command; a folder can be neither read nor written. */
function command(line: string): Sample["run"] {
  return async (files) => {
    const read = (path: string): Uint8Array | undefined => {
      if (path === "sky.png") throw isFolder(path);
      const text = files[path];
      return typeof text === "string" ? new TextEncoder().encode(text) : text;
    };
    const write = (path: string): void => {
      throw isFolder(path);
    };
    return (await runAssetCli(line.split(" "), { read, write })).stderr;
  };
}

/** As the system says it. */
function isFolder(path: string): Error {
  return Object.assign(new Error(), { code: "EISDIR", syscall: "open", path });
}
