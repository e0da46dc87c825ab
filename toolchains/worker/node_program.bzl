"""`node_program`: a program for Node that a user starts, with `bazel run` or from bazel-bin."""

load("//toolchains/node:toolchain.bzl", "NODE_RUNTIME_TOOLCHAIN")
load("//toolchains/test:launcher.bzl", "node_launcher")
load(":node_tool.bzl", "NodeToolInfo")

def _node_program_impl(ctx):
    tool = ctx.attr.tool[NodeToolInfo]
    launcher = node_launcher(
        ctx,
        script = tool.script,
        arguments = [ctx.expand_location(argument, ctx.attr.data) for argument in ctx.attr.arguments],
        paths = {name: ctx.expand_location(path, ctx.attr.data) for name, path in ctx.attr.paths.items()},
    )
    runfiles = launcher.runfiles.merge(ctx.runfiles(ctx.files.data, transitive_files = tool.files))
    runfiles = runfiles.merge_all([data[DefaultInfo].default_runfiles for data in ctx.attr.data])
    return [DefaultInfo(executable = launcher.executable, runfiles = runfiles)]

node_program = rule(
    implementation = _node_program_impl,
    attrs = {
        "arguments": attr.string_list(
            doc = "Arguments before the user's; `$(rlocationpath //x)` is a path below the variable RUNFILES_DIR.",
        ),
        "data": attr.label_list(
            doc = "Files that the program reads, below the folder that the variable RUNFILES_DIR names.",
            allow_files = True,
        ),
        "paths": attr.string_dict(
            doc = """Variables for the program, each with a path below the runfiles folder: `$(rlocationpath //x)`, or a
folder such as "_main/runtime/std". A variable that the user has set keeps its value.""",
        ),
        "tool": attr.label(
            doc = "The node_tool to run.",
            mandatory = True,
            providers = [NodeToolInfo],
        ),
    },
    doc = "A program for Node that a user starts.",
    executable = True,
    toolchains = [NODE_RUNTIME_TOOLCHAIN],
)
