"""The Node toolchain: one pinned binary, run as it is, without a launcher script.

A rule whose actions run Node asks for NODE_TOOLCHAIN and takes `ctx.toolchains[NODE_TOOLCHAIN].node`; a rule whose
result is itself run by Node (a test, a program for `bazel run`) asks for NODE_RUNTIME_TOOLCHAIN.
"""

NODE_TOOLCHAIN = Label("//toolchains/node:toolchain_type")
NODE_RUNTIME_TOOLCHAIN = Label("//toolchains/node:runtime_toolchain_type")

# Node follows links by default and would then read the modules beside a sandboxed file's original, undeclared
# ones included. With these two it sees the sandbox's own paths only.
NODE_FLAGS = ["--preserve-symlinks", "--preserve-symlinks-main"]

def _node_toolchain_impl(ctx):
    return [platform_common.ToolchainInfo(node = ctx.file.node)]

node_toolchain = rule(
    implementation = _node_toolchain_impl,
    attrs = {
        "node": attr.label(
            doc = "The Node binary.",
            allow_single_file = True,
            mandatory = True,
        ),
    },
    doc = "Node for one platform.",
)
