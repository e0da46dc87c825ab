"""Linters over the whole tree, as tests: `biome_test` and `buildifier_test`."""

load("//toolchains/node:toolchain.bzl", "NODE_RUNTIME_TOOLCHAIN")
load("//toolchains/typescript:providers.bzl", "path_in_repository")
load(":launcher.bzl", "node_launcher", "runfiles_path")

def _lint_test_impl(ctx):
    # The list is a file: a whole tree is too long for a command line.
    list = ctx.actions.declare_file(ctx.label.name + ".files")
    ctx.actions.write(list, "".join([
        "{}={}\n".format(path_in_repository(file), runfiles_path(ctx, file))
        for file in ctx.files.srcs
    ]))
    script = [script for script in ctx.files._scripts if script.basename == "lint_main.ts"][0]
    launcher = node_launcher(
        ctx,
        script = script,
        arguments = [
            runfiles_path(ctx, list),
            runfiles_path(ctx, ctx.file.package) + "/" + ctx.attr.program,
        ] + ctx.attr.arguments,
    )
    files = [list, ctx.file.package] + ctx.files.srcs + ctx.files._scripts
    return [DefaultInfo(
        executable = launcher.executable,
        runfiles = launcher.runfiles.merge(ctx.runfiles(files)),
    )]

_lint_test = rule(
    implementation = _lint_test_impl,
    attrs = {
        "arguments": attr.string_list(doc = "The linter's arguments; it runs in the root folder."),
        "package": attr.label(
            doc = "The linter's npm package.",
            allow_single_file = True,
            mandatory = True,
        ),
        "program": attr.string(
            doc = "The linter's JavaScript file in the node_modules folder.",
            mandatory = True,
        ),
        "srcs": attr.label_list(
            doc = "The files to look at, and the linter's settings.",
            allow_files = True,
            mandatory = True,
        ),
        "_scripts": attr.label(
            default = "//toolchains/test:scripts",
            allow_files = True,
        ),
    },
    doc = "Runs a linter over a plain copy of files.",
    test = True,
    toolchains = [NODE_RUNTIME_TOOLCHAIN],
)

def biome_test(name, srcs, **kwargs):
    """Tests that Biome finds nothing to format and nothing to warn of.

    Args:
      name: the target's name.
      srcs: the files to look at, biome.json among them.
      **kwargs: as for every test.
    """
    _lint_test(
        name = name,
        srcs = srcs,
        package = "@npm//:@biomejs/biome",
        program = "@biomejs/biome/bin/biome",
        arguments = ["ci", "--error-on-warnings", "--colors=off", "."],
        **kwargs
    )

def buildifier_test(name, srcs, **kwargs):
    """Tests that buildifier finds nothing to format and nothing to warn of.

    Args:
      name: the target's name.
      srcs: the files to look at.
      **kwargs: as for every test.
    """
    _lint_test(
        name = name,
        srcs = srcs,
        package = "@npm//:@bazel/buildifier",
        program = "@bazel/buildifier/buildifier.js",
        arguments = ["--mode=check", "--lint=warn", "-r", "."],
        **kwargs
    )
