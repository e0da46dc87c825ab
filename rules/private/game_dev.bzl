"""`game_dev`: the dev runtime of a game, for `bazel run`."""

load("//rules:providers.bzl", "DevGraphInfo")
load("//toolchains/node:toolchain.bzl", "NODE_RUNTIME_TOOLCHAIN", "NODE_TOOLCHAIN")
load("//toolchains/test:launcher.bzl", "node_launcher", "runfiles_path")
load("//toolchains/worker:node_tool.bzl", "NodeToolInfo")
load(":game_program.bzl", "GameInfo")
load(":program_files.bzl", "link_program", "program_manifest")
load(":tool_action.bzl", "TOOL_ATTRS", "describe_action")

def _game_dev_impl(ctx):
    game = ctx.attr.game[GameInfo]
    linked = link_program(ctx, game.haxe.ir, game.entry)
    actions = ctx.attr.game[DevGraphInfo].actions.to_list() + [linked.action]
    outputs = [output for action in actions for output in action.outputs]
    graph = ctx.actions.declare_file(ctx.label.name + ".graph.json")
    ctx.actions.write(graph, json.encode_indent({
        "actions": [describe_action(action) for action in actions],
        "assets": [
            {"blob": asset.blob.path, "name": asset.name, "type": asset.kind}
            for asset in game.assets.to_list()
        ],
        "files": {output.path: runfiles_path(ctx, output) for output in outputs},
        "label": str(ctx.label).replace("@@//", "//"),
        "program": program_manifest(
            title = game.title,
            entry = linked.file,
            haxe = game.haxe,
            bundle = game.bundle,
        ),
        "title": game.title,
    }) + "\n")
    server = ctx.attr._server[NodeToolInfo]
    launcher = node_launcher(
        ctx,
        script = server.script,
        path_arguments = {
            "--graph": runfiles_path(ctx, graph),
            "--page": runfiles_path(ctx, ctx.file._page),
            "--draco": runfiles_path(ctx, ctx.file._draco),
        },
    )
    runfiles = launcher.runfiles.merge(ctx.runfiles(
        [graph, ctx.file._page, ctx.file._draco] + outputs,
        transitive_files = server.files,
    ))
    return [
        DefaultInfo(executable = launcher.executable, runfiles = runfiles),
        # What the server builds in the background, to compare its own results with.
        OutputGroupInfo(verify = depset(outputs)),
    ]

game_dev = rule(
    implementation = _game_dev_impl,
    attrs = TOOL_ATTRS | {
        "game": attr.label(
            doc = "The game_program to run.",
            mandatory = True,
            providers = [GameInfo, DevGraphInfo],
        ),
        "_draco": attr.label(
            default = "//runtime:draco_page",
            allow_single_file = True,
        ),
        "_page": attr.label(
            default = "//runtime:dev_page",
            allow_single_file = True,
        ),
        "_server": attr.label(
            default = "//runtime:dev_server_tool",
            cfg = "exec",
            providers = [NodeToolInfo],
        ),
    },
    doc = "Runs a game while its sources and assets are edited.",
    executable = True,
    toolchains = [NODE_TOOLCHAIN, NODE_RUNTIME_TOOLCHAIN],
)
