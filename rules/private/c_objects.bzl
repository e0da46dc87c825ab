"""`c_objects`: C files compiled for one target; the runtime under native and WebAssembly programs."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/zig:actions.bzl", "ZIG_ATTRS", "zig_compile")
load("//toolchains/zig:toolchain.bzl", "ZIG_TOOLCHAINS")
load("//toolchains/zig:zig_sysroot.bzl", "ZigSysrootInfo")

CObjectsInfo = provider(
    doc = "Compiled C.",
    fields = {
        "headers": "A depset of Files: what code that links with it may include.",
        "include": "string: the folder that those includes start from.",
        "objects": "A list of Files.",
    },
)

def _c_objects_impl(ctx):
    headers = depset(ctx.files.hdrs)
    objects = [
        zig_compile(
            ctx,
            src = src,
            hdrs = headers,
            sysroot = ctx.attr.sysroot[ZigSysrootInfo],
            flags = ["-Wall", "-Wextra", "-Werror"] + ctx.attr.flags,
        )
        for src in ctx.files.srcs
    ]
    return [
        DefaultInfo(files = depset(objects)),
        CObjectsInfo(objects = objects, headers = headers, include = ctx.label.package),
    ]

c_objects = rule(
    implementation = _c_objects_impl,
    attrs = ZIG_ATTRS | {
        "flags": attr.string_list(doc = "More of clang's flags."),
        "hdrs": attr.label_list(
            doc = "Headers of the sources and of their users.",
            allow_files = [".h"],
        ),
        "srcs": attr.label_list(
            doc = "C files.",
            allow_files = [".c"],
        ),
        "sysroot": attr.label(
            doc = "What it is compiled for.",
            cfg = "exec",
            mandatory = True,
            providers = [ZigSysrootInfo],
        ),
    },
    doc = "C files compiled for one target, one action a file.",
    provides = [CObjectsInfo],
    toolchains = [NODE_TOOLCHAIN] + ZIG_TOOLCHAINS,
)
