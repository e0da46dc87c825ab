"""`shout`: the smallest rule whose action runs in a worker."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/worker:node_tool.bzl", "NodeToolInfo", "run_node_tool")

def _shout_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name + ".txt")
    args = ctx.actions.args()
    args.add(output)
    args.add_all(ctx.files.srcs)
    run_node_tool(
        ctx,
        tool = ctx.attr._tool,
        args = args,
        inputs = depset(ctx.files.srcs),
        outputs = [output],
        mnemonic = "Shout",
        progress_message = "Shouting %{label}",
    )
    return [DefaultInfo(files = depset([output]))]

shout = rule(
    implementation = _shout_impl,
    attrs = {
        "srcs": attr.label_list(
            doc = "Text files.",
            allow_files = True,
            mandatory = True,
        ),
        "_tool": attr.label(
            default = "//tests/toolchains/worker_example:shout_tool",
            cfg = "exec",
            providers = [NodeToolInfo],
        ),
    },
    doc = "Writes text files in capitals.",
    toolchains = [NODE_TOOLCHAIN],
)
