"""`c_program`: the smallest rule that compiles and links C."""

load("//toolchains/zig:actions.bzl", "ZIG_ATTRS", "zig_compile", "zig_link")
load("//toolchains/zig:toolchain.bzl", "ZIG_TOOLCHAINS")
load("//toolchains/zig:zig_sysroot.bzl", "ZigSysrootInfo")

def _c_program_impl(ctx):
    sysroot = ctx.attr.sysroot[ZigSysrootInfo]
    objects = [
        zig_compile(
            ctx,
            src = src,
            hdrs = depset(ctx.files.hdrs),
            sysroot = sysroot,
        )
        for src in ctx.files.srcs
    ]
    output = ctx.actions.declare_file(ctx.label.name + ctx.attr.suffix)
    zig_link(
        ctx,
        objects = objects,
        output = output,
        sysroot = sysroot,
        flags = ctx.attr.link_flags,
    )
    return [DefaultInfo(files = depset([output]), executable = output)]

c_program = rule(
    implementation = _c_program_impl,
    attrs = ZIG_ATTRS | {
        "hdrs": attr.label_list(
            doc = "Headers.",
            allow_files = [".h"],
        ),
        "link_flags": attr.string_list(doc = "More of the linker's flags."),
        "srcs": attr.label_list(
            doc = "C files.",
            allow_files = [".c"],
            mandatory = True,
        ),
        "suffix": attr.string(doc = "Ending of the program's name."),
        "sysroot": attr.label(
            doc = "What to compile and link with.",
            cfg = "exec",
            mandatory = True,
            providers = [ZigSysrootInfo],
        ),
    },
    doc = "A program in C.",
    executable = True,
    toolchains = ZIG_TOOLCHAINS,
)
