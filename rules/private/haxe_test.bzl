"""`haxe_test`: Haxe classes that test something, run in every mode."""

load("//rules:providers.bzl", "HaxeInfo")
load("//toolchains/node:toolchain.bzl", "NODE_RUNTIME_TOOLCHAIN", "NODE_TOOLCHAIN")
load("//toolchains/test:launcher.bzl", "node_launcher", "runfiles_path")
load("//toolchains/worker:node_tool.bzl", "NodeToolInfo")
load("//toolchains/zig:actions.bzl", "ZIG_ATTRS")
load("//toolchains/zig:toolchain.bzl", "ZIG_TOOLCHAINS")
load("//toolchains/zig:zig_sysroot.bzl", "ZigSysrootInfo")
load(":c_objects.bzl", "CObjectsInfo")
load(":haxe_compile.bzl", "compile_haxe")
load(":haxe_library.bzl", "STD_ATTRS", "haxe_library")
load(":program_files.bzl", "compile_wasm", "link_program", "program_manifest")
load(":ship_native.bzl", "link_native")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

MODES = ["interpreter", "jit", "wasm", "native"]

_TestProgramInfo = provider(
    doc = "A test program, compiled for every mode.",
    fields = {
        "files": "A depset of Files: what `manifest` names.",
        "manifest": "File: program.json, for the modes that run in Node.",
        "native": "File: the executable.",
    },
)

# The class that the build writes where the sources have no `main` of their own.
_ENTRY = "TestEntry"

def _test_program_impl(ctx):
    haxe = ctx.attr.code[HaxeInfo]
    main = ctx.attr.main or _ENTRY
    if not ctx.attr.main:
        haxe = _with_entry(ctx, haxe)
    entry = link_program(ctx, haxe.ir, main).file
    wasm = compile_wasm(
        ctx,
        ir = haxe.ir,
        entry = main,
        runtime = ctx.file._wasm_runtime,
        optimize = 1,
    )
    native = ctx.actions.declare_file(ctx.label.name + ".native")
    link_native(
        ctx,
        ir = haxe.ir,
        entry = main,
        runtime = [runtime[CObjectsInfo] for runtime in ctx.attr._native_runtime],
        sysroot = ctx.attr._sysroot[ZigSysrootInfo],
        output = native,
    )
    manifest = ctx.actions.declare_file(ctx.label.name + ".program.json")

    # Paths from the runfiles folder, which the launcher gives as --root.
    ctx.actions.write(manifest, json.encode_indent(program_manifest(
        title = ctx.label.name,
        entry = entry,
        haxe = haxe,
        wasm = wasm,
        path = lambda file: runfiles_path(ctx, file),
    )) + "\n")
    files = depset([manifest, entry, wasm], transitive = [haxe.bytecode, haxe.javascript, haxe.manifests])
    return [
        DefaultInfo(files = files),
        _TestProgramInfo(manifest = manifest, files = files, native = native),
    ]

def _with_entry(ctx, haxe):
    """Declares the class that runs all tests of the code. Returns the HaxeInfo of both."""
    entry = ctx.actions.declare_file("{}.entry/{}.hx".format(ctx.label.name, _ENTRY))
    tool_action(
        ctx,
        tool = "compiler",
        command = "tests",
        flags = [
            ("--ir", haxe.ir.to_list()),
            ("--name", _ENTRY),
            ("--out", entry),
        ],
        outputs = [entry],
        mnemonic = "TestEntry",
        progress_message = "Finding the tests of %{label}",
    )
    info, _ = compile_haxe(
        ctx,
        sources = [entry],
        roots = [entry.short_path.removesuffix("/{}.hx".format(_ENTRY))],
        deps = [ctx.attr._std, ctx.attr._testing, ctx.attr.code],
    )
    return info

_test_program = rule(
    implementation = _test_program_impl,
    attrs = TOOL_ATTRS | STD_ATTRS | ZIG_ATTRS | {
        "code": attr.label(
            mandatory = True,
            providers = [HaxeInfo],
        ),
        "main": attr.string(),
        "_native_runtime": attr.label_list(
            default = [
                "//runtime/native:runtime_linux_x64",
                "//runtime/native:program_linux_x64",
            ],
            providers = [CObjectsInfo],
        ),
        "_sysroot": attr.label(
            default = "//toolchains/zig:x86_64_linux_gnu",
            cfg = "exec",
            providers = [ZigSysrootInfo],
        ),
        "_testing": attr.label(
            default = "//packages/testing:code",
            providers = [HaxeInfo],
        ),
        "_wasm_runtime": attr.label(
            default = "//runtime/native:runtime_wasm",
            allow_single_file = True,
        ),
    },
    doc = "A test program, compiled for every mode.",
    toolchains = [NODE_TOOLCHAIN] + ZIG_TOOLCHAINS,
)

def _mode_test_impl(ctx):
    compiled = ctx.attr.compiled[_TestProgramInfo]
    host = ctx.attr._host[NodeToolInfo]
    if ctx.attr.mode == "native":
        path_arguments = {"--executable": runfiles_path(ctx, compiled.native)}
        files = depset([compiled.native])
    else:
        path_arguments = {
            "--host": runfiles_path(ctx, host.script),
            "--program": runfiles_path(ctx, compiled.manifest),
            "--root": "",
        }
        files = depset(transitive = [compiled.files, host.files])
    launcher = node_launcher(
        ctx,
        script = [script for script in ctx.files._scripts if script.basename == "haxe_main.ts"][0],
        path_arguments = path_arguments,
        arguments = ["--mode", ctx.attr.mode],
    )
    runfiles = launcher.runfiles.merge(ctx.runfiles(ctx.files._scripts, transitive_files = files))
    return [DefaultInfo(executable = launcher.executable, runfiles = runfiles)]

_mode_test = rule(
    implementation = _mode_test_impl,
    attrs = {
        "compiled": attr.label(
            mandatory = True,
            providers = [_TestProgramInfo],
        ),
        "mode": attr.string(
            mandatory = True,
            values = MODES,
        ),
        "_host": attr.label(
            default = "//runtime:headless",
            providers = [NodeToolInfo],
        ),
        "_scripts": attr.label(
            default = "//toolchains/test:scripts",
            allow_files = True,
        ),
    },
    doc = "A test program in one mode.",
    test = True,
    toolchains = [NODE_RUNTIME_TOOLCHAIN],
)

def haxe_test(name, srcs, main = "", deps = [], root = "test", defines = {}, resources = {}, null_safety = "", size = "small", tags = [], modes = MODES, **kwargs):
    """Declares a test: the test cases of the sources, in every mode.

    Test cases are methods `test...` of classes that extend `testing.TestCase`, of the library //packages/testing, which sources
    see without naming it. Each is a case of the report; `--test_filter` runs those whose `Class.method` has the text, an asterisk
    standing for any.

    Args:
      name: name of the suite; the test of one mode is `NAME_MODE`.
      srcs: Haxe modules.
      main: path of a class whose `main` tests, for a program that needs no test cases: it fails where it throws or exits with
        a status.
      deps: libraries that are tested, and those that help.
      root: the folder in this package that module paths start from.
      defines: flags for `#if`.
      resources: files that the program carries, with the name under which `haxe.Resource` gives each.
      null_safety: as for a haxe_library: by default `strict` below `packages/`, else `off`. Strict tests say `Null<T>` of the
        fields that `setup` fills.
      size: how long a mode's test may take, as for any test of Bazel.
      tags: as for any test of Bazel.
      modes: which of "interpreter", "jit", "wasm" and "native" to run.
      **kwargs: further attributes of the tests.
    """
    code = name + ".code"
    compiled = name + ".compiled"
    haxe_library(
        name = code,
        testonly = True,
        srcs = srcs,
        deps = deps + ([] if main else [Label("//packages/testing:code")]),
        root = root,
        defines = defines,
        null_safety = null_safety,
        resources = resources,
        tags = ["manual"],
    )
    _test_program(
        name = compiled,
        testonly = True,
        code = code,
        main = main,
        tags = ["manual"],
    )
    for mode in modes:
        _mode_test(
            name = "{}_{}".format(name, mode),
            compiled = compiled,
            mode = mode,
            size = size,
            tags = tags,
            **kwargs
        )
    native.test_suite(
        name = name,
        tests = ["{}_{}".format(name, mode) for mode in modes],
        tags = ["manual"],
    )
