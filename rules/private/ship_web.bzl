"""`ship_web`: a game as a folder that any web server can serve."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":game_program.bzl", "GameInfo")
load(":program_files.bzl", "compile_wasm")
load(":tool_action.bzl", "TOOL_ATTRS")

_PAGE = """\
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>{title}</title>
    <style>
      html, body {{ margin: 0; height: 100%; background: #000; }}
      canvas {{ display: block; width: 100%; height: 100%; }}
    </style>
  </head>
  <body>
    <canvas id="game"></canvas>
    <script type="module" src="game.js"></script>
  </body>
</html>
"""

def _ship_web_impl(ctx):
    game = ctx.attr.game[GameInfo]
    wasm = compile_wasm(
        ctx,
        ir = game.haxe.ir,
        entry = game.entry,
        runtime = ctx.file._runtime,
        optimize = 2,
    )
    outputs = {
        name: ctx.actions.declare_file("{}/{}".format(ctx.label.name, name))
        for name in ["index.html", "game.js", "game.wasm", "game.fpkg", "draco.js"]
    }
    ctx.actions.write(outputs["index.html"], _PAGE.format(title = _escape(game.title)))
    ctx.actions.symlink(output = outputs["game.js"], target_file = ctx.file._page)
    ctx.actions.symlink(output = outputs["draco.js"], target_file = ctx.file._draco)
    ctx.actions.symlink(output = outputs["game.wasm"], target_file = wasm)
    ctx.actions.symlink(output = outputs["game.fpkg"], target_file = game.bundle)
    return [DefaultInfo(files = depset(outputs.values()))]

def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")

ship_web = rule(
    implementation = _ship_web_impl,
    attrs = TOOL_ATTRS | {
        "game": attr.label(
            doc = "The game_program to ship.",
            mandatory = True,
            providers = [GameInfo],
        ),
        "_draco": attr.label(
            default = "//runtime:draco_page",
            allow_single_file = True,
        ),
        "_page": attr.label(
            default = "//runtime:web_page",
            allow_single_file = True,
        ),
        "_runtime": attr.label(
            default = "//runtime/native:runtime_wasm",
            allow_single_file = True,
        ),
    },
    doc = "A game as a folder for the web: a page, its script, the game as WebAssembly, its assets.",
    toolchains = [NODE_TOOLCHAIN],
)
