"""`wasm_runtime`: the C runtime as one WebAssembly module, to which programs are added."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/zig:actions.bzl", "ZIG_ATTRS", "zig_link")
load("//toolchains/zig:toolchain.bzl", "ZIG_TOOLCHAINS")
load("//toolchains/zig:zig_sysroot.bzl", "ZigSysrootInfo")
load(":c_objects.bzl", "CObjectsInfo")

# The printer finds the runtime's functions, its table and its stack by their names; what a program does not use goes
# when the whole is optimised.
_LINK_FLAGS = [
    "--export-all",
    "--export=__stack_pointer",
    "--export-table",
    "--import-undefined",
    "-z",
    "stack-size=4194304",
]

def _wasm_runtime_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name + ".wasm")
    zig_link(
        ctx,
        objects = ctx.attr.objects[CObjectsInfo].objects,
        output = output,
        sysroot = ctx.attr.sysroot[ZigSysrootInfo],
        flags = _LINK_FLAGS,
    )
    return [DefaultInfo(files = depset([output]))]

wasm_runtime = rule(
    implementation = _wasm_runtime_impl,
    attrs = ZIG_ATTRS | {
        "objects": attr.label(
            doc = "The runtime's c_objects for WebAssembly.",
            mandatory = True,
            providers = [CObjectsInfo],
        ),
        "sysroot": attr.label(
            doc = "What they were compiled for.",
            cfg = "exec",
            mandatory = True,
            providers = [ZigSysrootInfo],
        ),
    },
    doc = "The C runtime as one WebAssembly module.",
    toolchains = [NODE_TOOLCHAIN] + ZIG_TOOLCHAINS,
)
